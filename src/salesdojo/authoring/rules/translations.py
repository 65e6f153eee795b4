"""Rules about languages of one text: SD501, SD502 and SD506, for every kind of file."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final
from unicodedata import east_asian_width

from salesdojo.authoring.rules.texts import Written, WrittenText
from salesdojo.content.problem import Problem
from salesdojo.content.width import display_width

LONG: Final = 40
"""Columns from which the length of a text says something."""
FAR: Final = 3
"""A text this many times as wide as another is no translation of it. (Of the 1,600 texts
that ship, the English is 0.7 to 1.9 times as wide as the Japanese in 98 of 100.)"""
_CURLY: Final = "“”‘’"
_HIRAGANA: Final = re.compile("[\u3041-\u3096]")
_NAMES: Final = ("name", "company", "speaker")


def missing_translations(written: Written) -> Iterator[Problem]:
    """A text that is not there in every language that the pack promises.

    Bad:
        title: {ja: "はじめての電話"}

    Good:
        title: {ja: "はじめての電話", en: "The first call"}
    """
    for text in written.texts:
        if "" in text.words:
            if _is_japanese(text, written):
                yield written.document.problem(text.path, "SD501", "plain")
            continue
        for language in written.languages:
            if language not in text.words:
                yield written.document.key_problem(text.path, "SD501", language=language)


def _is_japanese(text: WrittenText, written: Written) -> bool:
    """Tell whether a text in Japanese stands for other languages too; a name may."""
    others = any(language != "ja" for language in written.languages)
    return others and text.path[-1] not in _NAMES and _HIRAGANA.search(text.words[""]) is not None


def lengths_far_apart(written: Written) -> Iterator[Problem]:
    """Two languages of one text, one of which says three times as much as the other.

    Bad:
        briefing:
          situation: {ja: "電話。", en: "You call a company that you have never met, and you want to learn who decides."}
          goal: {ja: "商談の約束", en: "A meeting"}

    Good:
        briefing:
          situation: {ja: "取引のない会社に電話をかけ、決める人を教えてもらいます。", en: "You call a company that you have never met, and you want to learn who decides."}
          goal: {ja: "商談の約束", en: "A meeting"}
    """
    for text in written.texts:
        if 2 * max(map(len, text.words.values()), default=0) < LONG:
            continue
        widths = {language: display_width(words) for language, words in text.words.items()}
        for one, other in combinations(widths, 2):
            short, long = sorted((one, other), key=widths.__getitem__)
            if widths[long] >= LONG and widths[long] > FAR * widths[short]:
                path = text.path_of(short)
                yield written.document.problem(path, "SD502", short=short, long=long)


def signs_of_unsure_width(written: Written) -> Iterator[Problem]:
    """A sign that some terminals draw one column wide and others two: lines shift.

    Bad:
        title: {ja: "はじめての電話…", en: "The first call"}

    Good:
        title: {ja: "はじめての電話", en: "The first call"}
    """
    for text in written.texts:
        for language, words in text.words.items():
            offset = _first_of_unsure_width(words)
            if offset is not None:
                mark = written.document.inside(text.path_of(language), words, offset)
                # At both ends it was meant for YAML, which knows no quotes but ' and ".
                form = "quotes" if words[0] in _CURLY and words[-1] in _CURLY else ""
                yield Problem.at(written.document.name, mark, "SD506", form, sign=words[offset])


def _first_of_unsure_width(words: str) -> int | None:
    if words.isascii():
        return None
    return next((offset for offset, sign in enumerate(words) if _is_of_unsure_width(sign)), None)


@lru_cache(maxsize=8192)
def _is_of_unsure_width(sign: str) -> bool:
    # A mark that joins the sign before it takes no column anywhere.
    return east_asian_width(sign) == "A" and not sign.isalpha() and display_width(sign) > 0
