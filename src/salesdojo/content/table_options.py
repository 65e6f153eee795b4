"""The options of an issue as they are written, and the id by which a move names each."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from typing import Final

from salesdojo.content.text import Text

MOST_OPTIONS: Final = 200
"""Options of one issue."""
MOST_DECIMALS: Final = 6
"""Decimals of a number in a range."""
MOST_LETTERS: Final = 40
"""Characters of an option's id."""

Written = str | float | Mapping[str, str]
"""An option in the file: a text in all languages, or one a language; a number is a text too."""

_GAPS: Final = re.compile(r"[^a-z0-9.-]+")


def option_text(written: Written) -> Text:
    """Return an option's words."""
    return Text.of(written if isinstance(written, Mapping) else _number(written))


def option_ids(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return an id for each option: its English or only words made short, else its place.

    ``1 wk`` becomes ``1_wk``. Words that are not ASCII, that are long or that are another
    option's too give way to the option's place, counted from 1; where that is another's
    id, to ``_`` and the place. No id holds a space, ``=`` or ``/``.
    """
    slugs = [_slug(text.spoken("en")) for text in texts]
    often = Counter(slugs)
    return tuple(
        slug if slug and often[slug] == 1 else _place(place, often)
        for place, slug in enumerate(slugs, 1)
    )


def range_fault(first: float, last: float, step: float) -> str | None:
    """Return what is wrong with a range: a form of SD804, or None where it is one."""
    start, end, between = (Decimal(str(one)) for one in (first, last, step))
    if start == end:
        return "empty"
    if between <= 0:
        return "endless"
    if min(map(_exponent, (start, end, between))) < -MOST_DECIMALS:
        return "decimals"
    if abs(end - start) > between * (MOST_OPTIONS - 1):
        return "many"
    return "step" if abs(end - start) % between else None


def range_numbers(first: float, last: float, step: float) -> tuple[str, ...]:
    """Return the numbers of a range without a fault, all with the same decimals."""
    start, end, between = (Decimal(str(one)) for one in (first, last, step))
    decimals = max(0, *(-_exponent(one) for one in (start, end, between)))
    signed = between if end > start else -between
    count = int(abs(end - start) / between)
    return tuple(f"{start + signed * at:.{decimals}f}" for at in range(count + 1))


def _number(written: str | float) -> str:
    return written if isinstance(written, str) else format(Decimal(str(written)), "f")


def _place(place: int, taken: Container[str]) -> str:
    # No slug begins with `_`.
    return f"_{place}" if str(place) in taken else str(place)


def _slug(words: str) -> str:
    low = words.strip().lower()
    slug = _GAPS.sub("_", low).strip("_") if low.isascii() else ""
    return slug if len(slug) <= MOST_LETTERS and any(map(str.isalnum, slug)) else ""


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
