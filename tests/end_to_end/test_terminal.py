"""A talk from the first screen to the debrief, in a real terminal."""

from pathlib import Path

import pytest

from support.terminal import SALESDOJO, Terminal, surroundings

WORDS = {
    "en": {"briefing": "Enter Start", "talking": "1-9 Say", "debrief": "Debrief:"},
    "ja": {"briefing": "Enter 始める", "talking": "1-9 発言する", "debrief": "振り返り:"},
}


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (40, 12)])
def test_a_talk_is_played_to_its_debrief(
    tmp_path: Path, language: str, columns: int, lines: int
) -> None:
    words = WORDS[language]
    command = [*SALESDOJO, "play", "cold_call", "--seed", "3", "--lang", language]
    with Terminal(command, surroundings(tmp_path), columns=columns, lines=lines) as terminal:
        terminal.wait_for(words["briefing"])
        terminal.press("\r")
        terminal.wait_for(words["talking"])
        for turn in range(1, 20):
            terminal.press("1")
            found = terminal.wait_for(rf"(?m)^ saved {turn}\b|{words['debrief']}")
            if "saved" not in found[0]:
                break
        terminal.wait_for(words["debrief"])
        terminal.press("\x1b")
        terminal.wait_until_gone(words["debrief"])
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.timeout(60)
def test_japanese_typed_by_an_input_method_finds_a_term(tmp_path: Path) -> None:
    """A terminal sends composed text in one piece: every character must arrive."""
    environment = surroundings(tmp_path, SALESDOJO_LANG="ja")
    with Terminal(SALESDOJO, environment) as terminal:
        terminal.wait_for("Enter")
        terminal.press("g")
        terminal.settle()
        terminal.press("せーるすぱいぷらいん")
        terminal.wait_for("せーるすぱいぷらいん")
        terminal.wait_for("セールスパイプライン")
        assert b"\x1b[>1u" not in terminal.raw


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_a_window_made_small_and_large_again_keeps_the_talk(tmp_path: Path) -> None:
    command = [*SALESDOJO, "play", "price_copier", "--seed", "1"]
    with Terminal(command, surroundings(tmp_path)) as terminal:
        terminal.wait_for("Enter Start")
        terminal.press("\r")
        terminal.wait_for("1-9 Say")
        terminal.press("1")
        terminal.wait_for(r"saved 1\b")
        for columns, lines in ((20, 5), (1, 1), (200, 60), (80, 24)):
            terminal.resize(columns, lines)
            terminal.settle(0.3)
        terminal.wait_for("1-9 Say")
        terminal.press("1")
        terminal.wait_for(r"saved 2\b")
