"""Summaries and tallies kept with each result are those told anew, whatever is done."""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Outcome
from salesdojo.errors import RecordsError
from salesdojo.records.mastery.figures import skills_in
from salesdojo.records.mastery.folding import figures_of
from salesdojo.records.mastery.proven import faded
from salesdojo.records.model import Person
from salesdojo.records.played import Played
from salesdojo.records.store import Store
from salesdojo.records.tallies import kept_summaries
from salesdojo.records.tallies.kept_summaries import Member
from salesdojo.records.tallies.summary import ENDINGS, Summary, summary_of
from salesdojo.records.tallies.summary_json import (
    read_summary,
    summary_written,
)
from support.company import DAY, NOON, STEPS, TEAMS, Company, company
from support.records import raw, url
from support.servers import Base


def plain(summary: Summary | None) -> Summary | None:
    """Return it as it comes out of the database."""
    return None if summary is None else read_summary(summary_written(summary))


def seen(store: Store, now: int) -> list[Member]:
    return [
        replace(one, summary=plain(one.summary))
        for team in TEAMS
        for one in store.summaries.of_team(team, now)
    ]


def anew(one: Company) -> list[Member]:
    """Tell the same from every result, with nothing kept."""
    told = [
        Member(person, plain(summary_of(one.store.summaries.told_anew(person.id, one.now).running)))
        for team, people in one.everybody().items()
        for person in sorted(people, key=lambda who: (who.name, who.id))
    ]
    assert [member.person.team for member in told] == sorted(
        (member.person.team for member in told), key=TEAMS.index
    )
    return told


def agree(one: Company) -> None:
    """Hold what is kept against everything it follows from."""
    assert one.store.tallies.compare().equal
    told = anew(one)
    assert seen(one.store, one.now) == told
    for member in told:
        _as_screens_say(one, member.person, member.summary)


def _as_screens_say(one: Company, person: Person, summary: Summary | None) -> None:
    """Compare with what the person's own screens are told from."""
    figures = figures_of(one.store, person, one.now, Played(one.store, None))
    standings = {name: held for name, held in one.store.standings(person).items() if held.attempts}
    if summary is None:
        assert not figures.criteria
        assert not standings
        return
    assert {name: held.as_of(one.now) for name, held in summary.criteria.items()} == {
        skill.criterion: skill.ability for skill in skills_in(figures, one.now)
    }
    assert {
        name: faded(held.surety, held.as_of(one.now)) for name, held in summary.criteria.items()
    } == {name: held.proven.until(one.now).surety for name, held in figures.criteria.items()}
    assert (summary.last, summary.passes) == (figures.last, figures.passes)
    assert summary.attempts == sum(held.attempts for held in standings.values())
    assert {name: sum(ends[1:]) for name, ends in summary.ends.items()} == {
        name: held.attempts for name, held in standings.items()
    }
    for told, values in (
        (summary.first, [held.first for held in standings.values()]),
        (summary.best, [held.best for held in standings.values()]),
        (summary.latest, [held.latest for held in standings.values()]),
    ):
        if values:
            assert told == pytest.approx(sum(v or 0 for v in values) / len(values), rel=1e-12)
        else:
            assert told is None


