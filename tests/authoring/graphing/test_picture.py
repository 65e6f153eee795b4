"""The picture as a value: what is drawn is what a talk can do."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from salesdojo.authoring.graphing.parts import Kind, Node, Picture, percent
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.authoring.graphing.words import step_words
from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import best_choices, score
from salesdojo.practice.solving import explored
from support.long_talk import long_talk
from support.pictures import small_talk
from support.scenarios import choice, scenario, scenarios


def drawn(scenario: Scenario) -> Picture:
    return picture(explored(scenario))


def nodes(picture: Picture) -> dict[str, Node]:
    return {node.scene: node for node in picture.nodes}


def test_scenes_are_what_follows_in_them() -> None:
    kinds = {scene: node.kind for scene, node in nodes(drawn(small_talk())).items()}
    assert kinds == {
        "greeting": Kind.PASSING,
        "opening": Kind.CHOICES,
        "luck": Kind.CHANCE,
        "annoyed": Kind.CHOICES,
        "round": Kind.PASSING,
        "island": Kind.CHOICES,
        "signed": Kind.END,
        "gone": Kind.END,
    }
    found = nodes(drawn(small_talk()))
    assert (found["signed"].outcome, found["opening"].outcome) == (Outcome.WON, None)
    assert [scene for scene, node in found.items() if node.start] == ["greeting"]


def test_traffic_is_what_a_random_player_does() -> None:
    ways = {(way.source, way.target): way.traffic for way in drawn(small_talk()).ways}
    assert ways["greeting", "opening"] == pytest.approx(1)
    assert ways["opening", "luck"] == pytest.approx(2 / 3)
    assert ways["luck", "signed"] == pytest.approx(1 / 2)
    assert ways["opening", "gone"] == 0
    assert ways["annoyed", "round"] is None, "a circle nobody leaves has no figure"


def test_choices_to_the_same_scene_are_one_way() -> None:
    (way,) = (way for way in drawn(small_talk()).ways_from("opening") if way.target == "luck")
    assert [step.choice for step in way.steps] == ["ask", "offer"]
    assert [step.best for step in way.steps] == [True, False]
    (lucky, _) = drawn(small_talk()).ways_from("luck")
    assert [step.chance for step in lucky.steps] == [Fraction(3, 4)]


def test_a_condition_is_said_as_it_is_written_where_nobody_chooses() -> None:
    drawing = drawn(
        scenario(
            {
                "sizing_up": {
                    "goto": [
                        {"when": "trust > 60", "to": "won"},
                        {"when": "trust < 10", "to": "lost"},
                        {"when": "trust == 50", "to": "won"},
                        {"to": "later"},
                    ]
                },
                "won": {"end": "won"},
                "later": {"choices": {"ask": choice(when="trust > 0", goto="lost")}},
                "lost": {"end": "lost"},
            },
            meters={"trust": 40},
        )
    )
    said = {
        (way.source, way.target): [step_words(step, "en") for step in way.steps]
        for way in drawing.ways
    }
    assert said == {
        ("sizing_up", "won"): ["trust > 60 or trust == 50"],
        ("sizing_up", "lost"): ["trust < 10"],
        ("sizing_up", "later"): ["otherwise"],
        ("later", "lost"): ["ask?"],
    }


def test_the_best_road_forks_where_chance_decides() -> None:
    best = [scene for scene, node in nodes(drawn(small_talk())).items() if node.best]
    assert best == ["greeting", "opening", "luck", "annoyed", "round", "signed"]


def test_the_best_road_does_not_circle_for_nothing() -> None:
    drawing = drawn(
        scenario(
            {
                "hub": {
                    "choices": {
                        "chat": choice(goto="chatting", repeat=True),
                        "close": choice(goto="won", points={"inquiry": 1}),
                    }
                },
                "chatting": {"goto": "hub"},
                "won": {"end": "won"},
            }
        )
    )
    assert [(way.source, way.target) for way in drawing.ways if way.best] == [("hub", "won")]


def test_a_talk_halts_where_no_choice_is_left_or_a_circle_is_never_left() -> None:
    stuck = [scene for scene, node in nodes(drawn(small_talk())).items() if node.stuck]
    assert stuck == ["annoyed", "round"]
    spent = scenario(
        {
            "a": {"choices": {"x": choice(goto="b"), "y": choice(goto="won")}},
            "b": {"choices": {"z": choice(goto="won", when="trust > 90")}},
            "won": {"end": "won"},
        },
        meters={"trust": 40},
    )
    assert [scene for scene, node in nodes(drawn(spent)).items() if node.stuck] == ["b"]


def test_what_no_talk_reaches_is_told_from_what_is_written() -> None:
    solved, written = nodes(drawn(small_talk())), nodes(unsolved_picture(small_talk()))
    assert [scene for scene, node in solved.items() if not node.reached] == ["island", "gone"]
    assert [scene for scene, node in written.items() if not node.reached] == ["island"]


def test_an_unsolved_picture_claims_nothing() -> None:
    drawing = unsolved_picture(small_talk())
    assert not drawing.solved
    assert not any(node.best or node.traffic is not None for node in drawing.nodes)
    assert not any(way.best or way.traffic is not None for way in drawing.ways)
    solved = drawn(small_talk())
    assert [(way.source, way.target) for way in drawing.ways] == [
        (way.source, way.target) for way in solved.ways
    ]


@given(scenarios(repeats=True))
@settings(max_examples=60, deadline=None)
def test_as_much_leaves_a_scene_as_comes_to_it(scenario: Scenario) -> None:
    drawing = drawn(scenario)
    for node in drawing.nodes:
        leaving = [way.traffic for way in drawing.ways_from(node.scene)]
        if node.stuck or node.kind is Kind.END or node.traffic is None:
            continue
        gone = [times for times in leaving if times is not None]
        assert len(gone) == len(leaving)
        assert sum(gone) == pytest.approx(node.traffic, abs=1e-9)
        assert node.reached == (node.traffic > 0)


@given(scenarios(loops=False))
@settings(max_examples=60, deadline=None)
def test_whoever_keeps_to_the_best_road_plays_perfectly(scenario: Scenario) -> None:
    solved = explored(scenario)
    best = {
        (way.source, step.choice) for way in picture(solved).ways for step in way.steps if step.best
    }
    for seed in range(3):
        attempt = Attempt(scenario, seed)
        while attempt.outcome is None and attempt.offered:
            free = best_choices(attempt.state, solved.solution)
            here = [one for one in free if (attempt.state.scene, one) in best]
            assert here, "the best road ends before the talk does"
            attempt, _ = attempt.take(here[0])
        if attempt.outcome is not None:
            assert score(attempt, solved.solution).quality == 100


def test_sixty_scenes_are_drawn_as_they_are() -> None:
    drawing = drawn(long_talk())
    assert (len(drawing.nodes), len(drawing.ways)) == (60, 118)
    assert [node.scene for node in drawing.nodes if not node.reached] == ["forgotten"]
    ended = sum(node.traffic or 0 for node in drawing.nodes if node.outcome)
    assert ended == pytest.approx(1)


@pytest.mark.parametrize(
    ("traffic", "said"),
    [(0, "0%"), (1e-9, "<1%"), (0.0149, "1%"), (0.5, "50%"), (0.997, "99%"),
     (1 - 1e-12, "100%"), (1, "100%"), (1.456, "146%")],
)  # fmt: skip
def test_traffic_is_said_honestly(traffic: float, said: str) -> None:
    assert percent(traffic) == said
