"""The store's door to figures: what results come to, kept so that it is not told again.

A row is what one part of somebody's figures comes to through one of their attempts. It
follows from the results: whoever finds it missing, or made by another method, tells it anew.
It is exchanged only for the row that was read, so that of two windows one keeps its own; and
a result that takes the place of an earlier one leaves a mark that is nobody's figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from salesdojo.records import finished_rows
from salesdojo.records.database.database import Database
from salesdojo.records.journeys.in_journeys import OPEN_OF_NO_JOURNEY
from salesdojo.records.model import Finished, Person, Standing
from salesdojo.records.tables import ATTEMPT, DECISION, FIGURES
from salesdojo.records.tallies import tallies_json
from salesdojo.records.tallies.tallies import Tallies, tallied

STANDINGS: Final = "standings"
"""The part that tallies are kept as."""
SKILLS: Final = "skills"
"""The part that is told of skills, due dates and certificates."""
WORTH_IT: Final = 8
"""New attempts from which on it is worth a commit to keep what they come to."""
_TALLIES: Final = "tallies-1"
"""What makes tallies: another number for another rule."""
_ROW: Final = select(FIGURES.c.through, FIGURES.c.made_by, FIGURES.c.body).where(
    FIGURES.c.person == bindparam("person"), FIGURES.c.part == bindparam("part")
)
_EXCHANGE: Final = (
    update(FIGURES)
    .where(
        FIGURES.c.person == bindparam("of"),
        FIGURES.c.part == bindparam("which"),
        FIGURES.c.through == bindparam("through_before"),
        FIGURES.c.made_by == bindparam("made_by_before"),
    )
    .values(through=bindparam("through"), made_by=bindparam("made_by"), body=bindparam("body"))
)
_FORGET: Final = (
    update(FIGURES)
    .where(FIGURES.c.person == bindparam("of"), FIGURES.c.part == bindparam("which"))
    .values(through=0, made_by=bindparam("made_by"), body="{}")
)
_BEGUN: Final = (
    select(ATTEMPT.c.scenario)
    .distinct()
    .where(
        OPEN_OF_NO_JOURNEY,
        # Opened and left before a word was said is not begun in anyone's eyes.
        exists().where(DECISION.c.attempt == ATTEMPT.c.id),
    )
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A row: one part of somebody's figures."""

    through: int
    made_by: str
    body: str


class KeptFigures:
    """The figures in one database; `Store.figures` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def row(self, person: Person, part: str) -> Kept | None:
        """Return what is kept of `person`, whoever made it."""
        return self._database.read(lambda connection: _row(connection, person.id, part))

    def keep(self, person: Person, part: str, before: Kept | None, kept: Kept) -> bool:
        """Put `kept` in the place of `before`, if that is still there; say whether it was.

        Where the database cannot be written just now, nothing is kept: no reader fails by it.
        """
        return self._database.offer(
            lambda connection: _exchanged(connection, person.id, part, before, kept)
        )

    def finished(self, person: Person, places: Sequence[int]) -> tuple[Finished, ...]:
        """Return the finished attempts of `person` at these places in the order of finishing."""
        return self._database.read(
            lambda connection: finished_rows.finished_at(connection, person.id, places)
        )

    def tallies(self, person: Person) -> Tallies:
        """Return what the results of `person` come to, scenario by scenario."""
        return self._told(person)[0]

    def standings(self, person: Person) -> Mapping[str, Standing]:
        """Return how `person` stands, by scenario begun at least once."""
        tallies, begun = self._told(person)
        told = dict.fromkeys(sorted(begun), _BEGUN_ONLY)
        for scenario, one in tallies.scenarios.items():
            told[scenario] = Standing(
                first=one.first,
                best=one.best,
                latest=one.latest,
                attempts=one.attempts,
                passed=one.passed,
                unfinished=scenario in begun,
            )
        return told

    def _told(self, person: Person) -> tuple[Tallies, set[str]]:
        def look(connection: Connection) -> tuple[Kept | None, Tallies, int, set[str]]:
            row = _row(connection, person.id, STANDINGS)
            known = _tallies(row)
            new = finished_rows.ended(connection, person.id, known.through)
            begun = connection.execute(_BEGUN, {"person": person.id}).scalars()
            return row, tallied(known, new), len(new), set(begun)

        row, tallies, new, begun = self._database.read(look)
        if new >= WORTH_IT:
            made = Kept(tallies.through, _TALLIES, tallies_json.written(tallies))
            self.keep(person, STANDINGS, row, made)
        return tallies, begun


_BEGUN_ONLY: Final = Standing(None, None, None, 0, passed=False, unfinished=True)


def forget(connection: Connection, person: str, result: int) -> None:
    """Let the figures of the person with that id be told anew.

    Args:
        connection: within the transaction that writes the result.
        person: an id.
        result: the number of a result that took the place of an earlier one. Whoever read
            the earlier one finds this mark in place of the row they read, and keeps nothing.
    """
    mark = f"result-{result}"
    for part in (STANDINGS, SKILLS):
        named = {"of": person, "which": part, "made_by": mark}
        if not connection.execute(_FORGET, named).rowcount:
            row = {"person": person, "part": part, "through": 0, "made_by": mark, "body": "{}"}
            connection.execute(insert(FIGURES), row)


def _row(connection: Connection, person: str, part: str) -> Kept | None:
    row = connection.execute(_ROW, {"person": person, "part": part}).one_or_none()
    return Kept(row.through, row.made_by, row.body) if row else None


def _tallies(row: Kept | None) -> Tallies:
    """Return the tallies kept; empty ones where they are of another making, or damaged."""
    if row is None or row.made_by != _TALLIES:
        return Tallies()
    try:
        return tallies_json.read_tallies(row.body)
    except ValueError:
        return Tallies()


def _exchanged(
    connection: Connection, person: str, part: str, before: Kept | None, kept: Kept
) -> bool:
    if before is None:
        row = {"person": person, "part": part, **asdict(kept)}
        connection.execute(insert(FIGURES), row)  # where another was first, it is refused
        return True
    done = connection.execute(
        _EXCHANGE,
        {
            "of": person,
            "which": part,
            "through_before": before.through,
            "made_by_before": before.made_by,
            **asdict(kept),
        },
    )
    return bool(done.rowcount)
