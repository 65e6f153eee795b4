"""One person's report: at a glance, skills, trend, days, how talks end, what goes wrong."""

from statistics import fmean
from typing import TYPE_CHECKING, Final

from salesdojo.i18n.figures import sure_percent
from salesdojo.records.history.history_saying import moment, title
from salesdojo.records.history.mistake_saying import mistake_words
from salesdojo.records.history.outcomes import funnel
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.belt_saying import grade_name
from salesdojo.records.mastery.course_saying import day_in_a_column
from salesdojo.review.reporting.commands import Commands, ids
from salesdojo.review.reporting.parts import NOTHING, Cell, Column, Report, Section, Table
from salesdojo.review.reporting.person_plots import calendar_section, trend_section
from salesdojo.review.reporting.plots import Bar, Bars, label
from salesdojo.review.reporting.saying import (
    change_cell,
    close_cell,
    count_cell,
    percent,
    quality_cell,
    said,
    share_cell,
)
from salesdojo.review.reporting.talk_sections import close_section, funnel_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.history.trend import Change
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.records.model import Standing
    from salesdojo.review.reporting.person_reading import PersonFigures

_EVIDENCE: Final = 3
"""Ids of attempts beside a figure: the latest."""
_MISTAKES: Final = 10


def person_report(told: "PersonFigures", language: str) -> Report:
    """Return the report about one person in `language`."""
    person = told.person
    lead = "lead_person_team" if person.team else "lead_person"
    at = moment(told.now, language)
    commands = Commands(person)
    return Report(
        language=language,
        title=said("title_person", language, name=person.name),
        lead=said(lead, language, name=person.name, team=person.team, moment=at),
        notice=said("notice", language),
        sections=(
            _glance(told, commands, language),
            _skills(told, commands, language),
            trend_section(told, commands, language),
            calendar_section(told, commands, language),
            close_section(told.ends, told.entries, language, commands.history()),
            funnel_section(funnel(told.ends, told.entries), language, commands.history()),
            _mistakes(told, language),
            _scenarios(told, commands, language),
            _evidence(commands, language),
        ),
    )


def _glance(told: "PersonFigures", commands: Commands, language: str) -> Section:
    standings = [one for one in told.progress.standings.values() if one.attempts]
    last = told.recent[-1].at if told.recent else None
    history, progress = commands.history(), commands.progress()
    firsts = funnel(told.ends, told.entries, first_only=True).whole
    every = funnel(told.ends, told.entries).whole
    figures: tuple[tuple[str, Cell, str], ...] = (
        ("attempts", count_cell(sum(one.attempts for one in standings)), history),
        ("first", _mean(one.first for one in standings), history),
        ("best", _mean(one.best for one in standings), history),
        ("latest", _mean(one.latest for one in standings), history),
        ("change_quality", change_cell(told.quality.change, language), history),
        ("close_first", close_cell(firsts, language), history),
        ("close_all", close_cell(every, language), history),
        ("belt", Cell(grade_name(told.progress.belt.grade, language)), progress),
        ("last", _day(last, language), history),
    )
    table = Table(
        said("glance", language),
        (
            Column(said("column_figure", language)),
            Column(said("column_value", language), "figure"),
            Column(said("column_command", language), "command"),
        ),
        tuple((Cell(said(name, language)), cell, Cell(shown)) for name, cell, shown in figures),
        tuple(name for name, _, _ in figures),
    )
    words = () if told.recent else (said("nothing", language),)
    return Section("glance", said("glance", language), words, tables=(table,))


def _skills(told: "PersonFigures", commands: Commands, language: str) -> Section:
    heading, skills = said("skills", language), told.progress.skills
    if not skills:
        return Section("skills", heading, empty=said("nothing", language))
    changes = {one.criterion: one.trend.change for one in told.criteria}
    columns = (
        Column(said("column_criterion", language)),
        Column(said("column_mastery", language), "figure"),
        Column(said("column_share", language), "figure"),
        Column(said("column_interval", language), "figure"),
        Column(said("column_attempts", language), "figure"),
        Column(said("column_change", language)),
        Column(said("column_evidence", language), "command"),
    )
    rows = tuple(
        _skill_row(one, changes.get(one.criterion), _seen_in(told, one.criterion), language)
        for one in skills
    )
    table = Table(
        said("skills_title", language), columns, rows, tuple(one.criterion for one in skills)
    )
    bars = tuple(_skill_bar(one, language) for one in skills)
    plot = Bars(said("skills_title", language), _skills_told(bars, language), bars)
    words = (said("skills_words", language),)
    return Section("skills", heading, words, (plot,), (table,), whole=commands.progress())


