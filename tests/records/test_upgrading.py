"""The tables, their versions, and the way from one to the next."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.keeping import status_of
from salesdojo.records.database.upgrading import Upgrade, upgrade
from salesdojo.records.database.versions import SHIPPED, Migrations
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from support.records import (
    as_version,
    begun,
    decision,
    lock_held,
    migrations_until,
    raw,
    result,
    url,
)

NEXT = '''
"""A next version: a person may have a nickname."""

from alembic import op
from sqlalchemy import Column, Text

revision = "9999"
down_revision = "{newest}"


def upgrade() -> None:
    op.add_column("person", Column("nickname", Text))
    {more}
'''


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
        store.append("a1", decision(1))
    return path


def next_version(tmp_path: Path, more: str = "") -> Migrations:
    folder = tmp_path / "migrations"
    shutil.copytree(SHIPPED.folder, folder)
    (folder / "versions" / "9999_nickname.py").write_text(
        NEXT.format(more=more, newest=SHIPPED.head)
    )
    return Migrations(folder, "9999")


def schema(path: Path) -> set[tuple[str, str]]:
    rows = raw(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    kept = ("alembic_version", "decision_refuses_update", "decision_refuses_delete")
    return {(name, " ".join(sql.split())) for name, sql in rows if name not in kept}


def test_the_migrations_make_the_tables_that_the_program_uses(path: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    engine = create_engine(url(plain))
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(path) == schema(plain)


def test_every_table_of_ours_is_strict(path: Path) -> None:
    rows = raw(path, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    assert {name for (name,) in rows} == {"sqlite_schema", "alembic_version"}
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        raw(path, "UPDATE attempt SET begun_at = 'yesterday'")


def test_the_newest_version_is_the_last_migration() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(SHIPPED.folder)).get_current_head() == SHIPPED.head


def test_an_upgrade_keeps_everything_and_makes_a_backup_first(path: Path, tmp_path: Path) -> None:
    done = upgrade(url(path), "20250401T090000Z", migrations=next_version(tmp_path))
    copy = path.with_name(f"dojo.db.{SHIPPED.head}-20250401T090000Z.backup")
    assert done == Upgrade(SHIPPED.head, "9999", copy)
    assert raw(path, "SELECT name, nickname FROM person") == [("Aoki", None)]
    assert raw(path, "SELECT choice FROM decision") == [("ask_why",)]
    assert status_of(url(copy)).version == SHIPPED.head
    assert status_of(url(path)).version == "9999"
    with pytest.raises(RecordsError, match="DB006"):
        Store.open(url(path))


def test_an_upgrade_that_fails_changes_nothing(path: Path, tmp_path: Path) -> None:
    broken = next_version(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    before = schema(path)
    with pytest.raises(RecordsError, match="DB022"):
        upgrade(url(path), "1", migrations=broken)
    assert schema(path) == before
    with Store.open(url(path)) as store:
        assert store.append("a1", decision(2)) == 2


def test_an_upgrade_to_the_version_it_has_does_nothing(path: Path) -> None:
    assert upgrade(url(path), "1") == Upgrade(SHIPPED.head, SHIPPED.head, None)
    assert [left.name for left in path.parent.iterdir()] == ["dojo.db"]


def test_an_upgrade_makes_a_missing_database(tmp_path: Path) -> None:
    assert upgrade(url(tmp_path / "dojo.db"), "1") == Upgrade("", SHIPPED.head, None)


def test_an_upgrade_never_overwrites_the_backup_of_another(path: Path, tmp_path: Path) -> None:
    path.with_name(f"dojo.db.{SHIPPED.head}-1.backup").touch()
    with pytest.raises(UsageError, match="US023"):
        upgrade(url(path), "1", migrations=next_version(tmp_path))
    assert status_of(url(path)).version == SHIPPED.head


def test_a_newer_database_is_not_upgraded(path: Path) -> None:
    raw(path, "UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(RecordsError, match="DB006"):
        upgrade(url(path), "1")


def test_an_upgrade_waits_for_another_program_and_says_so(path: Path, tmp_path: Path) -> None:
    with lock_held(path), pytest.raises(RecordsError, match="DB001"):
        upgrade(url(path), "1", migrations=next_version(tmp_path), patience=0.4)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        with pytest.raises(RecordsError, match="DB001"):
            upgrade(url(path), "2", migrations=next_version(tmp_path / "2"), patience=0.4)
    assert status_of(url(path)).version == SHIPPED.head


def test_opening_a_database_that_is_there_does_not_load_alembic(path: Path) -> None:
    program = (
        "import sys; from salesdojo.records.store import Store; "
        f"Store.open({url(path)!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


KILLED = """
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(name="first")
def _first(path: Path, tmp_path: Path) -> Path:
    """Give a database of the first version, with one decision in it."""
    as_version(path, "0001")
    plain = tmp_path / "plain_first.db"
    upgrade(url(plain), "1", migrations=migrations_until("0001", tmp_path / "first"))
    assert schema(path) == schema(plain)
    return path


