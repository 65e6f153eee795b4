"""What one level up is like, in few lines: words that do not fit one line take the next."""

import pytest

from salesdojo.tui.figures.anchor_lines import anchor_lines

TOLD = {
    "ja": "力の行を選ぶと、一つ上の姿をここに表示します。",
    "en": "On a skill, what one level up is like stands here.",
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_where_to_find_it_is_said_in_full_beside_the_list(language: str) -> None:
    lines = [line.plain for line in anchor_lines(None, None, 34, 6, language)]
    joined = "".join(lines) if language == "ja" else " ".join(lines)
    assert joined == TOLD[language]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_too_much_for_the_lines_there_are_is_cut(language: str) -> None:
    (line,) = anchor_lines(None, None, 20, 1, language)
    assert line.plain.endswith("..")
