"""A drill line by line: the clock starts when its reader is ready, and only at a keyboard."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from salesdojo.cli.running import run
from tui.small_pack import DRILLS, write_pack

from .conftest import Say

WORDS = {
    "en": {
        "begin": "The clock starts when you press Enter",
        "up": "Time is up.",
        "debrief": "Time ran out: this is what your silence said.",
        "unmeasured": "here time is not measured",
    },
    "ja": {
        "begin": "Enterを押すと時間の計測が始まります",
        "up": "時間切れです。",
        "debrief": "時間切れでした。",
        "unmeasured": "ここでは測りません",
    },
}


@pytest.fixture
def drill(tmp_path: Path) -> str:
    """Return a drill of one second."""
    pack = write_pack(tmp_path / "pack", drills=DRILLS[:1])
    file = pack / "drills" / "all_set.yaml"
    file.write_text(file.read_text("utf-8").replace('"seconds": 30', '"seconds": 1'), "utf-8")
    return str(file)


@contextmanager
def keyboard(monkeypatch: pytest.MonkeyPatch, typed: str, later: str = "") -> Iterator[None]:
    """Type at once, and `later` when the second of the drill has long run out."""
    master, slave = os.openpty()
    os.write(master, typed.encode())
    timer = Timer(4.0, os.write, (master, later.encode()))
    timer.start()
    with os.fdopen(slave, encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield
    timer.cancel()
    timer.join()
    os.close(master)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_at_a_keyboard_the_clock_waits_for_the_reader_and_silence_is_told(
    home: Path, drill: str, language: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert home.is_dir()
    with keyboard(monkeypatch, "\n", later="\n"):
        assert run(("play", drill, "--plain", "--lang", language)) == 0
    printed = capsys.readouterr().out
    card, _, talk = printed.partition(WORDS[language]["begin"])
    assert DRILLS[0]["scenes"]["opening"]["customer"][language] not in card
    assert WORDS[language]["up"] in talk
    assert WORDS[language]["debrief"] in talk
    assert WORDS[language]["unmeasured"] not in talk


def test_whoever_does_not_want_to_begin_leaves(
    home: Path, drill: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.is_dir()
    with keyboard(monkeypatch, "q\n"):
        assert run(("play", drill, "--plain")) == 0
    assert "How do you do it today?" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "ja"])
def test_through_a_pipe_time_is_not_measured_and_the_program_says_so(
    say: Say, drill: str, language: str
) -> None:
    said = say("play", drill, "--plain", "--lang", language, typed="ask\n")
    assert WORDS[language]["unmeasured"] in said.out
    assert WORDS[language]["begin"] not in said.out
    assert WORDS[language]["debrief"] not in said.out


@pytest.mark.parametrize("line", ["ask", "nod"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_one_line_proves_no_level_so_the_debrief_speaks_of_none(
    say: Say, drill: str, language: str, line: str
) -> None:
    said = say("play", drill, "--choose", line, "--lang", language)
    words = {"en": ("level", "minimum"), "ja": ("レベル", "最低")}
    assert not [word for word in words[language] if word in said.out]
    assert ("3/3" if line == "ask" else "0/3") in said.out


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_was_played_from_a_file_of_ones_own_is_progress_too(
    say: Say, drill: str, language: str
) -> None:
    say("play", drill, "--choose", "ask")
    told = say("progress", "--lang", language).out
    row = next(line for line in told.splitlines() if line.startswith("all_set "))
    assert "100" in row
    (played,) = json.loads(say("progress", "--json").out)["scenarios"]
    assert (played["id"], played["best"], played["passed"]) == ("all_set", 100, True)
