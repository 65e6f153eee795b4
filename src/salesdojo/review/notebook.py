"""The records as plain rows, for analysts: a dictionary a row, made while it is asked for.

Values are text, numbers, truth values, times in UTC, and None; keys are the same in each row of
a kind. docs/analysts.md tells what they mean. Rows are read page by page, each page as it is at
one moment: nobody waits for a slow reader, and memory does not grow with the records.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from salesdojo import settings
from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError, ReviewError
from salesdojo.records.database.database import PATIENCE
from salesdojo.records.database.open_records import OpenRecords
from salesdojo.records.database.opening import opened
from salesdojo.records.days import within_calendars
from salesdojo.records.people.kept_people import KeptPeople
from salesdojo.records.tables import ATTEMPT, RESULT
from salesdojo.records.tallies.item_counts import TENTHS
from salesdojo.records.tallies.kept_tallies import KeptTallies
from salesdojo.review.exporting.chosen import Chosen, asked
from salesdojo.review.exporting.decided import Decided, decided
from salesdojo.review.exporting.ended_rows import Finished, finished
from salesdojo.review.exporting.tries import Tries

Row = dict[str, Any]
"""A row: plain values by column."""
_Told = tuple[Finished, int | None, Mapping[str, Any]]
"""An attempt, which try it is, and its result."""
_REVISIONS: Final = (
    select(RESULT.c.revision)
    .distinct()
    .join(ATTEMPT, ATTEMPT.c.id == RESULT.c.attempt)
    .where(ATTEMPT.c.scenario == bindparam("scenario"))
    .order_by(RESULT.c.revision)
)


class Notebook(OpenRecords):
    """The records in one database, to read only; `salesdojo.review.open` gives one."""

    def __init__(self, place: str | None = None) -> None:
        """Open the records at `place`: a file, a URL, or None for where salesdojo has them.

        Raises:
            RecordsError: DB027 there are none, or what else keeps them from being read.
        """
        url = settings.database_url() if place is None else settings.as_database_url(place)
        super().__init__(opened(url, None, PATIENCE, make=False))

    def people(self, *, team: str | None = None, names: bool = False) -> Iterator[Row]:
        """Yield everyone, or everyone of `team` ('' for no team); those who were erased are not.

        Args:
            team: its name.
            names: with people's names, not their ids alone.

        Raises:
            RecordsError: what keeps the records from being read.
        """
        for one in KeptPeople(self._database).listed(team):
            yield {
                "person": one.person.id,
                **({"name": one.person.name} if names else {}),
                "team": one.person.team,
                "attempts": one.attempts,
                "last": _time(one.last),
            }

    def attempts(
        self, *, team: str | None = None, person: str | None = None, names: bool = False
    ) -> Iterator[Row]:
        """Yield every finished attempt with its latest result, in the order of finishing.

        Args:
            team: of this team only; '' is no team.
            person: of people of this name only.
            names: with people's names, not their ids alone.

        Raises:
            UsageError: US103 there is nobody of that name.
            ReviewError: RV003 there is nobody in that team.
            RecordsError: DB018 a stored result is damaged, or what keeps them from being read.
        """
        for one, tried, result in self._finished(Chosen(person=person, team=team)):
            yield {
                "attempt": one.id,
                "person": one.person,
                **({"name": one.name} if names else {}),
                "team": one.team,
                "scenario": one.scenario,
                "revision": one.revision,
                "scored_by": one.scored_by,
                "seed": one.seed,
                "mode": one.mode,
                "language": one.language,
                "begun": _time(one.begun_at),
                "finished": _time(one.finished_at),
                "try": tried,
                "fork_of": one.fork_of,
                "journey": one.journey,
                "chapter": one.chapter,
                **{key: result[key] for key in ("outcome", "quality", "passed", "luck")},
            }

    def criteria(self, *, team: str | None = None, person: str | None = None) -> Iterator[Row]:
        """Yield what each finished attempt earned of each of its criteria.

        Args:
            team: as in `attempts`.
            person: as in `attempts`.

        Raises:
            UsageError, ReviewError, RecordsError: as in `attempts`.
        """
        for one, tried, result in self._finished(Chosen(person=person, team=team)):
            for criterion, (earned, best, share, level) in result["criteria"].items():
                yield {
                    **_of_attempt(one, tried),
                    "criterion": criterion,
                    "earned": earned,
                    "best": best,
                    "share": share,
                    "level": level,
                }

    def decisions(self, *, team: str | None = None, person: str | None = None) -> Iterator[Row]:
        """Yield each decision of each finished attempt, in order.

        Args:
            team: as in `attempts`.
            person: as in `attempts`.

        Raises:
            UsageError, ReviewError, RecordsError: as in `attempts`.
        """
        for page, made in self._pages(Chosen(person=person, team=team), with_decisions=True):
            for one, tried, result in page:
                judged = {each["turn"]: each for each in result["decisions"]}
                for decision in made.get(one.id, ()):
                    told = judged.get(decision.turn, {})
                    yield {**_of_attempt(one, tried), **_decision(decision, told)}

    def items(self, scenario: str) -> Iterator[Row]:
        """Yield what first attempts did at each scene of a scenario, counted.

        Args:
            scenario: its id.

        Raises:
            ReviewError: RV051 nobody has finished it.
            RecordsError: DB070 the tallies were never told, or what keeps them from being read.
        """
        named = {"scenario": scenario}
        revisions = self._database.read(
            lambda connection: list(connection.execute(_REVISIONS, named).scalars())
        )
        if not revisions:
            raise ReviewError("RV051", scenario=excerpt(scenario))
        counts = KeptTallies(self._database).of(revisions)
        for key, count in sorted(counts.items.items()):
            yield {
                "scenario": scenario,
                "revision": key.revision,
                "scene": key.scene,
                "choice": key.choice,
                "loss": key.loss / TENTHS,
                "rest": key.rest / TENTHS,
                "attempts": count,
            }

    def _finished(self, chosen: Chosen) -> Iterator[_Told]:
        for page, _ in self._pages(chosen, with_decisions=False):
            yield from page

    def _pages(
        self, chosen: Chosen, *, with_decisions: bool
    ) -> Iterator[tuple[Sequence[_Told], Mapping[str, Sequence[Decided]]]]:
        tries, after = Tries(), 0
        while True:
            page, made = self._database.read(_page(chosen, after, with_decisions=with_decisions))
            if not page:
                return
            after = page[-1].number
            counted = zip(page, tries.of_page(page), strict=True)
            yield [(one, tried, _result(one)) for one, tried in counted], made


def _page(
    chosen: Chosen, after: int, *, with_decisions: bool
) -> Callable[[Connection], tuple[Sequence[Finished], Mapping[str, Sequence[Decided]]]]:
    def read(
        connection: Connection,
    ) -> tuple[Sequence[Finished], Mapping[str, Sequence[Decided]]]:
        people = asked(connection, chosen)
        page = next(finished(connection, chosen, people, after), ())
        if not with_decisions:
            return page, {}
        return page, decided(connection, [one.id for one in page])

    return read


def _of_attempt(one: Finished, tried: int | None) -> Row:
    return {
        "attempt": one.id,
        "person": one.person,
        "team": one.team,
        "scenario": one.scenario,
        "scored_by": one.scored_by,
        "try": tried,
    }


def _decision(one: Decided, told: Mapping[str, Any]) -> Row:
    best = told.get("best")
    return {
        "turn": one.turn,
        "scene": one.scene,
        "choice": one.choice,
        "loss": told.get("loss"),
        "luck": told.get("luck"),
        "best": None if best is None else " ".join(best),
        "timed_out": bool(one.timed_out),
        "hinted": bool(one.hinted),
        "elapsed_ms": one.elapsed_ms,
        "at": _time(one.at),
    }


def _result(one: Finished) -> Mapping[str, Any]:
    try:
        held = json.loads(one.body or "")
        wanted = ("outcome", "quality", "passed", "luck", "criteria", "decisions")
        return {key: held[key] for key in wanted}
    except (ValueError, KeyError, TypeError, RecursionError) as damage:
        raise RecordsError("DB018", attempt=one.id) from damage


def _time(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(within_calendars(at) / 1000, UTC)
