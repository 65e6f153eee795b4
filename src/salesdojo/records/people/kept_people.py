"""The store's door to people: who there is, all that is known of one, and erasure."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from salesdojo.errors import RecordsError, ReviewError, UsageError
from salesdojo.records.database.database import Database
from salesdojo.records.model import Person
from salesdojo.records.names import valid_name, valid_team
from salesdojo.records.people import erasing, people, person_export
from salesdojo.records.people.erasing import Erased, Erasure
from salesdojo.records.people.nobody import nobody_called, nobody_in
from salesdojo.records.people.people import Listed, Team
from salesdojo.records.people.reseeding import TRIES, Reseeding


def _new_id() -> str:
    return uuid4().hex


class KeptPeople:
    """The people in one database; `Store.people` is one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def listed(self, team: str | None = None) -> tuple[Listed, ...]:
        """Return everyone, or everyone of `team` ('' for no team), by team and name.

        Raises:
            UsageError: US101 no team can have that name.
        """
        wanted = None if team is None else valid_team(team)
        return self._database.read(lambda connection: people.listed(connection, wanted))

    def everyone(self) -> tuple[Person, ...]:
        """Return everyone by team and name, without what they did."""
        return self._database.read(people.everyone)

    def teams(self) -> tuple[Team, ...]:
        """Return every team that somebody is in, by name; '' is that of those in none."""
        return self._database.read(people.teams)

    def any_in(self, team: str) -> bool:
        """Say whether anyone is in `team`, '' for no team; those who were erased are, too."""
        return self._database.read(lambda connection: people.any_in(connection, team))

    def any_practised(self, team: str) -> bool:
        """Say whether anyone in `team`, '' for no team, has finished something."""
        return self._database.read(lambda connection: people.any_practised(connection, team))

    def nobody_called(self, name: str) -> UsageError:
        """Return US103 for a name that nobody has, with the nearest there are."""
        return self._database.read(lambda connection: nobody_called(connection, name))

    def nobody_in(self, team: str, code: str) -> ReviewError:
        """Return the error `code` for a team that nobody is in, with the nearest there are."""
        return self._database.read(lambda connection: nobody_in(connection, team, code))

    def add(self, name: str, team: str = "") -> Person:
        """Add somebody to `team`, '' for none.

        Raises:
            UsageError: US021, US101 nobody or no team can have that name.
            RecordsError: DB062 the team has someone of that name.
        """
        person = Person(_new_id(), valid_name(name), valid_team(team))
        return self._database.write(lambda connection: people.added(connection, person))

    def require(self, person: Person) -> Person:
        """Return `person`, who is there still.

        Raises:
            RecordsError: DB060 the person was erased.
        """
        self._database.read(lambda connection: people.require(connection, person))
        return person

    def export(self, person: Person, at: int) -> dict[str, Any]:
        """Return everything known of `person`, ready for JSON (docs/operators.md).

        Args:
            person: who asks.
            at: now, UTC in milliseconds.

        Raises:
            RecordsError: DB060 the person was erased.
        """
        return self._database.read(
            lambda connection: person_export.exported(connection, person, at)
        )

    def erase(
        self,
        person: Person,
        at: int,
        *,
        new_seed: Callable[[], int],
        new_id: Callable[[], str] = _new_id,
        tries: int = TRIES,
    ) -> Erased | None:
        """Erase `person`, for good: name and words; the attempts stay as somebody's.

        Args:
            person: who is erased.
            at: now, UTC in milliseconds.
            new_seed: draws seeds nobody can guess.
            new_id: makes ids that say nothing.
            tries: seeds tried for an attempt, at most.

        Returns:
            What it came to; None where its answer was lost on the way, though not its work.

        Raises:
            RecordsError: DB060 the person was erased already, DB061 it is done but for traces
                in the file, or what keeps it from being done; then nothing has been.
        """
        wish = Erasure(person, new_id(), at, Reseeding(new_seed, tries), new_id)
        erasing.rehearse(
            self._database.read(lambda connection: erasing.learnt(connection, wish)), wish
        )
        done = self._database.write(lambda connection: erasing.erase(connection, wish))
        try:
            self._database.compact()
        except RecordsError as error:
            raise RecordsError("DB061", place=self._database.place.shown) from error
        return done
