"""Opening the dojo: what is asked for, what is remembered, and how faults are told."""

import json
import re
import sys
from pathlib import Path

import pytest

from support.terminal import Terminal, surroundings
from tui.small_pack import both, customer, rubric, scenario, write_pack

OPEN_DOJO = str(Path(__file__).with_name("open_dojo.py"))
TESTS = str(Path(__file__).parents[1])


def opened(home: Path, *first: str, **environment: str) -> Terminal:
    write_pack(home / "pack")
    command = [sys.executable, OPEN_DOJO, str(home), *first]
    return Terminal(command, surroundings(home, PYTHONPATH=TESTS, **environment))


def left(terminal: Terminal) -> None:
    """Leave the dojo and wait until it has ended."""
    terminal.press("\x11")
    while terminal.read():
        pass


def test_a_dojo_opened_at_a_scenario_shows_its_briefing(tmp_path: Path) -> None:
    with opened(tmp_path, str(tmp_path / "pack" / "negotiation" / "discount.yaml")) as terminal:
        terminal.wait_for("20% off, please +Negotiation, level 3")
        terminal.press("\x1b")
        terminal.wait_for("Passed so far")


def test_a_dojo_opens_at_a_file_outside_the_pack(tmp_path: Path) -> None:
    plain = scenario("mine", both("自作", "My own talk"), rubric="basics", customer=customer())
    file = tmp_path / "own" / "mine.yaml"
    (file.parent / "rubrics").mkdir(parents=True)
    file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    (file.parent / "rubrics" / "basics.yaml").write_text(json.dumps(rubric()), encoding="utf-8")
    with opened(tmp_path, str(file)) as terminal:
        terminal.wait_for("My own talk")


def test_language_and_theme_come_back_at_the_next_visit(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("Passed so far")
        terminal.press("l")
        terminal.wait_for("最初の電話")
        left(terminal)
    with opened(tmp_path) as terminal:
        terminal.wait_for("最初の電話")


def test_no_terminal_is_asked_for_the_kitty_key_protocol(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("Passed so far")
        assert not re.search(rb"\x1b\[>[0-9]+u", terminal.raw)


@pytest.mark.parametrize("words", ["お世話になっております", "営業部門の商談"])
def test_composed_japanese_arrives_whole(tmp_path: Path, words: str) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("Passed so far")
        terminal.press("\x10")
        terminal.wait_for("Type what you want")
        terminal.press(words)
        terminal.wait_for(words)
