"""`salesdojo db` on real files."""

import json
from pathlib import Path

import pytest

from salesdojo.cli.surroundings import Surroundings
from support.servers import Base

from .conftest import Say


def test_before_anything_was_played_there_are_no_records(say: Say, home: Path) -> None:
    said = say("db", "status")
    assert (said.code, "no records yet" in said.out) == (0, True)
    assert not (home / "dojo.db").exists()


def test_status_counts_what_is_there(say: Say) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n1\n")
    status = json.loads(say("db", "status", "--json").out)
    assert status["whole"] is True
    assert (status["rows"]["attempt"], status["rows"]["decision"]) == (1, 2)


def test_a_backup_put_back_holds_every_choice(say: Say, home: Path) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n1\n")
    copy = str(home / "copy.backup")
    assert say("db", "backup", copy).code == 0
    (home / "dojo.db").write_bytes(b"ruined")

    said = say("play", "cold_call", "--plain", typed="1\n")
    assert said.code == 2
    assert "DB010" in said.err
    assert say("db", "restore", copy).code == 0
    assert "resumed 2" in say("play", "cold_call", "--plain", typed="").out


def test_a_backup_never_overwrites(say: Say, home: Path) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n")
    target = home / "mine.txt"
    target.write_text("mine")
    said = say("db", "backup", str(target))
    assert said.code == 2
    assert target.read_text() == "mine"


def test_upgrade_of_a_new_database_is_done_already(say: Say) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n")
    said = say("db", "upgrade")
    assert said.code == 0
    assert "version" in said.out


def test_a_backup_of_records_that_are_not_there_is_no_success(say: Say, home: Path) -> None:
    said = say("db", "backup", str(home / "copy.backup"))
    assert said.code == 2
    assert "DB027" in said.err
    assert not (home / "dojo.db").exists()
    assert not (home / "copy.backup").exists()


def test_a_missing_backup_is_told_of_as_a_backup(say: Say, home: Path) -> None:
    said = say("db", "restore", str(home / "no.backup"))
    assert said.code == 2
    assert "DB030" in said.err
    assert "start to play" not in said.err


@pytest.mark.parametrize("name", ["q?x.db", "p%41 b#.db"])
def test_records_under_an_odd_path_are_found_again(
    say: Say, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = home / "odd" / name
    monkeypatch.setenv("SALESDOJO_DB", str(place))
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n")
    assert [path.name for path in place.parent.iterdir()] == [name]
    status = json.loads(say("db", "status", "--json").out)
    assert (status["place"], status["rows"]["decision"]) == (str(place), 1)
    assert "no records yet" not in say("progress").out
    assert say("db", "backup", str(home / f"copy{name}")).code == 0
    place.unlink()
    assert say("db", "restore", str(home / f"copy{name}")).code == 0
    assert place.is_file()


@pytest.mark.parametrize("command", [("list",), ("progress",), ("db", "status"), ("db", "backup")])
def test_a_path_that_cannot_be_looked_at_is_said(
    say: Say, home: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SALESDOJO_DB", str(home / ("a" * 300)))
    said = say(*command)
    assert said.code == 2
    assert "DB004" in said.err


def test_waiting_is_told_from_one_second_on_and_once_a_second(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Surroundings("en", "sqlite:///x", "Aoki", home, home)
    for tenths in [*range(2, 32, 3), *range(2, 15, 3)]:  # 2.9 s, then another wait of 1.4 s
        here.on_wait(tenths / 10)
    told = [line.split("waiting, ")[1] for line in capsys.readouterr().err.splitlines()]
    assert told == ["1 s so far", "2 s so far", "1 s so far"]


def test_records_on_a_server_are_played_into_and_looked_after(
    say: Say, monkeypatch: pytest.MonkeyPatch, empty: Base, home: Path
) -> None:
    monkeypatch.setenv("SALESDOJO_DB", empty.url)
    assert "no records yet" in say("db", "status").out
    assert say("db", "upgrade").code == 0
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n1\n")
    assert "resumed 2" in say("play", "cold_call", "--plain", typed="").out
    status = json.loads(say("db", "status", "--json").out)
    assert (status["rows"]["decision"], status["whole"]) == (2, None)
    assert "is whole" not in say("db", "status").out
    for action in ("backup", "restore"):
        said = say("db", action, str(home / "copy.backup"))
        assert (said.code, "DB026" in said.err, "pg_dump" in said.err) == (2, True, True)
    assert not (home / "copy.backup").exists()


SECRET = "hunter2"  # noqa: S105 - the password that must not be shown
AWAY = f"postgresql://me:{SECRET}@127.0.0.1:1/dojo"


COMMANDS = (
    ("list",),
    ("progress",),
    ("play", "cold_call", "--plain"),
    ("practise", "--plan"),
    ("db", "status"),
    ("db", "upgrade"),
    ("db", "backup", "copy"),
    ("db", "status", AWAY),
    ("play", AWAY),
    ("list", "--lang", AWAY),
    (AWAY,),
)


def test_a_password_is_printed_nowhere(
    say: Say, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESDOJO_DEBUG", "1")
    monkeypatch.setenv("SALESDOJO_DB", AWAY)
    assert SECRET not in say("db", "--help").out
    for command in COMMANDS:
        said = say(*command)
        assert said.code == 2
        assert SECRET not in said.out + said.err
        assert "Traceback" not in said.err
    kept = [file for file in home.rglob("*") if file.is_file()]
    assert not any(SECRET.encode() in file.read_bytes() for file in kept)
