"""A copy of a database is all of it, verified, in a database of either kind; or nothing."""

import hashlib
import json
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.copying import copy
from salesdojo.records.database.keeping import status_of
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from support.full_records import fill_every_table, rows_of
from support.records import as_version, begun, decision, raw, url
from support.servers import TEMPLATE, Base, Server


@pytest.fixture(params=["sqlite", "postgresql"])
def goal(request: pytest.FixtureRequest, tmp_path: Path) -> Path | Base:
    """Give a place with nothing in it, once of either kind."""
    if request.param == "sqlite":
        return tmp_path / "copies" / "copy.db"
    found: Base = request.getfixturevalue("empty")
    return found


@pytest.fixture
def full(place: Path | Base) -> Path | Base:
    """Give a database with rows in every table, once of either kind."""
    fill_every_table(place)
    return place


def long_records(place: Path | Base, attempts: int = 60) -> None:
    """Store enough for a copy to be seen half-way."""
    with Store.open(url(place)) as store:
        for number in range(attempts):
            begun(store, f"a{number}")
            for turn in range(1, 21):
                store.append(f"a{number}", decision(turn))


def nothing_in(place: Path | Base) -> bool:
    """Say whether no table is there, and for SQLite no file either."""
    if isinstance(place, Base):
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        return bool(place.raw(tables) == [(0,)])
    return not place.exists()


def test_everything_is_copied_as_it_is(full: Path | Base, goal: Path | Base) -> None:
    copied = copy(url(full), url(goal))
    rows = rows_of(full)
    assert all(rows.values())
    assert rows_of(goal) == rows
    assert {table.name: table.rows for table in copied} == {
        name: len(held) for name, held in rows.items()
    }
    with Store.open(url(goal)) as store:
        assert [store.verify_chain(one) for one in ("a1", "a2", "a3", "b1")] == [None] * 4
        assert store.status().integrity in {"ok", None}


def test_what_is_stored_after_a_copy_gets_higher_numbers(
    full: Path | Base, goal: Path | Base
) -> None:
    copy(url(full), url(goal))
    with Store.open(url(goal)) as store:
        before = store.attempts(store.person("青木 [5%]"))
        begun(store, "a9", person=store.person("青木 [5%]"))
        assert store.attempts(store.person("青木 [5%]"))[:-1] == before
        store.journeys.begin("j9", store.person("Baba\\N"), "long_deal", 700)
    for table, most in (("attempt", 5), ("journey", 1)):
        assert raw(goal, f"SELECT max(number) FROM {table}") == [(most + 1,)]  # noqa: S608
    raw(
        goal,
        "INSERT INTO remark (id, attempt, kind, language, at) VALUES ('r', 'a1', 'wrong', 'en', 1)",
    )
    assert raw(goal, "SELECT number FROM remark WHERE id = 'r'") == [(10,)]


def test_there_and_back_again_is_the_same(tmp_path: Path, empty: Base) -> None:
    first, last = tmp_path / "first.db", tmp_path / "last.db"
    fill_every_table(first)
    there = copy(url(first), url(empty))
    back = copy(url(empty), url(last))
    assert there == back
    assert rows_of(last) == rows_of(first)


