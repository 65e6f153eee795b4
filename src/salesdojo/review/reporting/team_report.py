"""A team's report: who needs help, people by criteria, how talks end, what to practise."""

from typing import TYPE_CHECKING, Final

from salesdojo.i18n.figures import sure_percent
from salesdojo.records.history.history_saying import moment
from salesdojo.records.mastery.belt_saying import grade_name
from salesdojo.review.reporting.commands import SHORT, Commands, option
from salesdojo.review.reporting.heat_section import heat_section
from salesdojo.review.reporting.parts import NOTHING, Cell, Column, Report, Section, Table
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
from salesdojo.review.team_saying import last_words, need_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_criteria import TeamCriterion
    from salesdojo.review.team_table import TeamTable

_NAMELESS: Final = "NAME"
"""Stands for whoever of the team."""


def team_report(table: "TeamTable", last: "Mapping[str, str]", language: str) -> Report:
    """Return the report about a team.

    Args:
        table: its figures.
        last: the latest attempt by person.
        language: ``ja`` or ``en``.
    """
    at = moment(table.now, language)
    form = "" if table.team else "no_"
    whole = f"salesdojo team --json {option('--team', table.team)}"
    return Report(
        language=language,
        title=said(f"title_{form}team", language, team=table.team),
        lead=said(f"lead_{form}team", language, team=table.team, moment=at),
        notice=said("notice", language),
        sections=(
            _glance(table, language, whole),
            _needs(table, language),
            heat_section(table, language, whole),
            _criteria(table, language, whole),
            _members(table, last, language),
            close_section(table.ends, table.entries, language, whole),
            funnel_section(table.funnel(), language, whole),
            _session(table, language),
            _evidence(table, language),
        ),
    )


def _glance(table: "TeamTable", language: str, whole: str) -> Section:
    lowest = table.weakest
    weakest = Cell(said("few", language), "")
    if lowest is not None and lowest.median_share is not None:
        told = said(
            "weakest_value",
            language,
            criterion=lowest.name.spoken(language),
            share=percent(lowest.median_share),
            people=lowest.people,
        )
        weakest = Cell(told, lowest.criterion)
    figures = [
        ("people", count_cell(len(table.rows))),
        ("practising", count_cell(table.practising)),
        ("needs", count_cell(len(table.helped))),
        ("weakest", weakest),
        ("talks_first", close_cell(table.funnel(first_only=True).whole, language)),
        ("talks_all", close_cell(table.funnel().whole, language)),
    ]
    figures += [
        (name, count_cell(count))
        for name, count in (("erased", table.erased), ("faults", table.faults))
        if count
    ]
    columns = (
        Column(said("column_figure", language)),
        Column(said("column_value", language), "figure"),
    )
    rows = tuple((Cell(said(name, language)), cell) for name, cell in figures)
    heading = said("glance", language)
    words = () if table.rows else (said("empty_team", language),)
    shown = Table(heading, columns, rows, tuple(name for name, _ in figures))
    return Section("glance", heading, words, tables=(shown,), whole=whole)


def _needs(table: "TeamTable", language: str) -> Section:
    heading, words = said("needs", language), (said("needs_words", language),)
    if not table.helped:
        return Section("needs", heading, words, empty=said("no_needs", language))
    names = {one.criterion: one.name for one in table.criteria}
    between = said("between_sentences", language)
    columns = (
        Column(said("column_person", language)),
        Column(said("column_why", language)),
        Column(said("column_command", language), "command"),
    )
    rows = tuple(
        (
            Cell(row.person.name),
            Cell(between.join(need_words(one, names, language) for one in row.needs)),
            Cell(Commands(row.person).history()),
        )
        for row in table.helped
    )
    people = tuple(row.person.id for row in table.helped)
    return Section("needs", heading, words, tables=(Table(heading, columns, rows, people),))


def _criteria(table: "TeamTable", language: str, whole: str) -> Section:
    heading, met = said("criteria", language), table.met
    if not met:
        return Section("criteria", heading, empty=said("nothing", language))
    columns = (
        Column(said("column_criterion", language)),
        *(
            Column(said(f"column_{name}", language), "figure")
            for name in ("median", "median_mastery", "told", "met", "attempts", "mean")
        ),
    )
    name = said("criteria_title", language)
    rows = tuple(_criterion_row(one, language) for one in met)
    shown = Table(name, columns, rows, tuple(one.criterion for one in met))
    bars = tuple(_criterion_bar(one, language) for one in met)
    known = sorted((bar.share, bar.label) for bar in bars if bar.share is not None)
    told = said("skills_none_told", language, count=len(bars))
    if known:
        ends = [f"{criterion} {percent(share)}" for share, criterion in (known[0], known[-1])]
        told = said("skills_told", language, count=len(bars), lowest=ends[0], highest=ends[1])
    words = (said("criteria_words", language),)
    return Section("criteria", heading, words, (Bars(name, told, bars),), (shown,), whole=whole)


