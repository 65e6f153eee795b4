"""People by criteria, as a section of a report: a heat map and the table that says the same."""

from typing import TYPE_CHECKING, Final

from salesdojo.review.reporting.parts import NOTHING, Cell, Column, Section, Table
from salesdojo.review.reporting.plots import (
    VAGUE,
    HeatMap,
    band_of,
    head_of,
    heat_rows,
    label,
    square,
)
from salesdojo.review.reporting.saying import percent, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.review.member_row import Cell as Told
    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_criteria import TeamCriterion
    from salesdojo.review.team_table import TeamTable

_MASTERED: Final = "*"
_BANDS: Final = range(VAGUE, 5)
_FEW: Final = 6
"""Criteria whose names find room beside each other in a table."""


def heat_section(table: "TeamTable", language: str, whole: str) -> Section:
    """Return what everyone would earn of every criterion that anybody met."""
    heading, met, rows = said("heat", language), table.met, table.rows
    if not met or not rows:
        return Section("heat", heading, empty=said("nothing", language))
    columns = (
        Column(said("column_person", language)),
        *(Column(one.name.spoken(language), "figure") for one in met),
    )
    shown = Table(
        said("heat_caption", language),
        columns,
        tuple(_row(one, met, language) for one in rows),
        tuple(one.person.id for one in rows),
        narrow=len(met) > _FEW,
    )
    names = tuple(label(one.name.spoken(language)) for one in met)
    plot = HeatMap(
        said("heat_title", language),
        _told(rows, met, language),
        names,
        heat_rows([one.person.name for one in rows], [_bands(one, met) for one in rows]),
        tuple((band, square(band, 0, 0), said(f"band_{band}", language)) for band in _BANDS),
        head=head_of(names),
    )
    words = (said("heat_words", language),)
    return Section("heat", heading, words, (plot,), (shown,), whole=whole)


def _row(row: "MemberRow", met: "Sequence[TeamCriterion]", language: str) -> tuple[Cell, ...]:
    return (Cell(row.person.name), *(_cell(row.cells.get(one.criterion), language) for one in met))


def _cell(told: "Told | None", language: str) -> Cell:
    if told is None:
        return NOTHING
    attempts = told.ability.attempts
    if told.share is None:
        return Cell(said("heat_vague", language, attempts=attempts), "")
    mastered = _MASTERED if told.ability.mastered else ""
    share = f"{percent(told.share)}{mastered}"
    return Cell(said("heat_cell", language, share=share, attempts=attempts), round(told.share, 4))


def _bands(row: "MemberRow", met: "Sequence[TeamCriterion]") -> "list[int | None]":
    found = [row.cells.get(one.criterion) for one in met]
    return [None if one is None else band_of(one.share) for one in found]


def _told(rows: "Sequence[MemberRow]", met: "Sequence[TeamCriterion]", language: str) -> str:
    cells = [cell for row in rows for cell in row.cells.values() if cell.enough]
    return said(
        "heat_told",
        language,
        people=len(rows),
        criteria=len(met),
        mastered=sum(one.ability.mastered for one in cells),
        cells=len(cells),
    )
