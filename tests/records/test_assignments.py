"""Assignments in the records: set, changed, withdrawn, and what counts for them."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.assignments.assigned import Assigned, assigned_to, due_by_scenario
from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.assignments.assignment_doing import Asked
from salesdojo.records.assignments.assignment_status import Done, Status, Tried
from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork, Person
from salesdojo.records.store import Store
from support.records import Talk, begun, decision, raw, result, url
from support.servers import Base

NOON = 1_797_595_200_000
"""Of the 18th of December 2026, in UTC."""
HOUR = 3_600_000
DUE = date(2026, 12, 18)
OTHER = Talk(b'{"scenario": "other"}', "other")


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_zone("UTC", monkeypatch)


def in_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def wanted(*people: Person, **changes: Any) -> Assignment:
    keys: dict[str, Any] = {
        "id": "week_1",
        "kind": Kind.SCENARIO,
        "what": "talk",
        "scenarios": ("talk",),
        "people": people,
        "teams": (),
        "due": DUE,
        **changes,
    }
    return Assignment(**keys)


def finish(store: Store, attempt: str, person: Person, quality: float = 90, **changes: Any) -> None:
    passed = changes.pop("passed", True)
    at = changes.pop("at", NOON)
    begun(store, attempt, person=person, **changes)
    store.finish(attempt, result(quality, passed=passed), at)


def of(store: Store, person: Person, now: int = NOON) -> dict[str, Assigned]:
    return {one.assignment.id: one for one in assigned_to(store, person, now)}


def test_what_was_set_is_read_back(store: Store) -> None:
    east, aoki = store.people.add("Aoki", "east"), store.people.add("Aoki", "west")
    one = wanted(
        east, aoki,
        kind=Kind.COURSE, what="c", scenarios=("talk", "other"), teams=("west", "new"),
        minimum=80, attempts=3, mode=Mode.EXAM,
    )  # fmt: skip
    assert store.assignments.set([one], "book", NOON).new == (one,)
    (kept,) = store.assignments.kept()
    assert (kept.assignment, kept.set_at, kept.since, kept.book) == (one, NOON, 0, "book")
    assert kept.withdrawn_at is None


def test_set_twice_changes_nothing(store: Store) -> None:
    one = wanted(store.person("Aoki"))
    store.assignments.set([one], "book", NOON)
    before = store.assignments.kept()
    again = store.assignments.set([replace(one, people=one.people[::-1])], "book", NOON + 1)
    assert again.empty
    assert store.assignments.kept() == before


def test_a_new_due_day_keeps_what_was_done_and_another_scenario_does_not(store: Store) -> None:
    aoki = store.person("Aoki")
    store.assignments.set([wanted(aoki)], None, NOON)
    finish(store, "a1", aoki)
    store.assignments.set([wanted(aoki, due=date(2026, 12, 20))], None, NOON + 1)
    assert of(store, aoki)["week_1"].standing.status is Status.COMPLETED
    store.assignments.set([wanted(aoki, scenarios=("talk", "other"))], None, NOON + 2)
    assert of(store, aoki)["week_1"].done == Done()
    (kept,) = store.assignments.kept()
    assert (kept.set_at, kept.since) == (NOON + 2, 1)


def test_only_with_prune_what_vanished_from_its_book_is_withdrawn(store: Store) -> None:
    aoki = store.person("Aoki")
    one, two = wanted(aoki), wanted(aoki, id="week_2")
    store.assignments.set([one, two], "east", NOON)
    store.assignments.set([wanted(aoki, id="other")], "west", NOON)
    store.assignments.set([wanted(aoki, id="by_hand")], None, NOON)
    assert [gone.id for gone in store.assignments.set([one], "east", NOON).vanished] == ["week_2"]
    assert len(store.assignments.kept()) == 4
    pruned = store.assignments.set([one], "east", NOON, prune=True)
    assert [gone.id for gone in pruned.withdrawn] == ["week_2"]
    assert [kept.id for kept in store.assignments.kept()] == ["week_1", "other", "by_hand"]
    assert [kept.id for kept in store.assignments.kept(withdrawn=True)][1] == "week_2"
    assert set(of(store, aoki)) == {"week_1", "other", "by_hand"}
    assert store.assignments.set([one, two], "east", NOON + 9).changed[0].anew


def test_one_that_is_not_there_cannot_be_withdrawn(store: Store) -> None:
    with pytest.raises(RecordsError, match="DB071"):
        store.assignments.withdraw("nope", NOON)


def test_nothing_is_set_for_who_was_erased(store: Store) -> None:
    aoki = store.person("Aoki")
    store.people.erase(aoki, NOON, new_seed=lambda: 1)
    with pytest.raises(RecordsError, match="DB060"):
        store.assignments.set([wanted(aoki)], None, NOON)
    assert store.assignments.kept() == ()


@pytest.mark.usefixtures("utc")
def test_only_attempts_finished_since_count_whatever_the_clock_said(store: Store) -> None:
    aoki = store.person("Aoki")
    finish(store, "before", aoki, at=NOON + 9 * HOUR)
    begun(store, "open", person=aoki)
    store.assignments.set([wanted(aoki)], None, NOON)
    assert of(store, aoki)["week_1"].standing.status is Status.NOT_STARTED
    store.append("open", decision(1))
    assert of(store, aoki)["week_1"].standing.status is Status.IN_PROGRESS
    store.finish("open", result(90), NOON - 9 * HOUR)
    assert of(store, aoki)["week_1"].done == Done({"talk": Tried(1, NOON - 9 * HOUR)})


def test_retries_later_chapters_and_other_people_do_not_count(store: Store) -> None:
    aoki, baba = store.person("Aoki"), store.person("Baba")
    store.assignments.set([wanted(aoki)], None, NOON)
    finish(store, "a1", aoki, passed=False)
    store.append("a1", decision(1))
    finish(store, "a2", aoki, fork=Fork("a1", 1))
    finish(store, "b1", baba)
    finish(store, "o1", aoki, scenario=OTHER)
    run = store.journeys.begin("j1", aoki, "deal", NOON)
    for place, attempt in enumerate(("c1", "c2"), 1):
        store.journeys.begin_chapter(
            run, place, attempt, Talk(), seed=1, mode=Mode.PRACTICE, language="en", at=NOON
        )
        store.finish(attempt, result(90, passed=place > 1), NOON)
    assert of(store, aoki)["week_1"].done == Done({"talk": Tried(2, None)})
    assert of(store, baba) == {}


def test_an_exam_asks_for_exam_mode_and_practice_takes_either(store: Store) -> None:
    aoki = store.person("Aoki")
    exam, practice = wanted(aoki, id="exam", mode=Mode.EXAM), wanted(aoki, id="practice")
    store.assignments.set([exam, practice], None, NOON)
    finish(store, "a1", aoki)
    assert of(store, aoki)["exam"].standing.status is Status.NOT_STARTED
    assert of(store, aoki)["practice"].standing.status is Status.COMPLETED
    finish(store, "a2", aoki, mode=Mode.EXAM)
    assert of(store, aoki)["exam"].standing.status is Status.COMPLETED
    assert of(store, aoki)["practice"].done.tried["talk"].finished == 2


def test_the_minimum_is_beside_passing_and_only_the_first_attempts_count(store: Store) -> None:
    aoki = store.person("Aoki")
    store.assignments.set([wanted(aoki, minimum=80, attempts=2)], None, NOON)
    finish(store, "a1", aoki, 79.99)
    finish(store, "a2", aoki, 99, passed=False)
    assert of(store, aoki)["week_1"].standing.status is Status.DID_NOT_PASS
    finish(store, "a3", aoki, 100)
    assert of(store, aoki)["week_1"].done == Done({"talk": Tried(3, None)})
    store.finish("a1", result(80), NOON)  # scored anew: the latest result counts
    assert of(store, aoki)["week_1"].standing.status is Status.COMPLETED


@pytest.mark.parametrize("attempts", [None, 1])
def test_what_was_finished_before_and_scored_anew_since_does_not_count(
    store: Store, attempts: int | None
) -> None:
    aoki = store.person("Aoki")
    finish(store, "before", aoki)
    store.assignments.set([wanted(aoki, attempts=attempts)], None, NOON)
    store.finish("before", result(80), NOON + HOUR)
    assert of(store, aoki)["week_1"].done == Done()
    finish(store, "since", aoki, at=NOON + 2 * HOUR)
    store.finish("since", result(70), NOON + 3 * HOUR)
    assert of(store, aoki)["week_1"].done == Done({"talk": Tried(1, NOON + 2 * HOUR)})


def test_each_assignment_counts_by_rules_of_its_own_whoever_is_asked_about(store: Store) -> None:
    aoki, baba = store.people.add("Aoki", "east"), store.people.add("Baba", "east")
    limited = wanted(baba, id="limited", teams=("east",), attempts=1)
    exam = wanted(id="exam", teams=("east",), mode=Mode.EXAM)
    store.assignments.set([limited, exam, wanted(aoki, id="any")], None, NOON)
    finish(store, "a1", aoki, passed=False)
    finish(store, "a2", aoki, at=NOON + HOUR)
    begun(store, "b1", person=baba)
    store.append("b1", decision(1))
    told = [
        ("any", aoki, Done({"talk": Tried(2, NOON + HOUR)})),
        ("exam", aoki, Done()),
        ("exam", baba, Done()),
        ("limited", aoki, Done({"talk": Tried(2, None)})),
        ("limited", baba, Done(begun=True)),
    ]
    for asked in (Asked(), Asked(team="east")):
        _, holders = store.assignments.holders(asked)
        assert [(one.assignment, one.person, one.done) for one in holders] == told
    _, holders = store.assignments.holders(Asked(team="east", assignment="limited"))
    assert [(one.assignment, one.person, one.done) for one in holders] == told[3:]


def test_who_joins_a_team_later_has_what_it_has_and_nobody_has_it_twice(store: Store) -> None:
    east = store.people.add("Aoki", "east")
    store.assignments.set([wanted(east, teams=("east",))], None, NOON)
    later = store.people.add("Baba", "east")
    store.people.add("Chiba", "west")
    _, holders = store.assignments.holders(Asked())
    assert [one.person for one in holders] == [east, later]
    assert store.assignments.holders(Asked(team="west")) == ((), ())
    (kept,), (holder,) = store.assignments.holders(Asked(person=later.id))
    assert (kept.id, holder.person) == ("week_1", later)


def test_an_assignment_that_nobody_has_is_listed_all_the_same(store: Store) -> None:
    store.assignments.set([wanted(teams=("new",))], None, NOON)
    (kept,), holders = store.assignments.holders(Asked())
    assert (kept.id, holders) == ("week_1", ())
    assert [one.id for one in store.assignments.holders(Asked(assignment="week_1"))[0]] == [
        "week_1"
    ]


@pytest.mark.parametrize(
    ("zone", "late"), [("UTC", False), ("Asia/Tokyo", True), ("America/Los_Angeles", False)]
)
def test_the_day_ends_where_somebody_looks(
    store: Store, zone: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = NOON + 4 * HOUR  # one in the morning of the 19th in Tokyo
    for _ in in_zone(zone, monkeypatch):
        aoki = store.person("Aoki")
        store.assignments.set([wanted(aoki), wanted(aoki, id="not", what="x")], None, NOON)
        finish(store, "a1", aoki, at=at)
        assert of(store, aoki, at)["week_1"].standing.late is late
        store.assignments.set([wanted(aoki, id="not", scenarios=("other",))], None, NOON)
        status = of(store, aoki, at)["not"].standing.status
        assert status is (Status.PAST_DUE if late else Status.NOT_STARTED)


def test_what_is_due_first_comes_first_and_what_is_done_is_left_out(store: Store) -> None:
    aoki = store.person("Aoki")
    both = wanted(aoki, id="both", scenarios=("talk", "other"), due=date(2026, 12, 20))
    store.assignments.set([both, wanted(aoki, scenarios=("other",))], None, NOON)
    assert due_by_scenario(assigned_to(store, aoki, NOON)) == {
        "other": DUE,
        "talk": date(2026, 12, 20),
    }
    finish(store, "a1", aoki, scenario=OTHER)
    assert due_by_scenario(assigned_to(store, aoki, NOON)) == {"talk": date(2026, 12, 20)}


def test_hostile_names_of_teams_are_only_names(store: Store, place: Path | Base) -> None:
    name = "'; DROP TABLE assignment; --"
    person = store.people.add("<script>", name)
    store.assignments.set([wanted(teams=(name,))], None, NOON)
    _, (holder,) = store.assignments.holders(Asked(team=name))
    assert holder.person == person
    assert raw(place, "SELECT team FROM assignee") == [(name,)]


def test_erasing_takes_the_assignments_of_nobody_else_along(store: Store) -> None:
    aoki, baba = store.people.add("Aoki", "east"), store.people.add("Baba", "east")
    store.assignments.set(
        [
            wanted(aoki, id="own"),
            wanted(aoki, baba, id="two"),
            wanted(aoki, id="all", teams=("east",)),
        ],
        None,
        NOON,
    )
    finish(store, "a1", aoki)
    store.people.erase(aoki, NOON, new_seed=lambda: 1)
    assert [one.id for one in store.assignments.kept(withdrawn=True)] == ["two", "all"]
    _, holders = store.assignments.holders(Asked())
    assert [(one.assignment, one.person) for one in holders] == [("all", baba), ("two", baba)]
