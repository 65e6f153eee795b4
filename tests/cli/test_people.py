"""`salesdojo people`, and `--team` where people of two teams have one name."""

import json
import os
import stat
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.records.store import Store
from support.records import url
from support.servers import Base
from support.terminal import SALESDOJO, Terminal, surroundings

from .conftest import Say


@pytest.fixture
def east(say: Say) -> Path:
    """Let Hanako of the team east play, and another Hanako of west be there."""
    say("people", "add", "Hanako", "--team", "east")
    say("people", "add", "Hanako", "--team", "west")
    say(
        "play", "cold_call", "--plain", "--seed", "1", "--as", "Hanako", "--team", "east",
        typed="1\n1\n",
    )  # fmt: skip
    return Path(os.environ["SALESDOJO_DB"])


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_printed(say: Say, snapshot: Snapshot, language: str, home: Path) -> None:
    (home / "dojo.db.0002-1.backup").touch()
    said = [
        say(*words, "--lang", language)
        for words in (
            ("people", "add", "Taro"),
            ("people", "list", "--team", "west"),
            ("people", "list", "--team", "north"),
            ("people", "export", "Taro", "--output", str(home / "taro.json")),
            ("people", "erase", "Hanako", "--team", "east"),
            ("people", "erase", "Hanako", "--team", "east", "--yes"),
            ("people", "erase", "Hanako", "--team", "east", "--yes"),
            ("list", "--as", "Hanako", "--team", "north\x1b"),
        )
    ]
    assert [one.code for one in said] == [0, 0, 0, 0, 2, 0, 2, 2]
    printed = "\n".join(f"{one.out}{one.err}" for one in said).replace(str(home), "HOME")
    snapshot.assert_match(printed, f"people_{language}.txt")


