"""Everything that stands in the records about one person, as rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, or_, select

from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork, Person, StoredDecision
from salesdojo.records.tables import (
    ASSIGNEE,
    ASSIGNMENT,
    ATTEMPT,
    DECISION,
    FIGURES,
    FINISHED_ATTEMPT,
    JOURNEY,
    JOURNEY_CHAPTER,
    RECALL,
    REMARK,
    RESULT,
    REVIEW,
    SUMMARY,
)

Row = Mapping[str, Any]

OF_ATTEMPT: Final = (DECISION, RECALL, REMARK, RESULT, REVIEW)
"""Tables whose rows name an attempt of the person's."""


@dataclass(frozen=True, slots=True)
class WholeHistory:
    """One person's rows, each list in the order of the table's primary key."""

    person: Person
    attempts: Sequence[Row]
    journeys: Sequence[Row]
    chapters: Sequence[Row]
    finished: Sequence[Row]
    figures: Sequence[Row]
    summary: Sequence[Row]
    assignments: Sequence[Row]
    """What was assigned to the person or the team; `person` or `team` says to which of both."""
    by_attempt: Mapping[str, Mapping[str, Sequence[Row]]]
    """By table and attempt: decisions, recalls, remarks, results and what reviewers said."""
    said: Sequence[Row]
    """What the person said as a reviewer of others' attempts."""

    def of(self, table: Table, attempt: str) -> Sequence[Row]:
        """Return the rows that `table` has of `attempt`."""
        return self.by_attempt[table.name].get(attempt, ())

    def linked(self, attempt: str) -> list[tuple[StoredDecision, bytes]]:
        """Return the decisions of `attempt`, each with its link."""
        return [(_decision(row), row["link"]) for row in self.of(DECISION, attempt)]

    def record(self, row: Row) -> AttemptRecord:
        """Return an attempt as a value."""
        return AttemptRecord(
            id=row["id"],
            person=self.person,
            scenario=row["scenario"],
            revision=row["revision"],
            seed=row["seed"],
            mode=Mode(row["mode"]),
            language=row["language"],
            begun_at=row["begun_at"],
            finished_at=row["finished_at"],
            abandoned_at=row["abandoned_at"],
            fork=Fork(row["fork_of"], row["fork_turn"]) if row["fork_of"] is not None else None,
            saved=len(self.of(DECISION, row["id"])),
        )


def whole_history(connection: Connection, person: Person) -> WholeHistory:
    """Return all that is stored of `person`, read in one transaction."""
    attempts = _of_person(connection, ATTEMPT, person)
    return WholeHistory(
        person=person,
        attempts=attempts,
        journeys=_of_person(connection, JOURNEY, person),
        chapters=_chapters(connection, person),
        finished=_of_person(connection, FINISHED_ATTEMPT, person),
        figures=_of_person(connection, FIGURES, person),
        summary=_of_person(connection, SUMMARY, person),
        assignments=_assignments(connection, person),
        by_attempt={table.name: _of_attempts(connection, table, person) for table in OF_ATTEMPT},
        said=_said(connection, person),
    )


def _of_person(connection: Connection, table: Table, person: Person) -> Sequence[Row]:
    wanted = (
        select(*table.c)
        .where(table.c.person == bindparam("person"))
        .order_by(*table.primary_key.columns)
    )
    return [row._asdict() for row in connection.execute(wanted, {"person": person.id})]


def _assignments(connection: Connection, person: Person) -> Sequence[Row]:
    wanted = (
        select(*ASSIGNMENT.c, ASSIGNEE.c.person, ASSIGNEE.c.team)
        .join(ASSIGNEE, ASSIGNEE.c.assignment == ASSIGNMENT.c.id)
        .where(or_(ASSIGNEE.c.person == bindparam("person"), ASSIGNEE.c.team == bindparam("team")))
        .order_by(ASSIGNMENT.c.number, ASSIGNEE.c.number)
    )
    named = {"person": person.id, "team": person.team}
    return [row._asdict() for row in connection.execute(wanted, named)]


def _of_attempts(
    connection: Connection, table: Table, person: Person
) -> Mapping[str, Sequence[Row]]:
    wanted = (
        select(*table.c)
        .join(ATTEMPT, ATTEMPT.c.id == table.c.attempt)
        .where(ATTEMPT.c.person == bindparam("person"))
        .order_by(*table.primary_key.columns)
    )
    found: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(wanted, {"person": person.id}):
        found[row.attempt].append(row._asdict())
    return dict(found)


def _chapters(connection: Connection, person: Person) -> Sequence[Row]:
    wanted = (
        select(*JOURNEY_CHAPTER.c)
        .join(JOURNEY, JOURNEY.c.id == JOURNEY_CHAPTER.c.journey)
        .where(JOURNEY.c.person == bindparam("person"))
        .order_by(JOURNEY.c.number, JOURNEY_CHAPTER.c.place)
    )
    return [row._asdict() for row in connection.execute(wanted, {"person": person.id})]


def _said(connection: Connection, person: Person) -> Sequence[Row]:
    wanted = (
        select(*REVIEW.c)
        .where(REVIEW.c.reviewer == bindparam("person"), REVIEW.c.trainee != bindparam("person"))
        .order_by(REVIEW.c.number)
    )
    return [row._asdict() for row in connection.execute(wanted, {"person": person.id})]


def _decision(row: Row) -> StoredDecision:
    return StoredDecision(
        turn=row["turn"],
        scene=row["scene"],
        choice=row["choice"],
        timed_out=bool(row["timed_out"]),
        hinted=bool(row["hinted"]),
        elapsed_ms=row["elapsed_ms"],
        at=row["at"],
    )
