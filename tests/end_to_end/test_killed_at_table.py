"""Ended in the middle of a negotiation, by whatever way: every move shown as saved is kept."""

import json
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from support.table_pack import write_table_pack
from support.terminal import SALESDOJO, Terminal, surroundings

WAYS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, None)
"""None closes the window."""


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_each_move_survives_each_way_to_end(tmp_path: Path) -> None:
    talk = str(write_table_pack(tmp_path / "pack"))
    around = surroundings(tmp_path)
    saved = 0
    for way in WAYS:
        with Terminal([*SALESDOJO, "play", talk], around) as terminal:
            saved = at_the_table(terminal, saved)
            terminal.press("p")  # once: each is a move
            terminal.wait_for(rf"saved {saved + 1}\b")
            saved += 1
            terminal.press("x")  # leaving asks once more, so nothing of it is kept
            terminal.wait_for("X once more")
            end(terminal, way)
        assert moves(tmp_path)[saved - 1].startswith("propose ")
        assert len(moves(tmp_path)) == saved
    audited = subprocess.run(
        [*SALESDOJO, "audit", "--json"], env=around, capture_output=True, check=True, text=True
    )
    assert [one["verdict"] for one in json.loads(audited.stdout)] == ["equal"]


def at_the_table(terminal: Terminal, saved: int) -> int:
    """Go through the briefing, and through the opening where it was not taken yet."""
    if saved:
        terminal.press_until("\r", rf"resumed {saved}\b")
    else:
        terminal.press_until("\r", "1-9 Say")
        terminal.press_until("1", r"saved 1\b")
    terminal.wait_for("P Propose")
    return max(saved, 1)


def end(terminal: Terminal, way: signal.Signals | None) -> None:
    if way is None:
        terminal.close_window()
    else:
        terminal.signal(way)
    assert terminal.ended() is not None


def moves(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "dojo.db")) as database:
        return [text for (text,) in database.execute("SELECT choice FROM decision ORDER BY turn")]
