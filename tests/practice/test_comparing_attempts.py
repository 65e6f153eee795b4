"""Two attempts side by side: where they part, what stands beside what, and the exemplar."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.comparing_attempts import Comparison, Kind, Road, Row, compared
from salesdojo.practice.exemplar import exemplar
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import explored
from support.scenarios import Plain, choice, scenario, scenarios
from support.table_talks import OPENING, table_talk

SEEDS = st.integers(0, 5)
PICKS = st.lists(st.integers(0, 5), min_size=14, max_size=14)


def road(story: Scenario, seed: int, picks: list[int]) -> Road:
    """Play to an end, taking the offered choices at these places, round their number."""
    attempt = Attempt(story, seed)
    for pick in picks:
        if attempt.outcome is not None:
            break
        offered = attempt.offered
        attempt, _ = attempt.take(offered[pick % len(offered)].id)
    assume(attempt.outcome is not None)
    return Road(attempt, score(attempt, explored(story).solution))


def taken(story: Scenario, *choices: str, seed: int = 0) -> Road:
    attempt = replay(story, seed, choices)
    return Road(attempt, score(attempt, explored(story).solution))


def mirrored(rows: tuple[Row, ...]) -> list[Row]:
    """Change the sides; of what stands alone the left side's come first again."""
    flipped: list[Row] = []
    block: list[Row] = []
    for row in (*rows, None):
        if row is not None and row.kind in {Kind.LEFT, Kind.RIGHT}:
            block.append(Row(row.right, row.left))
            continue
        flipped += sorted(block, key=lambda one: one.kind is Kind.RIGHT)
        block = []
        if row is not None:
            flipped.append(Row(row.right, row.left))
    return flipped


def turns(rows: tuple[Row, ...]) -> tuple[list[int], list[int]]:
    left = [row.left.judged.turn for row in rows if row.left is not None]
    right = [row.right.judged.turn for row in rows if row.right is not None]
    return left, right


@settings(max_examples=100, deadline=None)
@given(story=scenarios(), seed=SEEDS, picks=PICKS)
def test_an_attempt_does_not_part_from_itself(story: Scenario, seed: int, picks: list[int]) -> None:
    one = road(story, seed, picks)
    told = compared(one, one)
    assert told.parting is None
    assert {row.kind for row in told.rows} <= {Kind.SAME}
    assert told.decisive == ()
    assert all(shares.left == shares.right and not shares.rows for shares in told.shares)


@settings(max_examples=150, deadline=None)
@given(story=scenarios(), seeds=st.tuples(SEEDS, SEEDS), left=PICKS, right=PICKS)
def test_changing_the_sides_mirrors_what_is_told(
    story: Scenario, seeds: tuple[int, int], left: list[int], right: list[int]
) -> None:
    one, other = road(story, seeds[0], left), road(story, seeds[1], right)
    told, back = compared(one, other), compared(other, one)
    assert mirrored(told.rows) == list(back.rows)
    assert told.parting == back.parting
    assert len(told.decisive) == len(back.decisive)
    assert told.by_chance == back.by_chance
    assert {(one.criterion, one.left, one.right) for one in told.shares} == {
        (one.criterion, one.right, one.left) for one in back.shares
    }


@settings(max_examples=150, deadline=None)
@given(story=scenarios(), seeds=st.tuples(SEEDS, SEEDS), left=PICKS, right=PICKS)
def test_every_decision_stands_in_one_row_in_order_and_no_loss_is_lost(
    story: Scenario, seeds: tuple[int, int], left: list[int], right: list[int]
) -> None:
    one, other = road(story, seeds[0], left), road(story, seeds[1], right)
    told = compared(one, other)
    mine, yours = turns(told.rows)
    assert mine == list(range(1, len(one.attempt.events) + 1))
    assert yours == list(range(1, len(other.attempt.events) + 1))
    lost = [sum(judged.loss for judged in side.result.decisions) for side in (one, other)]
    assert abs(sum(row.gain for row in told.rows) - (lost[0] - lost[1])) < 1e-9


@settings(max_examples=150, deadline=None)
@given(story=scenarios(), seed=SEEDS, left=PICKS, right=PICKS)
def test_with_the_same_draws_they_part_at_two_choices_of_one_scene(
    story: Scenario, seed: int, left: list[int], right: list[int]
) -> None:
    one, other = road(story, seed, left), road(story, seed, right)
    told = compared(one, other)
    steps = [
        [(event.scene, event.choice.id) for event in side.attempt.events] for side in (one, other)
    ]
    if steps[0] == steps[1]:
        assert told.parting is None
        return
    assert told.parting is not None
    assert not told.by_chance
    assert steps[0][: told.parting] == steps[1][: told.parting]
    parting = told.rows[told.parting]
    assert parting.left is not None
    assert parting.right is not None
    assert parting.left.event.scene == parting.right.event.scene


@settings(max_examples=150, deadline=None)
@given(story=scenarios(repeats=True), seed=SEEDS, picks=PICKS)
def test_the_exemplar_costs_nothing_and_parts_where_the_attempt_first_lost(
    story: Scenario, seed: int, picks: list[int]
) -> None:
    one = road(story, seed, picks)
    solved = explored(story)
    perfect = exemplar(one.attempt, solved)
    if perfect is None:
        return
    result = score(perfect, solved.solution)
    assert not any(judged.loss for judged in result.decisions)
    assert result.quality == 100
    told = compared(one, Road(perfect, result))
    first = next((judged.turn for judged in one.result.decisions if judged.loss), None)
    if first is None:
        assert told.parting is None
    else:
        assert told.parting == first - 1


