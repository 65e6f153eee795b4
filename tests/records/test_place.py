"""Whatever path goes in, the same path comes out: for the records and for who looks first."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo import settings
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.errors import RecordsError, SalesdojoError
from salesdojo.records.database.backup import backup_of, restore
from salesdojo.records.database.keeping import status_of
from salesdojo.records.database.place import place
from salesdojo.records.store import Store
from support.records import begun, decision, processes, stop
from support.servers import NOBODY

ODD = ("q?x.db", "p%41 b#.db", "a%3Fb", "x?mode=ro", "~x", "a://b", "100%", "@:b", "\udcff", "a\nb")

names = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1)


@given(names.filter(lambda name: name not in {".", ".."}))
def test_any_path_comes_out_as_it_went_in(name: str) -> None:
    path = Path("/of mine") / name
    for url in (settings.as_database_url(str(path)), settings.file_url(path)):
        assert place(url).path == path
        assert settings.file_of(url) == path


@pytest.mark.parametrize("name", ODD)
def test_records_are_in_the_file_that_was_named_and_so_are_its_backups(
    tmp_path: Path, name: str
) -> None:
    path, copy = tmp_path / name / name, tmp_path / f"copy of {name}".replace("/", "")
    path.parent.mkdir(parents=True)
    url = settings.as_database_url(str(path))
    with Store.open(url) as store:
        begun(store)
        store.append("a1", decision(1))
        store.backup(copy)
    assert [path.name for path in path.parent.iterdir()] == [path.name]
    aside = restore(copy, url, "20250401")
    assert aside is not None
    assert aside.parent == path.parent
    with Store.open(url) as store:
        assert store.decisions("a1") == (decision(1),)


def test_an_odd_default_place_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "h%41?"
    monkeypatch.delenv("SALESDOJO_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    assert place(settings.database_url()).path == home / "salesdojo" / "dojo.db"


def test_a_tilde_stands_for_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place(settings.as_database_url("~/x.db")).path == tmp_path / "x.db"
    here = Path.cwd()
    assert place(settings.as_database_url("./~/x.db")).path == here / "~" / "x.db"


def test_records_in_memory_are_refused() -> None:
    with pytest.raises(RecordsError, match="DB011"):
        place(settings.as_database_url(":memory:"))


@pytest.mark.parametrize("url", ["postgresql://h/n", "sqlite://", "sqlite:///x?mode=ro"])
def test_what_names_no_plain_file_has_none(url: str) -> None:
    assert settings.as_database_url(url) == url
    assert settings.file_of(url) is None


def test_a_relative_path_in_a_deleted_folder_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(RecordsError, match="DB004") as raised:
        place(settings.as_database_url("dojo.db"))
    assert raised.value.values["reason"] == os.strerror(2)


def look_as_nobody(path: Path, told: Connection) -> None:
    """Look for records as someone who may not enter their folder; tell what each came to."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    url = settings.file_url(path)
    told.send(Surroundings("en", url, "Aoki", path, path).has_records)
    for look in (
        lambda: Store.open(url),
        lambda: Store.open(url, make=False),
        lambda: status_of(url),
        lambda: backup_of(url, path),
        lambda: restore(path, settings.file_url(path.parent.parent / "dojo.db"), "20250401"),
        lambda: file_bytes(path),
    ):
        try:
            look()
        except (SalesdojoError, UnreadableFileError) as error:
            told.send(error.code)


def test_a_folder_that_may_not_be_entered_is_said(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    ours, theirs = processes().Pipe()
    process = processes().Process(target=look_as_nobody, args=(closed / "dojo.db", theirs))
    process.start()
    try:
        assert ours.recv() is True
        assert [ours.recv() for _ in range(6)] == [*["DB029"] * 5, "SD001"]
    finally:
        stop(process)
