"""One line each for belt, course, skill and scenario: figures and words that need no colour."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.belt_saying import grade_name, missing_in_short
from salesdojo.records.mastery.courses import CourseState
from salesdojo.tui.widgets.scenario_list import NARROW, Column, figure, row
from salesdojo.tui.widths import cut, pad, pad_left, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.belts import BeltStanding
    from salesdojo.records.mastery.courses import CourseStanding
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.records.model import Standing

_INDENT: Final = "  "
_GAP: Final = "  "
_NAME: Final = 30
"""Cells that a name takes at most before its state or its bar."""
_BAR: Final = 16
_ROOMY: Final = 100
"""Cells from which bars are longer."""
_LONG_BAR: Final = 40
_SHARE: Final = 4
_BETWEEN: Final = 11
_ATTEMPTS: Final = 8
_STATES: Final = {
    CourseState.LOCKED: "$quiet",
    CourseState.OPEN: "",
    CourseState.EXPIRED: "$warning",
    CourseState.CERTIFIED: "$success",
    CourseState.FINISHED: "$success",
}


def belt_row(belt: "BeltStanding", width: int, language: str) -> Content:
    """Return the belt and what is missing for the next, below each other in a narrow line."""
    name, missing = grade_name(belt.grade, language), missing_in_short(belt, language)
    if width < NARROW:
        below = cut(_INDENT * 2 + missing, width)
        return Content.assemble((cut(_INDENT + name, width), "bold"), "\n", below)
    words = cut(missing, max(0, width - len(_INDENT) - width_of(name) - len(_GAP)))
    return Content.assemble(_INDENT, (name, "bold"), _GAP, words)


def course_row(
    standing: "CourseStanding", state: str, names: "Sequence[str]", width: int, language: str
) -> Content:
    """Return a course and how one stands, one under the other where the line is narrow.

    Args:
        standing: in the course.
        state: the same in words.
        names: of all courses, so that the states stand below each other.
        width: of the line, in cells.
        language: ``ja`` or ``en``.
    """
    name, style = visible(standing.course.name.spoken(language)), _STATES[standing.state]
    if width < NARROW:
        below = cut(_INDENT * 2 + state, width)
        return Content.assemble(cut(_INDENT + name, width), "\n", (below, style))
    room = min(_NAME, max(map(width_of, names), default=0))
    words = cut(state, width - len(_INDENT) - room - len(_GAP))
    return Content.assemble(_INDENT, pad(name, room), _GAP, (words, style))


def skill_row(skill: "Skill", width: int, language: str) -> Content:
    """Return a criterion, its bar, the figure, where it lies, and how many attempts tell so.

    Where they are too few, that is said instead. A narrow line has neither bar nor number.
    """
    ability = skill.ability
    bar = 0 if width < NARROW else _LONG_BAR if width >= _ROOMY else _BAR
    between = pad(between_words(skill, language), _BETWEEN)
    share = pad_left(f"{expected_share(ability.mean):.0%}", _SHARE)
    told = Content.assemble((share, "bold"), _GAP, between)
    if bar:
        told = interval_bar(skill, bar) + _GAP + told
    if ability.vague:
        words = message("progress.vague" if bar else "progress.vague_short", language)
        told = Content.styled(pad(words, told.cell_length), "$quiet")
    if bar:
        tries = str(ability.attempts)
        if ability.mastered:
            tries = message("progress.mastered", language)
        told = told + Content.assemble(_GAP, (pad_left(tries, _ATTEMPTS), "$quiet"))
    room = width - told.cell_length - len(_INDENT) - len(_GAP)
    name = pad(visible(skill.name.spoken(language)), max(0, room))
    return Content.assemble(_INDENT, name, _GAP, told)


def skill_heading(name: str, width: int, language: str) -> str:
    """Return the heading `name` with the name of the last column, where there is one."""
    if width < NARROW:
        return name
    tries = message("progress.column_attempts", language)
    return name + pad_left(tries, max(0, width - width_of(name)))


def between_words(skill: "Skill", language: str) -> str:
    """Return where a skill lies with 90% certainty."""
    low, high = (expected_share(end) for end in skill.ability.interval)
    return message("progress.between", language, low=f"{low:.0%}", high=f"{high:.0%}")


def interval_bar(skill: "Skill", width: int) -> Content:
    """Return a bar of `width` cells from nothing to everything that skill can earn.

    ``#`` is where the estimate lies, ``=`` where it lies with 90% certainty.
    """
    low, high = (_cell(expected_share(end), width) for end in skill.ability.interval)
    middle = _cell(expected_share(skill.ability.mean), width)
    return Content.assemble(
        ("-" * low, "$quiet"),
        ("=" * (middle - low), "$primary"),
        ("#", "$accent bold"),
        ("=" * (high - middle), "$primary"),
        ("-" * (width - high - 1), "$quiet"),
    )


def scenario_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of a scenario's row."""
    best, state = Column("best", 5), Column("state", 6)
    if width < NARROW:
        return (Column("scenario", 0), best, state)
    first, latest = Column("first", 5), Column("latest", 6)
    return (Column("scenario", 0), first, best, latest, Column("attempts", 5), state)


def scenario_heading(name: str, width: int, language: str) -> str:
    """Return the heading `name` with the names of the columns below it."""
    columns = scenario_columns(width)
    cells = {
        column.name: message(f"progress.column_{column.name}", language)
        for column in columns
        if column.name not in {"scenario", "state"}
    }
    return row({"scenario": name, **cells}, columns, width)


def scenario_row(entry: "Entry", standing: "Standing", width: int, language: str) -> Content:
    """Return a scenario with its first, best and latest quality, and whether it is passed."""
    state = "unfinished" if standing.unfinished else "passed" if standing.passed else ""
    shown = row(
        {
            "scenario": _INDENT + visible(entry.title.spoken(language)),
            "first": figure(standing.first),
            "best": figure(standing.best),
            "latest": figure(standing.latest),
            "attempts": str(standing.attempts),
            "state": message(f"progress.state_{state}", language) if state else "",
        },
        scenario_columns(width),
        width,
    )
    return Content(shown)


def _cell(share: float, width: int) -> int:
    return min(width - 1, int(share * width))
