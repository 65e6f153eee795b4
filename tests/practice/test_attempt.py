"""What playing looks like to whoever holds an attempt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay
from support.scenarios import choice, scenario, scenarios

STORY = scenario(
    {
        "opening": {
            "customer": [
                {"when": "trust > 60", "say": "Welcome back."},
                {"say": "Yes?"},
            ],
            "note": "Looks at the clock.",
            "seconds": 30,
            "timeout": "stay_silent",
            "choices": {
                "ask_why": choice(
                    points={"inquiry": 3},
                    effect={"trust": 70, "irritation": -20},
                    learn=["cash"],
                    goto="reason",
                ),
                "stay_silent": choice(repeat=True, points={"value": 1}, goto="opening"),
                "lie": choice(breach="false_identity", effect={"trust": "=0"}, goto="out"),
            },
        },
        "reason": {"customer": "Because.", "goto": [{"when": "cash", "to": "deal"}, {"to": "out"}]},
        "deal": {
            "choices": {
                "sign": choice(when="cash and trust == 100", goto="won"),
                "wait": choice(when="turn > 1", goto="out"),
            }
        },
        "won": {"customer": "Fine.", "end": "won", "satisfaction": "trust + 50"},
        "out": {"customer": "No.", "end": "lost", "satisfaction": "trust - 50"},
    },
    meters={"trust": 40, "irritation": 10},
    facts={"cash": "Cash is short"},
)


def test_a_choice_earns_moves_uncovers_and_leads_on() -> None:
    attempt, event = Attempt(STORY, 1).take("ask_why")

    assert event.points == {"inquiry": 3}
    assert event.moved == {"trust": (40, 100), "irritation": (10, 0)}
    assert event.learned == ("cash",)
    assert [heard.scene for heard in event.heard] == ["reason", "deal"]
    assert attempt.scene.id == "deal"
    assert attempt.facts == {"cash"}
    assert [could.id for could in attempt.offered] == ["sign"]


def test_the_attempt_before_stays_as_it_was() -> None:
    before = Attempt(STORY, 1)
    before.take("ask_why")
    assert before.turn == 0
    assert before.meters == {"trust": 40, "irritation": 10}


def test_the_customer_speaks_by_mood() -> None:
    assert Attempt(STORY, 1).opening[0].line.spoken("en") == "Yes?"
    _, silent = Attempt(STORY, 1).take("stay_silent", timed_out=True)
    assert silent.timed_out
    assert silent.heard[0].line.spoken("en") == "Yes?"


def test_a_repeated_choice_earns_once() -> None:
    attempt, first = Attempt(STORY, 1).take("stay_silent")
    _, second = attempt.take("stay_silent")
    assert (first.points, second.points) == ({"value": 1}, {})


def test_a_wrong_choice_says_what_is_offered() -> None:
    with pytest.raises(PracticeError) as refused:
        Attempt(STORY, 1).take("sign")
    assert refused.value.code == "PR001"
    assert "ask_why, stay_silent, lie" in refused.value.cause("en") + refused.value.remedy("en")


def test_a_finished_talk_takes_no_more_choices() -> None:
    attempt = replay(STORY, 1, ["ask_why", "sign"])
    assert (attempt.outcome, attempt.satisfaction) == ("won", 100)
    with pytest.raises(PracticeError) as refused:
        attempt.take("sign")
    assert refused.value.code == "PR002"


def test_satisfaction_stays_between_0_and_100() -> None:
    assert replay(STORY, 1, ["lie"]).satisfaction == 0


def test_silence_decides_only_while_its_choice_is_offered() -> None:
    assert Attempt(STORY, 1).deadline == 30
    assert replay(STORY, 1, ["ask_why"]).deadline is None


def test_a_talk_with_nothing_left_to_say_has_stalled() -> None:
    story = scenario(
        {"s": {"choices": {"a": choice(when="turn > 5", goto="e")}}, "e": {"end": "won"}}
    )
    assert Attempt(story, 1).outcome == "stalled"


def test_choices_are_shown_in_an_order_of_the_seed_that_stays_through_the_talk() -> None:
    orders = {tuple(could.id for could in Attempt(STORY, seed).shown) for seed in range(40)}
    assert len(orders) == 6
    attempt = Attempt(STORY, 5)
    again, _ = attempt.take("stay_silent")
    assert attempt.shown == again.shown


def test_a_fixed_order_is_the_files() -> None:
    scenes: dict[str, dict[str, object]] = {
        "s": {
            "order": "fixed",
            "choices": {name: choice(goto="e") for name in ("third", "first", "second")},
        },
        "e": {"end": "won"},
    }
    story = scenario(scenes)
    assert [could.id for could in Attempt(story, 9).shown] == ["third", "first", "second"]


@settings(max_examples=80, deadline=None)
@given(story=scenarios(repeats=True), seed=st.integers(0, 9999), data=st.data())
def test_replay_equals_play(story: Scenario, seed: int, data: st.DataObject) -> None:
    attempt = Attempt(story, seed)
    taken: list[str] = []
    while attempt.outcome is None and len(taken) < 12:
        could = [could.id for could in attempt.offered]
        attempt, event = attempt.take(data.draw(st.sampled_from(could)))
        taken.append(event.choice.id)
        assert all(0 <= value <= 100 for value in attempt.meters.values())
    assert replay(story, seed, taken) == attempt
