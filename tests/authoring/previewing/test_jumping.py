"""To any scene: by the shortest road there is, back along one's own, or not at all."""

from hypothesis import given

from salesdojo.authoring.previewing.jumping import Jump, Way, jump, scenes_met
from salesdojo.authoring.previewing.rehearsal import Rehearsal
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import explored
from support.scenarios import choice, scenario, scenarios

TALK = scenario(
    {
        "door": {"choices": {"ask": choice(goto="table"), "push": choice(goto="luck")}},
        "table": {"choices": {"offer": choice(goto="good"), "wait": choice(goto="luck")}},
        "luck": {"goto": [{"weight": 1, "to": "calm"}, {"weight": 3, "to": "bad"}]},
        "calm": {"choices": {"thank": choice(goto="good")}},
        "nowhere": {"choices": {"shout": choice(goto="bad")}},
        "good": {"end": "won"},
        "bad": {"end": "lost"},
    }
)


def begun(seed: int = 1) -> Rehearsal:
    return Rehearsal.begun(TALK, seed)


def jumped(scene: str, start: Rehearsal) -> Jump | None:
    return jump(start, explored(TALK), scene)


def road(found: Jump | None) -> list[str] | None:
    return None if found is None else [step.choice for step in found.rehearsal.road]


def seed_with(scene: str) -> int:
    """Return a seed with which `push` leads to `scene`."""
    return next(seed for seed in range(50) if begun(seed).taken("push").attempt.scene.id == scene)


def test_the_shortest_road_leads_there() -> None:
    assert jumped("table", begun()) == Jump(begun().taken("ask"), Way.SHORTEST)
    assert road(jumped("good", begun(seed_with("bad")))) == ["ask", "offer"]


def test_the_start_is_reached_by_no_decision() -> None:
    assert jumped("door", begun().taken("ask")) == Jump(begun(), Way.BACK)


def test_a_scene_on_the_road_is_gone_back_to() -> None:
    late = begun().taken("ask").taken("offer")
    assert jumped("table", late) == Jump(begun().taken("ask"), Way.BACK)


def test_where_chance_falls_another_way_another_seed_is_found_and_said() -> None:
    found = jumped("calm", begun(seed_with("bad")))
    assert found is not None
    assert (found.way, found.rehearsal.attempt.scene.id) == (Way.OTHER_LUCK, "calm")


def test_a_scene_that_moves_on_by_itself_is_passed_by_the_last_decision() -> None:
    assert road(jumped("luck", begun())) == ["push"]


def test_no_road_leads_where_nothing_goes() -> None:
    assert jumped("nowhere", begun()) is None
    assert scenes_met(explored(TALK)) == set(TALK.scenes) - {"nowhere"}


@given(scenarios())
def test_every_scene_that_a_talk_can_rest_in_is_come_to(generated: Scenario) -> None:
    solved = explored(generated)
    begun = Rehearsal.begun(generated, 1)
    met = scenes_met(solved)
    for scene in generated.scenes.values():
        found = jump(begun, solved, scene.id)
        if scene.choices or scene.end:
            assert (found is not None) == (scene.id in met)
        if found is not None:
            last = found.rehearsal.attempt.events[-1:]
            heard = last[0].heard if last else found.rehearsal.attempt.opening
            assert scene.id in [one.scene for one in heard]
