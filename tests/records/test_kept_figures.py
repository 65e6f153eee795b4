"""What results come to, kept in the database: never other than told anew, in nobody's way."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import sqlite

from salesdojo.content.library import Library
from salesdojo.records import attempts, finished_rows, results
from salesdojo.records.history.progress import Progress, progress
from salesdojo.records.journeys.journey_session import JourneySession, Means
from salesdojo.records.mastery import kept_figures
from salesdojo.records.mastery.kept_figures import SKILLS, STANDINGS, WORTH_IT, Kept
from salesdojo.records.mastery.known import Known, known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.journeys import write_journey_pack
from support.records import aoki, begun, processes, raw, result, url
from support.servers import NOBODY, Base
from tui.small_pack import COURSES, DRILLS, small_library

NOON = 1_760_000_000_000
NUMBERS = count()
ROADS = {"all_set": ("ask", "push"), "wrong_name": ("nod", "ask"), "first_call": ("ask", "pitch")}
"""A first line of each that is played, good and bad."""


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return small_library(tmp_path_factory.mktemp("pack"), drills=DRILLS, courses=COURSES)


def play(store: Store, library: Library, name: str, at: int, *, well: bool = True) -> Session:
    """Play to the end, taking the first line offered after the one that is good or bad."""
    found = library.scenario(name)
    session = Session.start(
        store, aoki(store), found, seed=1, mode=Mode.PRACTICE, language="en",
        clock=lambda: at, new_id=lambda: f"p{next(NUMBERS)}",
    )  # fmt: skip
    wanted = ROADS[name][not well]
    while session.attempt.outcome is None:
        offered = [one.id for one in session.attempt.offered]
        session.take(wanted if wanted in offered else offered[0])
    session.result(solution(found, None))
    return session


def seen(store: Store, library: Library, now: int) -> tuple[Known, Progress]:
    """Look at everything that figures are told for."""
    me = aoki(store)
    return (
        known(store, me, library, now, None),
        progress(store, me, library, now, None),
    )


def in_full(store: Store, library: Library, now: int) -> tuple[Known, Progress]:
    """Tell the same from every result, as if nothing had ever been kept."""
    me = aoki(store)
    facts = known(store, me, library, now, None, whole=True)
    figures = progress(store, me, library, now, None, whole=True)
    return (
        replace(
            facts,
            criteria={
                name: replace(one, reviews=one.reviews[-1:]) for name, one in facts.criteria.items()
            },
            drills={
                name: replace(one, reviews=one.reviews[-1:]) for name, one in facts.drills.items()
            },
        ),
        replace(figures, skills=tuple(replace(one, evidence=()) for one in figures.skills)),
    )


def anew(store: Store, place: Path | Base, library: Library, now: int) -> tuple[Known, Progress]:
    """Throw away what is kept, and look."""
    raw(place, "DELETE FROM figures")
    return seen(store, library, now)


def through(store: Store, part: str) -> int:
    row = store.figures.row(aoki(store), part)
    return 0 if row is None else row.through


def test_what_is_kept_says_the_same_as_every_result(
    store: Store, place: Path | Base, library: Library
) -> None:
    for day in range(WORTH_IT):
        play(store, library, "first_call" if day % 3 else "all_set", NOON + day * DAY)
        seen(store, library, NOON + day * DAY)
    now = NOON + 20 * DAY
    assert through(store, STANDINGS) == through(store, SKILLS) == WORTH_IT
    play(store, library, "wrong_name", now - DAY, well=False)
    told = seen(store, library, now)
    assert told == in_full(store, library, now) == anew(store, place, library, now)
    assert told[0].passes
    assert told[1].skills


def test_what_is_told_once_is_not_read_again(
    store: Store, place: Path | Base, library: Library
) -> None:
    for day in range(WORTH_IT):
        play(store, library, "first_call", NOON + day * DAY)
    now = NOON + 20 * DAY
    told = seen(store, library, now)
    raw(place, "UPDATE result SET body = 'no result', quality = 0")
    assert seen(store, library, now) == told


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_played_retried_or_rescored_by_any_clock(
    store: Store, place: Path | Base, library: Library, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    for room in ("kept_figures", "folding"):
        monkeypatch.setattr(f"salesdojo.records.mastery.{room}.WORTH_IT", 1)
    dice = Random(seed)  # noqa: S311 - a simulation
    played: list[Session] = []
    for _ in range(30):
        now = NOON + dice.randint(-5, 30) * DAY
        step = dice.choice(("play", "play", "play", "look", "look", "retry", "rescore"))
        if step == "look":
            assert seen(store, library, now) == in_full(store, library, now)
        elif step == "play" or not played:
            name = dice.choice(tuple(ROADS))
            played.append(play(store, library, name, now, well=dice.random() < 0.5))
        elif step == "retry":
            retry = dice.choice(played).fork_at(1)
            while retry.attempt.outcome is None:
                retry.take(retry.attempt.offered[0].id)
            retry.result(solution(retry.attempt.scenario, None))
        else:
            attempt = dice.choice(played).record.id
            again = store.result(attempt)
            assert again is not None
            store.finish(
                attempt, replace(again, quality=100 * dice.random(), passed=not again.passed), now
            )
    now = NOON + 31 * DAY
    told = seen(store, library, now)
    assert told == in_full(store, library, now) == anew(store, place, library, now)


def test_a_rescored_attempt_is_told_anew(store: Store, place: Path | Base) -> None:
    for number in range(WORTH_IT):
        begun(store, f"a{number}")
        store.finish(f"a{number}", result(40, passed=False), 2_000)
    assert store.standings(aoki(store))["talk"].best == 40
    store.finish("a3", result(90), 2_000)
    standing = store.standings(aoki(store))["talk"]
    assert (standing.best, standing.passed, standing.first) == (90, True, 40)
    assert through(store, STANDINGS) == WORTH_IT
    raw(place, "DELETE FROM figures")
    assert store.standings(aoki(store))["talk"] == standing


def test_who_read_before_something_was_rescored_keeps_nothing(store: Store) -> None:
    begun(store)
    store.finish("a1", result(40), 2_000)
    for part in (STANDINGS, SKILLS):
        before = store.figures.row(aoki(store), part)
        store.finish("a1", result(90 if part == STANDINGS else 95), 2_000)
        assert not store.figures.keep(aoki(store), part, before, Kept(1, "me", "old"))
        row = store.figures.row(aoki(store), part)
        assert row is not None
        assert (row.through, row.body) == (0, "{}")
        assert store.figures.keep(aoki(store), part, row, Kept(1, "me", "new"))


def test_of_two_windows_that_tell_the_same_one_keeps_it(store: Store) -> None:
    me = aoki(store)
    assert store.figures.keep(me, SKILLS, None, Kept(5, "me", "five"))
    assert not store.figures.keep(me, SKILLS, None, Kept(4, "me", "four"))
    five = store.figures.row(me, SKILLS)
    assert store.figures.keep(me, SKILLS, five, Kept(7, "me", "seven"))
    assert not store.figures.keep(me, SKILLS, five, Kept(6, "me", "six"))
    assert store.figures.row(me, SKILLS) == Kept(7, "me", "seven")


@pytest.mark.parametrize("change", ["body = '{'", "body = '[]'", "made_by = 'skills-0'"])
def test_damaged_figures_and_those_of_other_rules_are_made_again(
    store: Store, place: Path | Base, library: Library, change: str
) -> None:
    for day in range(WORTH_IT):
        play(store, library, "first_call", NOON + day * DAY)
    now = NOON + 20 * DAY
    told = seen(store, library, now)
    good = [store.figures.row(aoki(store), part) for part in (STANDINGS, SKILLS)]
    raw(place, f"UPDATE figures SET {change}")  # noqa: S608 - ours
    assert seen(store, library, now) == told
    assert [store.figures.row(aoki(store), part) for part in (STANDINGS, SKILLS)] == good


def test_two_windows_that_finish_at_once_are_both_counted(store: Store, place: Path | Base) -> None:
    """PostgreSQL numbers rows before they are committed: the second must wait for the first."""
    for number in range(WORTH_IT + 2):
        begun(store, f"a{number}")
    for number in range(WORTH_IT - 1):
        store.finish(f"a{number}", result(40), 2_000)
    first, last = f"a{WORTH_IT}", f"a{WORTH_IT + 1}"
    written, go_on = Event(), Event()

    def slow(connection: object) -> None:
        scenarios = one.summaries.scenarios
        results.finish(connection, first, result(50), 3_000, scenarios)  # type: ignore[arg-type]
        written.set()
        go_on.wait(20)

    with Store.open(url(place)) as one, Store.open(url(place)) as other:
        one.summaries.scenarios.learn(store.attempt(first).revision)
        slowly = Thread(target=lambda: one._database.write(slow))  # noqa: SLF001
        quickly = Thread(target=lambda: other.finish(last, result(60), 3_000))
        slowly.start()
        assert written.wait(20)
        quickly.start()
        quickly.join(0.5)
        assert store.standings(aoki(store))["talk"].attempts == WORTH_IT - 1
        go_on.set()
        slowly.join(20)
        quickly.join(20)
    assert store.standings(aoki(store))["talk"].attempts == WORTH_IT + 1
    numbers = raw(place, f"SELECT number FROM finished_attempt WHERE attempt = '{first}'")  # noqa: S608
    assert numbers < raw(
        place,
        f"SELECT number FROM finished_attempt WHERE attempt = '{last}'",  # noqa: S608
    )


def finish_many(place: Path | Base, name: str, many: int, told: Connection) -> None:
    """Finish attempts and look after each; the work of one process."""
    with Store.open(url(place)) as store:
        for number in range(many):
            begun(store, f"{name}{number}")
            store.finish(f"{name}{number}", result(number), 2_000)
            told.send(store.standings(aoki(store))["talk"].attempts)
    told.close()


def test_three_processes_that_finish_and_look_lose_no_attempt(
    store: Store, place: Path | Base
) -> None:
    aoki(store)
    windows = []
    for name in "xyz":
        told, tells = processes().Pipe(duplex=False)
        window = processes().Process(target=finish_many, args=(place, name, 20, tells))
        window.start()
        tells.close()
        windows.append((window, told))
    for window, told in windows:
        counted = [told.recv() for _ in range(20)]
        window.join()
        assert window.exitcode == 0
        assert counted == sorted(set(counted))
    kept = store.standings(aoki(store))
    assert kept["talk"].attempts == 60
    assert through(store, STANDINGS) > 60 - 3 * WORTH_IT
    raw(place, "DELETE FROM figures")
    assert store.standings(aoki(store)) == kept


def look_only(path: Path, told: Connection) -> None:
    """Look as someone who may only read."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with Store.open(url(path), make=False) as store:
        person = store.known_person("Aoki")
        assert person is not None
        told.send(store.standings(person)["talk"].attempts)


