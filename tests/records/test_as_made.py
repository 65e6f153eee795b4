"""A database that is no longer as it was made: told by its status, refused as a backup."""

from pathlib import Path

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.database.backup import restore
from salesdojo.records.database.keeping import SOUND, status_of
from salesdojo.records.database.upgrading import upgrade
from salesdojo.records.database.versions import SHIPPED
from salesdojo.records.store import Store
from support.records import begun, decision, migrations_until, raw, url
from support.servers import TEMPLATE, Base, Server

EVIL = "CREATE TRIGGER evil AFTER INSERT ON decision BEGIN DELETE FROM result; END"
TOOTHLESS = (
    "CREATE TRIGGER decision_refuses_delete BEFORE DELETE ON decision BEGIN SELECT 'go on'; END"
)
NO_GUARD = "DROP TRIGGER decision_refuses_delete"
CHANGES = {
    "no such table: remark": ("DROP TABLE remark",),
    "no such column: recall.typed": ("ALTER TABLE recall DROP COLUMN typed",),
    "no such trigger: decision_refuses_delete": (NO_GUARD,),
    "a changed trigger: decision_refuses_delete": (NO_GUARD, TOOTHLESS),
    "an unknown trigger: evil": (EVIL,),
}


def made(path: Path) -> Path:
    with Store.open(url(path)) as store:
        begun(store)
        store.append("a1", decision(1))
    return path


@pytest.mark.parametrize("odd", CHANGES)
def test_what_was_taken_out_or_put_in_is_told(tmp_path: Path, odd: str) -> None:
    path = made(tmp_path / "dojo.db")
    assert status_of(url(path)).integrity == SOUND
    for statement in CHANGES[odd]:
        raw(path, statement)
    assert status_of(url(path)).integrity == odd


@pytest.mark.parametrize("odd", CHANGES)
def test_what_is_not_as_it_was_made_is_no_backup(tmp_path: Path, odd: str) -> None:
    mine, theirs = made(tmp_path / "dojo.db"), made(tmp_path / "theirs.db")
    for statement in CHANGES[odd]:
        raw(theirs, statement)
    before = mine.read_bytes()
    with pytest.raises(RecordsError, match="DB032") as caught:
        restore(theirs, url(mine), "20261127")
    assert odd in caught.value.cause("ja")
    assert mine.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"dojo.db", "theirs.db"}


def test_an_older_version_has_other_tables_and_the_same_triggers(tmp_path: Path) -> None:
    path = made(tmp_path / "dojo.db")
    raw(path, "UPDATE alembic_version SET version_num = '0004'")
    raw(path, "DROP TABLE review")
    assert status_of(url(path)).integrity == SOUND
    raw(path, EVIL)
    assert status_of(url(path)).integrity == "an unknown trigger: evil"


@pytest.mark.parametrize("version", range(1, int(SHIPPED.head)))
def test_an_upgrade_leaves_everything_as_it_was_made(tmp_path: Path, version: int) -> None:
    path = tmp_path / "dojo.db"
    older = migrations_until(f"{version:04}", tmp_path / "older")
    upgrade(url(path), "1", migrations=older)
    assert status_of(url(path)).integrity == SOUND
    upgrade(url(path), "2")
    assert status_of(url(path)).integrity == SOUND


def test_what_a_trigger_is_called_says_nothing_to_the_terminal(tmp_path: Path) -> None:
    path = made(tmp_path / "dojo.db")
    raw(path, EVIL.replace("evil", '"\x1b[2J' + "x" * 5_000 + '"'))
    told = status_of(url(path)).integrity or ""
    assert "unknown trigger" in told
    assert "\x1b" not in told
    assert len(told) < 500


def test_a_file_of_a_stranger_calls_nothing(tmp_path: Path) -> None:
    with Store.open(url(made(tmp_path / "dojo.db"))) as store:
        pragma = "PRAGMA trusted_schema"
        read = store._database.read  # noqa: SLF001 - how a connection is set is nobody else's
        assert read(lambda one: one.exec_driver_sql(pragma).scalar_one()) == 0


def test_a_server_says_when_nothing_watches_over_its_decisions(own_server: Server) -> None:
    base = Base(own_server.url(TEMPLATE))
    assert status_of(base.url).integrity is None  # its pages are its own affair
    base.raw("CREATE TABLE theirs (id int)")
    assert status_of(base.url).integrity is None
    base.raw("ALTER TABLE decision DISABLE TRIGGER decision_refuses_changes")
    assert status_of(base.url).integrity == "no such trigger: decision_refuses_changes"
    base.raw("DROP TABLE remark")
    assert status_of(base.url).integrity == "no such table: remark"
