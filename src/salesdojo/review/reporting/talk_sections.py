"""How talks ended, as two sections of a report: the close rate, and the funnel."""

from typing import TYPE_CHECKING, Final

from salesdojo.content.catalogue import Motion
from salesdojo.i18n import message
from salesdojo.records.history.outcomes import funnel
from salesdojo.review.reporting.parts import NOTHING, Cell, Column, Section, Table
from salesdojo.review.reporting.plots import Bar, Bars, label
from salesdojo.review.reporting.saying import close_cell, count_cell, rate_cell, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.outcomes import Funnel, StageTally, Tally
    from salesdojo.records.history.recent import Ends

_ENDINGS: Final = ("won", "advanced", "declined", "stalled", "lost")
_LEADS: Final = 100


def close_section(
    ends: "Sequence[Ends]", entries: "Sequence[Entry]", language: str, whole: str
) -> Section:
    """Return the close rate, by how the customer was met, first tries apart from all.

    Args:
        ends: how talks ended.
        entries: what the pack has.
        language: ``ja`` or ``en``.
        whole: the command that shows what it rests on.
    """
    heading = said("close", language)
    told = [
        (_row_name(motion, first, language), funnel(ends, entries, first_only=first, motion=motion))
        for motion in (None, *Motion)
        for first in (True, False)
    ]
    rows = [(name, one.whole) for name, one in told if one.whole.talks]
    if not rows:
        return Section("close", heading, empty=said("no_talks", language))
    columns = (
        Column(said("column_motion", language)),
        Column(said("column_close", language), "figure"),
        *(Column(said(f"column_{one}", language), "figure") for one in _ENDINGS),
    )
    table = Table(
        said("close_title", language),
        columns,
        tuple((Cell(name), close_cell(tally, language), *_counts(tally)) for name, tally in rows),
    )
    bars = tuple(
        Bar(label(name), tally.close_rate, close_cell(tally, language).words)
        for name, tally in rows
    )
    rates = [f"{bar.label}: {bar.words}" for bar in bars if bar.share is not None]
    plot = Bars(
        said("close_title", language),
        said("close_told", language, rates="; ".join(rates)),
        bars,
    )
    words = (said("close_words", language),)
    return Section("close", heading, words, (plot,), (table,), whole=whole)


def funnel_section(told: "Funnel", language: str, whole: str) -> Section:
    """Return the funnel.

    Args:
        told: of all tries.
        language: ``ja`` or ``en``.
        whole: the command that shows what it rests on.
    """
    heading = said("funnel", language)
    left_out = _left_out(told, language)
    if not told.whole.talks:
        return Section("funnel", heading, left_out, empty=said("no_talks", language))
    columns = (
        Column(said("column_stage", language)),
        Column(said("column_talks", language), "figure"),
        Column(said("column_through", language), "figure"),
        Column(said("column_arriving", language), "figure"),
        *(Column(said(f"column_{one}", language), "figure") for one in _ENDINGS),
    )
    rows = tuple(_stage_row(one, language) for one in told.stages)
    table = Table(said("funnel_title", language), columns, rows)
    bars = tuple(_stage_bar(one, language) for one in told.stages)
    stages = "; ".join(f"{bar.label}: {bar.words}" for bar in bars if bar.share is not None)
    plot = Bars(said("funnel_title", language), said("funnel_told", language, stages=stages), bars)
    # Where no talk of the first stage was finished the way of a hundred leads ends at once.
    known = sum(bar.share is not None for bar in bars) > 1
    told_of = said("funnel_words" if known else "funnel_untold", language)
    words = (told_of, *left_out)
    return Section("funnel", heading, words, (plot,) if known else (), (table,), whole=whole)


def _row_name(motion: Motion | None, first: bool, language: str) -> str:
    return said(
        "close_row",
        language,
        motion=message(f"overview.motion_{motion or 'all'}", language),
        tries=said("tries_first" if first else "tries_all", language),
    )


def _counts(tally: "Tally") -> tuple[Cell, ...]:
    return tuple(count_cell(getattr(tally, one)) for one in _ENDINGS)


def _stage_row(one: "StageTally", language: str) -> tuple[Cell, ...]:
    tally = one.tally
    arriving = NOTHING
    if one.arriving is not None:
        arriving = Cell(f"{_LEADS * one.arriving:.0f}", round(_LEADS * one.arriving, 2))
    return (
        Cell(message(f"cli.stage_{one.stage}", language)),
        count_cell(tally.talks),
        rate_cell(tally.won + tally.advanced, tally.pursued, language),
        arriving,
        *_counts(tally),
    )


def _stage_bar(one: "StageTally", language: str) -> Bar:
    words = ""
    if one.arriving is not None:
        words = said("funnel_bar", language, count=f"{_LEADS * one.arriving:.0f}")
    return Bar(label(message(f"cli.stage_{one.stage}", language)), one.arriving, words)


def _left_out(told: "Funnel", language: str) -> tuple[str, ...]:
    if not told.left_out:
        return ()
    return (said("funnel_left_out", language, count=told.left_out),)
