"""Decisions appended, each on the link of the one before, and read back."""

from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Row, bindparam, insert, select

from salesdojo.errors import RecordsError
from salesdojo.records import chain, recalls
from salesdojo.records.attempts import possible_id, record_of
from salesdojo.records.model import StoredDecision
from salesdojo.records.tables import DECISION

if TYPE_CHECKING:
    from salesdojo.practice.recalling import Recalled

_OF_ATTEMPT: Final = (
    select(*DECISION.c)
    .where(DECISION.c.attempt == bindparam("attempt"), DECISION.c.turn >= bindparam("since"))
    .order_by(DECISION.c.turn)
)
_INSERT: Final = insert(DECISION)


def append(
    connection: Connection,
    attempt_id: str,
    decision: StoredDecision,
    recall: "Recalled | None" = None,
) -> int:
    """Store the next decision of an attempt; return how many are stored then.

    The same decision again is fine: a commit that failed may have landed, and with it what
    was typed before the decision.

    Raises:
        RecordsError: DB015 another window stored a different decision at that turn,
            DB016 a turn is missing before it, DB017 no such attempt.
    """
    since = {"attempt": possible_id(attempt_id), "since": decision.turn - 1}
    rows = connection.execute(_OF_ATTEMPT, since).all()
    there = next((row for row in rows if row.turn == decision.turn), None)
    if there is not None:
        _require_same(attempt_id, decision, _decision(there))
        return int(rows[-1].turn)
    before = rows[0].link if rows else _beginning(connection, attempt_id, decision.turn)
    store_linked(connection, attempt_id, decision, chain.link(before, decision))
    if recall is not None:
        recalls.keep(connection, attempt_id, decision.turn, recall)
    return decision.turn


def store_linked(
    connection: Connection, attempt_id: str, decision: StoredDecision, link: bytes
) -> None:
    """Store a decision with its link, unasked."""
    connection.execute(_INSERT, _row(attempt_id, decision, link))


def decisions(connection: Connection, attempt_id: str) -> tuple[StoredDecision, ...]:
    """Return the attempt's decisions in order."""
    return tuple(decision for decision, _ in linked(connection, attempt_id))


def linked(connection: Connection, attempt_id: str) -> tuple[tuple[StoredDecision, bytes], ...]:
    """Return the attempt's decisions in order, each with its stored link."""
    rows = connection.execute(_OF_ATTEMPT, {"attempt": possible_id(attempt_id), "since": 1})
    return tuple((_decision(row), row.link) for row in rows)


def _beginning(connection: Connection, attempt_id: str, turn: int) -> bytes:
    """Return what the first decision hangs on; any other turn has one missing before it."""
    record = record_of(connection, attempt_id)
    if turn != 1:
        raise RecordsError("DB016", attempt=attempt_id, turn=turn, saved=record.saved)
    return chain.beginning(record)


def _require_same(attempt_id: str, decision: StoredDecision, stored: StoredDecision) -> None:
    if not decision.same_move(stored):
        raise RecordsError(
            "DB015",
            attempt=attempt_id,
            turn=decision.turn,
            choice=decision.choice,
            stored=stored.choice,
        )


def _row(attempt_id: str, decision: StoredDecision, link: bytes) -> dict[str, object]:
    return {
        "attempt": attempt_id,
        "turn": decision.turn,
        "scene": decision.scene,
        "choice": decision.choice,
        "timed_out": int(decision.timed_out),
        "hinted": int(decision.hinted),
        "elapsed_ms": decision.elapsed_ms,
        "at": decision.at,
        "link": link,
    }


def _decision(row: Row[tuple[object, ...]]) -> StoredDecision:
    return StoredDecision(
        turn=row.turn,
        scene=row.scene,
        choice=row.choice,
        timed_out=bool(row.timed_out),
        hinted=bool(row.hinted),
        elapsed_ms=row.elapsed_ms,
        at=row.at,
    )
