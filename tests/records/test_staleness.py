"""Whether results on a page of the history still say what the pack would say now."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import solve
from salesdojo.records.auditing.staleness import Staleness
from salesdojo.records.played import Played
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.histories import TALK, played
from support.records import aoki, raw, url
from support.servers import Base

ROAD = ("ask_why", "sign")


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def edited(old: str, new: str, story: Scenario = TALK) -> Scenario:
    text = story.canonical.decode()
    assert old in text
    return scenario_from_canonical(text.replace(old, new).encode())


def stale(store: Store, present: Scenario | None) -> list[bool | None]:
    """Return of each attempt, the newest first, whether `present` makes it stale."""
    told = Staleness(Played(store, None).scenario, lambda _: present)
    page = store.history.page(aoki(store))
    return [told.among(page.attempts)[one.attempt] for one in page.attempts]


RICHER = edited('"points":{"value":2}', '"points":{"value":3}')


def test_an_edit_of_points_makes_a_result_stale_and_an_edit_of_words_does_not(
    store: Store,
) -> None:
    played(store, TALK, ROAD)
    assert stale(store, TALK) == [False]
    assert stale(store, edited("Cheap!", "Cheaper!")) == [False]
    assert stale(store, RICHER) == [True]
    played(store, RICHER, ROAD)
    assert stale(store, RICHER) == [False, True]


def test_it_cannot_be_told_without_the_scenario_of_the_pack_or_of_the_records(
    store: Store, place: Path | Base
) -> None:
    played(store, TALK, ROAD)
    assert stale(store, None) == [None]
    spoiled = "'x'::bytea" if isinstance(place, Base) else "CAST('x' AS BLOB)"
    raw(place, f"UPDATE scenario_revision SET bytes = {spoiled}")  # noqa: S608 - of this test
    assert stale(store, RICHER) == [None]


def test_a_later_chapter_and_a_retry_of_it_are_compared_as_they_were_begun(
    store: Store, place: Path | Base
) -> None:
    carried = edited('"trust":40', '"trust":55')
    first = played(store, TALK, ROAD)
    later = played(store, carried, ROAD)
    retry = Session.resume(store, later.record, lambda: 1_000, lambda: "retry").fork_at(2)
    retry.take("go")
    retry.result(solve(carried))
    assert stale(store, TALK) == [True, True, False]
    keys = f"'j1', '{aoki(store).id}', 'deal', 1"
    raw(place, f"INSERT INTO journey (id, person, journey, begun_at) VALUES ({keys})")  # noqa: S608
    for number, one in enumerate((first, later), start=1):
        raw(place, f"INSERT INTO journey_chapter VALUES ('j1', {number}, '{one.record.id}')")  # noqa: S608
    assert stale(store, TALK) == [False, False, False]
    assert [one.carried for one in store.history.page(aoki(store)).attempts] == [True, True, False]
    assert stale(store, RICHER) == [True, True, True]


def test_each_revision_is_read_once_and_none_that_is_the_packs_own(store: Store) -> None:
    for _ in range(3):
        played(store, TALK, ROAD)
    asked: list[str] = []

    def stored(revision: str) -> Scenario:
        asked.append(revision)
        return TALK

    page = store.history.page(aoki(store)).attempts
    assert not any(Staleness(stored, lambda _: TALK).among(page).values())
    assert asked == []
    told = Staleness(stored, lambda _: RICHER)
    assert all(told.among(page).values())
    assert all(told.among([replace(one, attempt="x") for one in page]).values())
    assert asked == [TALK.revision]
