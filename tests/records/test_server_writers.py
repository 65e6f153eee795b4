"""Writers in each other's way on a PostgreSQL server: they wait, begin again, and all land."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from salesdojo.errors import RecordsError
from salesdojo.records.database.database import Database
from salesdojo.records.database.place import place as placed
from salesdojo.records.mode import Mode
from salesdojo.records.store import Store
from support.records import Talk, aoki, begun, decision
from support.servers import Base


@contextmanager
def held(base: Base, statement: str) -> Iterator[Any]:
    """Let another program hold what `statement` locks, until it commits."""
    import psycopg

    with closing(psycopg.connect(base.url)) as connection:
        connection.execute(statement.encode())
        yield connection


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
    base.raw("INSERT INTO person (id, team, name) VALUES ('a', '', 'A'), ('b', '', 'B')")
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
    base.raw("INSERT INTO person (id, team, name) VALUES ('a', '', 'A')")
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
