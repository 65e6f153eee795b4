"""A team's table as lines in a terminal: who needs help first, then everyone, then the team."""

from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out, table
from salesdojo.content.catalogue import Motion
from salesdojo.content.visible import visible
from salesdojo.content.width import display_width
from salesdojo.i18n import message
from salesdojo.records.mastery.belt_saying import grade_name
from salesdojo.review import team_saying as say

if TYPE_CHECKING:
    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_criteria import TeamCriterion
    from salesdojo.review.team_table import TeamTable

_GAP: Final = 2
_LEAST: Final = 60
"""Cells of a line at least, however narrow the terminal."""


def print_team(told: "TeamTable", language: str) -> None:
    """Print all of it."""
    out(say.title(told.team, language))
    for sentence in say.summary_sentences(told, language):
        out(sentence)
    _help(told, language)
    _people(told, language)
    _skills(told, language)
    _session(told, language)
    _funnel(told, language)


def _help(told: "TeamTable", language: str) -> None:
    names = {one.criterion: one.name for one in told.criteria}
    _heading("help", language)
    if not told.helped:
        out(f"  {message('team.help_none', language)}")
    for row in told.helped:
        out(f"  {_one_line(row.person.name)}")
        for need in row.needs:
            out(f"    {say.need_words(need, names, language)}")


def _people(told: "TeamTable", language: str) -> None:
    _heading("people", language)
    head = tuple(message("team.people_head", language).split("|"))
    out(table([head, *(_person(row, language) for row in told.rows)]))


def _person(row: "MemberRow", language: str) -> tuple[str, ...]:
    told = row.last is not None
    return (
        row.person.name,
        str(len(row.needs)) if row.needs else "",
        grade_name(row.grade, language) if told else say.NOTHING,
        say.last_words(row, language),
        say.NOTHING if row.fault else str(row.attempts),
        say.quality(row.first),
        say.quality(row.best),
        say.quality(row.latest),
        say.trend_sign(row.change) or say.NOTHING,
        say.close_words(row.talks, language),
    )


def _skills(told: "TeamTable", language: str) -> None:
    """Print what everyone would earn: as many criteria in a block as a line has room for."""
    if not told.met:
        return
    _heading("skills", language)
    for place, block in enumerate(_blocks(told, language)):
        if place:
            out()
        out(table(block))
    out(message("team.skills_note", language))


def _blocks(told: "TeamTable", language: str) -> Iterator[list[tuple[str, ...]]]:
    first = _first_column(told, language)
    room = max(_LEAST, get_terminal_size().columns)
    block, used = [first], _width(first)
    for one in told.met:
        column = _column(one, told, language)
        wide = _GAP + _width(column)
        if len(block) > 1 and used + wide > room:
            yield list(zip(*block, strict=True))
            block, used = [first], _width(first)
        block.append(column)
        used += wide
    yield list(zip(*block, strict=True))


def _first_column(told: "TeamTable", language: str) -> tuple[str, ...]:
    ends = (message(f"team.{name}", language) for name in ("median", "mean_first"))
    return (
        message("team.column_name", language),
        *(row.person.name for row in told.rows),
        *ends,
    )


def _column(one: "TeamCriterion", told: "TeamTable", language: str) -> tuple[str, ...]:
    cells = (say.cell_words(row.cells.get(one.criterion), language) for row in told.rows)
    median = f"{say.percent(one.median_share)} ({one.people})"
    return one.name.spoken(language), *cells, median, f"{say.percent(one.mean)} ({one.firsts})"


def _width(column: Sequence[str]) -> int:
    return max(display_width(_one_line(cell)) for cell in column)


def _session(told: "TeamTable", language: str) -> None:
    out()
    out(say.weakest_sentence(told, language))
    words = say.session_sentence(told, language)
    if words:
        out(words)
    if told.session.items:
        head = tuple(message("team.session_head", language).split("|"))
        rows = [
            (
                message(f"team.kind_{one.entry.kind}", language),
                one.entry.id,
                one.entry.title.spoken(language),
                str(one.entry.level),
                str(one.entry.minutes),
                message("team.passed_by", language, passed=one.passed, people=told.practising),
            )
            for one in told.session.items
        ]
        out(table([head, *rows]))


def _funnel(told: "TeamTable", language: str) -> None:
    every = told.funnel()
    if not every.whole.talks:
        return
    _heading("funnel", language)
    ways = [told.funnel(motion=motion) for motion in (Motion.INBOUND, Motion.OUTBOUND, None)]
    tallies = [{one.stage: one.tally for one in way.stages} for way in ways]
    rows = [tuple(message("team.funnel_head", language).split("|"))]
    for stage in (one.stage for one in every.stages if one.tally.talks):
        cells = (say.through_words(way.get(stage), language) for way in tallies)
        rows.append((message(f"tui.home_stage_{stage}", language), *cells))
    out(table(rows))


def _heading(name: str, language: str) -> None:
    out()
    out(message(f"team.{name}", language))


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " ")
