"""Plots as values: what is drawn where, in units of the picture; a template draws them.

No plot speaks by colour alone: bands differ in size, first tries in shape, and every plot has
the table that says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salesdojo.content.visible import visible
from salesdojo.content.width import display_width, sign_width

_CUT: Final = "..."
LABEL: Final = 26
"""Columns of a label beside a plot, a Japanese sign counting two."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with what stands beside it."""

    label: str
    share: float | None
    """0-1; None where there is nothing to draw."""
    words: str
    low: float | None = None
    """Where the true value lies with a certainty of 90%, 0-1."""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from 0 to 100%."""

    title: str
    told: str
    """In a sentence or two, for those who do not see it."""
    bars: tuple[Bar, ...]
    kind: str = "bars"


@dataclass(frozen=True, slots=True)
class Dot:
    """One attempt."""

    x: float
    y: float
    """0 at the top."""
    first: bool
    """The first try at its scenario: filled; repeats are hollow."""
    words: str


@dataclass(frozen=True, slots=True)
class Dots:
    """Attempts from left to right, 0 to 100 upwards."""

    title: str
    told: str
    dots: tuple[Dot, ...]
    wide: float
    high: float
    first: str
    repeat: str
    kind: str = "dots"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of practice in a calendar."""

    x: int
    y: int
    sign: str
    """How many attempts: a digit, or + for ten and more."""
    band: int
    """1-3: few, some, many."""


@dataclass(frozen=True, slots=True)
class Days:
    """A calendar: weeks from left to right, Monday at the top."""

    title: str
    told: str
    days: tuple[Day, ...]
    weekdays: tuple[str, ...]
    months: tuple[tuple[int, str], ...]
    """The week at which each begins."""
    weeks: int
    kind: str = "days"


@dataclass(frozen=True, slots=True)
class HeatRows:
    """A part of a heat map that stays on one sheet of paper."""

    labels: tuple[str, ...]
    paths: tuple[tuple[int, str], ...]
    """For each band the squares as one path: 500 people stay a small page."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """People by criteria; the more would be earned, the larger and the darker the square."""

    title: str
    told: str
    columns: tuple[str, ...]
    parts: tuple[HeatRows, ...]
    legend: tuple[tuple[int, str, str], ...]
    """Band, path, words."""
    head: int
    """Units that the names of the columns take above the squares."""
    kind: str = "heat"


Plot = Bars | Dots | Days | HeatMap

BANDS: Final = (0.25, 0.5, 0.75)
"""Where a share goes over into the next band."""
VAGUE: Final = 0
"""The band of too little to say; the others are 1 to 4."""
STEP: Final = 18
"""Units between the squares of a heat map."""
_SIZES: Final = (6, 5, 8, 11, 14)
"""Sides of the squares by band; of what is too little to say, of the hollow diamond."""
_SLANT: Final = 5.8
"""Units of height that a column of text takes at an angle of 55 degrees."""
_SHEET: Final = 36
"""Rows on one sheet."""


def band_of(share: float | None) -> int:
    """Return the band of a share (0-1); None is too little to say."""
    return VAGUE if share is None else 1 + sum(share >= border for border in BANDS)


def heat_rows(labels: Sequence[str], bands: Sequence[Sequence[int | None]]) -> tuple[HeatRows, ...]:
    """Return the squares of a heat map, as many rows together as fit on a sheet.

    Args:
        labels: of the rows.
        bands: by row and column; None is a criterion never met, and stays empty.
    """
    starts = range(0, len(labels), _SHEET)
    return tuple(
        _part(labels[start : start + _SHEET], bands[start : start + _SHEET]) for start in starts
    )


def square(band: int, column: int, row: int) -> str:
    """Return the outline of a square in the middle of its place."""
    side, x, y = _SIZES[band], column * STEP + STEP // 2, row * STEP + STEP // 2
    if band == VAGUE:
        half = side // 2
        return f"M{x - half} {y}l{half}-{half} {half} {half}-{half} {half}z"
    left, top = x - side // 2, y - side // 2
    return f"M{left} {top}h{side}v{side}h-{side}z"


def head_of(names: Sequence[str]) -> int:
    """Return the height that names of columns take, which stand aslant."""
    return 14 + max((int(_SLANT * display_width(name)) for name in names), default=0)


def label(words: str) -> str:
    """Return words, cut to what fits beside a plot."""
    shown = " ".join(visible(words).split())
    if display_width(shown) <= LABEL:
        return shown
    room, cut, before = LABEL - len(_CUT), "", " "
    for sign in shown:
        room -= sign_width(sign, before)
        if room < 0:
            break
        cut, before = cut + sign, sign
    return f"{cut}{_CUT}"


def _part(labels: Sequence[str], bands: Sequence[Sequence[int | None]]) -> HeatRows:
    paths: dict[int, list[str]] = {}
    for row, told in enumerate(bands):
        for column, band in enumerate(told):
            if band is not None:
                paths.setdefault(band, []).append(square(band, column, row))
    return HeatRows(
        tuple(label(one) for one in labels),
        tuple((band, "".join(drawn)) for band, drawn in sorted(paths.items())),
    )
