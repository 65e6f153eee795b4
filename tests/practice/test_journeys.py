"""What carries over between chapters, and what is said of it in the end."""

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.catalogue import Stage
from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay
from salesdojo.practice.journey_story import Deal, closed_lines, story
from salesdojo.practice.journeys import NOTHING, Carried, carried_on, carrying, goes_on
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.solving import solve
from support.scenarios import choice, scenario, scenarios

ENDS = {"won": {"end": "won"}, "lost": {"end": "lost"}, "advanced": {"end": "advanced"}}


def first() -> Scenario:
    return scenario(
        {
            "opening": {
                "choices": {
                    "ask": choice(
                        points={"inquiry": 3}, effect={"trust": 20}, learn=["cash"], goto="advanced"
                    ),
                    "push": choice(effect={"trust": -30}, goto="advanced"),
                    "insult": choice(goto="lost"),
                }
            },
            **ENDS,
        },
        meters={"trust": 40, "mood": 50},
        facts={"cash": "Cash is short"},
        id="first",
    )


def second() -> Scenario:
    return scenario(
        {
            "opening": {
                "choices": {
                    "remind": choice(when="cash", points={"value": 3}, goto="won"),
                    "both": choice(when="cash and boss", points={"value": 2}, goto="won"),
                    "tell": choice(when="cash", points={"value": -1}, goto="advanced"),
                    "lie": choice(
                        when="cash", points={"value": 3}, breach="false_identity", goto="won"
                    ),
                    "chat": choice(points={"value": 1}, goto="advanced"),
                }
            },
            **ENDS,
        },
        meters={"trust": {"start": 70, "hidden": True}},  # type: ignore[dict-item]
        facts={"boss": "The boss decides", "cash": "Cash is short"},
        learned=["cash"],
        id="second",
        stage="closing",
    )


def played(*roads: str) -> list[tuple[Attempt, Result]]:
    carried, finished = NOTHING, []
    for place, (chapter, road) in enumerate(zip((first(), second()), roads, strict=False)):
        begun = carrying(chapter, carried) if place else chapter
        attempt = replay(begun, 7, road.split(","))
        carried = carried_on(carried, attempt)
        finished.append((attempt, score(attempt, solve(begun))))
    return finished


def test_facts_learned_before_the_talk_are_known_at_its_opening() -> None:
    attempt = Attempt(second(), 1)
    assert attempt.facts == {"cash"}
    assert [one.id for one in attempt.offered] == ["remind", "tell", "lie", "chat"]
    over, _ = attempt.take("remind")
    assert score(over, solve(second())).learned == ()


def test_a_later_chapter_begins_with_what_was_carried_and_not_with_its_file() -> None:
    attempt = replay(first(), 1, ["push"])
    carried = carried_on(NOTHING, attempt)
    begun = carrying(second(), carried)
    assert (begun.meters["trust"].start, begun.meters["trust"].hidden) == (10, True)
    assert begun.learned == ()
    assert begun.revision != second().revision
    assert [one.id for one in Attempt(begun, 1).offered] == ["chat"]


def test_what_a_chapter_does_not_declare_is_carried_past_it() -> None:
    carried = carried_on(Carried({"price": 3}, frozenset({"old"})), replay(first(), 1, ["ask"]))
    assert carried == Carried({"price": 3, "trust": 60, "mood": 50}, frozenset({"old", "cash"}))


def test_where_nothing_is_different_the_scenario_stays_itself() -> None:
    here = second()
    assert carrying(here, Carried({"trust": 70}, frozenset({"cash", "other"}))) is here


def test_a_deal_goes_on_until_it_is_lost_or_declined() -> None:
    assert {one for one in Outcome if not goes_on(one)} == {Outcome.LOST, Outcome.DECLINED}


def test_the_story_names_the_line_that_an_earlier_chapter_would_have_opened() -> None:
    told = story(played("push", "chat"))
    (closed,) = told.chapters[1].closed
    assert (closed.scene, closed.choice) == ("opening", "remind")
    (taught,) = closed.opened_by
    assert (taught.fact, taught.chapter, taught.text.spoken("en")) == ("cash", 0, "Cash is short")
    assert (told.furthest, told.deal) == (Stage.CLOSING, Deal.OPEN)


def test_a_line_that_needs_two_facts_names_both() -> None:
    both = scenario(
        {
            "opening": {
                "choices": {
                    "both": choice(when="cash and boss", points={"value": 2}, goto="won"),
                    "chat": choice(goto="advanced"),
                }
            },
            **ENDS,
        },
        facts={"boss": "The boss decides", "cash": "Cash is short"},
        id="third",
    )
    teaching = scenario(
        {
            "opening": {"choices": {"ask": choice(learn=["boss", "cash"], goto="won")}},
            "won": {"end": "won"},
        },
        facts={"boss": "The boss decides", "cash": "Cash is short"},
    )
    (closed,) = closed_lines(replay(both, 1, ["chat"]), [teaching])
    assert [taught.fact for taught in closed.opened_by] == ["boss", "cash"]
    assert closed_lines(replay(both, 1, ["chat"]), [first()]) == ()


def test_no_line_is_closed_that_was_offered_or_that_nobody_could_open() -> None:
    told = story(played("ask", "chat"))
    assert [chapter.closed for chapter in told.chapters] == [(), ()]
    assert told.chapters[1].facts == ("cash",)
    assert told.chapters[1].meters == {"trust": 60}


def test_quality_is_measured_from_where_the_trainee_began() -> None:
    told = story(played("push", "chat"))
    assert [round(chapter.quality) for chapter in told.chapters] == [0, 100]
    assert told.lowest == 0
    assert round(story(played("ask", "chat")).chapters[1].quality) == 33


def test_a_deal_is_won_where_it_is_signed_and_lost_where_it_ends() -> None:
    assert story(played("ask", "remind")).deal is Deal.WON
    assert story(played("insult")).deal is Deal.LOST
    assert story(played("ask")).deal is Deal.OPEN


@given(scenarios(loops=False), scenarios(loops=False), st.data(), st.integers(0, 2**32))
def test_an_attempt_in_a_journey_is_replayed_from_what_is_stored_with_it(
    one: Scenario, other: Scenario, data: st.DataObject, seed: int
) -> None:
    carried = NOTHING
    for place, chapter in enumerate((one, other)):
        attempt = Attempt(carrying(chapter, carried) if place else chapter, seed)
        while attempt.offered:
            taken = data.draw(st.sampled_from([one.id for one in attempt.offered]))
            attempt, _ = attempt.take(taken)
        stored = attempt.scenario.canonical
        again = scenario_from_canonical(stored)
        assert again.revision == attempt.scenario.revision
        road = [event.choice.id for event in attempt.events]
        replayed = replay(again, seed, road)
        assert replayed.state == attempt.state
        result = score(attempt, solve(attempt.scenario))
        assert score(replayed, solve(again)) == result
        carried = carried_on(carried, attempt)
        assert carried.meters == dict(replayed.meters)
