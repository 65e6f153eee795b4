"""An erasure is whole or has not begun; others lose nothing by it, and no trace stays."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from salesdojo.errors import RecordsError
from salesdojo.practice.solving import solve
from salesdojo.records.database.database import Database
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.erasing import NAME, NOW, STORY, WORDS, drawn, erase, fill, play, stand_in
from support.full_records import rows_of
from support.records import begun, decision, raw, url
from support.servers import Base


@pytest.fixture
def played(place: Path | Base) -> Path | Base:
    """Give the records of Aoki and Baba, once of either kind."""
    fill(place)
    return place


def test_who_was_erased_cannot_be_erased_again_and_may_begin_anew(played: Path | Base) -> None:
    with Store.open(url(played)) as store:
        aoki = store.person(NAME)
        store.people.erase(aoki, NOW, new_seed=drawn(1))
        before = rows_of(played)
        with pytest.raises(RecordsError, match="DB060"):
            store.people.erase(aoki, NOW, new_seed=drawn(2))
        assert rows_of(played) == before
        assert store.known_person(NAME) is None
        again = store.person(NAME)
        assert again.id != aoki.id
        assert store.attempts(again) == ()


def test_a_talk_in_another_window_says_that_its_person_is_gone(played: Path | Base) -> None:
    with Store.open(url(played)) as store, Store.open(url(played)) as other:
        aoki = store.person(NAME)
        clock = count(NOW)
        told: dict[str, Any] = {
            "seed": 4, "mode": Mode.PRACTICE, "language": "ja", "clock": lambda: next(clock),
        }  # fmt: skip
        session = Session.start(store, aoki, STORY, **told)
        session.take("ask")
        fresh = Session.start(store, aoki, STORY, **told)
        run = store.journeys.begin("run-2", aoki, "long_deal", NOW)
        done = play(store, aoki, "last", 8, NOW)
        other.people.erase(aoki, NOW, new_seed=drawn(1))
        before = rows_of(played)
        for work in (
            lambda: session.take(session.attempt.shown[0].id),
            lambda: fresh.take("ask"),
            session.resumed,
            lambda: done.result(solve(STORY)),
            lambda: done.fork_at(1),
            lambda: Session.start(store, aoki, STORY, **told),
            lambda: store.journeys.begin("run-3", aoki, "long_deal", NOW),
            lambda: store.people.require(aoki),
            lambda: store.journeys.begin_chapter(
                run, 1, "c9", STORY, seed=1, mode=Mode.PRACTICE, language="ja", at=NOW
            ),
        ):
            with pytest.raises(RecordsError, match="DB060"):
                work()
        assert rows_of(played) == before


def test_others_go_on_meanwhile_and_lose_nothing(played: Path | Base) -> None:
    stored: list[int] = []

    def write() -> None:
        with Store.open(url(played)) as store:
            begun(store, "w", person=store.person("Baba"))
            stored.extend(store.append("w", decision(turn)) for turn in range(1, 61))

    writer = Thread(target=write)
    writer.start()
    erase(played)
    writer.join()
    assert stored == [*range(1, 61)]
    with Store.open(url(played)) as store:
        assert len(store.decisions("w")) == 60
        assert store.verify_chain("w") is None


def test_an_attempt_that_goes_on_after_its_seed_was_found_goes_along(
    played: Path | Base,
) -> None:
    """The seeds are found before others have to wait: what is stored after that counts too."""
    with Store.open(url(played)) as store, Store.open(url(played)) as other:
        aoki = store.person(NAME)
        session = Session.start(
            other, aoki, STORY, seed=4, mode=Mode.PRACTICE, language="ja", clock=lambda: NOW
        )
        ids = count()
        draws = drawn(1)

        def late() -> int:
            if session.saved == 0:
                session.take("ask")
            return draws()

        store.people.erase(aoki, NOW, new_seed=late, new_id=lambda: f"new-{next(ids)}")
        last = store.attempts(stand_in(played))[-1]
        assert last.saved == session.saved == 1
        assert store.verify_chain(last.id) is None
        Session.resume(store, last, lambda: NOW)


def test_an_attempt_without_another_seed_is_deleted_with_its_retries(played: Path | Base) -> None:
    done = erase(played, tries=0)
    assert (done.attempts, done.lost) == (0, 11)
    assert raw(played, "SELECT count(*) FROM attempt WHERE fork_of IS NOT NULL") == [(0,)]
    with Store.open(url(played)) as store:
        assert store.attempts(stand_in(played)) == ()


KILLED = """
import os, signal, sys
from itertools import count
from salesdojo.records.store import Store
store = Store.open(sys.argv[1])
numbers = count()
def dying():
    number = next(numbers)
    if number == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return f"new-{number}"
