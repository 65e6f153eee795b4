"""Every figure of a team's table, recomputed from the attempts themselves."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from math import sqrt
from pathlib import Path

import pytest

from salesdojo.content.catalogue import Motion
from salesdojo.practice.scoring import Result
from salesdojo.records.history.progress import Progress, progress
from salesdojo.records.history.trend import Change, Way
from salesdojo.records.model import AttemptRecord, Person
from salesdojo.review.team_reading import read_team
from salesdojo.review.team_table import TeamTable
from support.practised_team import DAY, NOW, Company, company
from support.records import raw

DOI = "(SELECT id FROM person WHERE name = 'Doi')"
DAMAGE = (
    f"UPDATE summary SET through = 0 WHERE person = {DOI}",  # noqa: S608 - our own words
    f"UPDATE result SET body = 'x' WHERE attempt IN (SELECT id FROM attempt WHERE person = {DOI})",  # noqa: S608
)
Told = list[tuple[AttemptRecord, Result]]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Company]:
    found = company(tmp_path)
    yield found
    found.store.close()


def table_of(made: Company) -> TeamTable:
    return read_team(made.store, "east", made.library, NOW)


def attempts_of(made: Company, person: Person) -> Told:
    """Return the attempts with their results, in the order of finishing."""
    found = [(one, made.store.result(one.id)) for one in made.store.attempts(person)]
    finished = [(one, told) for one, told in found if told is not None]
    return sorted(finished, key=lambda pair: pair[0].finished_at or 0)


def by_scenario(told: Told) -> Mapping[str, list[float]]:
    qualities: dict[str, list[float]] = {}
    for one, result in told:
        qualities.setdefault(one.scenario, []).append(result.quality)
    return qualities


def firsts(told: Told) -> Told:
    names = [one.scenario for one, _ in told]
    return [pair for place, pair in enumerate(told) if names.index(names[place]) == place]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def way_of(values: list[float]) -> Way | None:
    """Return which way the latest went, by Welch's standard error."""
    many = min(10, len(values) // 2)
    if many < 5:
        return None
    old, new = values[-2 * many : -many], values[-many:]
    spread = sum(
        sum((one - mean(part)) ** 2 for one in part) / (many - 1) / many for part in (old, new)
    )
    gap = mean(new) - mean(old)
    if abs(gap) <= 1.6448536269514722 * sqrt(spread):
        return Way.LEVEL
    return Way.UP if gap > 0 else Way.DOWN


def whole(made: Company, person: Person) -> Progress:
    """Return what every result of somebody comes to, told at once."""
    return progress(made.store, person, made.library, NOW, made.cache, whole=True)


def way(change: Change | None) -> Way | None:
    return None if change is None else change.way


def test_attempts_qualities_days_trend_and_talks_are_those_of_the_attempts(made: Company) -> None:
    kinds = {entry.id: entry.kind for entry in made.library.entries}
    for row in table_of(made).rows:
        told = attempts_of(made, row.person)
        if not told:
            assert (row.person.name, row.attempts, row.first, row.days) == ("Mori", 0, None, None)
            continue
        scenarios = by_scenario(told).values()
        assert row.attempts == len(told)
        assert row.first == pytest.approx(mean([one[0] for one in scenarios]))
        assert row.best == pytest.approx(mean([max(one) for one in scenarios]))
        assert row.latest == pytest.approx(mean([one[-1] for one in scenarios]))
        assert row.last == max(one.finished_at or 0 for one, _ in told)
        assert row.days == (NOW - row.last) // DAY
        assert way(row.change) is way_of([result.quality for _, result in firsts(told)])
        talks = [pair for pair in told if kinds[pair[0].scenario] != "drill"]
        for tally, of in ((row.talks, talks), (row.first_talks, firsts(talks))):
            ends = Counter(str(result.outcome) for _, result in of)
            assert {name: getattr(tally, name) for name in ends} == ends
            assert tally.talks == len(of)
            decided = ends["won"] + ends["lost"] + ends["stalled"]
            assert tally.close_rate == (ends["won"] / decided if decided else None)


def test_each_cell_is_what_every_result_at_once_comes_to(made: Company) -> None:
    for row in table_of(made).rows:
        told = attempts_of(made, row.person)
        skills = {one.criterion: one for one in whole(made, row.person).skills}
        assert row.cells.keys() == skills.keys()
        for criterion, cell in row.cells.items():
            ability = skills[criterion].ability
            assert cell.ability.attempts == ability.attempts
            assert cell.ability.mastery == pytest.approx(ability.mastery, abs=1e-9)
            assert cell.enough == (ability.attempts >= 3 and not ability.vague)
            assert (cell.mastery is None) is not cell.enough
            shares = [
                result.criteria[criterion].share
                for _, result in firsts(told)
                if criterion in result.criteria
            ]
            assert cell.told.firsts == len(shares)
            assert cell.told.mean == pytest.approx(mean(shares))
            assert way(cell.told.change) is way_of(shares)


def test_the_belt_is_that_of_the_persons_own_progress(made: Company) -> None:
    rows = table_of(made).rows
    assert [row.grade for row in rows] == [whole(made, row.person).belt.grade for row in rows]
    assert len({row.grade for row in rows}) > 2


def test_medians_means_and_the_weakest_criterion_follow_from_the_people(made: Company) -> None:
    table = table_of(made)
    for one in table.criteria:
        cells = [row.cells[one.criterion] for row in table.rows if one.criterion in row.cells]
        told = sorted(cell.ability.mastery for cell in cells if cell.enough)
        half = len(told) // 2
        middle = told[half] if len(told) % 2 else (told[half - 1] + told[half]) / 2
        assert (one.met, one.people) == (len(cells), len(told))
        assert one.median_mastery == pytest.approx(middle)
        assert one.mean_mastery == pytest.approx(mean(told))
        shares = [
            result.criteria[one.criterion].share
            for row in table.rows
            for _, result in firsts(attempts_of(made, row.person))
            if one.criterion in result.criteria
        ]
        assert one.firsts == len(shares)
        assert one.mean == pytest.approx(mean(shares))
    assert table.weakest == min(table.criteria, key=lambda one: one.median_share or 0)


@pytest.mark.parametrize("motion", [None, Motion.INBOUND, Motion.OUTBOUND])
@pytest.mark.parametrize("first_only", [True, False])
def test_the_funnel_counts_every_talk_of_the_team(
    made: Company, motion: Motion | None, *, first_only: bool
) -> None:
    entries = {entry.id: entry for entry in made.library.entries}
    counted: Counter[tuple[str, str]] = Counter()
    table = table_of(made)
    for row in table.rows:
        told = attempts_of(made, row.person)
        for one, result in firsts(told) if first_only else told:
            entry = entries[one.scenario]
            if entry.kind != "drill" and motion in (None, entry.motion):
                counted[str(entry.stage), str(result.outcome)] += 1
    funnel = table.funnel(first_only=first_only, motion=motion)
    assert {
        (str(one.stage), name): getattr(one.tally, name)
        for one in funnel.stages
        for name in ("won", "advanced", "declined", "stalled", "lost")
        if getattr(one.tally, name)
    } == dict(counted)
    for stage in funnel.stages:
        went = counted[str(stage.stage), "won"] + counted[str(stage.stage), "advanced"]
        if stage.tally.pursued:
            assert stage.tally.through == went / stage.tally.pursued


def test_who_was_erased_counts_in_the_teams_figures_without_a_row(made: Company) -> None:
    before = table_of(made)
    baba = next(row.person for row in before.rows if row.person.name == "Baba")
    made.store.people.erase(baba, NOW, new_seed=count(100).__next__)
    after = table_of(made)
    assert (len(before.rows), len(after.rows), after.erased) == (12, 11, 1)
    for one, other in zip(after.criteria, before.criteria, strict=True):
        assert (one.met, one.people, one.firsts) == (other.met, other.people, other.firsts)
        assert one.median_mastery == pytest.approx(other.median_mastery)
        assert one.mean == pytest.approx(other.mean)
    assert after.funnel() == before.funnel()
    assert after.practising == before.practising


def test_whose_scenario_is_damaged_is_shown_with_the_fault_and_hides_nobody(
    made: Company, tmp_path: Path
) -> None:
    for statement in DAMAGE:
        raw(tmp_path / "dojo.db", statement)
    table = table_of(made)
    row = next(row for row in table.rows if row.person.name == "Doi")
    assert row.fault is not None
    assert (row.fault.code, row.attempts, dict(row.cells), row.needs) == ("DB018", 0, {}, ())
    assert (len(table.rows), table.faults) == (12, 1)


def test_a_team_of_nobody_is_empty_and_says_so(made: Company) -> None:
    table = read_team(made.store, "north", made.library, NOW)
    assert (table.rows, table.weakest, table.session.items) == ((), None, ())
    assert table.funnel().whole.talks == 0


def test_one_person_is_a_team(tmp_path: Path) -> None:
    made = company(tmp_path, ["Baba"])
    table = table_of(made)
    assert [row.person.name for row in table.rows] == ["Baba"]
    assert table.weakest is not None
    assert table.weakest.people == 1
    made.store.close()


def test_another_day_is_a_day_even_after_a_few_hours(made: Company) -> None:
    last = next(row.last for row in table_of(made).rows if row.person.name == "Aoki")
    assert last is not None
    morning = datetime.fromtimestamp(last / 1000).astimezone().replace(hour=0, minute=30)
    now = int(morning.timestamp() * 1000) + DAY
    rows = read_team(made.store, "east", made.library, now).rows
    assert next(row.days for row in rows if row.person.name == "Aoki") == 1
