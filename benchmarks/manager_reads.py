"""What each screen of a manager's, and `team --csv`, read and tell of a company."""

from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final

from salesdojo.cli.csv_printing import put_csv
from salesdojo.content.library import Library
from salesdojo.records.assignments.assignment_doing import Asked
from salesdojo.records.auditing.staleness import staleness
from salesdojo.records.history.evidence import with_evidence
from salesdojo.records.history.overview import advice, overview
from salesdojo.records.history.progress import progress
from salesdojo.records.mastery.figures import skills_in
from salesdojo.records.mastery.folding import figures_of
from salesdojo.records.model import Person
from salesdojo.records.played import Played
from salesdojo.records.reviews.review_queue import Wanted
from salesdojo.records.store import Store
from salesdojo.review import items, team_saying
from salesdojo.review.team_reading import read_team, teams_to_choose
from salesdojo.review.team_rows import team_rows
from salesdojo.review.team_table import TeamTable
from salesdojo.tui.team_columns import columns, ordered
from salesdojo.tui.team_pages import funnel_page, suggestion

PLAYED: Final = "think_it_over"
_LANGUAGE: Final = "en"

Read = tuple[str, Callable[[], object]]


def reads(store: Store, library: Library, cache: Path, team: str, now: int) -> Iterator[Read]:
    """Yield the name of each thing that is read, and what reads it.

    Args:
        store: the records.
        library: the pack.
        cache: a folder.
        team: one whose results have bodies.
        now: UTC in milliseconds.
    """
    yield from _of_team(store, library, team, now)
    first = store.summaries.of_team(team, now)[0].person
    yield from _of_person(store, library, cache, first, now)
    yield from _assignments(store, team)
    yield "items of a scenario", lambda: items.items(store, library, cache, PLAYED)
    yield "items of all", lambda: items.overview(store, library, cache)
    yield "queue of reviews", lambda: store.reviews.to_review(Wanted(""))
    yield "queue of a team", lambda: store.reviews.to_review(Wanted("", team=team))
    yield "queue of a scenario", lambda: store.reviews.to_review(Wanted("", scenario=PLAYED))


def _of_team(store: Store, library: Library, team: str, now: int) -> Iterator[Read]:
    def table() -> TeamTable:
        chosen, _ = teams_to_choose(store, team)
        return read_team(store, chosen or "", library, now)

    def screen() -> None:
        told = table()
        team_saying.summary_sentences(told, _LANGUAGE)
        suggestion(told, _LANGUAGE)
        ordered(told.rows, columns(told, _LANGUAGE, 20)[0], reverse=False)

    def csv() -> None:
        with redirect_stdout(StringIO()):
            put_csv(team_rows(table(), _LANGUAGE), bom=False)

    yield "teams", lambda: teams_to_choose(store, None)
    yield "team: read from the records", lambda: store.summaries.of_team(team, now)
    yield "team: table", table
    yield "team: screen", screen
    yield "team: pipeline", lambda: funnel_page(table(), _LANGUAGE)
    yield "team --csv", csv


def _of_person(
    store: Store, library: Library, cache: Path, person: Person, now: int
) -> Iterator[Read]:
    def shown() -> None:
        overview(store, person, library.entries, now, cache)
        progress(store, person, library, now, cache)
        advice(store, person, library, now, cache)

    def history() -> None:
        found = store.history.page(person)
        staleness(store, library).among(found.attempts)

    def cell() -> None:
        skills = skills_in(figures_of(store, person, now, Played(store, cache)), now)
        with_evidence(store, person, skills[0], now, cache)

    attempt = store.history.page(person).attempts[0].attempt

    def replayed() -> None:
        store.attempt(attempt)
        store.decisions(attempt)
        store.result(attempt)

    yield "person: progress", shown
    yield "person: history", history
    yield "person: a cell's attempts", cell
    yield "person: an attempt", replayed


def _assignments(store: Store, team: str) -> Iterator[Read]:
    yield "assignments: what is set", store.assignments.kept
    yield "assignments of a team", lambda: store.assignments.holders(Asked(team=team))
    yield "one assignment", lambda: store.assignments.holders(Asked(assignment="course"))