def test_who_may_only_read_a_file_sees_the_same_and_keeps_nothing() -> None:
    with tempfile.TemporaryDirectory(prefix="salesdojo-") as folder:
        path = Path(folder) / "dojo.db"
        with Store.open(url(path)) as store:
            for number in range(WORTH_IT):
                begun(store, f"a{number}")
                store.finish(f"a{number}", result(40), 2_000)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        told, tells = processes().Pipe(duplex=False)
        reader = processes().Process(target=look_only, args=(path, tells))
        reader.start()
        tells.close()
        assert told.recv() == WORTH_IT
        reader.join()
        Path(folder).chmod(0o755)
        assert raw(path, "SELECT * FROM figures") == []


def test_a_server_that_is_only_read_tells_the_same_and_keeps_nothing(base: Base) -> None:
    with Store.open(base.url) as store:
        for number in range(WORTH_IT):
            begun(store, f"a{number}")
            store.finish(f"a{number}", result(40), 2_000)
    only_read = f"{base.url}&options=-c%20default_transaction_read_only%3Don"
    with Store.open(only_read, make=False) as store:
        person = store.known_person("Aoki")
        assert person is not None
        assert store.standings(person)["talk"].attempts == WORTH_IT
    assert base.raw("SELECT * FROM figures") == []


