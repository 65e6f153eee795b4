"""The tables on a PostgreSQL server, and the way from one version to the next."""

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import create_engine

from salesdojo.errors import RecordsError
from salesdojo.records.database.keeping import status_of
from salesdojo.records.database.place import place as placed
from salesdojo.records.database.upgrading import Upgrade, upgrade
from salesdojo.records.database.versions import SHIPPED, Migrations
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from support.records import begun, decision, migrations_until
from support.servers import Base


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


def test_the_migrations_make_the_tables_that_the_program_uses(base: Base, empty: Base) -> None:
    engine = create_engine(placed(empty.url).url)
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(base) == schema(empty)


def test_who_only_reads_makes_nothing(empty: Base) -> None:
    with pytest.raises(RecordsError, match="DB027"):
        Store.open(empty.url, make=False)
    assert status_of(empty.url).version == ""
    assert schema(empty) == []


NEXT = '''
"""A next version: a person may have a nickname."""

import os
import signal

from alembic import op
from sqlalchemy import Column, Text

revision = "9999"
down_revision = "{newest}"


def upgrade() -> None:
    op.add_column("person", Column("nickname", Text))
    {more}
'''
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"


def next_version(folder: Path, more: str = "") -> Migrations:
    shutil.copytree(SHIPPED.folder, folder)
    (folder / "versions" / "9999_nickname.py").write_text(
        NEXT.format(more=more, newest=SHIPPED.head)
    )
    return Migrations(folder, "9999")


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
        "from pathlib import Path; from salesdojo.records.database.upgrading import upgrade; "
        "from salesdojo.records.database.versions import Migrations; "
        f"upgrade({base.url!r}, '1', "
        f"migrations=Migrations(Path({str(tmp_path / 'killed')!r}), '9999'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -9
    assert schema(base) == before
    whole = next_version(tmp_path / "whole")
    assert upgrade(base.url, "1", migrations=whole) == Upgrade(SHIPPED.head, "9999", None)
    assert base.raw("SELECT name, nickname FROM person") == [("Aoki", None)]
    assert upgrade(base.url, "1", migrations=whole) == Upgrade("9999", "9999", None)
    with pytest.raises(RecordsError, match="DB006"):
        Store.open(base.url)


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
    assert [one.after for one in done] == ["9999", "9999"]
    assert status_of(base.url).version == "9999"


def test_the_second_version_gets_teams_and_its_finished_attempts(
    base: Base, empty: Base, tmp_path: Path
) -> None:
    upgrade(empty.url, "1", migrations=migrations_until("0002", tmp_path / "second"))
    judged = "INSERT INTO result VALUES ({}, 'a1', '1', 'r', '', '{}', NULL, 9, 'won', 80, 1, '')"
    for statement in (
        "INSERT INTO person (id, name) VALUES ('p1', 'Aoki')",
        "INSERT INTO scenario_revision VALUES ('r', '')",
        "INSERT INTO attempt VALUES (1, 'a1', 'p1', 'talk', 'r', 7, 'practice', 'ja', 1000, 4000)",
        judged.format(5, "first"),
        judged.format(6, "again"),
    ):
        empty.raw(statement)
    assert upgrade(empty.url, "1").before == "0002"
    assert schema(empty) == schema(base)
    assert empty.raw("SELECT id, team, name, erased_at FROM person") == [("p1", "", "Aoki", None)]
    assert empty.raw("SELECT * FROM finished_attempt") == [("p1", 5, "a1", 4000)]


def test_the_third_version_lets_a_result_come_again_and_puts_its_results_in_line(
    base: Base, empty: Base, tmp_path: Path
) -> None:
    upgrade(empty.url, "1", migrations=migrations_until("0003", tmp_path / "third"))
    judged = "INSERT INTO result VALUES ({}, 'a1', '1', 'r', '', '{}', {}, 9, 'won', 80, 1, '')"
    for statement in (
        "INSERT INTO person (id, team, name) VALUES ('p1', '', 'Aoki')",
        "INSERT INTO scenario_revision VALUES ('r', '')",
        "INSERT INTO attempt VALUES (1, 'a1', 'p1', 'talk', 'r', 7, 'practice', 'ja', 1000, 4000)",
        judged.format(5, "first", "NULL"),
        judged.format(6, "second", 5),
        judged.format(7, "third", 5),  # two programs at once
    ):
        empty.raw(statement)
    assert upgrade(empty.url, "1").before == "0003"
    assert schema(empty) == schema(base)
    assert empty.raw("SELECT number, supersedes FROM result ORDER BY 1") == [
        (5, None),
        (6, 5),
        (7, 6),
    ]
    empty.raw(judged.format(8, "first", 7))
