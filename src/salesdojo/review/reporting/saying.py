"""Figures in the words of a report: what cannot be told is said, never shown as 0."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure
from salesdojo.review.reporting.parts import NOTHING, Cell

if TYPE_CHECKING:
    from salesdojo.records.history.outcomes import Tally
    from salesdojo.records.history.trend import Change


def said(name: str, language: str, /, **values: str | int) -> str:
    """Return a message of reports."""
    return message(f"reports.{name}", language, **values)


def percent(share: float) -> str:
    """Return a share (0-1) in whole percent, as the screens have it."""
    return f"{share:.0%}"


def share_cell(share: float | None, language: str) -> Cell:
    """Return a share; where it is None there is too little to say."""
    if share is None:
        return Cell(said("few", language), "")
    return Cell(percent(share), round(share, 4))


def quality_cell(quality: float | None) -> Cell:
    """Return a quality (0-100), or nothing."""
    return NOTHING if quality is None else Cell(quality_figure(quality), round(quality, 2))


def count_cell(count: int) -> Cell:
    """Return a count; 0 is one."""
    return Cell(str(count), count)


def rate_cell(part: int, whole: int, language: str) -> Cell:
    """Return how much of what; nothing of nothing, which is not 0."""
    if not whole:
        return NOTHING
    words = said("of", language, percent=percent(part / whole), part=part, whole=whole)
    return Cell(words, round(part / whole, 4))


def close_cell(tally: "Tally", language: str) -> Cell:
    """Return a close rate and what it is of."""
    return rate_cell(tally.won, tally.decided, language)


def change_cell(change: "Change | None", language: str, *, share: bool = False) -> Cell:
    """Return how first tries changed; of shares (0-1) in percent, else of 0-100."""
    if change is None:
        return Cell(said("few", language), "")
    before, now = figure(change.before, share=share), figure(change.now, share=share)
    words = said(
        "change", language, before=before, now=now, way=said(f"way_{change.way}", language)
    )
    return Cell(words, round(change.now - change.before, 4))


def figure(value: float, *, share: bool) -> str:
    """Return a share (0-1) in percent, or a quality."""
    return percent(value) if share else quality_figure(value)