def _criterion_row(one: "TeamCriterion", language: str) -> tuple[Cell, ...]:
    mastery = NOTHING
    if one.median_mastery is not None:
        mastery = Cell(sure_percent(one.median_mastery), round(one.median_mastery, 4))
    return (
        Cell(one.name.spoken(language)),
        share_cell(one.median_share, language),
        mastery,
        count_cell(one.people),
        count_cell(one.met),
        count_cell(one.attempts),
        NOTHING if one.mean is None else Cell(percent(one.mean), round(one.mean, 4)),
    )


def _criterion_bar(one: "TeamCriterion", language: str) -> Bar:
    share = one.median_share
    words = said("few", language) if share is None else f"{percent(share)} ({one.people})"
    return Bar(label(one.name.spoken(language)), share, words)


def _members(table: "TeamTable", last: "Mapping[str, str]", language: str) -> Section:
    heading = said("members", language)
    if not table.rows:
        return Section("members", heading, empty=said("empty_team", language))
    columns = (
        Column(said("column_person", language)),
        Column(said("column_attempts", language), "figure"),
        Column(said("column_first", language), "figure"),
        Column(said("column_best", language), "figure"),
        Column(said("column_latest", language), "figure"),
        Column(said("column_change", language)),
        Column(said("column_close", language), "figure"),
        Column(said("column_belt", language)),
        Column(said("column_last", language)),
        Column(said("column_attempt", language), "command"),
    )
    rows = tuple(_member_row(row, last.get(row.person.id, ""), language) for row in table.rows)
    people = tuple(row.person.id for row in table.rows)
    shown = Table(heading, columns, rows, people)
    return Section("members", heading, (said("members_words", language),), tables=(shown,))


def _member_row(row: "MemberRow", last: str, language: str) -> tuple[Cell, ...]:
    if row.last is None:
        told = Cell(last_words(row, language), "")
        return (Cell(row.person.name), *(NOTHING,) * 7, told, Cell(last[:SHORT]))
    return (
        Cell(row.person.name),
        count_cell(row.attempts),
        quality_cell(row.first),
        quality_cell(row.best),
        quality_cell(row.latest),
        change_cell(row.change, language),
        close_cell(row.talks, language),
        Cell(grade_name(row.grade, language), row.grade.id if row.grade else ""),
        Cell(last_words(row, language), row.days),
        Cell(last[:SHORT]),
    )


def _session(table: "TeamTable", language: str) -> Section:
    heading = said("session", language)
    if table.weakest is None or not table.session.items:
        return Section("session", heading, empty=said("no_session", language))
    columns = (
        Column(said("column_scenario", language)),
        Column(said("column_minutes", language), "figure"),
        Column(said("column_passed", language), "figure"),
        Column(said("column_command", language), "command"),
    )
    items = table.session.items
    rows = tuple(
        (
            Cell(one.entry.title.spoken(language)),
            count_cell(one.entry.minutes),
            count_cell(one.passed),
            Cell(f"salesdojo play {one.entry.id}"),
        )
        for one in items
    )
    words = (said("session_words", language, criterion=table.weakest.name.spoken(language)),)
    shown = Table(heading, columns, rows, tuple(one.entry.id for one in items))
    return Section("session", heading, words, tables=(shown,))


def _evidence(table: "TeamTable", language: str) -> Section:
    heading, team = said("evidence", language), option("--team", table.team)
    one = f"--as {_NAMELESS} {team}"
    shown = (
        ("see_person", f"salesdojo report --person {_NAMELESS} {team} --html person.html"),
        ("see_history", f"salesdojo history {one}"),
        ("see_attempt", f"salesdojo compare ID --exemplar {one}"),
        ("see_skills", f"salesdojo progress --json {one}"),
        ("see_members", f"salesdojo people list {team}"),
        ("see_audit", "salesdojo audit"),
    )
    columns = (
        Column(said("column_wanted", language)),
        Column(said("column_command", language), "command"),
    )
    rows = tuple((Cell(said(name, language)), Cell(command)) for name, command in shown)
    told = Table(heading, columns, rows, tuple(name for name, _ in shown))
    return Section("evidence", heading, (said("evidence_words", language),), tables=(told,))
