"""A drill in a real terminal: a composed Japanese line first, then the choice, then a remark."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from salesdojo.cli.running import run
from support.terminal import SALESDOJO, Terminal, surroundings


@pytest.fixture
def remarks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[], list[dict[str, str]]]:
    """Tell what a trainer reads, by the command that prints it."""

    def read() -> list[dict[str, str]]:
        for name, value in surroundings(tmp_path).items():
            monkeypatch.setenv(name, value)
        assert run(("analyse", "honorific_cushion", "--remarks", "--json")) == 0
        told: list[dict[str, str]] = json.loads(capsys.readouterr().out)
        return told

    return read


@pytest.mark.slow
def test_on_the_screen_with_composed_japanese(
    tmp_path: Path, remarks: Callable[[], list[dict[str, str]]]
) -> None:
    around = surroundings(tmp_path, SALESDOJO_LANG="ja")
    with Terminal([*SALESDOJO, "play", "honorific_cushion"], around) as terminal:
        terminal.wait_for("先に書く")
        terminal.press("t")
        terminal.wait_for("すぐ選ぶ")
        terminal.press("\r")
        terminal.wait_for("自分の言葉で書いてください")
        terminal.settle()
        terminal.press("差し支えなければ、その時のことを伺えますか")
        terminal.wait_for("伺えますか")
        terminal.press("\r")
        terminal.wait_for(r"\* 近い")
        terminal.settle()
        terminal.press("\r")
        terminal.wait_for("saved 1")
        terminal.press_until("\r", "書いた言葉")
        terminal.settle()
        terminal.press("w")
        terminal.wait_for("間違っている")
        terminal.settle()
        terminal.press("敬語が古い\r")
        terminal.wait_for("伝えるため")
    told = remarks()
    assert [(one["choice"], one["kind"], one["words"]) for one in told] == [
        ("right_cushion", "wrong", "敬語が古い")
    ]


def test_line_by_line(tmp_path: Path, remarks: Callable[[], list[dict[str, str]]]) -> None:
    around = surroundings(tmp_path)
    command = [*SALESDOJO, "play", "honorific_cushion", "--plain"]
    with Terminal(command, around, lines=60) as terminal:
        terminal.wait_for("your own line first")
        terminal.press("t\n")
        terminal.wait_for("in your own words")
        assert "If you don't mind" not in terminal.text()
        terminal.press("if you dont mind, what went wrong\n")
        number = terminal.wait_for(r"Nearest: (\d)")[1]
        terminal.press(f"{number}\n")
        terminal.wait_for("saved 1")
        terminal.wait_for("Is a line wrong or unclear")
        terminal.press("u 1 which last company?\n")
        terminal.wait_for("Kept for the trainer")
        terminal.press("\n")
        assert terminal.ended() == 0
    (told,) = remarks()
    assert (told["kind"], told["words"]) == ("unclear", "which last company?")


def test_in_a_session_of_practice(tmp_path: Path) -> None:
    command = [*SALESDOJO, "practise", "--minutes", "2", "--plain"]
    with Terminal(command, surroundings(tmp_path), lines=90) as terminal:
        terminal.wait_for("your own line first")
        terminal.press("t\n")
        terminal.wait_for("in your own words")
        terminal.press("may I show you the screen first\n")
        terminal.wait_for(r"Nearest: \d|None of the lines is near")
        terminal.press("1\n")
        terminal.wait_for("You typed: may I show you")
        terminal.wait_for("Is a line wrong or unclear")
        terminal.press("\n")
        terminal.wait_for(r"(?s)\[2/2\].*your own line first")
        terminal.press("t\n")
        terminal.wait_for(r"(?s)\[2/2\].*in your own words")
        terminal.press("\n")
        terminal.wait_for(r"(?s)\[2/2\].*Your choice")
        terminal.press("q\n")
        terminal.wait_for("Practised: 1 of 2")
        assert terminal.ended() == 0
    with closing(sqlite3.connect(tmp_path / "dojo.db")) as database:
        kept = database.execute("SELECT typed FROM recall").fetchall()
    assert kept == [("may I show you the screen first",)]
