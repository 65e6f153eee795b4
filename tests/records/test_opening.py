"""Opening a database in whatever state it is: used, made, or refused with words."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.connecting import engine
from salesdojo.records.database.place import place
from salesdojo.records.database.versions import SHIPPED
from salesdojo.records.store import Store
from support.records import aoki, begun, decision, raw, url


def refusal(named: str) -> RecordsError:
    with pytest.raises(RecordsError) as caught:
        Store.open(named)
    assert caught.value.cause("ja") != caught.value.cause("en")
    assert caught.value.remedy("ja")
    return caught.value


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Give a database with one decision in it."""
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
        store.append("a1", decision(1))
    return path


def test_a_missing_database_is_made_in_a_private_folder(tmp_path: Path) -> None:
    path = tmp_path / "of mine" / "100%" / "dojo.db"
    before = os.umask(0)
    try:
        Store.open(url(path)).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_an_empty_file_is_taken_as_new(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    path.touch()
    with Store.open(url(path)) as store:
        assert store.attempts(aoki(store)) == ()


def test_what_was_stored_is_there_when_opened_again(path: Path) -> None:
    with Store.open(url(path)) as store:
        assert store.decisions("a1") == (decision(1),)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
    ],
)
@pytest.mark.usefixtures("durable")
def test_connections_are_durable_and_hold_references(
    path: Path, setting: str, value: object
) -> None:
    made = engine(place(url(path)))
    with made.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar_one() == value
    made.dispose()


def test_a_database_that_something_put_in_wal_mode_is_put_back(path: Path) -> None:
    assert raw(path, "PRAGMA journal_mode=WAL") == [("wal",)]
    with Store.open(url(path)) as store:
        store.append("a1", decision(2))
    assert raw(path, "PRAGMA journal_mode") == [("delete",)]


def test_an_older_version_is_told_to_upgrade(path: Path) -> None:
    raw(path, "UPDATE alembic_version SET version_num = '0000'")
    error = refusal(url(path))
    assert error.code == "DB005"
    assert "salesdojo db upgrade" in error.remedy("en")
    assert "salesdojo db upgrade" in error.remedy("ja")


def test_a_newer_version_is_refused(path: Path) -> None:
    raw(path, "UPDATE alembic_version SET version_num = '0999'")
    error = refusal(url(path))
    assert (error.code, error.values["found"]) == ("DB006", "0999")
    assert error.values["known"] == SHIPPED.head


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE bookmarks (id INTEGER)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "PRAGMA application_id=1196444487",
    ],
)
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "theirs.db"
    raw(path, statement)
    before = path.read_bytes()
    assert refusal(url(path)).code == "DB007"
    assert path.read_bytes() == before


def test_another_programs_alembic_version_is_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    raw(path, "CREATE TABLE alembic_version AS SELECT '0001' AS version_num")
    assert refusal(url(path)).code == "DB007"


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_half_made_database_is_said(path: Path, statement: str) -> None:
    raw(path, statement)
    assert refusal(url(path)).code == "DB009"


@pytest.mark.parametrize("content", [b"Dear diary", b"\0" * 8192, b"SQLite format 3\0" + b"x" * 84])
def test_a_file_that_is_no_database_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dojo.db"
    path.write_bytes(content)
    assert refusal(url(path)).code == "DB010"
    assert path.read_bytes() == content


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_database_cut_off_is_said_with_the_way_out(path: Path, kept: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    error = refusal(url(path))
    assert error.code == "DB008"
    assert "salesdojo db restore" in error.remedy("en")


def test_damage_inside_is_found_by_the_status_or_said(path: Path) -> None:
    """Overwrite the page of decisions, which opening does not read."""
    page = raw(path, "SELECT rootpage FROM sqlite_master WHERE name = 'decision'")[0][0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with Store.open(url(path)) as store:
        for read in (lambda: store.decisions("a1"), lambda: store.append("a1", decision(2))):
            with pytest.raises(RecordsError, match="DB008"):
                read()


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    assert refusal(url(tmp_path)).code == "DB028"


def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(url(tmp_path / "pipe")).code == "DB028"


def test_a_place_where_no_folder_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(url(tmp_path / "file" / "dojo.db")).code == "DB004"
    assert refusal("sqlite:////proc/salesdojo/dojo.db").code in {"DB003", "DB004"}


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    error = refusal(url(tmp_path / ("x" * 300)))
    assert (error.code, error.values["reason"]) == ("DB004", "File name too long")


def test_who_only_reads_makes_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    for path in (tmp_path / "no" / "dojo.db", empty):
        with pytest.raises(RecordsError, match="DB027"):
            Store.open(url(path), make=False)
    assert list(tmp_path.iterdir()) == [empty]
    assert empty.stat().st_size == 0


def test_a_person_is_looked_up_without_being_added(path: Path) -> None:
    with Store.open(url(path), make=False) as store:
        assert store.known_person("Typo") is None
        assert store.known_person(" Aoki ") == store.person("Aoki")
        with pytest.raises(UsageError, match="US021"):
            store.known_person("")
        assert store.status().counts["person"] == 1


def test_a_database_deleted_while_open_takes_no_more_decisions(path: Path) -> None:
    with Store.open(url(path)) as store:
        store.decisions("a1")
        path.unlink()
        with pytest.raises(RecordsError, match="DB020"):
            store.append("a1", decision(2))


SECRET = "hunter2"  # noqa: S105 - the password that must not be shown


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("", "DB011"),
        ("sqlite://", "DB011"),
        ("sqlite:///:memory:", "DB011"),
        ("sqlite:///x.db?mode=ro", "DB011"),
        (f"sqlite://me:{SECRET}@host/x.db", "DB011"),
        (f"postgresql://me:{SECRET}@host:many/name", "DB011"),
        (f"{SECRET}", "DB011"),
        ("sqlite:///file:x.db?uri=true", "DB011"),
        (f"mysql://me:{SECRET}@host/name", "DB012"),
        (f"postgresql+asyncpg://me:{SECRET}@host/name", "DB012"),
        (f"postgresql://me:begin@{SECRET}@host/name", "DB063"),
        (f"postgresql:///me:{SECRET}@host/name", "DB063"),
    ],
)
def test_a_place_that_cannot_be_used_is_said_without_the_password(named: str, code: str) -> None:
    error = refusal(named)
    assert error.code == code
    assert SECRET not in str(error)


def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("salesdojo.records.database.place.find_spec", lambda _name: None)
    error = refusal(f"postgresql://me:{SECRET}@host/name")
    assert error.code == "DB013"
    assert "salesdojo[postgres]" in error.remedy("en")


def test_a_sqlite_without_strict_tables_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert refusal(url(tmp_path / "dojo.db")).code == "DB021"


def test_control_characters_in_a_path_are_shown_as_signs(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2Jb"
    path.write_bytes(b"no database")
    assert "\x1b" not in str(refusal(url(path)))


def test_a_url_is_shown_as_it_was_typed() -> None:
    assert "sqlite:///x.db " in refusal("sqlite:///x.db?mode=ro").cause("en")
