"""Tallies told anew from every attempt, and held against those that are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, bindparam, delete, func, select

from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.never_written import never_written
from salesdojo.records.database.one_view import at_one_moment
from salesdojo.records.database.place import SQLITE
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.tables import (
    ATTEMPT,
    FINISHED_ATTEMPT,
    ITEM_TALLY,
    RESULT,
    SCENARIO_TALLY,
)
from salesdojo.records.tallies import kept_tallies, tally_adding
from salesdojo.records.tallies.item_counts import Counts
from salesdojo.records.tallies.kept_tallies import ENDED, OnStep, result_read, try_of

if TYPE_CHECKING:
    from salesdojo.records.database.database import Database

_BATCH: Final = 1_000
"""Rows held at a time."""
_SEEN: Final = 5_000
"""Attempts between two words of progress."""
_EVERY: Final = (
    select(
        FINISHED_ATTEMPT.c.person,
        FINISHED_ATTEMPT.c.number,
        ATTEMPT.c.scenario,
        RESULT.c.number.label("result"),
        *ENDED,
    )
    .join(ATTEMPT, ATTEMPT.c.id == FINISHED_ATTEMPT.c.attempt)
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(ATTEMPT.c.fork_of.is_(None), BEGUN_AS_WRITTEN)
    .order_by(FINISHED_ATTEMPT.c.person, FINISHED_ATTEMPT.c.number, RESULT.c.number)
)
_BODIES: Final = select(RESULT.c.revision, RESULT.c.body).where(
    RESULT.c.number.in_(bindparam("results", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The tallies kept against those told anew."""

    attempts: int
    """Looked at."""
    differ: int
    """Rows kept that are not as told, or missing, or too many."""
    told: bool
    """Whether what is kept claims to tell of every attempt at all."""

    @property
    def equal(self) -> bool:
        """Whether they can be relied on."""
        return self.told and not self.differ


@dataclass(slots=True)
class _Teller:
    """Counts attempts that come person by person, each in the order of finishing."""

    counts: Counts = field(default_factory=Counts)
    attempts: int = 0
    _person: str = ""
    _tried: dict[str, tuple[int, float | None]] = field(default_factory=dict)

    def add(self, row: Any) -> bool:  # noqa: ANN401 - a row of `_EVERY`
        """Add the latest result of the next attempt; say whether it is a first attempt."""
        if row.person != self._person:
            self._person, self._tried = row.person, {}
        tries, before = self._tried.get(row.scenario, (0, None))
        self.counts.add(try_of(row), tries + 1, before)
        self._tried[row.scenario] = (tries + 1, row.quality)
        self.attempts += 1
        return tries == 0


def tell(database: "Database", on_step: OnStep | None = None) -> int:
    """Tell the tallies anew and keep them; return how many attempts they are of.

    Nobody else writes meanwhile: finish attempts after it.

    Raises:
        RecordsError: what keeps them from being told; the tallies are as before.
    """

    def told(connection: Connection) -> int:
        take_time(connection)
        if connection.dialect.name != SQLITE:
            connection.exec_driver_sql(
                "LOCK TABLE result, finished_attempt IN SHARE ROW EXCLUSIVE MODE"
            )
        teller = _read(connection, on_step)
        for table in (SCENARIO_TALLY, ITEM_TALLY):
            connection.execute(delete(table))
        tally_adding.add(connection, teller.counts)
        kept_tallies.mark(connection)
        return teller.attempts

    return database.write(told)


def tell_missing(database: "Database", on_step: OnStep | None = None) -> None:
    """Tell the tallies where they were never told, or by another rule."""
    if not database.read(kept_tallies.kept):
        tell(database, on_step)


def compare(database: "Database", on_step: OnStep | None = None) -> Compared:
    """Hold the tallies kept against the attempts; others go on meanwhile.

    Raises:
        RecordsError: what keeps the records from being read.
    """

    def compared(connection: Connection) -> Compared:
        with never_written():
            teller = _read(connection, on_step)
        kept = kept_tallies.counts_in(connection)
        off = teller.counts.minus(kept)
        differ = len(off.scenarios.keys() | off.gains.keys()) + len(off.items)
        return Compared(teller.attempts, differ, kept_tallies.kept(connection))

    return at_one_moment(database, compared)


def _read(connection: Connection, on_step: OnStep | None) -> _Teller:
    many = connection.execute(select(func.count()).select_from(FINISHED_ATTEMPT)).scalar_one()
    teller = _Teller()
    firsts: list[int] = []
    for row in _latest(connection):
        if teller.add(row):
            firsts.append(row.result)
        if len(firsts) == _BATCH:
            _taken(connection, firsts, teller.counts)
            firsts = []
        if on_step is not None and teller.attempts % _SEEN == 0:
            on_step(teller.attempts, many)
    _taken(connection, firsts, teller.counts)
    return teller


def _taken(connection: Connection, firsts: list[int], counts: Counts) -> None:
    """Add what first attempts took: only of them the bodies are read, which are large."""
    for row in connection.execute(_BODIES, {"results": firsts}):
        result = result_read(row.body)
        if result is not None:
            counts.add_items(row.revision, result)


def _latest(connection: Connection) -> Iterator[Any]:
    """Yield each attempt with its latest result."""
    with connection.execute(_EVERY, execution_options={"yield_per": _BATCH}) as rows:
        for _, results in groupby(rows, key=attrgetter("number")):
            *_, latest = results
            yield latest
