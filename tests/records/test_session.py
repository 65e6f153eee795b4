"""A talk that is remembered: left in the middle, taken up, retried, and scored."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError, RecordsError
from salesdojo.practice.solving import solve
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.records import aoki, lock_held, raw, unlock, url
from support.scenarios import choice, scenario, scenarios
from support.servers import Base

STORY = scenario(
    {
        "opening": {
            "hint": "The reason before the price.",
            "choices": {
                "ask_why": choice(points={"inquiry": 3}, goto="chance"),
                "cut_price": choice(goto="chance"),
            },
        },
        "chance": {"goto": [{"weight": 1, "to": "calm"}, {"weight": 1, "to": "tense"}]},
        "calm": {
            "choices": {"sign": choice(points={"value": 2}, goto="won"), "go": choice(goto="won")}
        },
        "tense": {
            "choices": {"sign": choice(points={"value": 2}, goto="won"), "go": choice(goto="won")}
        },
        "won": {"end": "won", "satisfaction": 80},
    }
)


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def started(store: Store, played: Scenario = STORY, seed: int = 7) -> Session:
    numbers = count(len(store.attempts(aoki(store))))
    return Session.start(
        store,
        aoki(store),
        played,
        seed=seed,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"a{next(numbers)}",
    )


def left(store: Store, scenario_id: str = "talk") -> AttemptRecord:
    record = store.unfinished(aoki(store), scenario_id)
    assert record is not None
    return record


def taken_up(store: Store) -> Session:
    return Session.resume(store, left(store), clock=lambda: 2_000)


def test_a_choice_is_stored_before_its_event_is_given(store: Store, place: Path | Base) -> None:
    session = started(store)
    event = session.take("ask_why", elapsed_ms=2_500)
    assert raw(place, "SELECT turn, scene, choice, elapsed_ms FROM decision") == [
        (event.turn, "opening", "ask_why", 2_500)
    ]
    assert session.saved == 1


def test_a_talk_left_is_taken_up_where_it_was(store: Store, place: Path | Base) -> None:
    session = started(store)
    session.take("cut_price")
    with Store.open(url(place)) as later:
        resumed = taken_up(later)
        assert resumed.attempt == session.attempt
        assert (resumed.saved, resumed.record.saved) == (1, 1)
        resumed.take("sign")
        assert resumed.attempt.outcome == "won"


def test_a_clock_that_jumps_back_in_the_middle_of_a_talk_changes_no_order(store: Store) -> None:
    session = started(store)
    session.take("cut_price")
    later = Session.resume(store, left(store), clock=lambda: -86_400_000)
    later.take("sign")
    stored = store.decisions(session.record.id)
    assert [(one.turn, one.choice) for one in stored] == [(1, "cut_price"), (2, "sign")]
    assert stored[1].at < stored[0].at
    assert store.verify_chain(session.record.id) is None
    assert Session.resume(store, store.attempt(session.record.id), clock=int).attempt == (
        later.attempt
    )


def test_a_talk_left_goes_on_with_the_scenario_as_it_was(store: Store) -> None:
    started(store).take("ask_why")
    changed = scenario({"opening": {"end": "lost"}})
    assert changed.revision != STORY.revision
    assert taken_up(store).attempt.scenario == STORY
    assert started(store, changed).attempt.scenario == changed


def test_a_choice_that_is_not_offered_stores_nothing(store: Store) -> None:
    session = started(store)
    with pytest.raises(PracticeError, match="PR001"):
        session.take("fly_away")
    assert store.decisions(session.record.id) == ()


def test_a_choice_that_cannot_be_stored_leaves_the_talk_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path), patience=0.3) as store:
        session = started(store)
        before = session.attempt
        with lock_held(path), pytest.raises(RecordsError, match="DB001"):
            session.take("ask_why")
        assert (session.attempt, session.saved) == (before, 0)
        assert session.take("ask_why").turn == 1


def test_two_windows_on_one_talk_agree_or_are_told(store: Store, place: Path | Base) -> None:
    one = started(store)
    with Store.open(url(place)) as elsewhere:
        other = taken_up(elsewhere)
        one.take("ask_why")
        other.take("ask_why")
        other.take("sign")
        with pytest.raises(RecordsError, match="DB015"):
            one.take("go")
        assert one.saved == 1
        assert taken_up(store).attempt == other.attempt


def test_two_windows_that_begin_the_same_scenario_have_a_talk_each(store: Store) -> None:
    one, other = started(store), started(store)
    one.take("ask_why")
    other.take("cut_price")
    assert [record.saved for record in store.attempts(aoki(store))] == [1, 1]


def test_a_hint_read_marks_the_next_decision_only(store: Store) -> None:
    session = started(store)
    hint = session.hint()
    assert hint is not None
    assert hint.spoken("en") == "The reason before the price."
    session.take("ask_why")
    assert session.hint() is None
    session.take("sign")
    assert [one.hinted for one in store.decisions(session.record.id)] == [True, False]


def test_a_retry_begins_before_its_turn_and_is_marked(store: Store) -> None:
    session = started(store)
    session.take("ask_why")
    session.take("go")
    session.result(solve(STORY))
    retry = session.fork_at(2)
    assert retry.record.fork == Fork(session.record.id, 2)
    assert (retry.saved, retry.attempt.scene) == (
        1,
        session.attempt.scenario.scenes[session.attempt.events[1].scene],
    )
    retry.take("sign")
    assert retry.result(solve(STORY)).quality == 100
    standing = store.standings(aoki(store))["talk"]
    assert (standing.attempts, standing.best) == (1, standing.first)
    with pytest.raises(RecordsError, match="DB024"):
        session.fork_at(4)


def test_the_result_is_kept_and_the_talk_is_over(store: Store) -> None:
    session = started(store)
    session.take("ask_why")
    session.take("sign")
    result = session.result(solve(STORY))
    assert result.quality == 100
    assert store.result(session.record.id) == result
    assert store.unfinished(aoki(store), "talk") is None
    assert session.result(solve(STORY)) == result
    assert store.status().counts["result"] == 1


def test_a_talk_that_ended_just_before_its_result_was_kept_is_scored_later(store: Store) -> None:
    session = started(store)
    session.take("ask_why")
    session.take("sign")
    assert taken_up(store).result(solve(STORY)).passed


@pytest.mark.parametrize(
    "change", ["choice = 'fly_away'", "scene = 'elsewhere'", "choice = 'sign' WHERE turn = 1"]
)
def test_decisions_that_cannot_be_played_are_said(
    store: Store, place: Path | Base, change: str
) -> None:
    session = started(store)
    session.take("ask_why")
    unlock(place)
    raw(place, f"UPDATE decision SET {change}")  # noqa: S608 - our own words
    with pytest.raises(RecordsError, match="DB018"):
        taken_up(store)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(played=scenarios(repeats=True), seed=st.integers(0, 2**63 - 1), chooser=st.randoms())
def test_any_talk_taken_up_is_the_talk_that_was_left(
    store: Store, played: Scenario, seed: int, chooser: Random
) -> None:
    session = started(store, played, seed)
    for _ in range(chooser.randint(0, 6)):
        if session.attempt.outcome is None:
            session.take(chooser.choice(session.attempt.shown).id)
    resumed = Session.resume(store, store.attempt(session.record.id), clock=lambda: 0)
    assert resumed.attempt == session.attempt
    assert resumed.attempt.shown == session.attempt.shown
