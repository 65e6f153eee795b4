"""How like two lines are, in either script: letters alone count, not case, width or kana."""

import unicodedata
from collections.abc import Sequence
from typing import Final

_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_WITHOUT_SPACES: Final = ("\u3040", "\u9fff")
"""From kana to the last of the common ideographs: written without spaces between words."""
_SLIP: Final = 75.0
"""The likeness from which two words are one, misspelt: ``instalation``, ``included``."""


def likeness(one: str, other: str) -> float:
    """Return how like two lines are: 0 for nothing in common, 100 for the same.

    Where a line has Japanese, whose words stand without spaces, characters are compared;
    else words. Each measure bears pieces in another order and pieces left out.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return 0.0
    if any(map(_is_japanese, (*ours, *theirs))):
        return round(_by_characters("".join(ours), "".join(theirs)), 1)
    return round(_by_words(ours, theirs), 1)


def _by_characters(one: str, other: str) -> float:
    """Return the mean of three: characters in order, those of the shorter, and pairs shared."""
    from rapidfuzz import fuzz

    shared = _shared(_pieces(one, 2), _pieces(other, 2))
    return (fuzz.ratio(one, other) + fuzz.partial_ratio(one, other) + shared) / 3


def _by_words(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Return the mean of two: words that the other line has too, and pieces of words shared."""
    found = (_found(ours, theirs) + _found(theirs, ours)) / 2
    shared = _shared(_pieces_of_words(ours), _pieces_of_words(theirs))
    return (found + shared) / 2


def _found(wanted: Sequence[str], there: Sequence[str]) -> float:
    """Return how many of the words `wanted` are `there`, of 100; one misspelt counts in part."""
    from rapidfuzz import fuzz

    likest = (max(fuzz.ratio(word, one, score_cutoff=_SLIP) for one in there) for word in wanted)
    return sum(likest) / len(wanted)


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of pieces that both have, of 100 (Dice's coefficient)."""
    return 200 * len(ours & theirs) / (len(ours) + len(theirs))


def _pieces_of_words(words: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(_pieces(f" {word} ", 3) for word in words))


def _pieces(text: str, length: int) -> frozenset[str]:
    last = max(1, len(text) - length + 1)
    return frozenset(text[place : place + length] for place in range(last))


def _words(line: str) -> list[str]:
    """Return runs of letters and figures: widths, case and kana made one, apostrophes dropped."""
    one_form = unicodedata.normalize("NFKC", line).casefold().translate(_TO_HIRAGANA)
    told = one_form.replace("'", "").replace("\u2019", "")
    return "".join(sign if sign.isalnum() else " " for sign in told).split()


def _is_japanese(word: str) -> bool:
    first, last = _WITHOUT_SPACES
    return any(first <= letter <= last for letter in word)
