"""The store: everything that is remembered, behind one door.

Every method is one transaction that may be tried again; what a method wrote is
durable when it returns. Threads may share a store, processes each open their own.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from salesdojo.errors import RecordsError
from salesdojo.records import attempts, beginning, decisions, finished_rows, recalls, results
from salesdojo.records.assignments.kept_assignments import KeptAssignments
from salesdojo.records.database import keeping
from salesdojo.records.database.backup import backup
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.open_records import OpenRecords
from salesdojo.records.database.opening import opened
from salesdojo.records.history.history import History
from salesdojo.records.history.recent import RecentResults
from salesdojo.records.journeys.kept_journeys import KeptJourneys
from salesdojo.records.mastery.kept_figures import KeptFigures
from salesdojo.records.mastery.known_scenarios import UnlearntError
from salesdojo.records.mode import Mode
from salesdojo.records.model import (
    AttemptRecord,
    Finished,
    Fork,
    Person,
    Playable,
    Standing,
    StoredDecision,
)
from salesdojo.records.names import valid_name, valid_team
from salesdojo.records.people import people
from salesdojo.records.people.kept_people import KeptPeople
from salesdojo.records.reviews.kept_remarks import KeptRemarks
from salesdojo.records.reviews.kept_reviews import KeptReviews
from salesdojo.records.tallies.kept_summaries import KeptSummaries
from salesdojo.records.tallies.kept_tallies import KeptTallies

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Result


class Store(OpenRecords):
    """The records in one database. `Store.open` makes one."""

    def __init__(self, database: Database) -> None:
        """Use `database`, which has the tables of this version."""
        super().__init__(database)
        self.journeys = KeptJourneys(database)
        """Journeys: attempts that are chapters of one deal."""
        self.people = KeptPeople(database)
        """Who there is, what is known of them, and erasure."""
        self.recent = RecentResults(database)
        """What was finished lately."""
        self.history = History(database)
        """Finished attempts, newest first, a page at a time."""
        self.figures = KeptFigures(database)
        """What results come to, kept."""
        self.summaries = KeptSummaries(database)
        """People as their manager sees them, kept with each result."""
        self.tallies = KeptTallies(database)
        """How often which choices were taken, kept with each result."""
        self.assignments = KeptAssignments(database)
        """What was assigned to whom, and what was done for it."""
        self.remarks = KeptRemarks(database)
        """What trainees told their trainer about lines."""
        self.reviews = KeptReviews(database)
        """What reviewers say of attempts, beside the machine's score."""

    @classmethod
    def open(
        cls,
        url: str,
        *,
        on_wait: OnWait | None = None,
        patience: float = PATIENCE,
        make: bool = True,
    ) -> Self:
        """Open the database at `url`; make it where there is none.

        Args:
            url: an SQLAlchemy URL (`settings.as_database_url` makes one of a path).
            on_wait: told the seconds waited so far, while another program holds the database.
            patience: seconds to wait for a lock.
            make: False for who only reads: then nothing is made.

        Raises:
            RecordsError: DB0xx, whatever keeps it from being used; DB027 there is none, and
                none is to be made.
        """
        return cls(opened(url, on_wait, patience, make=make))

    def person(self, name: str, team: str | None = None) -> Person:
        """Return the person called `name`, added where there is none, to no team unless given.

        Args:
            name: as the person writes it.
            team: the person's, '' for none; None where only one person has the name.

        Raises:
            UsageError: US021, US101 for a name of over 80 characters or unprintable ones, US102
                people of several teams have that name, and no team is given.
        """
        wanted, of = valid_name(name), None if team is None else valid_team(team)
        return self.known_person(wanted, of) or self._database.write(
            lambda connection: people.known_or_added(connection, wanted, of)
        )

    def known_person(self, name: str, team: str | None = None) -> Person | None:
        """Return the person called `name`, where there is one; nothing is written.

        Raises:
            UsageError: US021, US101, US102 as in `person`.
        """
        wanted, of = valid_name(name), None if team is None else valid_team(team)
        return self._database.read(lambda connection: people.known(connection, wanted, of))

    def begin(  # noqa: PLR0913, PLR0917 - what an attempt is
        self,
        attempt_id: str,
        person: Person,
        scenario: Playable,
        seed: int,
        mode: Mode,
        language: str,
        at: int,
        fork: Fork | None = None,
    ) -> AttemptRecord:
        """Begin an attempt; a fork gets the decisions before its turn copied.

        Raises:
            UsageError: US022 for a seed outside 0 to 2**63 - 1.
            RecordsError: DB017 no such attempt to fork, DB023 the id stands for another
                attempt, DB024 nothing to retry from at that turn.
        """
        record = AttemptRecord(
            id=attempt_id,
            person=person,
            scenario=scenario.id,
            revision=scenario.revision,
            seed=seed,
            mode=mode,
            language=language,
            begun_at=at,
            finished_at=None,
            abandoned_at=None,
            fork=fork,
            saved=0,
        )
        return self._database.write(
            lambda connection: beginning.begin(connection, record, scenario)
        )

    def append(
        self, attempt_id: str, decision: StoredDecision, recall: "Recalled | None" = None
    ) -> int:
        """Store the attempt's next decision; return how many are stored, durably.

        The same decision again is fine; so is another window's, if it is the same move.
        A `recall`, typed before it, is stored with it or not at all.

        Raises:
            RecordsError: DB015 another window went on differently (resume to follow it),
                DB016 a turn is missing before it, DB017 no such attempt.
        """
        return self._database.write(
            lambda connection: decisions.append(connection, attempt_id, decision, recall)
        )

    def attempt(self, attempt_id: str) -> AttemptRecord:
        """Return one attempt.

        Raises:
            RecordsError: DB017 no such attempt.
        """
        return self._database.read(lambda connection: attempts.record_of(connection, attempt_id))

    def attempts(self, person: Person) -> tuple[AttemptRecord, ...]:
        """Return every attempt of `person`, in the order they were begun."""
        return self._database.read(lambda connection: attempts.of_person(connection, person.id))

    def unfinished(self, person: Person, scenario_id: str) -> AttemptRecord | None:
        """Return the attempt to take up again: the last begun, neither finished nor abandoned."""
        return self._database.read(
            lambda connection: attempts.unfinished(connection, person.id, scenario_id)
        )

    def decisions(self, attempt_id: str) -> tuple[StoredDecision, ...]:
        """Return the attempt's decisions in order; none for an attempt that is not there."""
        return self._database.read(lambda connection: decisions.decisions(connection, attempt_id))

    def recalls(self, attempt_id: str) -> "Mapping[int, Recalled]":
        """Return what was typed before decisions of the attempt, by turn."""
        return self._database.read(lambda connection: recalls.of_attempt(connection, attempt_id))

    def canonical(self, revision: str) -> bytes:
        """Return the scenario as it was stored: the bytes whose sha-256 is `revision`.

        Raises:
            RecordsError: DB025 it is missing, or was changed since.
        """
        stored = self._database.read(
            lambda connection: attempts.revision_bytes(connection, revision)
        )
        if stored is None or sha256(stored).hexdigest() != revision:
            raise RecordsError("DB025", revision=revision[:12])
        return stored

    def abandon(self, attempt_id: str, at: int) -> None:
        """Leave an unfinished attempt behind: kept, but not taken up again.

        Raises:
            RecordsError: DB017 no such attempt.
        """
        self._database.write(lambda connection: attempts.abandon(connection, attempt_id, at))

    def finish(self, attempt_id: str, result: "Result", at: int) -> None:
        """Keep the result of an attempt that is over; the same again changes nothing.

        Raises:
            RecordsError: DB017 no such attempt.
        """
        scenarios = self.summaries.scenarios

        def finish(connection: "Connection") -> None:
            results.finish(connection, attempt_id, result, at, scenarios)

        try:
            self._database.write(finish)
        except UnlearntError as unlearnt:
            scenarios.learn(unlearnt.revision)
            self._database.write(finish)

    def result(self, attempt_id: str) -> "Result | None":
        """Return the attempt's latest result, or None before it was finished.

        Raises:
            RecordsError: DB017 no such attempt, DB018 the result was changed since.
        """
        return self._database.read(lambda connection: results.result_of(connection, attempt_id))

    def standings(self, person: Person) -> Mapping[str, Standing]:
        """Return how `person` stands, by id of each scenario begun at least once."""
        return self.figures.standings(person)

    def finished(self, person: Person, after: int = 0) -> tuple[Finished, ...]:
        """Return what each finished attempt of `person` says, in the order of finishing.

        Retries from a turn are left out, and so are those up to the place `after`.
        """
        return self._database.read(
            lambda connection: finished_rows.finished(connection, person.id, after)
        )

    def verify_chain(self, attempt_id: str) -> int | None:
        """Return the first turn whose stored decision was tampered with; None where none was.

        Raises:
            RecordsError: DB017 no such attempt.
        """
        return self._database.read(lambda connection: results.broken_at(connection, attempt_id))

    def status(self) -> keeping.Status:
        """Return what `salesdojo db status` tells, after checking every page."""
        return keeping.status(self._database)

    def backup(self, target: Path, *, replace: bool = False) -> None:
        """Copy the database to `target`, as it is at one moment, while others go on.

        Raises:
            UsageError: US023 `target` exists and is not to be replaced, US024 it is the
                database itself.
            RecordsError: DB0xx, what keeps it from being read or written; `target` is as before.
        """
        backup(self._database, target, replace=replace)
