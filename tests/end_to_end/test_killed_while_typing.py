"""Killed while words are typed: what was kept stays, and the talk waits at the same decision."""

import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from support.terminal import SALESDOJO, Terminal, surroundings

DRILL = "honorific_cushion"
TYPED = "if you dont mind, what went wrong"


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_killed_while_a_line_then_while_a_remark_is_typed(tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    with Terminal([*SALESDOJO, "play", DRILL], around) as terminal:
        start_typing(terminal)
        terminal.press("half a li")
        terminal.wait_for("half a li")
        kill(terminal)
    assert rows(tmp_path, "SELECT count(*) FROM attempt") == [(1,)]
    assert rows(tmp_path, "SELECT * FROM decision") == rows(tmp_path, "SELECT * FROM recall") == []

    with Terminal([*SALESDOJO, "play", DRILL], around) as terminal:
        start_typing(terminal, wished=True)
        assert "half a li" not in terminal.text()
        terminal.press(f"{TYPED}\r")
        terminal.wait_for(r"\* nearest")
        terminal.press_until("\r", "saved 1")
        terminal.press_until("\r", "You typed")
        terminal.settle()
        terminal.press_until("w", "Tell the trainer about")
        terminal.press("which meeting?\r")
        terminal.wait_for("Kept for the trainer")
        terminal.press_until("w", "Tell the trainer about")
        terminal.press("never sen")
        terminal.wait_for("never sen")
        kill(terminal)

    assert rows(tmp_path, "SELECT count(*) FROM attempt") == [(1,)]
    assert rows(tmp_path, "SELECT typed FROM recall") == [(TYPED,)]
    assert rows(tmp_path, "SELECT choice, words FROM remark") == [
        ("right_cushion", "which meeting?")
    ]
    assert rows(tmp_path, "SELECT choice FROM decision") == [("right_cushion",)]
    assert rows(tmp_path, "SELECT passed FROM result") == [(1,)]


def start_typing(terminal: Terminal, *, wished: bool = False) -> None:
    """Go through the briefing to the field; the wish to type first is kept from before."""
    if not wished:
        terminal.wait_for("T Type first")
        terminal.press("t")
    terminal.wait_for("T Choices at once")
    terminal.press("\r")
    terminal.wait_for("your own words")
    assert "If you don't mind" not in terminal.text()


def kill(terminal: Terminal) -> None:
    terminal.signal(signal.SIGKILL)
    assert terminal.ended() == -signal.SIGKILL


def rows(home: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home / "dojo.db")) as database:
        return database.execute(question).fetchall()
