"""A session of practice in a real terminal, from the list to what is said after leaving."""

from pathlib import Path

import pytest

from support.terminal import SALESDOJO, Terminal, surroundings

WORDS = {"en": ("Q Leave", "Nothing was finished"), "ja": ("Q やめる", "終えた練習はありません")}


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_session_opens_on_the_screen_and_is_summed_up_when_it_is_left(
    tmp_path: Path, language: str
) -> None:
    opened, told = WORDS[language]
    command = [*SALESDOJO, "practise", "--minutes", "15", "--lang", language]
    with Terminal(command, surroundings(tmp_path)) as terminal:
        terminal.wait_for(opened)
        terminal.press("\r")
        terminal.wait_for("Esc")
        terminal.press("\x1b")
        terminal.wait_for(opened)
        terminal.press("q")
        terminal.wait_for(told)
        assert terminal.ended() == 0
