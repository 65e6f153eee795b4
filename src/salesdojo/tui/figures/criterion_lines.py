"""The trend of each criterion in one line: a digit an attempt, and what changed."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.records.history.trend import Way
from salesdojo.tui.figures.change_words import change_words
from salesdojo.tui.widths import pad, pad_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.trend import Change, CriterionTrend

_NAME: Final = 26
_DIGITS: Final = 20
_FEW_DIGITS: Final = 10
_ROOMY: Final = 76
"""Cells from which a line has all of it."""
_GAP: Final = "  "
_HIGHEST: Final = 9
_STYLES: Final = {Way.UP: "$success", Way.DOWN: "$warning", Way.LEVEL: ""}


def criterion_lines(trends: "Sequence[CriterionTrend]", width: int, language: str) -> list[Content]:
    """Return a line for each of `trends`: its name, its first tries, how they changed."""
    return [_line(one, width, language) for one in trends]


def tenths(value: float) -> str:
    """Return a share in percent as a digit of its tenths; 9 from 90 on."""
    return str(min(_HIGHEST, int(value // 10)))


def _line(one: "CriterionTrend", width: int, language: str) -> Content:
    roomy = width >= _ROOMY
    many = _DIGITS if roomy else _FEW_DIGITS
    firsts = [tenths(point.value) for point in one.trend.points if not point.repeat]
    digits = pad_left("".join(firsts[-many:]), many)
    change = one.trend.change
    words = change_words(change, language) if roomy else _way(change, language)
    style = "$quiet" if change is None else _STYLES[change.way]
    room = min(_NAME, max(0, width - many - len(_GAP) * 2 - 12))
    left = max(0, width - room - many - len(_GAP) * 2)
    return Content.assemble(
        pad(one.name.spoken(language), room),
        _GAP,
        (digits, "$primary bold"),
        _GAP,
        (pad(words, left), style),
    )


def _way(change: "Change | None", language: str) -> str:
    name = "few" if change is None else str(change.way)
    return message(f"overview.way_{name}", language)
