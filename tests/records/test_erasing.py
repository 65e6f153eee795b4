"""Someone erased: name and words gone, nothing to know them again by, the team's figures right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.building import scenario_from_canonical
from salesdojo.practice.recalling import Recalled
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from salesdojo.records.people.anonymous import coarse
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.erasing import (
    DAY,
    NAME,
    NOW,
    TODAY,
    WORDS,
    drawn,
    erase,
    everything,
    fill,
    of_nobody,
    play,
    stand_in,
)
from support.full_records import fill_every_table, rows_of
from support.records import begun, decision, raw, result, unlock, url
from support.servers import Base


@pytest.fixture
def played(place: Path | Base) -> Path | Base:
    """Give the records of Aoki and Baba, once of either kind."""
    fill(place)
    return place


def test_what_an_erasure_came_to_is_told(played: Path | Base) -> None:
    done = erase(played)
    assert (done.attempts, done.journeys, done.words, done.lost) == (11, 1, 2, 0)


def test_neither_name_nor_words_are_left(played: Path | Base) -> None:
    assert NAME in everything(played)
    assert WORDS in everything(played)
    erase(played)
    assert NAME not in everything(played)
    assert WORDS not in everything(played)
    assert "Baba minds" in everything(played)
    assert raw(played, "SELECT team, name, erased_at FROM person WHERE name IS NULL") == [
        ("east", None, TODAY)
    ]


def test_nothing_of_an_old_export_is_found_again(played: Path | Base) -> None:
    with Store.open(url(played)) as store:
        old = store.people.export(store.person(NAME), NOW)
    marks = {old["person"]["id"]}
    for attempt in old["attempts"]:
        marks |= {attempt["id"], attempt["seed"]}
        marks |= {row["likeness"] for row in attempt["recalls"]}
    marks |= {row["id"] for attempt in old["attempts"] for row in attempt["remarks"]}
    marks |= {row["id"] for row in old["journeys"]}
    assert len(marks) > 20
    erase(played)
    held = {value for rows in rows_of(played).values() for row in rows for value in row}
    assert held & marks == set()


def test_whether_a_typed_line_was_near_is_kept_and_no_more_of_it(played: Path | Base) -> None:
    erase(played)
    assert of_nobody(played, "turn, likeness", "recall") == [(1, 80), (2, 30)]


@given(st.floats(0, 100))
def test_a_coarse_likeness_says_near_of_the_same_lines(likeness: float) -> None:
    kept = coarse(likeness)
    assert kept % 10 == 0
    assert Recalled(None, "ask", kept).near == Recalled(None, "ask", likeness).near


def test_times_are_cut_to_the_day_and_how_long_it_took_is_gone(played: Path | Base) -> None:
    erase(played)
    begun_to_left = "begun_at, finished_at, abandoned_at"
    rows = [
        *of_nobody(played, begun_to_left, "attempt"),
        *of_nobody(played, begun_to_left, "journey"),
        *of_nobody(played, "at", "decision"),
        *of_nobody(played, "at", "result"),
        *of_nobody(played, "at", "finished_attempt"),
        *of_nobody(played, "at", "remark"),
    ]
    times = [time for row in rows for time in row if isinstance(time, int)]
    assert len(times) > 60
    assert {time % DAY for time in times} == {0}
    assert set(of_nobody(played, "elapsed_ms", "decision")) == {(0,)}


def test_no_place_in_the_order_of_storing_is_kept(played: Path | Base) -> None:
    """Between two attempts of others whose times are known, a number would tell the time."""
    most = {
        table: raw(played, f"SELECT max(number) FROM {table}")[0][0]  # noqa: S608
        for table in ("attempt", "result", "journey", "remark")
    }
    erase(played)
    lowest = {table: of_nobody(played, "min(number)", table)[0][0] for table in most}
    assert lowest == {table: number + 1 for table, number in most.items()}


TEAM = (
    "SELECT attempt.scenario, attempt.mode, count(*), round(sum(result.quality) * 1000), "
    "sum(result.passed), min(result.outcome), count(DISTINCT attempt.person), "
    "count(DISTINCT attempt.fork_of) "
    "FROM attempt JOIN person ON person.id = attempt.person "
    "LEFT JOIN result ON result.attempt = attempt.id "
    "WHERE person.team = 'east' GROUP BY attempt.scenario, attempt.mode"
)
BY_DAY = (
    f"SELECT at / {DAY}, count(*) FROM finished_attempt GROUP BY at / {DAY} ORDER BY at / {DAY}"  # noqa: S608
)
CHOICES = (
    "SELECT scene, choice, count(*) FROM decision GROUP BY scene, choice ORDER BY scene, choice"
)
JOURNEYS = "SELECT journey, count(*) FROM journey GROUP BY journey"
REMARKS = "SELECT kind, choice, count(*) FROM remark GROUP BY kind, choice ORDER BY kind"


@pytest.mark.parametrize("figures", [TEAM, BY_DAY, CHOICES, JOURNEYS, REMARKS])
def test_the_teams_figures_stay_right(played: Path | Base, figures: str) -> None:
    before = raw(played, figures)
    erase(played)
    assert [*map(tuple, raw(played, figures))] == [*map(tuple, before)] != []


def test_first_best_and_latest_stay_as_they_were(played: Path | Base) -> None:
    with Store.open(url(played)) as store:
        aoki = store.person(NAME)
        standings = store.standings(aoki)
        shares = [(one.scenario, one.shares, one.losses) for one in store.finished(aoki)]
    assert standings["talk"].attempts == 9
    erase(played)
    with Store.open(url(played)) as store:
        person = stand_in(played)
        after = store.standings(person)
        assert {name: (one.first, one.best, one.latest, one.attempts) for name, one in after.items()
        } == {name: (one.first, one.best, one.latest, one.attempts)
              for name, one in standings.items() if one.attempts}  # fmt: skip
        assert not any(one.unfinished for one in after.values())
        assert [(one.scenario, one.shares, one.losses) for one in store.finished(person)] == shares


def test_every_attempt_still_replays_to_its_result(played: Path | Base) -> None:
    erase(played)
    with Store.open(url(played)) as store:
        records = store.attempts(stand_in(played))
        assert len(records) == 11
        for record in records:
            assert store.verify_chain(record.id) is None
            session = Session.resume(store, record, lambda: NOW)
            kept = store.result(record.id)
            if kept is not None:
                scenario_then = scenario_from_canonical(store.canonical(record.revision))
                assert score(session.attempt, solve(scenario_then)) == kept


def test_what_was_changed_in_secret_does_not_hold_afterwards(played: Path | Base) -> None:
    unlock(played)
    raw(played, "UPDATE decision SET hinted = 1 WHERE attempt = 'attempt-1' AND turn = 2")
    raw(played, "UPDATE result SET input_hash = 'else' WHERE attempt = 'attempt-2'")
    erase(played)
    with Store.open(url(played)) as store:
        records = store.attempts(stand_in(played))
        broken = [store.verify_chain(record.id) for record in records]
    assert broken[:2] == [2, 3]
    assert set(broken[2:]) == {None}


def test_results_that_were_stored_anew_stay_in_their_order(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        begun(store, "a1", person=store.person(NAME))
        store.append("a1", decision(1))
        for quality in (50, 70, 60):
            store.finish("a1", result(quality), NOW)
    raw(place, "UPDATE result SET revision = revision WHERE number = 2")
    erase(place)
    rows = raw(place, "SELECT number, supersedes, quality FROM result ORDER BY number")
    assert [*map(tuple, rows)] == [(4, None, 50), (5, 4, 70), (6, 5, 60)]
    with Store.open(url(place)) as store:
        (record,) = store.attempts(stand_in(place))
        assert store.verify_chain(record.id) is None


def test_what_is_other_peoples_is_not_touched(played: Path | Base) -> None:
    def babas() -> list[tuple[object, ...]]:
        with Store.open(url(played)) as store:
            baba = store.person("Baba")
            export = store.people.export(baba, NOW)
            chains = [store.verify_chain(one.id) for one in store.attempts(baba)]
        return [(repr(export), chains)]

    before = babas()
    erase(played)
    assert babas() == before


def test_every_table_is_thought_of(place: Path | Base) -> None:
    fill_every_table(place)
    with Store.open(url(place)) as store:
        aoki = store.person("青木 [5%]")
        names = {one.id for one in store.attempts(aoki)} | {aoki.id, "j1", "r1", "v1", "v2", "v3"}
        store.people.erase(aoki, NOW, new_seed=drawn(1))
    held = {value for rows in rows_of(place).values() for row in rows for value in row}
    assert held & names == set()
    if isinstance(place, Path):
        assert raw(place, "PRAGMA foreign_key_check") == []


def test_decisions_are_append_only_again_afterwards(played: Path | Base) -> None:
    erase(played)
    for change in ("UPDATE decision SET hinted = 1", "DELETE FROM decision"):
        with pytest.raises(Exception, match="append-only"):
            raw(played, change)


def test_what_is_stored_afterwards_gets_higher_numbers(played: Path | Base) -> None:
    erase(played)
    (most,) = raw(played, "SELECT max(number) FROM attempt")[0]
    with Store.open(url(played)) as store:
        play(store, store.person("Baba"), "later", 9, NOW)
    assert [*map(tuple, raw(played, "SELECT number FROM attempt WHERE id = 'later'"))] == [
        (most + 1,)
    ]


def test_a_result_that_says_it_supersedes_somebody_elses_keeps_nobody(played: Path | Base) -> None:
    other = "SELECT min(number) FROM result WHERE attempt = 'attempt-0'"
    raw(played, f"UPDATE result SET supersedes = ({other}) WHERE attempt = 'attempt-2'")  # noqa: S608
    assert erase(played).attempts == 11
    assert NAME not in everything(played)
    assert of_nobody(played, "DISTINCT supersedes", "result") == [(None,)]
