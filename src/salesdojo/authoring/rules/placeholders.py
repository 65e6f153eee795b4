"""A rule about what is still to be written: SD507, for every kind of file."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.rules.texts import Written
from salesdojo.content.problem import Problem

MARKS: Final = ("Write here:", "ここに書く:", "To be written", "（記入）")
"""How the texts begin that `salesdojo new` and `salesdojo import` leave to the author."""


def is_placeholder(words: str) -> bool:
    """Tell whether a text still waits for its author."""
    return words.startswith(MARKS)


def texts_still_to_be_written(written: Written) -> Iterator[Problem]:
    """Texts that `salesdojo new` or `salesdojo import` left to the author: told once, at the first.

    Bad:
        title: {ja: "ここに書く: 題名", en: "Write here: the title"}

    Good:
        title: {ja: "はじめての電話", en: "The first call"}
    """
    waiting = [
        text.path_of(language)
        for text in written.texts
        for language, words in text.words.items()
        if is_placeholder(words)
    ]
    if waiting:
        first = min(waiting, key=written.document.marks.value)
        form = "more" if len(waiting) > 1 else ""
        yield written.document.problem(first, "SD507", form, count=len(waiting))