store.people.erase(store.person(sys.argv[3]), 1, new_seed=count(1).__next__, new_id=dying)
"""


@pytest.mark.parametrize("after", [1, 8, 12])
def test_an_erasure_that_is_killed_has_not_begun(played: Path | Base, after: int) -> None:
    before = rows_of(played)
    program = [sys.executable, "-c", KILLED, url(played), str(after), NAME]
    done = subprocess.run(program, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert rows_of(played) == before
    with pytest.raises(Exception, match="append-only"):
        raw(played, "DELETE FROM decision")
    assert erase(played).attempts == 11


def test_nothing_stays_in_the_file_nor_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "home" / "dojo.db"
    secrets = [NAME.encode(), *(f"{WORDS} {number}".encode() for number in range(400))]
    with Store.open(url(path)) as store:
        begun(store, "a1", person=store.person(NAME))
        for turn in range(1, 401):
            store.append("a1", decision(turn))
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany(
            "INSERT INTO recall VALUES ('a1', ?, ?, 'ask', 0.5)",
            [(turn, f"{WORDS} {turn - 1} {'long ' * 200}") for turn in range(1, 401)],
        )
        connection.commit()
    assert all(secret in path.read_bytes() for secret in secrets)
    erase(path)
    for file in path.parent.iterdir():
        held = file.read_bytes()
        assert [secret for secret in secrets if secret in held] == []
    assert [file.name for file in path.parent.iterdir()] == ["dojo.db"]


def test_what_was_deleted_long_ago_leaves_the_file_too(tmp_path: Path) -> None:
    """Pages that were freed before, by a program that did not wipe them."""
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store, "a1", person=store.person(NAME))
    raw(
        path,
        "INSERT INTO recall VALUES ('a1', 1, 'WORDS', 'ask', 0.5)".replace("WORDS", WORDS * 2_000),
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("DELETE FROM recall")
        connection.commit()
    assert WORDS.encode() in path.read_bytes()
    erase(path)
    assert WORDS.encode() not in path.read_bytes()


def test_a_file_that_cannot_be_written_anew_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store, "a1", person=store.person(NAME))
    real = Database.compact

    def while_someone_reads(database: Database) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchone()
            real(database)

    monkeypatch.setattr(Database, "compact", while_someone_reads)
    with Store.open(url(path), patience=0.3) as store, pytest.raises(RecordsError, match="DB061"):
        store.people.erase(store.person(NAME), NOW, new_seed=drawn(1))
    assert raw(path, f"SELECT count(*) FROM person WHERE name = '{NAME}'") == [(0,)]  # noqa: S608


def test_a_commit_without_an_answer_erases_once(base: Base) -> None:
    with Store.open(base.url) as store:
        begun(store, "a1", person=store.person(NAME))
        store.append("a1", decision(1))
        aoki = store.person(NAME)
        cuts: list[str] = []

        def lose(connection: Connection) -> None:
            gone = connection.exec_driver_sql("SELECT count(*) FROM person WHERE name IS NULL")
            if cuts or not gone.scalar_one():
                return
            cuts.append("cut")
            connection.exec_driver_sql("COMMIT")
            base.raw(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            connection.exec_driver_sql("SELECT 1")

        event.listen(Engine, "commit", lose)
        try:
            done = store.people.erase(aoki, NOW, new_seed=drawn(1))
        finally:
            event.remove(Engine, "commit", lose)
    assert (cuts, done) == (["cut"], None)
    assert base.raw("SELECT count(*) FROM person WHERE name IS NULL") == [(1,)]
    assert base.raw("SELECT count(*) FROM attempt") == [(1,)]


def test_on_a_server_only_the_owner_of_the_tables_can_erase(base: Base) -> None:
    with Store.open(base.url) as store:
        begun(store, "a1", person=store.person(NAME))
    base.raw("CREATE ROLE eraser LOGIN")
    base.raw("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO eraser")
    before = rows_of(base)
    theirs = base.url.replace("postgres@", "eraser@")
    with Store.open(theirs) as store, pytest.raises(RecordsError, match="DB044"):
        store.people.erase(store.person(NAME), NOW, new_seed=drawn(1))
    assert rows_of(base) == before
    base.raw("DROP OWNED BY eraser")
    base.raw("DROP ROLE eraser")
