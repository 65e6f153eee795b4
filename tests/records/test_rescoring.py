"""Rescoring tells who would flip, stores nothing unasked, and never over what there was."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from salesdojo.content.building import canonical_json, scenario_from_canonical
from salesdojo.content.judged_by import judged_by
from salesdojo.content.model import Scenario
from salesdojo.content.scoring_identity import scoring_identity
from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import score
from salesdojo.records.auditing import rescored
from salesdojo.records.auditing.rescoring import Change, Changed, Left, Rescoring
from salesdojo.records.auditing.staleness import is_stale
from salesdojo.records.database.database import PATIENCE, Database
from salesdojo.records.database.place import place as read_place
from salesdojo.records.history.recurring import slips
from salesdojo.records.mastery.anchors import anchors
from salesdojo.records.mastery.folding import figures_of
from salesdojo.records.played import Played
from salesdojo.records.store import Store
from support.erasing import drawn
from support.histories import TALK, findings, played
from support.records import aoki, raw, unlock, url
from support.scenarios import rubric
from support.servers import Base
from support.talks import played as any_talk
from support.talks import solved, stories


def edited(story: Scenario, old: str, new: str) -> Scenario:
    """Return the scenario with one passage of its canonical form replaced."""
    text = story.canonical.decode()
    assert old in text
    return scenario_from_canonical(text.replace(old, new).encode())


def with_mark(mark: int) -> Changed:
    return lambda stored, _: judged_by(stored, rubric(**{"pass": mark}))


def gone_through(
    place: Path | Base, changed: Changed, *, apply: bool = False
) -> tuple[list[Change], list[Left], int]:
    changes: list[Change] = []
    left: list[Left] = []
    comparable = 0
    with closing(Database(read_place(url(place)), None, PATIENCE)) as database:
        for piece in Rescoring(database, changed).pieces():
            if apply:
                rescored.store(database, piece.changes, 9_000)
            changes += piece.changes
            left += piece.left
            comparable += piece.comparable
    return changes, left, comparable


@pytest.fixture(name="history")
def _history(place: Path | Base) -> Path | Base:
    """Give a database with a talk of every road that ends."""
    with Store.open(url(place)) as store:
        for first in ("ask_why", "cut_price"):
            for last in ("sign", "go"):
                for seed in (1, 2, 3):
                    played(store, TALK, (first, last), seed)
    return place


def results(place: Path | Base) -> list[tuple[object, ...]]:
    return sorted(map(tuple, raw(place, "SELECT * FROM result ORDER BY number")), key=str)


def test_the_same_rubric_flips_nobody(history: Path | Base) -> None:
    assert gone_through(history, with_mark(70)) == ([], [], 12)


def test_a_lower_mark_flips_only_to_passed_and_stores_nothing(history: Path | Base) -> None:
    before = results(history)
    changes, left, _ = gone_through(history, with_mark(10))
    assert (len(changes), left) == (12, [])
    flips = [one for one in changes if one.flips]
    assert flips
    assert all(one.after.passed for one in flips)
    assert all(one.before.quality == one.after.quality for one in changes)
    assert results(history) == before


def test_applied_results_stand_beside_the_old_ones_and_are_equal(history: Path | Base) -> None:
    before = results(history)
    with Store.open(url(history)) as store:
        person = aoki(store).id
    raw(history, f"INSERT INTO figures VALUES ('{person}', 'skills', 1, 'x', '{{}}')")  # noqa: S608
    changes, _, _ = gone_through(history, with_mark(10), apply=True)
    after = results(history)
    assert set(before) <= set(after)
    assert len(after) == 24
    assert findings(history) == []
    kept = raw(history, "SELECT part, through, made_by, body FROM figures ORDER BY part")
    newest = raw(history, "SELECT max(number) FROM result")[0][0]
    mark = f"result-{newest}"  # nobody's figures: they are told anew
    assert kept == [("skills", 0, mark, "{}"), ("standings", 0, mark, "{}")]
    with Store.open(url(history)) as store:
        latest = store.result(changes[0].attempt)
        assert latest == changes[0].result
        assert store.attempt(changes[0].attempt).revision == TALK.revision
    assert gone_through(history, with_mark(10), apply=True) == ([], [], 12)
    assert results(history) == after


def test_what_is_told_of_late_attempts_is_told_by_what_judged_them(history: Path | Base) -> None:
    """A criterion that only the changed scenario has must not be looked for in the old one."""
    document = json.loads(TALK.canonical)
    document["rubric"]["criteria"]["closing"] = {
        "name": "Closing",
        "weight": 20,
        "levels": ["poor", "fair", "good", "best"],
    }
    document["scenario"]["scenes"]["calm"]["choices"]["sign"]["points"] = {"closing": 2}
    richer = scenario_from_canonical(canonical_json(document))
    changes, left, _ = gone_through(history, lambda _, __: richer, apply=True)
    assert (len(changes), left) == (12, [])
    with Store.open(url(history)) as store:
        recent = store.recent.latest(aoki(store), 20)
        held = Played(store, None)
        shown = anchors(recent, held, ())["closing"]
        assert shown.now.spoken("en") in {"poor", "fair", "good", "best"}
        names = {
            slip.name.spoken("en")
            for one in recent
            for judged in one.result.decisions
            if judged.loss
            for slip in slips(one, judged, held.scenario(one.revision))
            if slip.name is not None
        }
        assert "Closing" in names


def test_what_others_rescored_meanwhile_is_not_superseded_twice(history: Path | Base) -> None:
    ours, _, _ = gone_through(history, with_mark(10))
    theirs, _, _ = gone_through(history, with_mark(90), apply=True)
    with (
        closing(Database(read_place(url(history)), None, PATIENCE)) as database,
        pytest.raises(RecordsError, match="DB052"),
    ):
        rescored.store(database, ours, 9_000)
    assert len(results(history)) == 12 + len(theirs)
    assert findings(history) == []


def test_of_two_who_rescore_at_once_one_is_told_so(history: Path | Base) -> None:
    with Store.open(url(history)) as store:
        store.standings(aoki(store))
        figures_of(store, aoki(store), 9_000, Played(store, None))
        assert raw(history, "SELECT count(*) FROM figures") == [(2,)]
    ours, _, _ = gone_through(history, with_mark(10))
    theirs, _, _ = gone_through(history, with_mark(90))
    written, go_on = Event(), Event()
    refused: list[str] = []

    def slow(connection: Connection) -> None:
        rescored._store(connection, ours, 9_000)  # noqa: SLF001 - held open
        written.set()
        go_on.wait(20)

    def quick() -> None:
        try:
            rescored.store(other, theirs, 9_001)
        except RecordsError as error:
            refused.append(error.code)

    where = read_place(url(history))
    with (
        closing(Database(where, None, PATIENCE)) as one,
        closing(Database(where, None, PATIENCE)) as other,
    ):
        windows = Thread(target=lambda: one.write(slow)), Thread(target=quick)
        windows[0].start()
        assert written.wait(20)
        windows[1].start()
        windows[1].join(0.5)
        go_on.set()
        for window in windows:
            window.join(20)
    assert refused == ["DB052"]
    assert findings(history) == []


def test_who_is_erased_meanwhile_gets_no_new_result(history: Path | Base) -> None:
    changes, _, _ = gone_through(history, with_mark(10))
    with Store.open(url(history)) as store:
        store.people.erase(aoki(store), 9_000, new_seed=drawn(1))
    with (
        closing(Database(read_place(url(history)), None, PATIENCE)) as database,
        pytest.raises(RecordsError, match="DB052"),
    ):
        rescored.store(database, changes, 9_000)
    assert len(results(history)) == 12


def test_what_was_stored_before_it_was_broken_off_is_kept_and_the_next_run_does_the_rest(
    history: Path | Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdojo.records.auditing.rescoring.AT_ONCE", 5)
    with closing(Database(read_place(url(history)), None, PATIENCE)) as database:
        first = next(Rescoring(database, with_mark(10)).pieces())
        rescored.store(database, first.changes, 9_000)
        rescored.store(database, first.changes, 9_001)  # its answer was lost
    changes, _, comparable = gone_through(history, with_mark(10), apply=True)
    assert (len(first.changes), comparable, len(changes)) == (5, 5, 7)
    assert len(results(history)) == 24
    assert findings(history) == []


def test_a_rubric_taken_back_gives_the_first_results_again(history: Path | Base) -> None:
    before = results(history)
    gone_through(history, with_mark(10), apply=True)
    changes, _, _ = gone_through(history, with_mark(70), apply=True)
    assert len(changes) == 12
    assert set(before) < set(results(history))
    with Store.open(url(history)) as store:
        assert all(store.result(one.attempt) == one.result for one in changes)
    for one in changes:
        stored = f"FROM result WHERE attempt = '{one.attempt}' ORDER BY number"
        first, second, third = raw(history, f"SELECT number, supersedes, revision {stored}")
        assert (first[1], second[1], third[1]) == (None, first[0], second[0])
        assert first[2] == third[2] != second[2]
    assert findings(history) == []
    assert gone_through(history, with_mark(70), apply=True) == ([], [], 12)


def test_other_words_alone_are_no_other_scoring(history: Path | Base) -> None:
    typo = edited(TALK, "Cheap!", "Cheaper!")
    assert gone_through(history, lambda _, __: typo) == ([], [], 12)
    assert not is_stale(TALK, typo, carried=False)


def test_a_choice_that_is_gone_cannot_be_scored_anew(history: Path | Base) -> None:
    document = json.loads(TALK.canonical)
    del document["scenario"]["scenes"]["opening"]["choices"]["cut_price"]
    shorter = scenario_from_canonical(canonical_json(document))
    changes, left, _ = gone_through(history, lambda _, __: shorter, apply=True)
    assert len(changes) == 6
    assert {(one.kind, one.turn) for one in left} == {("unplayable", 1)}
    assert findings(history) == []


def test_what_was_tampered_with_gets_no_new_result(history: Path | Base) -> None:
    unlock(history)
    raw(history, "UPDATE decision SET hinted = 1 WHERE turn = 2")
    changes, left, _ = gone_through(history, with_mark(10), apply=True)
    assert changes == []
    assert {one.kind for one in left} == {"chain"}


def test_a_rubric_that_lacks_a_criterion_judges_nothing() -> None:
    poorer = rubric()
    del poorer["criteria"]["value"]
    assert judged_by(TALK, poorer) is None


def test_a_later_chapter_is_compared_with_the_scenario_begun_as_it_was() -> None:
    carried = edited(TALK, '"trust":40', '"trust":55')
    assert is_stale(carried, TALK, carried=False)
    assert not is_stale(carried, TALK, carried=True)
    richer = edited(TALK, '"points":{"value":2}', '"points":{"value":3}')
    assert is_stale(carried, richer, carried=True)


@settings(max_examples=60)
@given(story=stories(), data=st.data())
def test_one_identity_scores_every_talk_alike(story: Scenario, data: st.DataObject) -> None:
    """Every text is replaced; all but the line named for a missed fact stays."""
    story = scenario_from_canonical(story.canonical)
    other = scenario_from_canonical(canonical_json(retold(json.loads(story.canonical))))
    assert scoring_identity(other) == scoring_identity(story)
    assert other.revision != story.revision
    attempt = any_talk(story, 3, data)
    if attempt.outcome is None:
        return
    again = replace(score(attempt, solved(story).solution), missed=())
    from salesdojo.practice.attempt import Attempt

    told = Attempt(other, 3)
    for event in attempt.events:
        told, _ = told.take(event.choice.id, timed_out=event.timed_out)
    assert replace(score(told, solved(other).solution), missed=()) == again


TEXTS = frozenset(
    ("say", "why", "reply", "hint", "note", "name", "title", "situation", "goal", "customer")
)


def retold(written: Any, key: str = "") -> Any:
    if isinstance(written, dict):
        return {name: retold(value, name) for name, value in written.items()}
    if isinstance(written, list):
        return [retold(value) for value in written]
    return f"{written}!" if isinstance(written, str) and key in TEXTS else written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"points":{"inquiry":3}', '"points":{"inquiry":2}'),
        ('"goto":"won"', '"goto":"lost"'),
        ('"weight":1', '"weight":2'),
        ('"trust":40', '"trust":41'),
        ('"trust":-10', '"trust":-11'),
        ("trust + 20", "trust + 21"),
        ('"learn":["cash"]', '"learn":[]'),
        ('"pass":70', '"pass":71'),
        ('"weight":60', '"weight":61'),
        ('"cuts":[40', '"cuts":[41'),
        ('"ask_why":', '"ask_whom":'),
    ],
)  # fmt: skip
def test_what_decides_play_or_points_changes_the_identity(old: str, new: str) -> None:
    assert scoring_identity(edited(TALK, old, new)) != scoring_identity(TALK)