@pytest.mark.usefixtures("east")
def test_the_list_counts_what_everyone_did(say: Say) -> None:
    rows = json.loads(say("people", "list", "--json").out)
    assert [(row["name"], row["team"], row["attempts"]) for row in rows] == [
        ("Hanako", "east", 1),
        ("Hanako", "west", 0),
    ]
    assert rows[0]["last"].endswith("Z")
    assert rows[1]["last"] is None
    assert "Hanako  east  1" in say("people", "list").out


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("progress",),
        ("journey",),
        ("play", "cold_call", "--plain"),
        ("people", "export", "Hanako"),
        ("people", "erase", "Hanako", "--yes"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_name_of_two_teams_is_asked_for_its_team(say: Say, words: tuple[str, ...]) -> None:
    said = say(*words, "--as", "Hanako")
    assert said.code == 2
    assert "US102" in said.err
    assert "east, west" in said.err
    assert "--team" in said.err


@pytest.mark.usefixtures("east")
def test_a_team_may_come_from_the_environment(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDOJO_TEAM", "west")
    words = ("play", "cold_call", "--plain", "--as", "Hanako")
    assert "resumed" not in say(*words, typed="").out
    assert "resumed 2" in say(*words, "--team", "east", typed="").out
    monkeypatch.setenv("SALESDOJO_TEAM", "")
    assert "US102" in say(*words).err


@pytest.mark.usefixtures("east")
def test_an_export_is_of_that_person_alone_and_private(say: Say, home: Path) -> None:
    told = json.loads(say("people", "export", "Hanako", "--team", "east").out)
    assert (told["format"], told["person"]["team"]) == ("salesdojo person", "east")
    assert [len(one["decisions"]) for one in told["attempts"]] == [2]
    file = home / "hanako.json"
    said = say("people", "export", "Hanako", "--team", "west", "--output", str(file))
    assert (said.code, said.out) == (0, "")
    assert json.loads(file.read_text("utf-8"))["attempts"] == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("east")
def test_an_export_overwrites_nothing_and_says_what_cannot_be_written(say: Say, home: Path) -> None:
    file = home / "mine.json"
    file.write_text("mine")
    whom = ("people", "export", "Hanako", "--team", "west", "--output")
    assert "US023" in say(*whom, str(file)).err
    assert file.read_text() == "mine"
    for place in ("", str(file / "x.json"), str(home / "none" / "x.json"), "a\0b"):
        said = say(*whom, place)
        assert (said.code, "US085" in said.err) == (2, True)


def test_an_erased_name_is_nowhere_in_the_file(say: Say, east: Path) -> None:
    say("people", "erase", "Hanako", "--team", "west", "--yes")
    assert b"Hanako" in east.read_bytes()
    assert say("people", "erase", "Hanako", "--yes").code == 0
    assert b"Hanako" not in east.read_bytes()
    status = json.loads(say("db", "status", "--json").out)
    assert (status["whole"], status["rows"]["attempt"], status["rows"]["decision"]) == (True, 1, 2)


def test_nothing_is_erased_unless_it_is_meant(say: Say, east: Path) -> None:
    before = east.read_bytes()
    said = say("people", "erase", "Hanako", "--team", "east", typed="y\n")
    assert (said.code, said.out) == (2, "")
    assert "US104" in said.err
    assert "It cannot be undone" in said.err
    assert east.read_bytes() == before


@pytest.mark.usefixtures("say")
@pytest.mark.parametrize(("answer", "code"), [("y\r", 0), ("YES\r", 0), ("\r", 2), ("n\r", 2)])
def test_a_terminal_is_asked(tmp_path: Path, answer: str, code: int) -> None:
    place = tmp_path / "asked.db"
    with Store.open(url(place)) as store:
        store.people.add("Hanako")
    command = [*SALESDOJO, "people", "erase", "Hanako", "--db", str(place)]
    with Terminal(command, surroundings(tmp_path)) as terminal:
        terminal.wait_for(r"Erase Hanako\? \(y/N\)")
        terminal.press(answer)
        assert terminal.ended() == code
    assert (b"Hanako" in place.read_bytes()) == bool(code)


@pytest.mark.usefixtures("east")
def test_a_name_nobody_has_is_said(say: Say) -> None:
    for words in (
        ("export", "Jiro"),
        ("erase", "Jiro", "--yes"),
        ("export", "Hanako", "--team", "north"),
    ):
        said = say("people", *words)
        assert (said.code, "US103" in said.err) == (2, True)


def test_without_records_nobody_is_listed_and_nothing_is_made(say: Say, home: Path) -> None:
    assert json.loads(say("people", "list", "--json").out) == []
    assert "nobody" in say("people", "list").out
    for words in (("export", "Jiro"), ("erase", "Jiro", "--yes")):
        assert "DB027" in say("people", *words).err
    assert not (home / "dojo.db").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("people", "add"),
        ("people", "erase"),
        ("people", "list", "Hanako"),
        ("people", "add", "Hanako", "--yes"),
        ("people", "erase", "Hanako", "--output", "x"),
        ("people", "export", "Hanako", "--json"),
        ("people", "add", "a\x1bb"),
        ("people", "add", "Hanako", "--team", "a\x1bb"),
        ("people", "forget", "Hanako"),
    ],
    ids=repr,
)
def test_what_makes_no_sense_is_refused_and_makes_nothing(
    say: Say, home: Path, words: tuple[str, ...]
) -> None:
    said = say(*words)
    assert (said.code, said.out, "US" in said.err) == (2, "", True)
    assert "\x1b" not in said.err
    assert not (home / "dojo.db").exists()


def test_people_on_a_server_are_looked_after_alike(
    say: Say, monkeypatch: pytest.MonkeyPatch, base: Base
) -> None:
    monkeypatch.setenv("SALESDOJO_DB", base.url)
    say("play", "cold_call", "--plain", "--seed", "1", "--as", "Hanako", typed="1\n1\n")
    told = json.loads(say("people", "export", "Hanako").out)
    assert len(told["attempts"]) == 1
    assert say("people", "erase", "Hanako", "--yes").code == 0
    assert base.raw("SELECT count(*) FROM person WHERE name = 'Hanako'") == [(0,)]
    assert base.raw("SELECT count(*) FROM decision") == [(2,)]


def test_copies_beside_a_file_of_any_name_are_told(say: Say, home: Path) -> None:
    here = ("--db", str(home / "records[1].db"))
    say("people", "add", "Hanako", *here)
    (home / "records[1].db.0002-1.backup").touch()
    said = say("people", "erase", "Hanako", "--yes", *here)
    assert said.code == 0
    assert "records[1].db.0002-1.backup" in said.err
