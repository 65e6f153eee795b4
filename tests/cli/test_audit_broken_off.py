"""An audit that is broken off ends at once, says how far it came, and leaves no process."""

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from salesdojo.records.store import Store
from support.histories import TALK, played
from support.records import url
from support.terminal import SALESDOJO, Terminal, surroundings

MANY = 100_000
"""Attempts that are looked at in a second."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with many attempts that were only just begun; an audit changes nothing."""
    home = tmp_path_factory.mktemp("begun")
    place = home / "dojo.db"
    with Store.open(url(place)) as store:
        played(store, TALK, ())
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(
            "INSERT INTO attempt (id, person, scenario, revision, seed, mode, language, begun_at)"
            " WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ?)"
            " SELECT printf('c%07d', x), person, scenario, revision, seed, mode, language, begun_at"
            " FROM n, attempt",
            (MANY - 1,),
        )
        connection.commit()
    return home


def children(pid: int) -> set[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return {int(child) for child in listed.read_text().split()}


def gone(pids: set[int], patience: float = 20) -> bool:
    until = time.monotonic() + patience
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="/proc tells who the children are")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core needs no other process")
@pytest.mark.parametrize("how", ["Ctrl-C", "SIGKILL"])
def test_no_process_is_left_behind(begun: Path, how: str) -> None:
    with Terminal([*SALESDOJO, "audit"], surroundings(begun), columns=100) as terminal:
        terminal.wait_for(r"Replaying .* [1-9]\d?%")
        others = children(terminal.pid)
        assert others
        if how == "Ctrl-C":
            terminal.press("\x03")
        else:
            terminal.signal(signal.SIGKILL)
        code = terminal.ended()
        terminal.settle()
        screen = terminal.text()
    assert gone(others)
    assert code == {"Ctrl-C": 130, "SIGKILL": -signal.SIGKILL}[how]
    assert "Traceback" not in screen
    if how != "SIGKILL":
        assert f" of {MANY} attempts. Nothing was changed." in screen
        assert "US040" in screen