def test_the_sha256_of_a_table_can_be_had_without_us(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    copied = {table.name: table for table in copy(url(path), url(tmp_path / "copy.db"))}
    lines = b""
    for row in rows_of(path)["decision"]:
        plain = [one.hex() if isinstance(one, bytes) else one for one in row]
        lines += json.dumps(plain, separators=(",", ":")).encode("ascii") + b"\n"
    assert copied["decision"].sha256 == hashlib.sha256(lines).hexdigest()


def test_a_copy_fills_a_database_that_was_just_made(full: Path | Base, goal: Path | Base) -> None:
    Store.open(url(goal)).close()
    copy(url(full), url(goal))
    assert rows_of(goal) == rows_of(full)


def test_the_source_is_copied_as_it_was_at_one_moment_while_others_write(
    place: Path | Base, goal: Path | Base
) -> None:
    long_records(place)
    before = rows_of(place)
    written: list[int] = []

    def write() -> None:
        with Store.open(url(place), patience=5) as store:
            written.append(store.append("a0", decision(21)))
            begun(store, "late")

    def once(done: int, _whole: int) -> None:
        if done and not written:
            writer = Thread(target=write)
            writer.start()
            writer.join()

    copy(url(place), url(goal), on_progress=once)
    assert written == [21]
    assert rows_of(goal) == before
    assert len(rows_of(place)["attempt"]) == len(before["attempt"]) + 1


def test_a_place_that_holds_something_is_left_as_it_is(
    full: Path | Base, goal: Path | Base
) -> None:
    with Store.open(url(goal)) as store:
        store.person("Chiba")
    before = rows_of(goal)
    with pytest.raises(RecordsError, match="DB056"):
        copy(url(full), url(goal))
    assert rows_of(goal) == before


def test_a_database_is_not_copied_onto_itself(full: Path | Base) -> None:
    before = rows_of(full)
    with pytest.raises(UsageError, match="US024"):
        copy(url(full), url(full))
    assert rows_of(full) == before


def test_an_older_source_is_upgraded_first_and_nothing_is_made(
    tmp_path: Path, goal: Path | Base
) -> None:
    path = tmp_path / "old.db"
    fill_every_table(path)
    as_version(path, "0002")
    with pytest.raises(RecordsError, match="DB005"):
        copy(url(path), url(goal))
    assert nothing_in(goal)


def test_a_source_that_is_not_there_makes_nothing(tmp_path: Path, goal: Path | Base) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("none.db", "empty.db"):
        with pytest.raises(RecordsError, match="DB027"):
            copy(url(tmp_path / name), url(goal))
    assert nothing_in(goal)


def test_an_older_target_and_another_programs_are_left_as_they_are(
    full: Path | Base, tmp_path: Path
) -> None:
    older, theirs = tmp_path / "older.db", tmp_path / "theirs.db"
    Store.open(url(older)).close()
    as_version(older, "0001")
    raw(theirs, "CREATE TABLE theirs (id)")
    for path, code in ((older, "DB005"), (theirs, "DB007")):
        before = path.read_bytes()
        with pytest.raises(RecordsError, match=code):
            copy(url(full), url(path))
        assert path.read_bytes() == before


def test_rows_that_a_server_changes_are_found_and_nothing_stays(tmp_path: Path, base: Base) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    base.raw(
        "CREATE FUNCTION louder() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$"
    )
    base.raw("CREATE TRIGGER louder BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION louder()")
    with pytest.raises(RecordsError, match="DB057"):
        copy(url(path), base.url)
    assert base.raw("SELECT count(*) FROM person") == [(0,)]


def test_rows_that_a_server_drops_are_found_and_nothing_stays(tmp_path: Path, base: Base) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    base.raw(
        "CREATE FUNCTION fewer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
    )
    base.raw("CREATE TRIGGER fewer BEFORE INSERT ON remark FOR EACH ROW EXECUTE FUNCTION fewer()")
    with pytest.raises(RecordsError, match="DB057") as raised:
        copy(url(path), base.url)
    assert (raised.value.values["written"], raised.value.values["kept"]) == (2, 0)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE attempt SET person = 'nobody'",
        "UPDATE person SET name = 'a' || char(0) || 'b'",
    ],
)
def test_a_row_that_the_server_refuses_is_said(tmp_path: Path, empty: Base, damage: str) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
    raw(path, damage)
    with pytest.raises(RecordsError, match="DB059"):
        copy(url(path), empty.url)
    assert nothing_in(empty)