def test_the_first_version_gets_journeys_and_keeps_everything(first: Path, tmp_path: Path) -> None:
    before = {table: raw(first, f"SELECT * FROM {table}") for table in ("attempt", "decision")}  # noqa: S608
    with pytest.raises(RecordsError, match="DB005"):
        Store.open(url(first))
    assert upgrade(url(first), "1").before == "0001"
    for table, rows in before.items():
        assert raw(first, f"SELECT * FROM {table}") == rows  # noqa: S608
    with Store.open(url(first)) as store:
        assert store.decisions("a1") == (decision(1),)
        assert store.verify_chain("a1") is None
        assert store.append("a1", decision(2)) == 2
        assert store.journeys.of_person(store.person("Aoki")) == ()
    engine = create_engine(url(tmp_path / "now.db"))
    METADATA.create_all(engine)
    engine.dispose()
    assert schema(first) == schema(tmp_path / "now.db")


def test_an_upgrade_killed_half_way_leaves_the_first_version_whole(
    first: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "killed"
    shutil.copytree(SHIPPED.folder, folder)
    (migration,) = (folder / "versions").glob(f"{SHIPPED.head}_*.py")
    migration.write_text(migration.read_text() + KILLED)
    before = schema(first)
    program = (
        "from pathlib import Path; from salesdojo.records.database.upgrading import upgrade; "
        "from salesdojo.records.database.versions import Migrations; "
        f"until = Migrations(Path({str(folder)!r}), {SHIPPED.head!r}); "
        f"upgrade({url(first)!r}, '1', migrations=until)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -9
    assert (schema(first), status_of(url(first)).version) == (before, "0001")
    assert upgrade(url(first), "2").after == SHIPPED.head
    with Store.open(url(first)) as store:
        assert store.decisions("a1") == (decision(1),)


def test_the_second_version_gets_teams_and_its_finished_attempts_in_order(path: Path) -> None:
    with Store.open(url(path)) as store:
        begun(store, "a2", person=store.person("Baba"))
        store.append("a2", decision(1))
        for attempt, at in (("a2", 5_000), ("a1", 4_000)):  # a clock that was set back
            store.finish(attempt, result(80), at)
        aoki, baba = store.person("Aoki"), store.person("Baba")
        standings = store.standings(aoki)
    kept = raw(path, "SELECT person, number, attempt, at FROM finished_attempt ORDER BY number")
    as_version(path, "0002")
    assert upgrade(url(path), "1").before == "0002"
    rows = raw(path, "SELECT person, number, attempt, at FROM finished_attempt ORDER BY number")
    assert rows == kept == [(baba.id, 1, "a2", 5_000), (aoki.id, 2, "a1", 4_000)]
    assert raw(path, "SELECT team, name, erased_at FROM person ORDER BY name") == [
        ("", "Aoki", None),
        ("", "Baba", None),
    ]
    assert raw(path, "PRAGMA foreign_key_check") == []
    with Store.open(url(path)) as store:
        assert store.person("Aoki") == aoki
        assert store.standings(aoki) == standings
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        raw(path, "INSERT INTO person (id, team, name) VALUES ('p3', '', 'Aoki')")
    raw(path, "INSERT INTO person (id, team, name) VALUES ('p3', 'east', 'Aoki')")


def test_the_third_version_lets_a_result_come_again_and_puts_its_results_in_line(
    path: Path,
) -> None:
    with Store.open(url(path)) as store:
        for quality in (60.0, 90.0, 80.0):
            store.finish("a1", result(quality), 2_000)
    as_version(path, "0003")
    raw(path, "UPDATE result SET supersedes = 1 WHERE number = 3")  # two programs at once
    before = raw(path, "SELECT number, result_hash, at, quality, body FROM result")
    assert upgrade(url(path), "1").before == "0003"
    assert raw(path, "SELECT number, result_hash, at, quality, body FROM result") == before
    assert raw(path, "SELECT supersedes FROM result ORDER BY number") == [(None,), (1,), (2,)]
    assert raw(path, "PRAGMA foreign_key_check") == []
    with Store.open(url(path)) as store:
        store.finish("a1", result(90.0), 3_000)
        assert store.result("a1") == result(90.0)
