"""A person's finished attempts by pages, and each of them as it was played."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from salesdojo.content.model import Scenario
from salesdojo.errors import RecordsError, UsageError
from salesdojo.practice.comparing_attempts import Kind
from salesdojo.practice.solving import solve
from salesdojo.records.history.history import Mark
from salesdojo.records.history.looking_back import (
    Other,
    beside_exemplar,
    counterpart,
    played_attempt,
    side_by_side,
)
from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.records import Talk, aoki, begun, raw, result, url
from support.scenarios import choice, scenario
from support.servers import Base

TICKS = count(1_700_000_000_000, 1000)


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def finished(store: Store, attempt_id: str, quality: float, **changes: object) -> None:
    begun(store, attempt_id, **changes)
    store.finish(attempt_id, result(quality, passed=quality >= 70), 2_000)


def talk(**changes: Any) -> Scenario:
    return scenario(
        {
            "hello": {
                "choices": {
                    "ask": choice(points={"inquiry": 3}, goto="price"),
                    "pitch": choice(goto="price"),
                }
            },
            "price": {
                "choices": {
                    "fair": choice(points={"value": 2}, goto="won"),
                    "cut": choice(goto="won"),
                }
            },
            "won": {"end": "won"},
        },
        **changes,
    )


def play(store: Store, attempt_id: str, *choices: str, story: Scenario | None = None) -> Session:
    story = story or talk()
    session = Session.start(
        store,
        aoki(store),
        story,
        seed=0,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: next(TICKS),
        new_id=lambda: attempt_id,
    )
    for said in choices:
        session.take(said)
    if session.attempt.outcome is not None:
        session.result(solve(story))
    return session


def clock() -> int:
    return next(TICKS)


def test_pages_follow_each_other_newest_first_and_none_is_left_out(store: Store) -> None:
    for number in range(7):
        finished(store, f"a{number}", number * 10.0)
    begun(store, "unfinished")
    finished(store, "of_ueda", 50.0, person=store.person("Ueda"))
    seen, before, pages = [], None, 0
    while pages == 0 or before is not None:
        page = store.history.page(aoki(store), before=before, many=3)
        seen += [one.attempt for one in page.attempts]
        before, pages = page.older, pages + 1
    assert (seen, pages) == ([f"a{number}" for number in (6, 5, 4, 3, 2, 1, 0)], 3)


def test_a_newcomer_has_an_empty_page(store: Store) -> None:
    page = store.history.page(aoki(store))
    assert (page.attempts, page.older) == ((), None)


def test_one_scenario_can_be_picked_out(store: Store) -> None:
    finished(store, "a1", 10.0)
    finished(store, "b1", 20.0, scenario=Talk(id="other", canonical=b"{}"))
    page = store.history.page(aoki(store), scenario="other")
    assert [one.attempt for one in page.attempts] == ["b1"]


def test_first_best_and_latest_are_marked(store: Store) -> None:
    for name, quality in (("a1", 40.0), ("a2", 90.0), ("a3", 90.0), ("a4", 60.0)):
        finished(store, name, quality)
    page = store.history.page(aoki(store))
    marks = {one.attempt: set(one.marks) for one in page.attempts}
    assert marks == {"a1": {Mark.FIRST}, "a2": {Mark.BEST}, "a3": set(), "a4": {Mark.LATEST}}
    assert store.history.marked(aoki(store), "talk") == {
        Mark.FIRST: "a1",
        Mark.BEST: "a2",
        Mark.LATEST: "a4",
    }


def test_an_attempt_is_played_again_as_it_was_and_compared(store: Store) -> None:
    play(store, "first", "pitch", "cut")
    play(store, "second", "ask", "fair")
    before = played_attempt(store, aoki(store), "first", clock)
    now = played_attempt(store, aoki(store), "secon", clock)
    assert (before.result.quality, now.result.quality) == (0, 100)
    told = side_by_side(before, now)
    assert [row.kind for row in told.comparison.rows] == [Kind.APART, Kind.APART]
    perfect = beside_exemplar(now)
    assert perfect is not None
    assert perfect.comparison.parting is None


def test_a_retry_is_listed_as_one_and_its_origin_is_its_counterpart(store: Store) -> None:
    origin = play(store, "first", "pitch", "cut")
    retry = Session.resume(store, origin.record, clock, lambda: "retry").fork_at(2)
    retry.take("fair")
    retry.result(solve(talk()))
    page = store.history.page(aoki(store))
    assert [(one.attempt, one.fork, set(one.marks)) for one in page.attempts] == [
        ("retry", Fork("first", 2), set()),
        ("first", None, set(Mark)),
    ]
    record = store.attempt("retry")
    assert counterpart(store, record, Other.ORIGIN) == "first"
    assert counterpart(store, record, Other.EXEMPLAR) is None
    assert counterpart(store, record, Other.BEST) == "first"
    assert counterpart(store, origin.record, Other.ORIGIN) is None


def test_a_scenario_that_changed_since_is_shown_as_it_was_played(store: Store) -> None:
    play(store, "first", "ask", "cut")
    play(store, "later", "ask", "fair", story=talk(title="Another title"))
    before = played_attempt(store, aoki(store), "first", clock)
    now = played_attempt(store, aoki(store), "later", clock)
    assert before.session.attempt.scenario.title.spoken("en") == "A talk"
    assert not side_by_side(before, now).comparison.same_revision


def test_attempts_at_two_scenarios_are_not_compared(store: Store) -> None:
    play(store, "first", "ask", "cut")
    play(store, "other", "ask", "cut", story=talk(id="elsewhere"))
    one, two = (played_attempt(store, aoki(store), name, clock) for name in ("first", "other"))
    with pytest.raises(UsageError, match="US098"):
        side_by_side(one, two)


@pytest.mark.parametrize(
    "name", ["", "nobody", "ab", "abc", "unfinished", "théière", "a\x00b", "%"]
)
def test_what_names_no_single_finished_attempt_of_ones_own_is_refused(
    store: Store, name: str
) -> None:
    play(store, "abcd1", "ask", "cut")
    play(store, "abcd2", "ask", "cut")
    play(store, "unfinished", "ask")
    with pytest.raises(RecordsError, match="DB055"):
        played_attempt(store, aoki(store), name, clock)
    with pytest.raises(RecordsError, match="DB055"):
        played_attempt(store, store.person("Ueda"), "abcd1", clock)
    assert played_attempt(store, aoki(store), "abcd1", clock).record.id == "abcd1"


def test_a_result_that_was_changed_is_not_shown(store: Store, place: Path | Base) -> None:
    play(store, "first", "ask", "cut")
    raw(place, "UPDATE result SET body = replace(body, '\"turn\":1', '\"turn\":9')")
    with pytest.raises(RecordsError, match="DB018"):
        played_attempt(store, aoki(store), "first", clock)


def test_a_scenario_that_was_changed_in_the_records_is_not_shown(
    store: Store, place: Path | Base
) -> None:
    play(store, "first", "ask", "cut")
    if isinstance(place, Base):
        raw(place, "UPDATE scenario_revision SET bytes = 'x'::bytea")
    else:
        raw(place, "UPDATE scenario_revision SET bytes = CAST('x' AS BLOB)")
    with pytest.raises(RecordsError, match="DB025"):
        played_attempt(store, aoki(store), "first", clock)


def test_an_attempt_rescored_on_another_scenario_keeps_the_debrief_it_had(
    store: Store, place: Path | Base
) -> None:
    play(store, "first", "ask", "cut")
    play(store, "other", "ask", "fair", story=talk(title="Another title"))
    raw(
        place,
        "INSERT INTO result (attempt, method, revision, input_hash, result_hash, supersedes, at,"
        " outcome, quality, passed, body) SELECT 'first', method, revision, input_hash,"
        " result_hash, (SELECT number FROM result WHERE attempt = 'first'), at, outcome, 12.5,"
        " passed, body FROM result WHERE attempt = 'other'",
    )
    listed = {one.attempt: one.quality for one in store.history.page(aoki(store)).attempts}
    assert listed["first"] == 12.5
    shown = played_attempt(store, aoki(store), "first", clock).result
    assert [one.choice for one in shown.decisions] == ["ask", "cut"]
