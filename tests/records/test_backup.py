"""A backup is whole, never overwrites unasked, and can be taken back."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.backup import backup_of, restore
from salesdojo.records.database.keeping import status_of
from salesdojo.records.database.versions import SHIPPED
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA
from support.full_records import fill_every_table, rows_of
from support.records import begun, decision, raw, url


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Give a database with one decision in it."""
    path = tmp_path / "home" / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
        store.append("a1", decision(1))
    return path


def backed_up(path: Path, target: Path, *, replace: bool = False) -> None:
    with Store.open(url(path)) as store:
        store.backup(target, replace=replace)


def left_beside(path: Path) -> set[str]:
    return {other.name for other in path.parent.iterdir()} - {path.name}


def test_a_backup_holds_everything_and_is_private(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "safe" / "copy.db"
    backed_up(path, target)
    with Store.open(url(target)) as store:
        assert store.decisions("a1") == (decision(1),)
        assert store.verify_chain("a1") is None
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert left_beside(target) == set()


def test_a_backup_is_made_while_another_window_goes_on(path: Path, tmp_path: Path) -> None:
    with Store.open(url(path)) as one, Store.open(url(path)) as other:
        one.append("a1", decision(2))
        other.backup(tmp_path / "copy.db")
        one.append("a1", decision(3))
    with Store.open(url(tmp_path / "copy.db")) as copy:
        assert copy.decisions("a1") == (decision(1), decision(2))


def test_a_backup_replaces_a_file_only_when_asked(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(UsageError, match="US023"):
        backed_up(path, target)
    assert target.read_text() == "precious"
    backed_up(path, target, replace=True)
    assert status_of(url(target)).counts["decision"] == 1
    assert left_beside(target) == {"home"}


def test_a_backup_onto_the_database_itself_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(path)
    for target in (path, tmp_path / "link.db"):
        with pytest.raises(UsageError, match="US024"):
            backed_up(path, target, replace=True)
    assert status_of(url(path)).counts["decision"] == 1


def test_a_backup_that_cannot_be_written_leaves_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordsError, match="DB004"):
        backed_up(path, tmp_path / "file" / "copy.db")


def test_a_journal_left_by_another_database_is_not_applied_to_the_backup(
    path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    journal = tmp_path / "copy.db-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 504)
    with pytest.raises(UsageError, match="US023"):
        backed_up(path, target)
    backed_up(path, target, replace=True)
    assert not journal.exists()


def test_the_status_tells_what_is_there(path: Path) -> None:
    with Store.open(url(path)) as store:
        told = store.status()
    assert told.url == str(path)
    assert told.kind.startswith("SQLite 3.")
    assert told.version == SHIPPED.head
    assert set(told.counts) == set(METADATA.tables)
    there = ("person", "scenario_revision", "attempt", "decision", "derived")
    assert {name: rows for name, rows in told.counts.items() if rows} == dict.fromkeys(there, 1)
    assert told.size == path.stat().st_size
    assert told.integrity == "ok"


def test_the_status_finds_a_broken_reference(path: Path) -> None:
    raw(path, "DELETE FROM person")
    with Store.open(url(path)) as store:
        assert "attempt" in (store.status().integrity or "")


def test_the_status_of_a_missing_database_makes_none(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="DB027"):
        status_of(url(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_a_missing_or_empty_database_makes_neither(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("none.db", "empty.db"):
        with pytest.raises(RecordsError, match="DB027"):
            backup_of(url(tmp_path / name), tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["empty.db"]


def test_a_database_of_another_version_can_be_backed_up(path: Path, tmp_path: Path) -> None:
    raw(path, "UPDATE alembic_version SET version_num = '0000'")
    backup_of(url(path), tmp_path / "copy.db")
    assert status_of(url(tmp_path / "copy.db")).version == "0000"


def test_a_damaged_database_is_replaced_by_its_backup_and_kept_aside(
    path: Path, tmp_path: Path
) -> None:
    backed_up(path, tmp_path / "copy.db")
    path.write_bytes(b"damaged")
    aside = restore(tmp_path / "copy.db", url(path), "20250401")
    assert aside is not None
    assert aside.read_bytes() == b"damaged"
    with Store.open(url(path)) as store:
        assert store.append("a1", decision(2)) == 2
    assert left_beside(path) == {aside.name}


def test_a_missing_database_is_restored(path: Path, tmp_path: Path) -> None:
    backed_up(path, tmp_path / "copy.db")
    path.unlink()
    assert restore(tmp_path / "copy.db", url(path), "20250401") is None
    assert status_of(url(path)).counts["decision"] == 1


def test_a_backup_taken_back_holds_every_row_of_every_table(tmp_path: Path) -> None:
    path = tmp_path / "home" / "dojo.db"
    fill_every_table(path)
    before = rows_of(path)
    assert all(before.values())
    backed_up(path, tmp_path / "copy.db")
    with Store.open(url(path)) as store:
        store.people.erase(store.person("Baba\\N"), 1, new_seed=lambda: 1)
    assert rows_of(path) != before
    restore(tmp_path / "copy.db", url(path), "20250401")
    assert rows_of(path) == before


def nothing(_source: Path) -> None:
    """Leave the place of the backup empty."""


def cut_off(source: Path) -> None:
    Store.open(url(source)).close()
    source.write_bytes(source.read_bytes()[:20_000])


@pytest.mark.parametrize(
    ("lay", "code"),
    [
        (nothing, "DB030"),
        (Path.touch, "DB031"),
        (Path.mkdir, "DB031"),
        (lambda source: source.write_bytes(b"no database"), "DB031"),
        (lambda source: raw(source, "CREATE TABLE theirs (id)"), "DB031"),
        (cut_off, "DB032"),
    ],
)
def test_what_is_no_backup_replaces_nothing(
    path: Path, tmp_path: Path, lay: Callable[[Path], object], code: str
) -> None:
    source = tmp_path / "copy.db"
    lay(source)
    with pytest.raises(RecordsError, match=code) as raised:
        restore(source, url(path), "20250401")
    assert str(source) in raised.value.cause("ja")
    assert left_beside(path) == set()
    assert status_of(url(path)).counts["decision"] == 1
