"""The columns of a team's table: what stands in them, how they are sorted, and their warmth."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.i18n import message
from salesdojo.records.mastery.belt_saying import grade_name
from salesdojo.review import team_saying as say
from salesdojo.tui.widths import pad, pad_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from salesdojo.review.member_row import Cell, MemberRow
    from salesdojo.review.team_criteria import TeamCriterion
    from salesdojo.review.team_table import TeamTable

SKILL: Final = 10
"""Cells of a criterion's column: share, mark, trend, attempts."""
NAME: Final = "name"
HELP: Final = "help"

Key = float | str
"""What a column is sorted by."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    """``name``, ``help`` and such, or a criterion's id."""
    title: str
    width: int
    """In cells."""
    words: "Callable[[MemberRow], str]"
    """What stands in it."""
    key: "Callable[[MemberRow], Key | None]"
    """What it is sorted by; None, which has no figure, comes last whichever way."""
    share: "Callable[[MemberRow], float | None] | None" = None
    """Of a criterion: what decides the colour, 0-1."""
    falling: bool = False
    """Whether the greatest comes first at first."""

    @property
    def skill(self) -> bool:
        """Whether it is a criterion's."""
        return self.share is not None


def columns(table: "TeamTable", language: str, name_width: int) -> tuple[Column, ...]:
    """Return name, need of help and last practice, then the criteria, then the rest."""
    first = (
        Column(NAME, _title("name", language), name_width, _name, lambda row: row.person.name),
        Column(HELP, _title("help", language), 5, _help, _needs, falling=True),
        Column(
            "last",
            _title("last", language),
            7,
            lambda row: row.fault.code if row.fault else say.last_words(row, language),
            lambda row: row.days,
            falling=True,
        ),
    )
    skills = (_skill(one, language) for one in table.met)
    return (*first, *skills, *_rest(language))


def ordered(rows: "Iterable[MemberRow]", column: Column, *, reverse: bool) -> "list[MemberRow]":
    """Return rows by a column, those without a figure last, equal ones by name."""
    by_name = sorted(rows, key=lambda row: row.person.name)
    told = [row for row in by_name if column.key(row) is not None]
    told.sort(key=lambda row: column.key(row) or 0, reverse=reverse is not column.falling)
    return [*told, *(row for row in by_name if column.key(row) is None)]


def cell_words(table: "TeamTable", row: "MemberRow", column: Column, language: str) -> str:
    """Return one cell in sentences: a criterion's figures, the needs of help, else the person."""
    if column.skill:
        return say.cell_sentence(row, column.id, column.title, language)
    if column.id == HELP and row.needs:
        names = {one.criterion: one.name for one in table.criteria}
        return say.joined((say.need_words(one, names, language) for one in row.needs), language)
    return say.person_sentence(row, language)


def skill_words(cell: "Cell | None", language: str) -> str:
    """Return share, mark of mastery, sure trend and attempts, in `SKILL` cells."""
    if cell is None:
        return pad(f"   {say.NOTHING}", SKILL)
    mark = "" if cell.share is None else "*" if cell.ability.mastered else " "
    share = message("team.few", language) if cell.share is None else say.percent(cell.share)
    sign = say.trend_sign(cell.told.change).strip("=")
    many = str(min(cell.ability.attempts, 999))
    return pad_left(share, 4) + pad(mark, 1) + pad(sign, 1) + pad_left(many, SKILL - 6)


def _skill(one: "TeamCriterion", language: str) -> Column:
    def cell(row: "MemberRow") -> "Cell | None":
        return row.cells.get(one.criterion)

    def share(row: "MemberRow") -> float | None:
        told = cell(row)
        return None if told is None else told.share

    return Column(
        one.criterion,
        one.name.spoken(language),
        SKILL,
        lambda row: skill_words(cell(row), language),
        share,
        share=share,
    )


def _rest(language: str) -> tuple[Column, ...]:
    return (
        Column(
            "belt",
            _title("belt", language),
            9,
            lambda row: grade_name(row.grade, language) if row.grade else say.NOTHING,
            lambda row: None if row.last is None else 0 if row.grade is None else row.grade.rank,
        ),
        Column(
            "attempts",
            _title("attempts", language),
            5,
            lambda row: say.NOTHING if row.fault else str(row.attempts),
            lambda row: None if row.fault else row.attempts,
        ),
        Column("first", _title("first", language), 6, _first, lambda row: row.first),
        Column("best", _title("best", language), 6, _best, lambda row: row.best),
        Column("latest", _title("latest", language), 6, _latest, lambda row: row.latest),
        Column("trend", _title("trend", language), 5, _trend, _moved),
        Column(
            "close",
            _title("close", language),
            12,
            lambda row: say.close_words(row.talks, language),
            lambda row: row.talks.close_rate,
        ),
    )


def _title(name: str, language: str) -> str:
    return message(f"team.column_{name}", language)


def _name(row: "MemberRow") -> str:
    return row.person.name


def _help(row: "MemberRow") -> str:
    return f"!{len(row.needs)}" if row.needs else ""


def _needs(row: "MemberRow") -> Key | None:
    return None if row.fault else len(row.needs)


def _first(row: "MemberRow") -> str:
    return say.quality(row.first)


def _best(row: "MemberRow") -> str:
    return say.quality(row.best)


def _latest(row: "MemberRow") -> str:
    return say.quality(row.latest)


def _trend(row: "MemberRow") -> str:
    return say.trend_sign(row.change) or say.NOTHING


def _moved(row: "MemberRow") -> Key | None:
    return None if row.change is None else row.change.now - row.change.before
