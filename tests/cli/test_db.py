"""`salesdojo db` on real files."""

import json
from pathlib import Path

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
