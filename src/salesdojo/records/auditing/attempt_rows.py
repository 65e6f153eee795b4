"""Many attempts read at once, with their decisions and results, as they are at one moment.

Rows come as the driver gives them: for a million attempts that is half of the time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, TextClause, bindparam, text

from salesdojo.records.auditing.chain_in_bulk import AttemptRow, DecisionRow

AT_ONCE: Final = 500
"""Attempts read in one transaction: short, for on SQLite nobody can save meanwhile."""
_ATTEMPTS: Final = (
    "SELECT number, id, person, scenario, revision, seed, mode, begun_at, finished_at, fork_of, "
    "fork_turn FROM attempt WHERE {which} ORDER BY number"
)
_DECISIONS: Final = (
    "SELECT decision.turn, decision.scene, decision.choice, decision.timed_out, decision.hinted, "
    "decision.elapsed_ms, decision.at, decision.link, attempt.number "
    "FROM attempt JOIN decision ON decision.attempt = attempt.id "
    "WHERE {which} ORDER BY attempt.number, decision.turn"
)
_RESULTS: Final = (
    "SELECT result.number, result.method, result.revision, result.input_hash, result.result_hash, "
    "result.supersedes, result.outcome, result.quality, result.passed, result.body, attempt.number "
    "FROM attempt JOIN result ON result.attempt = attempt.id "
    "WHERE {which} ORDER BY attempt.number"  # by result.number too, texts would be sorted
)
_ATTEMPT: Final = itemgetter(-1)


class ResultRow(NamedTuple):
    """A row of `result`, in the order in which it is asked for."""

    number: int
    method: str
    revision: str
    input_hash: str
    result_hash: str
    supersedes: int | None
    outcome: str
    quality: float
    passed: int
    body: str
    attempt: int
    """The number of its attempt."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An attempt as it is stored."""

    attempt: AttemptRow
    decisions: Sequence[DecisionRow]
    results: Sequence[ResultRow]
    """The oldest first."""


def read(connection: Connection, numbers: Sequence[int]) -> list[Kept]:
    """Return the attempts of these numbers (at most `AT_ONCE`) that are there, in their order.

    Args:
        connection: to read from.
        numbers: ascending, each once.
    """
    if not numbers:
        return []
    together = numbers[-1] - numbers[0] + 1 == len(numbers)
    asked = _TOGETHER if together else _APART
    named: Mapping[str, object] = (
        {"first": numbers[0], "last": numbers[-1]} if together else {"numbers": numbers}
    )
    found, decisions, results = (_rows(connection, one, named) for one in asked)
    decided, resulted = _by_attempt(decisions), _by_attempt(results)
    return [
        Kept(
            AttemptRow._make(row),
            decided.get(row[0], []),
            sorted(map(ResultRow._make, resulted.get(row[0], ()))),
        )
        for row in found
    ]


_TOGETHER: Final = tuple(
    text(one.format(which="attempt.number BETWEEN :first AND :last"))
    for one in (_ATTEMPTS, _DECISIONS, _RESULTS)
)
"""Numbers without a gap: there is less to write and to read."""
_APART: Final = tuple(
    text(one.format(which="attempt.number IN :numbers")).bindparams(
        bindparam("numbers", expanding=True)
    )
    for one in (_ATTEMPTS, _DECISIONS, _RESULTS)
)


def _rows(
    connection: Connection, asked: TextClause, named: Mapping[str, object]
) -> list[tuple[Any, ...]]:
    with connection.execute(asked, named) as found:
        # Tuples: SQLAlchemy's rows take twice as long to make and to take apart.
        return [] if found.cursor is None else list(found.cursor.fetchall())


def _by_attempt(rows: Sequence[tuple[Any, ...]]) -> Mapping[int, list[Any]]:
    return {number: list(group) for number, group in groupby(rows, _ATTEMPT)}
