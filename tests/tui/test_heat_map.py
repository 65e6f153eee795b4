"""Titles of the heat map's columns are read, not guessed."""

import pytest

from salesdojo.tui.widgets.heat_map import two_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Discovery", ("", "Discovery")),
        ("Closing and next steps", ("Closing", "and next..")),
        ("Qualification", ("Qualifica-", "tion")),
        ("ビジネスマナー・敬語", ("ビジネスマ", "ナー・敬語")),
    ],
)
def test_a_title_is_broken_where_it_is_read_best(title: str, lines: tuple[str, str]) -> None:
    assert two_lines(title, 10) == lines
