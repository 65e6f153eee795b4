"""Many attempts read at once, with their decisions and results, as they are at one moment.

Rows come as the driver gives them: for a million attempts that is half of the time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, bindparam, text

from salesdojo.records.chain_in_bulk import AttemptRow, DecisionRow

T = TypeVar("T")

AT_ONCE: Final = 500
"""Attempts read in one transaction: short, for on SQLite nobody can save meanwhile."""
_ATTEMPTS: Final = text(
    "SELECT number, id, person, scenario, revision, seed, mode, begun_at, finished_at, fork_of, "
    "fork_turn FROM attempt WHERE number IN :numbers ORDER BY number"
)
_DECISIONS: Final = text(
    "SELECT decision.turn, decision.scene, decision.choice, decision.timed_out, decision.hinted, "
    "decision.elapsed_ms, decision.at, decision.link, attempt.number "
    "FROM attempt JOIN decision ON decision.attempt = attempt.id "
    "WHERE attempt.number IN :numbers ORDER BY attempt.number, decision.turn"
)
_RESULTS: Final = text(
    "SELECT result.number, result.method, result.revision, result.input_hash, result.result_hash, "
    "result.supersedes, result.outcome, result.quality, result.passed, result.body, attempt.number "
    "FROM attempt JOIN result ON result.attempt = attempt.id "
    "WHERE attempt.number IN :numbers ORDER BY attempt.number, result.number"
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
    """Return the attempts of these numbers (at most `AT_ONCE`) that are there, in their order."""
    named = {"numbers": numbers}
    found = connection.execute(_IN_NUMBERS[0], named).all()
    decisions = _by_attempt(connection.execute(_IN_NUMBERS[1], named).all())
    results = _by_attempt(connection.execute(_IN_NUMBERS[2], named).all())
    return [
        Kept(
            AttemptRow._make(row),
            cast("list[DecisionRow]", decisions.get(row[0], [])),
            [ResultRow._make(one) for one in results.get(row[0], ())],
        )
        for row in found
    ]


_IN_NUMBERS: Final = tuple(
    statement.bindparams(bindparam("numbers", expanding=True))
    for statement in (_ATTEMPTS, _DECISIONS, _RESULTS)
)


def _by_attempt(rows: Iterable[Sequence[T]]) -> Mapping[T, list[Sequence[T]]]:
    grouped: dict[T, list[Sequence[T]]] = {}
    for row in rows:
        grouped.setdefault(_ATTEMPT(row), []).append(row)
    return grouped
