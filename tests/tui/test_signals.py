"""Ends that come from outside, in real terminals: quick, clean, and nothing left behind."""

import os
import pty
import re
import resource
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from support.terminal import Terminal, surroundings
from tui.small_pack import write_pack

OPEN_DOJO = str(Path(__file__).with_name("open_dojo.py"))
TESTS = str(Path(__file__).parents[1])
SOON = 4.0
"""Seconds an end may take here; the promise is one, on a machine that does nothing else."""


def command(home: Path) -> list[str]:
    return [sys.executable, OPEN_DOJO, str(home)]


def environment(home: Path) -> dict[str, str]:
    return surroundings(home, PYTHONPATH=TESTS)


@contextmanager
def opened(home: Path) -> Iterator[Terminal]:
    """Open the dojo in a terminal and wait for its first screen."""
    write_pack(home / "pack")
    with Terminal(command(home), environment(home)) as terminal:
        terminal.wait_for("Passed so far")
        yield terminal


def exit_code(terminal: Terminal) -> int | None:
    """Return the exit code, or None when the process does not end soon; read what it wrote."""
    code = terminal.ended(SOON)
    while code is not None and terminal.read():
        pass
    return code


def children_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_dojo_and_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    with opened(tmp_path) as terminal:
        terminal.signal(number)
        assert exit_code(terminal) == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?25h" in terminal.raw
        assert re.search(f"was closed \\({number.name}\\)", terminal.text())
        assert "Traceback" not in terminal.text()


def test_ctrl_c_ends_the_dojo_as_shells_have_it(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.press("\x03")
        assert exit_code(terminal) == 130
        assert b"\x1b[?1049l" in terminal.raw


def test_q_leaves_with_success(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.press("q")
        assert exit_code(terminal) == 0


def test_a_closed_window_ends_the_dojo_without_burning_the_processor(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        before = children_time()
        terminal.close_window()
        assert exit_code(terminal) == 128 + signal.SIGHUP
        # Start-up alone takes some time; a spinning reader would add all of SOON.
        assert children_time() - before < SOON


def on_a_bare_terminal(home: Path) -> tuple[subprocess.Popen[bytes], int, int]:
    """Open the dojo on a pseudo-terminal that does not control it: no HUP will come."""
    write_pack(home / "pack")
    ours, its = pty.openpty()
    process = subprocess.Popen(
        command(home),
        stdin=its,
        stdout=its,
        stderr=its,
        env=environment(home),
        start_new_session=True,
    )
    seen = b""
    while b"Passed so far" not in seen:
        seen += os.read(ours, 65536)
    return process, ours, its


def test_a_terminal_that_tells_no_size_gets_a_screen_that_comes_to_rest(tmp_path: Path) -> None:
    process, ours, its = on_a_bare_terminal(tmp_path)
    assert termios.tcgetwinsize(its) == (0, 0)
    written = 0
    until = time.monotonic() + 1
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.05)[0]:
            written += len(os.read(ours, 65536))
    process.kill()
    process.wait()
    os.close(ours)
    os.close(its)
    assert written < 100_000


def test_a_terminal_that_vanishes_without_a_signal_is_noticed(tmp_path: Path) -> None:
    process, ours, its = on_a_bare_terminal(tmp_path)
    os.close(its)
    os.close(ours)
    assert process.wait(SOON) == 128 + signal.SIGHUP


def test_the_terminal_gets_its_modes_back(tmp_path: Path) -> None:
    process, ours, its = on_a_bare_terminal(tmp_path)
    raw = termios.tcgetattr(its)[3]
    process.send_signal(signal.SIGTERM)
    os.set_blocking(ours, False)
    until = time.monotonic() + SOON
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
        with suppress(BlockingIOError):
            os.read(ours, 65536)
    assert process.returncode == 128 + signal.SIGTERM
    cooked = termios.tcgetattr(its)[3]
    assert not raw & termios.ECHO
    assert cooked & termios.ECHO
    assert cooked & termios.ICANON
    os.close(ours)
    os.close(its)


def test_a_stalled_terminal_cannot_hold_the_process(tmp_path: Path) -> None:
    process, ours, its = on_a_bare_terminal(tmp_path)
    termios.tcflow(its, termios.TCOOFF)
    # Every switch of language paints the whole screen: more than the terminal takes.
    os.write(ours, b"l" * 60)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(SOON) == 128 + signal.SIGTERM
    assert termios.tcgetattr(its)[3] & termios.ECHO
    os.close(ours)
    os.close(its)


def test_a_locked_database_cannot_hold_the_process(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.press("q")
        assert exit_code(terminal) == 0
    with closing(sqlite3.connect(tmp_path / "dojo.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Terminal(command(tmp_path), environment(tmp_path)) as terminal:
            terminal.wait_for("Looking up")
            terminal.press("q")
            assert exit_code(terminal) == 0


def test_ctrl_z_stops_and_fg_brings_the_same_screen_back(tmp_path: Path) -> None:
    write_pack(tmp_path / "pack")
    shell = ["/bin/bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, environment(tmp_path) | {"PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        terminal.press(" ".join(command(tmp_path)) + "\r")
        terminal.wait_for("Passed so far")
        terminal.settle(1.0)
        screen = terminal.text()
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        terminal.press("fg\r")
        until = time.monotonic() + SOON
        while terminal.text() != screen and time.monotonic() < until:
            terminal.read()
        assert terminal.text() == screen
        terminal.press("q")
        terminal.wait_for("ready>")
        terminal.press("echo code $?\r")
        terminal.wait_for("code 0")


def test_a_stop_from_outside_is_survived(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.signal(signal.SIGSTOP)
        time.sleep(0.2)
        terminal.signal(signal.SIGCONT)
        terminal.press("l")
        terminal.wait_for("最初の電話")
        terminal.press("q")
        assert exit_code(terminal) == 0


def test_ctrl_z_where_nobody_could_continue_us_does_not_freeze(tmp_path: Path) -> None:
    # A session leader without job control, as in `xterm -e salesdojo`.
    with opened(tmp_path) as terminal:
        terminal.press("\x1a")
        time.sleep(0.3)
        terminal.press("l")
        terminal.wait_for("最初の電話")
        terminal.press("q")
        assert exit_code(terminal) == 0
