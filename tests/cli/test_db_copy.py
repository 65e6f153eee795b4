"""`salesdojo db copy` on real files and on a real server."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.records.store import Store
from support.records import begun, url
from support.servers import Base, Server
from support.terminal import SALESDOJO, Terminal, surroundings

from .conftest import Say

UNLIKE = re.compile(r"[0-9a-f]{64}")


@pytest.fixture
def played(say: Say) -> None:
    """Leave two choices of the trainee's in the records."""
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n1\n")


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_printed(say: Say, snapshot: Snapshot, home: Path, language: str) -> None:
    said = say("db", "copy", str(home / "copy.db"), "--lang", language)
    assert (said.code, said.err) == (0, "")
    shown = UNLIKE.sub("sha-256", said.out).replace(str(home), "HOME")
    snapshot.assert_match(shown, f"copied_{language}.txt")


@pytest.mark.usefixtures("played")
def test_a_talk_goes_on_in_the_copy_on_a_server_and_back_in_a_file(
    say: Say, home: Path, empty: Base
) -> None:
    there = say("db", "copy", empty.url)
    assert there.code == 0
    assert "resumed 2" in say("play", "cold_call", "--plain", "--db", empty.url, typed="").out
    back = say("db", "copy", str(home / "back.db"), "--db", empty.url)
    assert UNLIKE.findall(back.out) == UNLIKE.findall(there.out) != []
    status = json.loads(say("db", "status", "--json", "--db", str(home / "back.db")).out)
    assert (status["whole"], status["rows"]["decision"]) == (True, 2)


@pytest.mark.usefixtures("played")
def test_a_copy_without_a_place_is_said(say: Say) -> None:
    for words in (("db", "copy"), ("db", "copy", " ")):
        said = say(*words)
        assert (said.code, "US100" in said.err) == (2, True)


@pytest.mark.usefixtures("played")
def test_a_place_that_holds_something_is_refused(say: Say, home: Path) -> None:
    copy = str(home / "copy.db")
    say("db", "copy", copy)
    said = say("db", "copy", copy)
    assert (said.code, said.out, "DB056" in said.err) == (2, "", True)


@pytest.mark.usefixtures("played")
def test_a_password_is_never_printed(say: Say, server: Server, home: Path) -> None:
    server.require_password("copier", "s3cret")
    with server.cloned("template1", "OWNER copier") as base:
        database = base.url.split("/")[3].partition("?")[0]
        for password in ("s3cret", "wr0ng"):
            url = server.url(database, "copier", password)
            said = say("db", "copy", url)
            assert said.code == (0 if password == "s3cret" else 2)  # noqa: S105
            assert password not in said.out + said.err
        back = say(
            "db", "copy", str(home / "b.db"), "--db", server.url(database, "copier", "s3cret")
        )
        assert (back.code, "s3cret" in back.out + back.err) == (0, False)


@pytest.mark.timeout(90)
def test_a_copy_shows_how_far_it_is_and_leaves_nothing_when_it_is_interrupted(
    tmp_path: Path,
) -> None:
    place = tmp_path / "dojo.db"
    with Store.open(url(place)) as store:
        begun(store)
    with closing(sqlite3.connect(place)) as connection:
        connection.executemany(
            "INSERT INTO decision VALUES ('a1', ?, 'opening', 'ask', 0, 0, 1, 1, x'00')",
            ((turn,) for turn in range(1, 250_001)),
        )
        connection.commit()
    goal = tmp_path / "copies" / "copy.db"
    with Terminal([*SALESDOJO, "db", "copy", str(goal)], surroundings(tmp_path)) as terminal:
        terminal.wait_for(r"Copying .* [1-9]\d?%")
        terminal.press("\x03")
        assert terminal.ended() == 130
    assert [*goal.parent.iterdir()] == []
