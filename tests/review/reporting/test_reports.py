"""What reports say: the pages' words in both languages, and figures told in another way."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.content.model import Outcome
from salesdojo.records.history.progress import progress
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.skills import Skill
from salesdojo.review.reporting.csv_rows import csv_rows
from salesdojo.review.reporting.page import page
from salesdojo.review.reporting.parts import Report, Section, Table
from salesdojo.review.reporting.plots import Bars
from support.practised_team import DAY, NAMES, Company, company, opened
from support.reports import of_person, of_team, read

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return company(tmp_path_factory.mktemp("company"))


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@BOTH_LANGUAGES
def test_a_person_s_page_in_words(made: Company, snapshot: Snapshot, language: str) -> None:
    shown = read(page(of_person(made, "Endo", language)))
    snapshot.assert_match(shown.text, f"person_{language}.txt")


@BOTH_LANGUAGES
def test_a_team_s_page_in_words(made: Company, snapshot: Snapshot, language: str) -> None:
    shown = read(page(of_team(made, language)))
    snapshot.assert_match(shown.text, f"team_{language}.txt")


@BOTH_LANGUAGES
def test_who_has_done_nothing_has_a_page_that_says_so(
    made: Company, snapshot: Snapshot, language: str
) -> None:
    made.store.person("Mori", "east")
    shown = read(page(of_person(made, "Mori", language)))
    snapshot.assert_match(shown.text, f"newcomer_{language}.txt")


def test_a_team_of_nobody_has_a_page_that_says_so(tmp_path: Path) -> None:
    shown = read(page(of_team(opened(tmp_path))))
    assert "There is nobody in this team." in shown.text
    assert " 0%" not in shown.text


def test_who_stayed_away_for_long_has_figures_but_no_days(made: Company) -> None:
    later = replace(made, at=made.at + 400 * DAY)
    report = of_person(later, "Endo")
    assert section_of(report, "calendar").empty == "No practice in the last 26 weeks."
    assert values(table_of(report, "glance"))["attempts"] == 20


@BOTH_LANGUAGES
def test_every_report_says_what_it_is_not_for(made: Company, language: str) -> None:
    words = {"en": "not for employment decisions", "ja": "人事の判断には使わないで"}[language]
    assert words in of_person(made, "Endo", language).notice
    assert words in of_team(made, language).notice


def test_the_figures_at_a_glance_are_those_of_the_attempts(made: Company) -> None:
    person = made.store.known_person("Endo", "east")
    assert person is not None
    finished = [(one.scenario, made.store.result(one.id)) for one in made.store.attempts(person)]
    qualities: dict[str, list[float]] = {}
    for scenario, result in finished:
        assert result is not None
        qualities.setdefault(scenario, []).append(result.quality)
    talks = Counter(
        result.outcome
        for scenario, result in finished
        if result is not None and scenario.startswith(("call", "first", "second", "discount"))
    )
    decided = talks[Outcome.WON] + talks[Outcome.LOST] + talks[Outcome.STALLED]
    told = values(table_of(of_person(made, "Endo"), "glance"))
    assert told["attempts"] == len(finished)
    assert told["first"] == pytest.approx(fmean(q[0] for q in qualities.values()), abs=0.01)
    assert told["best"] == pytest.approx(fmean(max(q) for q in qualities.values()), abs=0.01)
    assert told["latest"] == pytest.approx(fmean(q[-1] for q in qualities.values()), abs=0.01)
    assert told["close_all"] == pytest.approx(talks[Outcome.WON] / decided, abs=1e-4)


def test_the_heat_map_says_what_each_person_s_own_figures_say(made: Company) -> None:
    report = of_team(made)
    heat = table_of(report, "heat")
    names = {one.criterion: one.name.spoken("en") for one in _progress(made, "Aoki")}
    place = {column.name: at for at, column in enumerate(heat.columns)}
    for name in NAMES[:-1]:
        row = next(row for row in heat.rows if row[0].words == name)
        for skill in _progress(made, name):
            cell, ability = row[place[names[skill.criterion]]], skill.ability
            assert cell.words.endswith(f"({ability.attempts})")
            if ability.vague or ability.attempts < 3:
                assert cell.plain == ""
            else:
                assert cell.plain == pytest.approx(expected_share(ability.mean), abs=1e-4)
                assert ("*" in cell.words) == ability.mastered


def test_a_bar_of_the_plot_is_the_figure_in_the_table(made: Company) -> None:
    skills = section_of(of_person(made, "Endo"), "skills")
    (plot,), (table,) = skills.plots, skills.tables
    assert isinstance(plot, Bars)
    for bar, row, skill in zip(plot.bars, table.rows, _progress(made, "Endo"), strict=True):
        assert row[0].words == bar.label
        assert bar.share == pytest.approx(expected_share(skill.ability.mean))
        assert row[2].plain == pytest.approx(bar.share, abs=1e-4)


def test_every_plot_has_its_table(made: Company) -> None:
    for report in (of_person(made, "Endo"), of_team(made)):
        assert sum(len(one.plots) for one in report.sections) >= 4
        for section in report.sections:
            assert len(section.tables) >= len(section.plots)


def test_what_leads_to_evidence_is_there(made: Company) -> None:
    ids = {one.id for name in NAMES for one in made.store.attempts(made.store.person(name, "east"))}
    person, team = of_person(made, "Endo"), of_team(made)
    listed = {row[0].words for row in table_of(person, "trend").rows}
    assert listed
    assert listed <= ids
    last = {row[-1].words for row in table_of(team, "members").rows} - {""}
    assert len(last) == len(NAMES) - 1
    assert last <= ids


def test_the_csv_has_a_row_for_every_figure(made: Company) -> None:
    report = of_team(made)
    rows = list(csv_rows(report))
    assert rows[0] == ("section", "id", "row", "figure", "value")
    cells = [
        cell
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for cell in row[1:]
        if cell.plain != ""
    ]
    assert [row[-1] for row in rows[1:]] == [cell.plain for cell in cells]


def section_of(report: Report, name: str) -> Section:
    (found,) = (one for one in report.sections if one.id == name)
    return found


def table_of(report: Report, name: str) -> Table:
    return section_of(report, name).tables[0]


def values(table: Table) -> dict[str, str | int | float]:
    return {table.id_of(place): row[1].plain for place, row in enumerate(table.rows)}


def _progress(made: Company, name: str) -> tuple[Skill, ...]:
    person = made.store.known_person(name, "east")
    assert person is not None
    return progress(made.store, person, made.library, made.at, made.cache).skills
