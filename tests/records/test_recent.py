"""What was finished lately, told by the store: the latest attempts, the days, the ends."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from salesdojo.content.model import Outcome
from salesdojo.practice.scoring import Result
from salesdojo.records.finishing import in_order
from salesdojo.records.history.recent import Ends
from salesdojo.records.store import Store
from support.records import Talk, aoki, begun, fork, result, url
from support.servers import Base

OTHER = Talk(b'{"scenario": "other"}', "other")


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as opened:
        yield opened


def finish(
    store: Store, name: str, at: int, told: Result | None = None, talk: Talk | None = None
) -> None:
    begun(store, name, scenario=talk or Talk())
    store.finish(name, told or result(80), at)


def ended(outcome: Outcome) -> Result:
    return replace(result(80), outcome=outcome)


def test_the_latest_attempts_stand_in_the_order_of_finishing_and_repeats_are_told(
    store: Store,
) -> None:
    begun(store, "slow")
    finish(store, "a1", 2_000)
    finish(store, "b1", 3_000, talk=OTHER)
    store.finish("slow", result(60), 4_000)
    finish(store, "b2", 5_000, talk=OTHER)
    told = store.recent.latest(aoki(store), 3)
    assert [(one.attempt, one.at, one.repeat) for one in told] == [
        ("b1", 3_000, False),
        ("slow", 4_000, True),  # begun before a1, but finished after it
        ("b2", 5_000, True),
    ]
    assert [one.result.quality for one in told] == [80, 60, 80]


def test_the_latest_attempt_of_everyone_in_a_team_is_told_at_once(store: Store) -> None:
    people = {name: store.person(name, "east") for name in ("Aoki", "Baba", "Chiba")}
    other = store.person("Aoki", "west")
    for name, person in (("a1", people["Aoki"]), ("b1", people["Baba"]), ("w1", other)):
        begun(store, name, person=person)
        store.finish(name, result(80), 2_000)
    begun(store, "a2", person=people["Aoki"])
    store.finish("a2", result(60), 1_000)  # the clock was set back meanwhile
    store.finish("b1", result(90), 9_000)  # scored again
    assert store.recent.last_in_team("east") == {
        people["Aoki"].id: "a2",
        people["Baba"].id: "b1",
    }
    assert store.recent.last_in_team("north") == {}


def test_a_rescored_attempt_keeps_its_place_and_time_and_tells_its_latest_result(
    store: Store,
) -> None:
    finish(store, "a1", 2_000, result(40))
    finish(store, "b1", 3_000, result(50), OTHER)
    store.finish("a1", result(90), 9_000)
    told = store.recent.latest(aoki(store), 10)
    assert [(one.attempt, one.at, one.result.quality) for one in told] == [
        ("a1", 2_000, 90),
        ("b1", 3_000, 50),
    ]


def test_retries_are_no_attempts_but_a_day_of_practice(store: Store) -> None:
    finish(store, "a1", 2_000, ended(Outcome.LOST))
    fork(store, "a2", "a1", 1)
    store.finish("a2", result(100), 3_000)
    assert [one.attempt for one in store.recent.latest(aoki(store), 10)] == ["a1"]
    assert store.recent.ends(aoki(store)) == (Ends("talk", Outcome.LOST, first=True, count=1),)
    assert store.recent.times(aoki(store), 0) == (2_000, 3_000)


def test_nobody_sees_what_another_finished(store: Store) -> None:
    finish(store, "a1", 2_000)
    sato = store.person("Sato")
    assert store.recent.latest(sato, 10) == ()
    assert store.recent.times(sato, 0) == ()
    assert store.recent.ends(sato) == ()


def test_ends_are_counted_by_scenario_and_the_first_attempt_apart(store: Store) -> None:
    finish(store, "a1", 2_000, ended(Outcome.LOST))
    finish(store, "a2", 3_000, ended(Outcome.WON))
    finish(store, "a3", 4_000, ended(Outcome.WON))
    finish(store, "b1", 5_000, ended(Outcome.ADVANCED), OTHER)
    assert set(store.recent.ends(aoki(store))) == {
        Ends("talk", Outcome.LOST, first=True, count=1),
        Ends("talk", Outcome.WON, first=False, count=2),
        Ends("other", Outcome.ADVANCED, first=True, count=1),
    }


def test_what_is_left_out_is_not_counted(store: Store) -> None:
    finish(store, "a1", 2_000)
    finish(store, "b1", 3_000, talk=OTHER)
    assert [one.scenario for one in store.recent.ends(aoki(store), {"talk"})] == ["other"]


def test_times_begin_where_they_are_asked_for_and_keep_what_a_clock_set_back(store: Store) -> None:
    for number, at in enumerate((1_000, 5_000, 2_000, 6_000)):
        finish(store, f"a{number}", at)
    assert store.recent.times(aoki(store), 4_000) == (5_000, 2_000, 6_000)
    assert store.recent.times(aoki(store), 9_000) == ()


def test_times_that_never_were_are_brought_in_order(store: Store) -> None:
    for number, at in enumerate((1_000, 99_000, 2_000)):
        finish(store, f"a{number}", at)
    told = in_order(store.recent.latest(aoki(store), 10), 5_000)
    assert [one.at for one in told] == [1_000, 2_000, 2_000]
