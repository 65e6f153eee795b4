"""PostgreSQL: what it refuses is said, and what only a server can do is waited for."""

import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from salesdojo.errors import RecordsError
from salesdojo.records.backup import backup_of, restore
from salesdojo.records.database import Database
from salesdojo.records.keeping import status_of
from salesdojo.records.mode import Mode
from salesdojo.records.place import place as placed
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from salesdojo.records.upgrading import Upgrade, upgrade
from salesdojo.records.versions import SHIPPED, Migrations
from support.records import Talk, aoki, begun, decision
from support.servers import Base, Server

SECRET = "hunter2"  # noqa: S105 - the password that must not be shown
NOWHERE = "postgresql://me@127.0.0.1:1/dojo"


def refusal(url: str) -> RecordsError:
    with pytest.raises(RecordsError) as caught:
        Store.open(url)
    error = caught.value
    assert error.cause("ja") != error.cause("en")
    assert error.remedy("ja") != error.remedy("en")
    assert SECRET not in "".join(traceback.format_exception(error))
    return error


def schema(base: Base) -> list[Any]:
    """Return columns, constraints, indexes and comments as the server tells them."""
    ours = "c.relnamespace = 'public'::regnamespace AND c.relname <> 'alembic_version'"
    return base.raw(
        "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, "  # noqa: S608
        "pg_get_expr(d.adbin, d.adrelid), obj_description(c.oid) FROM pg_class c "
        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
        "LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum "
        f"WHERE c.relkind IN ('r', 'i') AND {ours} "
        "AND c.relname <> 'alembic_version_pkc' ORDER BY 1, 2"
    ) + base.raw(
        "SELECT c.relname, n.conname, pg_get_constraintdef(n.oid) FROM pg_constraint n "  # noqa: S608
        f"JOIN pg_class c ON c.oid = n.conrelid WHERE {ours} ORDER BY 1, 2"
    )


@contextmanager
def held(base: Base, statement: str) -> Iterator[Any]:
    """Let another program hold what `statement` locks, until it commits."""
    import psycopg

    with closing(psycopg.connect(base.url)) as connection:
        connection.execute(statement.encode())
        yield connection


def test_the_migrations_make_the_tables_that_the_program_uses(base: Base, empty: Base) -> None:
    engine = create_engine(placed(empty.url).url)
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(base) == schema(empty)


def test_decisions_cannot_be_emptied_out(base: Base) -> None:
    with Store.open(base.url) as store:
        begun(store)
        store.append("a1", decision(1))
        with pytest.raises(Exception, match="append-only"):
            base.raw("TRUNCATE decision CASCADE")
        assert store.decisions("a1") == (decision(1),)


@pytest.mark.parametrize(
    ("user", "password", "database", "code"),
    [
        ("trainee", SECRET + "x", "dojo", "DB041"),
        ("trainee", "", "dojo", "DB041"),
        ("nobody_here", SECRET, "dojo", "DB041"),
        ("trainee", SECRET, "no_dojo", "DB042"),
    ],
)
def test_who_is_not_let_in_is_told_why_without_the_password(
    trainee: Server, user: str, password: str, database: str, code: str
) -> None:
    assert refusal(trainee.url(database, user, password)).code == code


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    pytest.importorskip("psycopg")
    assert refusal(f"postgresql://me:{SECRET}@127.0.0.1:1/dojo").code == "DB014"
    assert refusal(f"postgresql://me:{SECRET}@nowhere.invalid/dojo").code == "DB014"


@pytest.fixture(scope="session")
def trainee(server: Server) -> Server:
    """Give the server, on which the user `trainee` has a password and nothing else."""
    server.require_password("trainee", SECRET)
    return server


def as_trainee(base: Base) -> str:
    return base.url.replace("postgres@", f"trainee:{SECRET}@")


@pytest.mark.usefixtures("trainee")
def test_who_may_not_make_tables_is_told(empty: Base) -> None:
    assert refusal(as_trainee(empty)).code == "DB044"


