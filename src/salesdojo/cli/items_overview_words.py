"""What attempts say of every scenario, as a table and sentences."""

from typing import TYPE_CHECKING, Final

from salesdojo.authoring.explaining.wrapping import wrapped
from salesdojo.cli.figure_columns import to_the_right
from salesdojo.cli.printing import table
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import signed_figure
from salesdojo.review import item_saying as say
from salesdojo.review.item_model import LEAST, Overview, OverviewRow, Untold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.review.item_model import Unused

WIDTH: Final = 80
_RAREST: Final = 10
"""Choices or scenarios named under the table."""


def overview_in_words(overview: Overview, language: str) -> str:
    """Return the table, then which scenario teaches and which options nobody takes."""
    parts = [message("items.overview", language)]
    if overview.rows:
        head = message("items.overview_head", language).split("|")
        rows = [head, *(_row(row, language) for row in overview.rows)]
        parts.append(table(to_the_right(rows, range(1, 7))))
        parts.append(paragraph(message("items.overview_note", language, figures=note(language))))
        parts += [*_teaching(overview, language), *_unused(overview, language)]
    else:
        parts.append(message("items.overview_none", language))
    if overview.rows and overview.unplayed:
        parts.append(_unplayed(overview, language))
    if overview.unreadable:
        parts.append(paragraph(message("items.unreadable", language, count=overview.unreadable)))
    return "\n\n".join(parts)


def note(language: str) -> str:
    """Return what the words in place of figures mean."""
    return message("items.figures_note", language, least=LEAST)


def paragraph(words: str) -> str:
    """Return a paragraph as wide as the tables."""
    return wrapped(visible(words).replace("\n", " "), WIDTH)


def _row(row: OverviewRow, language: str) -> "Sequence[str]":
    attempted = row.version.attempted
    return (
        row.id,
        str(attempted.firsts),
        say.points(attempted.mean, language),
        say.share(attempted.passed, language),
        say.gained(attempted.gain.mean, language),
        say.unused(row, language),
        str(row.heard) if row.heard else "",
        say.standing(row, language),
    )


def _teaching(overview: Overview, language: str) -> list[str]:
    gains = [
        (gain.mean, row.id)
        for row in overview.rows
        if not isinstance((gain := row.version.attempted.gain).mean, Untold)
    ]
    if not gains:
        return []
    (most, first), (least, last) = max(gains), min(gains)
    words = message("items.teaches", language, most=first, gain=signed_figure(most))
    if last != first:
        told = message("items.teaches_least", language, least=last, gain=signed_figure(least))
        words += f" {told}" if words.isascii() else told
    return [paragraph(words)]


def _unplayed(overview: Overview, language: str) -> str:
    if len(overview.unplayed) > _RAREST:
        return paragraph(message("items.unplayed_many", language, count=len(overview.unplayed)))
    names = message("items.comma", language).join(overview.unplayed)
    return paragraph(message("items.unplayed", language, scenarios=names))


def _unused(overview: Overview, language: str) -> list[str]:
    found: list[tuple[str, Unused]] = [
        (row.id, one)
        for row in overview.rows
        if not isinstance(row.unused, Untold)
        for one in row.unused
    ]
    if not found:
        return []
    found.sort(key=lambda one: one[1].taken / one[1].met)
    rows = [
        (
            f"  {name}",
            f"{one.scene} / {one.choice}",
            message("items.unused_row", language, taken=one.taken, met=one.met),
        )
        for name, one in found[:_RAREST]
    ]
    lines = [message("items.unused", language, count=len(found)), table(rows)]
    if len(found) > _RAREST:
        lines.append(f"  {message('items.unused_more', language)}")
    return ["\n".join(lines)]
