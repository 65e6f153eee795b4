"""What decides someone's next session, told from stored attempts that were really played."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo.content.library import Library
from salesdojo.records.mastery.known import Known, known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.mode import Mode
from salesdojo.records.planning.rating import Rating
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.records import url
from support.servers import Base
from tui.small_pack import DRILLS, small_library

NOON = 1_760_000_000_000


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path, drills=DRILLS)


def play(store: Store, library: Library, name: str, *choices: str, at: int = NOON) -> Session:
    found = library.scenario(name)
    session = Session.start(
        store, store.person("Aoki"), found, seed=1, mode=Mode.PRACTICE, language="en",
        clock=lambda: at,
    )  # fmt: skip
    for choice in choices:
        session.take(choice)
    if session.attempt.outcome is not None:
        session.result(solution(found, None))
    return session


def told(store: Store, library: Library, now: int = NOON, *, whole: bool = False) -> Known:
    return known(store, store.person("Aoki"), library, now, None, whole=whole)


def test_of_a_newcomer_nothing_is_known(store: Store, library: Library) -> None:
    assert told(store, library) == Known()


def test_a_drill_finished_has_a_due_date_and_so_has_its_criterion(
    store: Store, library: Library
) -> None:
    session = play(store, library, "all_set", "ask")
    facts = told(store, library)
    assert list(facts.drills) == ["all_set"]
    (review,) = facts.drills["all_set"].reviews
    assert (review.attempt, review.rating) == (session.record.id, Rating.GOOD)
    assert facts.drills["all_set"].due == NOON + 4 * DAY
    assert facts.criteria["inquiry"].due == NOON + 4 * DAY
    assert facts.done == {"all_set": NOON}
    assert facts.passes.keys() == {"all_set"}


def test_a_drill_lost_is_due_tomorrow(store: Store, library: Library) -> None:
    play(store, library, "all_set", "push")
    assert told(store, library).drills["all_set"].due == NOON + DAY


def test_a_scenario_makes_due_dates_of_its_criteria_only(store: Store, library: Library) -> None:
    play(store, library, "first_call", "ask", "offer")
    facts = told(store, library)
    assert set(facts.criteria) == {"inquiry", "manners"}
    assert facts.drills == {}


def test_what_was_begun_is_unfinished_and_tells_nothing_yet(store: Store, library: Library) -> None:
    play(store, library, "first_call", "ask")
    facts = told(store, library)
    assert facts.unfinished == {"first_call"}
    assert (facts.done, facts.criteria) == ({}, {})


def test_a_retry_from_a_turn_moves_no_due_date(store: Store, library: Library) -> None:
    first = play(store, library, "first_call", "ask", "offer")
    before = told(store, library)
    retry = first.fork_at(2)
    retry.take("boast")
    retry.result(solution(library.scenario("first_call"), None))
    assert told(store, library).criteria == before.criteria


def test_a_clock_that_ran_ahead_keeps_nothing_away_for_years(
    store: Store, library: Library
) -> None:
    play(store, library, "all_set", "ask", at=NOON + 9_000 * DAY)
    facts = told(store, library)
    assert facts.done == {"all_set": NOON}
    assert facts.drills["all_set"].due == NOON + 4 * DAY


def test_a_clock_set_back_loses_no_attempt(store: Store, library: Library) -> None:
    play(store, library, "all_set", "ask")
    play(store, library, "all_set", "push", at=0)
    card = told(store, library, whole=True).drills["all_set"]
    assert [one.rating for one in card.reviews] == [Rating.GOOD, Rating.AGAIN]
    assert [one.at for one in card.reviews] == [NOON, NOON]


def test_what_a_scene_is_worth_is_kept_in_the_cache(
    store: Store, library: Library, tmp_path: Path
) -> None:
    play(store, library, "all_set", "push")
    cache = tmp_path / "cache"
    first = known(store, store.person("Aoki"), library, NOON, cache)
    (kept,) = (cache / "spreads").iterdir()
    kept.write_bytes(b"{damaged")
    assert known(store, store.person("Aoki"), library, NOON, cache) == first
    assert known(store, store.person("Aoki"), library, NOON, cache) == first