def hub() -> Scenario:
    """A talk of two questions in any order, a fork in it, and a common end."""
    ask: Plain = {"goto": "hub", "points": {"inquiry": 1}}
    return scenario(
        {
            "hub": {
                "choices": {
                    "why": choice(**ask),
                    "how": choice(**ask),
                    "go": choice(goto="price", points={"value": 1}),
                    "push": choice(goto="anger", points={"value": -1}),
                }
            },
            "anger": {"choices": {"sorry": choice(goto="price"), "shrug": choice(goto="lost")}},
            "price": {
                "choices": {
                    "fair": choice(goto="won", points={"value": 2}),
                    "cut": choice(goto="won"),
                }
            },
            "won": {"end": "won"},
            "lost": {"end": "lost"},
        }
    )


def kinds(told: Comparison) -> list[str]:
    return [row.kind.value for row in told.rows]


def test_roads_that_meet_again_stand_beside_each_other_again() -> None:
    told = compared(
        taken(hub(), "why", "push", "sorry", "cut"), taken(hub(), "why", "how", "go", "fair")
    )
    assert kinds(told) == ["same", "apart", "left", "right", "apart"]
    assert (told.parting, told.by_chance) == (1, False)
    worst = told.rows[told.decisive[0]]
    assert worst.gain == max(row.gain for row in told.rows)
    by_name = {one.criterion: one for one in told.shares}
    assert by_name["value"].rows == (1, 3, 4)
    assert by_name["inquiry"].rows == (1,)


def test_the_same_questions_in_another_order_are_marked_as_said_too() -> None:
    told = compared(
        taken(hub(), "why", "how", "go", "fair"), taken(hub(), "how", "why", "go", "fair")
    )
    assert kinds(told) == ["apart", "apart", "same", "same"]
    assert told.decisive == ()
    first = told.rows[0]
    assert (first.left and first.left.also, first.right and first.right.also) == (2, 2)


def test_two_seeds_may_part_by_chance() -> None:
    story = scenario(
        {
            "door": {"choices": {"knock": choice(goto="luck")}},
            "luck": {"goto": [{"weight": 1, "to": "in"}, {"weight": 1, "to": "out"}]},
            "in": {"choices": {"ask": choice(points={"inquiry": 1}, goto="won")}},
            "out": {"choices": {"wait": choice(goto="lost")}},
            "won": {"end": "won"},
            "lost": {"end": "lost"},
        }
    )
    by_scene = {Attempt(story, seed).take("knock")[0].scene.id: seed for seed in range(20)}
    told = compared(
        taken(story, "knock", "ask", seed=by_scene["in"]),
        taken(story, "knock", "wait", seed=by_scene["out"]),
    )
    assert kinds(told) == ["same", "left", "right"]
    assert (told.parting, told.by_chance) == (1, True)


def test_two_revisions_are_compared_by_their_ids() -> None:
    later = scenario(
        {
            "hub": {
                "choices": {
                    "why": choice(goto="price", points={"inquiry": 3}, say="Other words"),
                    "push": choice(goto="lost"),
                }
            },
            "price": {"choices": {"fair": choice(goto="won")}},
            "won": {"end": "won"},
            "lost": {"end": "lost"},
        }
    )
    told = compared(taken(hub(), "why", "go", "fair"), taken(later, "why", "fair"))
    assert not told.same_revision
    assert kinds(told) == ["same", "left", "same"]
    assert {one.criterion: one.right is None for one in told.shares} == {
        "inquiry": False,
        "value": True,
    }


def test_the_exemplar_asks_what_the_attempt_asked_too_before_anything_else() -> None:
    story = hub()
    attempt = taken(story, "push", "sorry", "cut").attempt
    perfect = exemplar(attempt, explored(story))
    assert perfect is not None
    assert [event.choice.id for event in perfect.events][-2:] == ["go", "fair"]
    late = taken(story, "how", "go", "fair").attempt
    perfect = exemplar(late, explored(story))
    assert perfect is not None
    assert [event.choice.id for event in perfect.events] == ["how", "why", "go", "fair"]


def test_there_is_no_exemplar_of_a_talk_that_never_ends() -> None:
    story = scenario(
        {"hub": {"choices": {"wait": choice(repeat=True, goto="hub")}}, "e": {"end": "won"}}
    )
    assert exemplar(Attempt(story, 0), explored(story)) is None


def test_a_row_tells_by_how_much_the_right_side_did_better() -> None:
    told = compared(
        taken(hub(), "why", "push", "sorry", "fair"), taken(hub(), "why", "how", "go", "fair")
    )
    lost = told.left.result.quality - told.right.result.quality
    assert abs(sum(row.gain for row in told.rows) + lost) < 1e-9
    worst = told.rows[told.decisive[0]]
    assert worst.left is not None
    assert replace(worst, right=None).gain == worst.left.loss


def test_the_moves_that_ended_two_negotiations_stand_beside_each_other() -> None:
    story = table_talk()
    ended = "propose price=128 delivery=4_wk payment=net_60 warranty=12_m"
    one = taken(story, "warm", OPENING, "ask why_delivery", ended, "walk_away")
    other = taken(story, "warm", OPENING, ended, "ask why_delivery", "reason migration", "as soft")
    for left, right in ((one, other), (other, one)):
        told = compared(left, right)
        ends = [
            row for row in told.rows if any(s and s.judged.table for s in (row.left, row.right))
        ]
        assert len(ends) == 1
        assert told.decisive == (told.rows.index(ends[0]),)
        assert ends[0].gain == pytest.approx(right.result.quality - left.result.quality)
        assert turns(told.rows) == (
            [one.turn for one in left.result.decisions],
            [one.turn for one in right.result.decisions],
        )
    assert mirrored(compared(one, other).rows) == list(compared(other, one).rows)
