"""A journey on the full screen, a chapter at a time, in a real terminal."""

import json
from pathlib import Path

import pytest

from salesdojo.cli.running import run
from support.journeys import write_journey_pack
from support.terminal import SALESDOJO, Terminal, surroundings

WORDS = {
    "en": {
        "briefing": "Enter Start",
        "talking": "1-9 Say",
        "debrief": "Enter Go on",
        "journeys": "Enter Play",
        "first": "Q Quit",
        "next": "chapter 2",
        "won": "deal is won",
    },
    "ja": {
        "briefing": "Enter 始める",
        "talking": "1-9 発言する",
        "debrief": "Enter 先へ進む",
        "journeys": "Enter 進める",
        "first": "Q 終了",
        "next": "第2章",
        "won": "成約しました",
    },
}


def chapter(folder: Path, language: str, choice: str, *shown: str) -> None:
    """Play the chapter that comes next by the line that holds `choice`, and leave the dojo."""
    words = WORDS[language]
    command = [*SALESDOJO, "journey", "hoshino", "--seed", "1", "--lang", language]
    with Terminal(command, surroundings(folder), folder=folder / "pack") as terminal:
        terminal.wait_for(words["briefing"])
        for text in shown[:-1]:
            terminal.wait_for(text)
        terminal.press("\r")
        terminal.wait_for(words["talking"])
        terminal.press(terminal.wait_for(rf"(\d)\W+{choice}")[1])
        terminal.wait_for(r"(?m)^ saved 1\b")
        terminal.press_until("\r", words["debrief"])
        terminal.press("q")  # to the journeys
        terminal.wait_for(words["journeys"])
        terminal.press("q")  # to the first screen
        terminal.wait_for(words["first"])
        terminal.press("q")
        assert terminal.ended() == 0
        terminal.wait_for(shown[-1])


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_journey_is_played_chapter_by_chapter(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
) -> None:
    words = WORDS[language]
    write_journey_pack(tmp_path / "pack")
    if language == "en":
        lines = ("How does a usual day", "It saves the thirty", "They work late every day")
    else:
        lines = ("普段の流れを", "残業が月30時間", "残業が続いている")
    chapter(tmp_path, language, lines[0], words["next"])
    chapter(tmp_path, language, lines[1], lines[2], words["won"])
    for name, value in surroundings(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path / "pack")
    assert run(("journey", "--json")) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["finished"], row["outcome"]) == (1, "won")