def test_later_chapters_and_their_retries_count_for_skills_but_not_for_standings(
    store: Store, place: Path | Base, tmp_path: Path
) -> None:
    from salesdojo.content.library import open_library

    library = open_library(write_journey_pack(tmp_path / "pack"), None)
    means = Means(
        store=store,
        scenario_of=library.scenario,
        language="en",
        clock=lambda: NOON,
        new_id=lambda: f"j{next(NUMBERS)}",
        new_seed=lambda: 7,
        cache=None,
    )
    for _ in range(WORTH_IT):
        journey = JourneySession.taken_up(means, aoki(store), library.pack.journeys[0])
        for line in ("ask_usual", "remind"):
            session = journey.session or journey.go_on()
            session.take(line)
            journey.conclude()
    told = seen(store, library, NOON)
    assert set(told[1].standings) == {"first_visit"}
    assert set(told[0].done) == {"first_visit", "second_visit"}
    assert through(store, SKILLS) == through(store, STANDINGS) + 1 == 2 * WORTH_IT
    assert told == in_full(store, library, NOON) == anew(store, place, library, NOON)


@pytest.mark.parametrize(
    "statement",
    [
        kept_figures._BEGUN,  # noqa: SLF001 - the statements themselves are looked at
        attempts._UNFINISHED,  # noqa: SLF001
        finished_rows._ENDED_AFTER,  # noqa: SLF001
        finished_rows._JUDGED_AFTER,  # noqa: SLF001
    ],
)
def test_a_look_goes_through_no_table_however_large(statement: object, tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    Store.open(url(path)).close()
    named = {"person": "p", "scenario": "s", "after": 0}
    compiled = statement.compile(dialect=sqlite.dialect())  # type: ignore[attr-defined]
    values = tuple(named.get(name, 1) for name in compiled.positiontup)
    with create_engine(url(path)).connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values).all()
    scanned = {row[-1] for row in plan if row[-1].startswith("SCAN ")}
    assert scanned <= {"SCAN comes_from"}