def _skill_row(
    skill: "Skill", change: "Change | None", seen: list[str], language: str
) -> tuple[Cell, ...]:
    ability = skill.ability
    vague = ability.vague
    mastery = NOTHING if vague else Cell(sure_percent(ability.mastery), round(ability.mastery, 4))
    low, high = (expected_share(end) for end in ability.interval)
    between = said("between", language, low=percent(low), high=percent(high))
    return (
        Cell(skill.name.spoken(language)),
        mastery,
        share_cell(None if vague else expected_share(ability.mean), language),
        NOTHING if vague else Cell(between, f"{low:.4f}-{high:.4f}"),
        count_cell(ability.attempts),
        change_cell(change, language),
        Cell(ids(seen, said("comma", language)), ids(seen, " ")),
    )


def _skill_bar(skill: "Skill", language: str) -> Bar:
    ability = skill.ability
    name = label(skill.name.spoken(language))
    if ability.vague:
        return Bar(name, None, said("few", language))
    low, high = (expected_share(end) for end in ability.interval)
    share = expected_share(ability.mean)
    between = said("between", language, low=percent(low), high=percent(high))
    return Bar(name, share, f"{percent(share)} ({between})", low, high)


def _skills_told(bars: tuple[Bar, ...], language: str) -> str:
    known = sorted((one.share, one.label) for one in bars if one.share is not None)
    if not known:
        return said("skills_none_told", language, count=len(bars))
    lowest, highest = (f"{name} {percent(share)}" for share, name in (known[0], known[-1]))
    return said("skills_told", language, count=len(bars), lowest=lowest, highest=highest)


def _seen_in(told: "PersonFigures", criterion: str) -> list[str]:
    """Return the latest attempts that tell of `criterion`, the newest first."""
    found = [one.attempt for one in reversed(told.recent) if criterion in one.result.criteria]
    return found[:_EVIDENCE]


def _mistakes(told: "PersonFigures", language: str) -> Section:
    heading = said("mistakes", language)
    if not told.recurring:
        return Section("mistakes", heading, empty=said("no_mistakes", language))
    columns = (
        Column(said("column_mistake", language)),
        Column(said("column_times", language), "figure"),
        Column(said("column_scenarios", language), "figure"),
        Column(said("column_cost", language), "figure"),
        Column(said("column_seen", language), "command"),
    )
    rows = []
    for one in told.recurring[:_MISTAKES]:
        seen = list(dict.fromkeys(slip.attempt.attempt for slip in one.slips))[:_EVIDENCE]
        rows.append(
            (
                Cell(mistake_words(one, language)),
                count_cell(len(one.slips)),
                count_cell(len(one.scenarios)),
                quality_cell(one.cost),
                Cell(ids(seen, said("comma", language)), ids(seen, " ")),
            )
        )
    table = Table(heading, columns, tuple(rows))
    return Section("mistakes", heading, (said("mistakes_words", language),), tables=(table,))


def _scenarios(told: "PersonFigures", commands: Commands, language: str) -> Section:
    heading, standings = said("scenarios", language), told.progress.standings
    if not standings:
        return Section("scenarios", heading, empty=said("nothing", language))
    titles = {entry.id: entry.title for entry in told.entries}
    # What the pack no longer has was played all the same.
    played = [*(one for one in titles if one in standings), *sorted(standings.keys() - titles)]
    columns = (
        Column(said("column_scenario", language)),
        Column(said("column_first", language), "figure"),
        Column(said("column_best", language), "figure"),
        Column(said("column_latest", language), "figure"),
        Column(said("column_attempts", language), "figure"),
        Column(said("column_state", language)),
        Column(said("column_command", language), "command"),
    )
    rows = tuple(_standing_row(one, standings[one], titles, commands, language) for one in played)
    table = Table(heading, columns, rows, tuple(played))
    return Section("scenarios", heading, (said("scenarios_words", language),), tables=(table,))


def _standing_row(
    scenario: str,
    standing: "Standing",
    titles: "Mapping[str, Text]",
    commands: Commands,
    language: str,
) -> tuple[Cell, ...]:
    state = "passed" if standing.passed else "not_passed"
    if not standing.attempts:
        state = "unfinished"
    return (
        Cell(title(scenario, titles, language)),
        quality_cell(standing.first),
        quality_cell(standing.best),
        quality_cell(standing.latest),
        count_cell(standing.attempts),
        Cell(said(state, language), state),
        Cell(commands.history(scenario)),
    )


def _evidence(commands: Commands, language: str) -> Section:
    heading = said("evidence", language)
    shown = (
        ("see_history", commands.history()),
        ("see_attempt", commands.compare("ID")),
        ("see_skills", commands.progress()),
        ("see_audit", "salesdojo audit"),
    )
    columns = (
        Column(said("column_wanted", language)),
        Column(said("column_command", language), "command"),
    )
    rows = tuple((Cell(said(name, language)), Cell(command)) for name, command in shown)
    table = Table(heading, columns, rows, tuple(name for name, _ in shown))
    return Section("evidence", heading, (said("evidence_words", language),), tables=(table,))


def _mean(values: "Iterable[float | None]") -> Cell:
    known = [value for value in values if value is not None]
    return quality_cell(fmean(known) if known else None)


def _day(at: int | None, language: str) -> Cell:
    if at is None:
        return Cell(said("never", language), "")
    return Cell(day_in_a_column(at, language))