@pytest.mark.slow
@settings(max_examples=6)
@given(st.integers(0, 2**31), st.lists(st.sampled_from(STEPS), min_size=5, max_size=18))
def test_kept_is_told_anew_whatever_happens(seed: int, steps: list[str]) -> None:
    with TemporaryDirectory() as folder, company(Path(folder) / "dojo.db", seed) as one:
        for step in steps:
            one.step(step)
            agree(one)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_it_is_so_on_either_database(place: Path | Base, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - a simulation
    with company(place, seed) as one:
        for place_of, step in enumerate(dice.choices(STEPS, k=36)):
            one.step(step)
            if place_of % 6 == 5:
                agree(one)
        one.step("erase")
        agree(one)
        before = seen(one.store, one.now)
        assert one.store.tallies.tell() > 0
        rebuilt = one.store.summaries.rebuild(one.now)
        assert (rebuilt.people, rebuilt.damaged) == (len(before), ())
        assert one.store.summaries.verify().differ == ()
        agree(one)


def test_after_playing_every_row_is_current_and_nobody_is_told_anew(place: Path | Base) -> None:
    with company(place, 1) as one:
        for _ in range(12):
            one.step("play")
            one.step("retry")
        told: list[tuple[int, int]] = []
        for team in TEAMS:
            one.store.summaries.of_team(team, one.now, lambda *step: told.append(step))
        assert told == []
        checked = one.store.summaries.verify()
        assert checked.kept == len({row[0] for row in raw(place, "SELECT person FROM summary")}) > 1
        assert (checked.differ, checked.damaged) == ((), ())


def test_a_row_that_says_something_else_is_found_and_rebuilt(place: Path | Base) -> None:
    with company(place, 1) as one:
        for _ in range(6):
            one.step("play")
        person = raw(place, "SELECT min(person) FROM summary")[0][0]
        raw(place, "UPDATE summary SET shown = replace(shown, '[', '[ ')")
        raw(place, f"UPDATE summary SET shown = totals WHERE person = '{person}'")  # noqa: S608
        assert person in one.store.summaries.verify().differ
        one.store.summaries.rebuild(one.now)
        assert one.store.summaries.verify().differ == ()


def test_who_played_what_nobody_can_score_hides_nobody_else(place: Path | Base) -> None:
    with company(place, 1) as one:
        for _ in range(8):
            one.step("play")
        person = one.unscoreable()
        members = one.store.summaries.of_team("east", one.now)
        (fault,) = [one for one in members if one.fault is not None]
        assert (fault.person, fault.summary) == (person, None)
        assert isinstance(fault.fault, RecordsError)
        assert fault.fault.code == "DB025"
        assert one.store.tallies.compare().equal
        assert one.store.summaries.rebuild(one.now).damaged == (person.id,)


def test_a_damaged_result_is_one_persons_fault_and_the_tallies_go_on(place: Path | Base) -> None:
    with company(place, 3) as one:
        for _ in range(8):
            one.step("play")
        ((attempt, whose),) = raw(
            place,
            "SELECT attempt, person FROM finished_attempt ORDER BY number LIMIT 1",
        )
        raw(place, f"UPDATE result SET body = '{{' WHERE attempt = '{attempt}'")  # noqa: S608
        assert one.store.summaries.verify().damaged == (whose,)
        assert not one.store.tallies.compare().equal  # what it took is no longer told
        one.store.tallies.tell()
        raw(place, "UPDATE summary SET made_by = 'other'")
        for _ in range(12):
            one.step("play")
            assert one.store.tallies.compare().equal
        faults = {
            member.person.id: member.fault.code
            for team in TEAMS
            for member in one.store.summaries.of_team(team, one.now)
            if member.fault is not None
        }
        assert faults == {whose: "DB018"}


def test_an_end_is_counted_at_its_place(place: Path | Base) -> None:
    with company(place, 5) as one:
        for _ in range(5):
            one.step("play")
        for team in TEAMS:
            for member in one.store.summaries.of_team(team, one.now):
                for scenario, ends in (member.summary.ends if member.summary else {}).items():
                    rows = raw(
                        place,
                        "SELECT result.outcome FROM result "  # noqa: S608
                        "JOIN attempt ON attempt.id = result.attempt "
                        f"WHERE person = '{member.person.id}' AND scenario = '{scenario}' "
                        "ORDER BY attempt.number",
                    )
                    outcomes = [Outcome(row[0]) for row in rows]
                    assert ENDINGS[ends[0]] is outcomes[0]
                    assert [*ends[1:]] == [outcomes.count(ending) for ending in ENDINGS]


def test_times_of_a_clock_that_ran_ahead_are_told_by_that_of_now(place: Path | Base) -> None:
    with company(place, 2) as one:
        one.now = NOON + 90 * DAY
        one.step("play")
        one.now = NOON
        one.step("play")
        agree(one)
        lasts = [member.summary.last for member in seen(one.store, one.now) if member.summary]
        assert max(lasts) <= one.now
        one.now = NOON + 91 * DAY
        agree(one)
        assert one.store.summaries.verify().differ == ()


def test_what_was_told_before_a_rescore_is_not_kept_after_it(place: Path | Base) -> None:
    """Somebody reads the attempts, they are judged anew, and only then the row is written."""
    for row_there in (True, False):
        with company(place, 4 + row_there) as one:
            one.step("play")
            person = Person(raw(place, "SELECT min(person) FROM finished_attempt")[0][0], "", "")
            if not row_there:
                raw(place, "DELETE FROM summary")
            told = one.store.summaries.told_anew(person.id, one.now)
            for attempt in raw(
                place,
                f"SELECT attempt FROM finished_attempt WHERE person = '{person.id}'",  # noqa: S608
            ):
                held = one.store.result(attempt[0])
                assert held is not None
                one.store.finish(attempt[0], replace(held, quality=1.5 + row_there), one.now)
            kept = one.store._database.offer(  # noqa: SLF001 - as `tell` does
                lambda connection, told=told: kept_summaries.put_anew(connection, told)  # type: ignore[misc]
            )
            assert not kept
            agree(one)
            summary = one.store.summaries.tell(person, one.now)
            assert summary is not None
            assert summary.best == 1.5 + row_there


def test_a_newcomer_has_nothing(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        person = store.person("New", "east")
        assert store.summaries.of_team("east", NOON) == (Member(person, None),)
        assert store.summaries.tell(person, NOON) is None
        assert store.summaries.of_team("west", NOON) == ()
        assert raw(place, "SELECT * FROM summary") == []