def test_a_server_that_goes_away_half_way_is_said_and_nothing_stays(
    own_server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "dojo.db"
    long_records(path)

    def once(done: int, _whole: int) -> None:
        if done:
            own_server.stop(signal.SIGQUIT)

    with pytest.raises(RecordsError, match="DB014"):
        copy(url(path), own_server.url(TEMPLATE), on_progress=once, patience=0.5)
    own_server.start()
    left = {name for name, rows in rows_of(Base(own_server.url(TEMPLATE))).items() if rows}
    assert left == {"derived"}  # as when it was made: nothing comes to nothing


def test_a_server_that_comes_back_gets_everything_once(own_server: Server, tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    long_records(path)
    stopped: list[int] = []

    def once(done: int, _whole: int) -> None:
        if done > 600 and not stopped:
            stopped.append(done)
            own_server.stop(signal.SIGQUIT)
            own_server.start()

    copy(url(path), own_server.url(TEMPLATE), on_progress=once)
    assert stopped
    assert rows_of(Base(own_server.url(TEMPLATE))) == rows_of(path)


@pytest.mark.slow
def test_a_source_that_goes_away_half_way_is_said_by_its_name(
    own_server: Server, tmp_path: Path
) -> None:
    source = Base(own_server.url(TEMPLATE))
    long_records(source)

    stopped: list[int] = []

    def once(done: int, _whole: int) -> None:
        if done >= 62 and not stopped:
            stopped.append(done)
            own_server.stop(signal.SIGQUIT)

    with pytest.raises(RecordsError, match="DB014") as raised:
        copy(source.url, url(tmp_path / "copy.db"), on_progress=once, patience=0.5)
    assert "postgresql" in str(raised.value.values["place"])
    assert nothing_in(tmp_path / "copy.db")


@pytest.fixture
def at_most() -> Iterator[Callable[[Path, int], None]]:
    """Let the SQLite file of that name have so many pages, as on a disk that is full."""
    listening: list[Callable[[DBAPIConnection, object], None]] = []

    def limited(path: Path, pages: int) -> None:
        def limit(connection: DBAPIConnection, _entry: object) -> None:
            if not isinstance(connection, sqlite3.Connection):
                return
            if connection.execute("PRAGMA database_list").fetchone()[2] == str(path):
                connection.execute(f"PRAGMA max_page_count={pages}")

        event.listen(Engine, "connect", limit)
        listening.append(limit)

    yield limited
    for limit in listening:
        event.remove(Engine, "connect", limit)


def test_a_disk_that_is_full_is_said_and_nothing_stays(
    place: Path | Base, tmp_path: Path, at_most: Callable[[Path, int], None]
) -> None:
    long_records(place)
    goal = tmp_path / "copies" / "copy.db"
    at_most(goal, 40)
    with pytest.raises(RecordsError, match="DB002"):
        copy(url(place), url(goal))
    assert list(goal.parent.iterdir()) == []


def test_a_copy_broken_off_leaves_nothing(full: Path | Base, goal: Path | Base) -> None:
    def interrupt(done: int, _whole: int) -> None:
        if done > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(url(full), url(goal), on_progress=interrupt)
    assert nothing_in(goal)


def test_nobody_writes_into_the_target_before_the_copy_is_done(tmp_path: Path, base: Base) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    refused: list[str] = []

    def write(done: int, _whole: int) -> None:
        if done and not refused:
            with Store.open(base.url, patience=0.3) as store:
                try:
                    store.person("Intruder")
                except RecordsError as error:
                    refused.append(error.code)

    copy(url(path), base.url, on_progress=write)
    assert refused == ["DB001"]


def test_progress_is_told_to_its_end(full: Path | Base, goal: Path | Base) -> None:
    told: list[tuple[int, int]] = []
    copy(url(full), url(goal), on_progress=lambda done, whole: told.append((done, whole)))
    rows = sum(len(held) for held in rows_of(full).values())
    assert told == sorted(told)
    assert told[-1] == (2 * rows, 2 * rows)


def test_a_temporary_copy_without_room_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    real = sqlite3.connect

    def small(database: str, **options: object) -> sqlite3.Connection:
        made: sqlite3.Connection = real(database, **options)  # type: ignore[call-overload]
        if database == "":
            made.execute("PRAGMA max_page_count=1")
        return made

    monkeypatch.setattr("salesdojo.records.database.one_view.sqlite3.connect", small)
    with pytest.raises(RecordsError, match="DB058"):
        copy(url(path), url(tmp_path / "copy.db"))
    assert nothing_in(tmp_path / "copy.db")
    assert status_of(url(path)).integrity == "ok"


def test_every_table_of_ours_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    fill_every_table(path)
    names = {table.name for table in copy(url(path), url(tmp_path / "copy.db"))}
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert names == {name for (name,) in found} - {"alembic_version"} == set(METADATA.tables)