@pytest.mark.usefixtures("trainee")
def test_a_server_that_takes_no_more_connections_says_so(base: Base) -> None:
    name = base.raw("SELECT current_database()")[0][0]
    base.raw(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    assert refusal(as_trainee(base)).code == "DB043"


RIGHTS = (
    "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO trainee",
    "GRANT UPDATE ON attempt, journey TO trainee",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO trainee",
)


@pytest.mark.usefixtures("trainee")
def test_the_rights_that_the_manual_lists_are_enough_to_practise(base: Base) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "operators.md").read_text()
    for right in RIGHTS:
        assert f"{right};" in manual
        base.raw(right)
    with Store.open(as_trainee(base)) as store:
        begun(store)
        assert store.append("a1", decision(1)) == 1
        journey = store.journeys.begin("j1", aoki(store), "year", 5)
        store.journeys.finish(journey.id, "won", 6)
        store.abandon("a1", 7)
        assert store.status().counts["decision"] == 1


def test_a_server_that_is_only_read_says_so(base: Base) -> None:
    with Store.open(f"{base.url}&options=-c%20default_transaction_read_only%3Don") as store:
        with pytest.raises(RecordsError, match="DB045"):
            begun(store)
        assert store.known_person("Aoki") is None


def test_a_database_that_cannot_hold_japanese_is_not_used(server: Server) -> None:
    with server.cloned("template0", "ENCODING 'LATIN1' LOCALE 'C'") as latin:
        assert refusal(latin.url).code == "DB046"
        assert status_of(latin.url).counts == {}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE bookmarks (id INT)", "07"),
        ("DROP TABLE decision", "07"),
        ("DELETE FROM alembic_version", "09"),
        ("UPDATE alembic_version SET version_num = '0999'", "06"),
        ("UPDATE alembic_version SET version_num = '0000'", "05"),
        ("UPDATE alembic_version SET version_num = 'abc'", "07"),
    ],
)
def test_a_database_that_is_not_ours_or_of_another_version_is_refused(
    base: Base, statement: str, code: str
) -> None:
    base.raw(statement)
    assert refusal(base.url).code == f"DB0{code}"


def test_a_statement_that_takes_too_long_is_given_up(base: Base) -> None:
    url = f"{base.url}&options=-c%20statement_timeout%3D50ms"
    with closing(Database(placed(url), None, 5)) as database:
        with pytest.raises(RecordsError, match="DB040"):
            database.read(lambda connection: connection.exec_driver_sql("SELECT pg_sleep(9)"))
        assert database.read(_one) == 1


