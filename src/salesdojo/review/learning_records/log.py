"""The records as a log of statements: what is appended later comes later in it.

An attempt is told of when it has ended. A rescore takes back what the earlier result said and
tells the new one; who reads the whole log, and who goes on where they left off, come to the
same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection

from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import Result
from salesdojo.records import result_json
from salesdojo.records.attempts import revision_bytes
from salesdojo.review.exporting.chosen import Asked, Chosen
from salesdojo.review.exporting.decided import Decided, decided
from salesdojo.review.exporting.ended_rows import Attempt, Logged, Superseded, left, logged
from salesdojo.review.learning_records.activities import Activities
from salesdojo.review.learning_records.left_off import Through
from salesdojo.review.learning_records.names import statement_id
from salesdojo.review.learning_records.statements import Builder, Scored, Statement, result_key


class Told(NamedTuple):
    """What one step of the log says."""

    number: int | None
    """Of the result; None for an attempt that was left, all of which come last."""
    left_at: int | None
    """When it was left, UTC in milliseconds."""
    statements: Sequence[Statement]


def builder(connection: Connection, home: str, *, names: bool) -> Builder:
    """Return what makes statements of the records in `connection`."""
    return Builder(Activities(partial(revision_bytes, connection)), home, names)


def told(
    connection: Connection, made: Builder, chosen: Chosen, people: Asked, after: Through
) -> Iterator[Told]:
    """Yield the log of what comes `after`.

    Raises:
        RecordsError: DB018 a stored result is damaged.
    """
    for page in logged(connection, chosen, people, after.result):
        decisions = decided(connection, [one.attempt.id for one in page])
        for one in page:
            steps = decisions.get(one.attempt.id, ())
            yield Told(one.attempt.number, None, list(_finished(made, one, steps)))
    since = replace(chosen, since=max(chosen.since, after.left_at))
    for rows in left(connection, since, people):
        decisions = decided(connection, [one.id for one in rows])
        for attempt in rows:
            yield Told(
                None,
                attempt.abandoned_at,
                list(_left(made, attempt, decisions.get(attempt.id, ()))),
            )


def _finished(made: Builder, one: Logged, decisions: Sequence[Decided]) -> Iterator[Statement]:
    attempt = one.attempt
    scored = Scored(_read(attempt, one.body), one.result_hash, one.scored_by, one.at)
    if one.before is None:
        yield made.begun(attempt)
    else:
        yield from _taken_back(made, attempt, one.before, decisions, one.at)
    yield from made.scored(attempt, scored, decisions)
    if one.before is None:
        yield from made.ended(attempt, decisions)


def _taken_back(
    made: Builder, attempt: Attempt, before: Superseded, decisions: Sequence[Decided], at: int
) -> Iterator[Statement]:
    result = _read(attempt, before.body)
    earlier = result_key(before.result_hash, before.at)
    keys = [("answered", str(one.turn)) for one in decisions]
    keys += [("scored", criterion) for criterion in result.criteria]
    for key in keys:
        yield made.voided(attempt, statement_id(attempt.id, *key, earlier), at)
    verdict = "passed" if result.passed else "failed"
    yield made.voided(attempt, statement_id(attempt.id, verdict, earlier), at)


def _left(made: Builder, attempt: Attempt, decisions: Sequence[Decided]) -> Iterator[Statement]:
    yield made.begun(attempt)
    for one in decisions:
        yield made.answered(attempt, one)
    yield from made.ended(attempt, decisions)


def _read(attempt: Attempt, body: str) -> Result:
    try:
        return result_json.read(body)
    except ValueError as damage:
        raise RecordsError("DB018", attempt=attempt.id) from damage
