"""The store's door to assignments: each method one transaction that may be tried again."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.assignments import assignment_rows
from salesdojo.records.assignments.assignment import Assignment, Kept
from salesdojo.records.assignments.assignment_change import Difference, difference
from salesdojo.records.assignments.assignment_doing import Asked, held_ids
from salesdojo.records.assignments.assignment_standings import Holder, holders
from salesdojo.records.database.database import Database
from salesdojo.records.model import Person
from salesdojo.records.people import people


class KeptAssignments:
    """The assignments in one database; `Store.assignments` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def kept(self, *, withdrawn: bool = False) -> tuple[Kept, ...]:
        """Return every assignment in the order of setting, those `withdrawn` too if asked for."""
        return self._database.read(
            lambda connection: assignment_rows.kept(connection, withdrawn=withdrawn)
        )

    def difference(
        self, wanted: Sequence[Assignment], book: str | None, *, prune: bool = False
    ) -> Difference:
        """Return what `set` would do; nothing is written."""
        return self._database.read(
            lambda connection: _difference(connection, wanted, book, prune=prune)
        )

    def set(
        self, wanted: Sequence[Assignment], book: str | None, now: int, *, prune: bool = False
    ) -> Difference:
        """Let the records hold what is `wanted`, all or nothing; the same again changes nothing.

        Args:
            wanted: each id once.
            book: the name of the file's assignments; None for what is set by hand.
            now: UTC in milliseconds.
            prune: withdraw what was set under `book` and is wanted no longer.

        Returns:
            What was changed.

        Raises:
            RecordsError: DB060 somebody was erased meanwhile.
        """

        def write(connection: Connection) -> Difference:
            for person in {one.id: one for wish in wanted for one in wish.people}.values():
                people.require(connection, person)
            found = _difference(connection, wanted, book, prune=prune)
            for one in found.new:
                assignment_rows.add(connection, one, now, book)
            for changed in found.changed:
                assignment_rows.change(connection, changed.wanted, now, book, anew=changed.anew)
            assignment_rows.withdraw(connection, [one.id for one in found.withdrawn], now)
            return found

        return self._database.write(write)

    def withdraw(self, name: str, now: int) -> Kept:
        """Withdraw the assignment of that id; the same again changes nothing.

        Raises:
            RecordsError: DB071 there is none.
        """

        def write(connection: Connection) -> Kept:
            found = assignment_rows.kept(connection, [name], withdrawn=True)
            if not found:
                raise RecordsError("DB071", assignment=excerpt(name))
            if found[0].withdrawn_at is None:
                assignment_rows.withdraw(connection, [name], now)
            return found[0]

        return self._database.write(write)

    def holders(self, asked: Asked) -> tuple[tuple[Kept, ...], tuple[Holder, ...]]:
        """Return the assignments that somebody asked about has, and what everybody did for them.

        Of an assignment or of all, those are told that nobody has, too.
        """

        def read(connection: Connection) -> tuple[tuple[Kept, ...], tuple[Holder, ...]]:
            ids: Collection[str] | None = None
            if asked.assignment is not None:
                ids = {asked.assignment}
            elif asked.person is not None or asked.team is not None:
                ids = held_ids(connection, asked)
            kept = assignment_rows.kept(connection, ids)
            return kept, holders(connection, asked, kept)

        return self._database.read(read)

    def of(self, person: Person) -> tuple[tuple[Kept, Holder], ...]:
        """Return each assignment of `person`, with what was done for it, the first due first."""
        found, held = self.holders(Asked(person=person.id))
        by_id = {one.assignment: one for one in held}
        pairs = [(one, by_id[one.id]) for one in found if one.id in by_id]
        return tuple(sorted(pairs, key=lambda pair: (pair[0].assignment.due, pair[0].id)))


def _difference(
    connection: Connection, wanted: Sequence[Assignment], book: str | None, *, prune: bool
) -> Difference:
    held = assignment_rows.kept(connection, withdrawn=True)
    return difference(wanted, held, book, prune=prune)