def _one(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT 1").scalar_one())


def test_decisions_are_durable_where_the_server_would_not_wait(base: Base) -> None:
    url = f"{base.url}&options=-c%20synchronous_commit%3Doff"
    with closing(Database(placed(url), None, 5)) as database:
        found = database.write(
            lambda connection: connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()
        )
    assert found == "on"


def test_a_lock_is_waited_for_visibly_and_then_said(base: Base) -> None:
    waits: list[float] = []
    with Store.open(base.url, on_wait=waits.append, patience=0.6) as store:
        begun(store)
        with held(base, "LOCK TABLE decision") as holder:
            with pytest.raises(RecordsError, match="DB001"):
                store.append("a1", decision(1))
            assert waits
            holder.commit()
            assert store.append("a1", decision(1)) == 1


def test_no_chapter_begins_in_a_journey_that_another_window_leaves_behind(base: Base) -> None:
    with Store.open(base.url) as store:
        journey = store.journeys.begin("j1", aoki(store), "year", 5)
        refused: list[str] = []

        def begin() -> None:
            keys: Any = {"seed": 1, "mode": Mode.PRACTICE, "language": "en", "at": 1}
            try:
                store.journeys.begin_chapter(journey, 1, "a1", Talk(), **keys)
            except RecordsError as error:
                refused.append(error.code)

        with held(base, "UPDATE journey SET abandoned_at = 6") as other:
            window = Thread(target=begin)
            window.start()
            window.join(0.3)
            other.commit()
            window.join()
        assert refused == ["DB034"]
        assert store.attempts(aoki(store)) == ()


def rename(connection: Connection, who: str) -> None:
    connection.exec_driver_sql("UPDATE person SET name = name || '+' WHERE id = %s", (who,))


@contextmanager
def noted(states: list[str]) -> Iterator[None]:
    """Note in `states` what PostgreSQL calls the error of a try."""
    try:
        yield
    except DBAPIError as error:
        states.append(str(getattr(error.orig, "sqlstate", None)))
        raise


def test_writers_who_deadlock_both_land(base: Base) -> None:
    base.raw("INSERT INTO person VALUES ('a', 'A'), ('b', 'B')")
    barrier = Barrier(2, timeout=20)
    states: list[str] = []

    def write(database: Database, *order: str) -> None:
        fresh = [True]

        def changes(connection: Connection) -> None:
            with noted(states):
                connection.exec_driver_sql("SET LOCAL deadlock_timeout = '20ms'")
                rename(connection, order[0])
                if fresh:
                    fresh.clear()
                    barrier.wait()
                rename(connection, order[1])

        database.write(changes)

    with closing(Database(placed(base.url), None, 20)) as database:
        threads = [Thread(target=write, args=(database, *order)) for order in ("ab", "ba")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert "40P01" in states
    assert base.raw("SELECT name FROM person ORDER BY id") == [("A++",), ("B++",)]


def test_a_writer_who_cannot_be_put_in_an_order_begins_again(base: Base) -> None:
    base.raw("INSERT INTO person VALUES ('a', 'A')")
    states: list[str] = []

    def changes(connection: Connection) -> None:
        with noted(states):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
            connection.exec_driver_sql("SELECT * FROM person")
            if not states:
                base.raw("UPDATE person SET name = 'B'")
            rename(connection, "a")

    with closing(Database(placed(base.url), None, 5)) as database:
        database.write(changes)
    assert states == ["40001"]
    assert base.raw("SELECT name FROM person") == [("B+",)]


def test_a_server_has_a_status_and_no_backup_of_ours(base: Base, tmp_path: Path) -> None:
    with Store.open(base.url) as store:
        begun(store)
    status = status_of(base.url)
    assert (status.version, status.counts["attempt"], status.integrity) == (SHIPPED.head, 1, None)
    assert status.kind.startswith("PostgreSQL 1")
    assert status.size > 1_000_000
    with pytest.raises(RecordsError, match="DB026"):
        backup_of(NOWHERE, tmp_path / "copy")  # the server is not even asked
    with pytest.raises(RecordsError, match="DB026"):
        restore(tmp_path / "copy", base.url, "1")
    assert not list(tmp_path.iterdir())


def test_who_only_reads_makes_nothing(empty: Base) -> None:
    with pytest.raises(RecordsError, match="DB027"):
        Store.open(empty.url, make=False)
    assert status_of(empty.url).version == ""
    assert schema(empty) == []


NEXT = '''
"""A next version: a person may have a team."""

import os
import signal

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("person", Column("team", Text))
    {more}
'''
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"


def next_version(folder: Path, more: str = "") -> Migrations:
    shutil.copytree(SHIPPED.folder, folder)
    (folder / "versions" / "0003_team.py").write_text(NEXT.format(more=more))
    return Migrations(folder, "0003")


def test_an_upgrade_that_fails_or_is_killed_changes_nothing(base: Base, tmp_path: Path) -> None:
    with Store.open(base.url) as store:
        begun(store)
        store.append("a1", decision(1))
    before = schema(base)
    broken = next_version(tmp_path / "broken", 'op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(RecordsError, match="DB022"):
        upgrade(base.url, "1", migrations=broken)
    assert schema(base) == before
    next_version(tmp_path / "killed", KILLED)
    program = (
        "from pathlib import Path; from salesdojo.records.upgrading import upgrade; "
        "from salesdojo.records.versions import Migrations; "
        f"upgrade({base.url!r}, '1', "
        f"migrations=Migrations(Path({str(tmp_path / 'killed')!r}), '0003'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -9
    assert schema(base) == before
    whole = next_version(tmp_path / "whole")
    assert upgrade(base.url, "1", migrations=whole) == Upgrade("0002", "0003", None)
    assert base.raw("SELECT name, team FROM person") == [("Aoki", None)]
    assert upgrade(base.url, "1", migrations=whole) == Upgrade("0003", "0003", None)
    assert refusal(base.url).code == "DB006"


def test_two_upgrades_at_once_are_one(base: Base, tmp_path: Path) -> None:
    whole = next_version(tmp_path / "whole", "op.execute('SELECT pg_sleep(0.5)')")
    done: list[Upgrade] = []
    threads = [
        Thread(target=lambda: done.append(upgrade(base.url, "1", migrations=whole)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.after for one in done] == ["0003", "0003"]
    assert status_of(base.url).version == "0003"
