"""A person erased: name, words and figures gone, the attempts somebody's of the same team.

Everything is stored anew under new ids, numbers and seeds, and what was there before is
deleted, all in one transaction. docs/operators.md says against whom this protects.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from salesdojo.records.assignments import assignment_rows
from salesdojo.records.database.append_only import giving_way
from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.filling import number_on
from salesdojo.records.database.place import SQLITE
from salesdojo.records.model import Person
from salesdojo.records.people import people
from salesdojo.records.people.anonymous import day
from salesdojo.records.people.nameless_rows import NamelessRows, other_seed
from salesdojo.records.people.reseeding import Reseeding
from salesdojo.records.people.whole_history import WholeHistory, whole_history
from salesdojo.records.tables import (
    ATTEMPT,
    DECISION,
    FIGURES,
    FINISHED_ATTEMPT,
    JOURNEY,
    JOURNEY_CHAPTER,
    METADATA,
    PERSON,
    RECALL,
    REMARK,
    RESULT,
    REVIEW,
    SUMMARY,
)
from salesdojo.records.tallies import kept_tallies, tally_adding
from salesdojo.records.tallies.item_counts import Counts


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is wished for."""

    person: Person
    stand_in: str
    """The id of the nameless person of the same team who gets the attempts."""
    at: int
    """Now, UTC in milliseconds."""
    reseeding: Reseeding
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure came to."""

    attempts: int
    """Kept without a name."""
    journeys: int
    """Likewise."""
    words: int
    """Remarks, typed lines, comments and reasons whose words are gone."""
    lost: int
    """Attempts deleted, because no other seed was found under which they go alike."""


def learnt(connection: Connection, wish: Erasure) -> WholeHistory:
    """Return what is stored of the person, with the scenarios of it learnt."""
    held = whole_history(connection, wish.person)
    wish.reseeding.learn(connection, (row["revision"] for row in held.attempts))
    return held


def rehearse(held: WholeHistory, wish: Erasure) -> None:
    """Find the seeds beforehand, outside of any transaction: that may take seconds."""
    for row in held.attempts:
        other_seed(held, row, wish.reseeding)


def erase(connection: Connection, wish: Erasure) -> Erased | None:
    """Do what `wish` says, in a transaction of its own; None where that was done already.

    Raises:
        RecordsError: DB060 there is no such person any more.
    """
    _let_nobody_write(connection)
    if connection.execute(select(PERSON.c.id).where(PERSON.c.id == wish.stand_in)).first():
        return None
    people.require(connection, wish.person)
    held = learnt(connection, wish)
    today, team = day(wish.at), wish.person.team
    row = {"id": wish.stand_in, "team": team, "erased_at": today}
    connection.execute(insert(PERSON), row)
    stand_in = Person(wish.stand_in, "", team)
    rows = NamelessRows(connection, held, stand_in, today, wish.new_id)
    rows.take_over(wish.reseeding)
    rows.store()
    lost = len(held.attempts) - len(rows.kept)
    if lost and kept_tallies.kept(connection):  # what goes for good goes from the tallies too
        before = _counted(connection, wish.person, held)
        tally_adding.add(connection, _counted(connection, stand_in, held).minus(before))
    _take_words(connection, held, wish)
    _delete(connection, wish.person)
    number_on(connection)
    return Erased(
        attempts=len(rows.kept),
        journeys=len(held.journeys),
        words=_words(held),
        lost=lost,
    )


def _let_nobody_write(connection: Connection) -> None:
    """Keep every other writer waiting until this transaction ends."""
    take_time(connection)
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        return
    names = ", ".join(table.name for table in METADATA.sorted_tables)
    connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def _delete(connection: Connection, person: Person) -> None:
    """Delete every row of the person's, each table before those it refers to."""
    named = {"person": person.id}
    theirs = select(ATTEMPT.c.id).where(ATTEMPT.c.person == bindparam("person"))
    runs = select(JOURNEY.c.id).where(JOURNEY.c.person == bindparam("person"))
    assignment_rows.forget(connection, person.id)
    for table in (FIGURES, FINISHED_ATTEMPT, SUMMARY):
        connection.execute(delete(table).where(table.c.person == bindparam("person")), named)
    for table in (RECALL, REMARK, RESULT, REVIEW):
        connection.execute(delete(table).where(table.c.attempt.in_(theirs)), named)
    connection.execute(delete(JOURNEY_CHAPTER).where(JOURNEY_CHAPTER.c.journey.in_(runs)), named)
    with giving_way(connection):
        connection.execute(delete(DECISION).where(DECISION.c.attempt.in_(theirs)), named)
    for table in (ATTEMPT, JOURNEY):
        connection.execute(delete(table).where(table.c.person == bindparam("person")), named)
    connection.execute(delete(PERSON).where(PERSON.c.id == bindparam("person")), named)


def _take_words(connection: Connection, held: WholeHistory, wish: Erasure) -> None:
    """Leave of what the person said of others' attempts the fact, as nobody's.

    It keeps its place among what others said there: who has read up to it has read it.
    """
    names = {row["id"]: wish.new_id() for row in held.said}
    rows = [
        {
            "row": row["number"],
            "id": names[row["id"]],
            "reviewer": wish.stand_in,
            "at": day(row["at"]),
            "words": None,
            "supersedes": names.get(row["supersedes"]),
        }
        for row in held.said
    ]
    if rows:
        connection.execute(update(REVIEW).where(REVIEW.c.number == bindparam("row")), rows)


def _counted(connection: Connection, person: Person, held: WholeHistory) -> Counts:
    """Return what attempts of `person` come to, at every scenario of `held`."""
    counts = Counts()
    for scenario in sorted({row["scenario"] for row in held.attempts}):
        counts.add_history(kept_tallies.history(connection, person.id, scenario))
    return counts


def _words(held: WholeHistory) -> int:
    def many(table: Table, column: str) -> int:
        rows = (row for found in held.by_attempt[table.name].values() for row in found)
        return sum(row[column] is not None for row in rows)

    said = sum(row["words"] is not None for row in held.said)
    return many(RECALL, "typed") + many(REMARK, "words") + many(REVIEW, "words") + said
