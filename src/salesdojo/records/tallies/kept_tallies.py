"""The store's door to tallies of scenarios and their choices, kept with each result.

They are nobody's: a person who is erased leaves them as they are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select

from salesdojo.errors import RecordsError
from salesdojo.records import result_json
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.tables import (
    ATTEMPT,
    DERIVED,
    FINISHED_ATTEMPT,
    ITEM_TALLY,
    RESULT,
    SCENARIO_TALLY,
)
from salesdojo.records.tallies.item_counts import Counts, ItemKey, ScenarioKey, Try
from salesdojo.records.tallies.tally_items import Priced, priced_in
from salesdojo.records.tallies.tally_sums import EndedSums, TakenSums, ended_in, taken_in

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Result
    from salesdojo.records.database.database import Database
    from salesdojo.records.tallies.tally_telling import Compared

Found = TypeVar("Found")
EndedCounts = Mapping[ScenarioKey, int]
"""How many attempts ended so."""
OnStep = Callable[[int, int], None]
"""Told how many of how many attempts were read."""
NAME: Final = "tallies"
MADE_BY: Final = "tallies-1"
"""What makes them: another number for another rule."""

ENDED: Final = (RESULT.c.revision, RESULT.c.quality, RESULT.c.outcome, RESULT.c.passed)
"""What `try_of` reads of a result, whether its body is damaged or not."""
MARK: Final = select(DERIVED.c.made_by).where(DERIVED.c.name == NAME)
"""Who made what is kept: `MADE_BY`, where it tells of every attempt there is."""
_HISTORY: Final = (
    select(FINISHED_ATTEMPT.c.attempt, *ENDED, RESULT.c.body)
    .join(ATTEMPT, ATTEMPT.c.id == FINISHED_ATTEMPT.c.attempt)
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.scenario == bindparam("scenario"),
        ATTEMPT.c.fork_of.is_(None),
        BEGUN_AS_WRITTEN,
    )
    .order_by(FINISHED_ATTEMPT.c.number, RESULT.c.number)
)


class KeptTallies:
    """The tallies in one database; `Store.tallies` is one."""

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def of(self, revisions: Iterable[str]) -> Counts:
        """Return what attempts scored by any of `revisions` come to.

        Raises:
            RecordsError: DB070 they were never told, or what keeps them from being read.
        """
        wanted = list(revisions)
        return self._told(lambda connection: counts_in(connection, wanted))

    def judged(self, revisions: Iterable[str]) -> tuple[EndedCounts, tuple[Priced, ...]]:
        """Return how attempts scored by any of `revisions` ended, and what first ones took.

        Raises:
            RecordsError: as in `of`.
        """
        wanted = list(revisions)
        return self._told(
            lambda connection: (
                _ended_counts(connection, wanted)[0],
                priced_in(connection, wanted),
            )
        )

    def ended(self) -> EndedSums:
        """Return what all attempts come to, by revision and try.

        Raises:
            RecordsError: as in `of`.
        """
        return self._told(ended_in)

    def taken(self) -> TakenSums:
        """Return how many first attempts took each choice.

        Raises:
            RecordsError: as in `of`.
        """
        return self._told(taken_in)

    def _told(self, read: Callable[[Connection], Found]) -> Found:
        def told(connection: Connection) -> Found:
            if not kept(connection):
                raise RecordsError("DB070")
            return read(connection)

        return self._database.read(told)

    def tell(self, on_step: OnStep | None = None) -> int:
        """Tell them anew (`tally_telling.tell`)."""
        from salesdojo.records.tallies.tally_telling import tell

        return tell(self._database, on_step)

    def compare(self, on_step: OnStep | None = None) -> "Compared":
        """Hold them against the attempts (`tally_telling.compare`)."""
        from salesdojo.records.tallies.tally_telling import compare

        return compare(self._database, on_step)


def counts_in(connection: Connection, revisions: list[str] | None = None) -> Counts:
    """Return the tallies kept of `revisions`; None is all."""
    many, gained = _ended_counts(connection, revisions)
    counts = Counts(many, gained)
    taken = select(*ITEM_TALLY.c).where(ITEM_TALLY.c.many != 0)
    if revisions is not None:
        taken = taken.where(ITEM_TALLY.c.revision.in_(revisions))
    # At a hundred thousand attempts tens of thousands of rows: told in one go.
    rows = connection.execute(taken).fetchall()
    counts.items.update({ItemKey._make(key): many for *key, many in rows})
    return counts


def _ended_counts(
    connection: Connection, revisions: list[str] | None
) -> tuple[Counter[ScenarioKey], Counter[ScenarioKey]]:
    """Return how many attempts ended so, and what they gained."""
    ended = select(*SCENARIO_TALLY.c).where(SCENARIO_TALLY.c.many != 0)
    if revisions is not None:
        ended = ended.where(SCENARIO_TALLY.c.revision.in_(revisions))
    counts: Counter[ScenarioKey] = Counter()
    gains: Counter[ScenarioKey] = Counter()
    for *key, many, gained in connection.execute(ended):
        counts[ScenarioKey(*key)] = many
        gains[ScenarioKey(*key)] = gained
    return counts, gains


def mark(connection: Connection) -> None:
    """Say that the tallies tell of every attempt there is."""
    connection.execute(delete(DERIVED).where(DERIVED.c.name == NAME))
    connection.execute(insert(DERIVED), {"name": NAME, "made_by": MADE_BY})


def kept(connection: Connection) -> bool:
    """Say whether the tallies tell of every attempt there is, by this rule."""
    return connection.execute(MARK).scalar() == MADE_BY


def history(connection: Connection, person: str, scenario: str) -> list[Try]:
    """Return the attempts of the person with that id at `scenario` that count.

    They come in the order of finishing, each with its latest result. Of a damaged one its end
    is told, and not what was taken.
    """
    named = {"person": person, "scenario": scenario}
    latest = {row.attempt: row for row in connection.execute(_HISTORY, named)}
    return [
        try_of(row, result_read(row.body) if place == 0 else None)
        for place, row in enumerate(latest.values())
    ]


def try_of(row: Any, result: "Result | None" = None) -> Try:  # noqa: ANN401 - has `ENDED`
    """Return the attempt that `row` tells of."""
    return Try(row.revision, row.quality, row.outcome, bool(row.passed), result)


def result_read(body: str) -> "Result | None":
    """Return the result that `body` holds; None of a damaged one."""
    try:
        return result_json.read(body)
    except ValueError:
        return None
