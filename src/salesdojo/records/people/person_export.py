"""Everything known of one person as a document: what they may ask for, and take along."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from salesdojo.records.model import Person
from salesdojo.records.people import people
from salesdojo.records.people.whole_history import Row, WholeHistory, whole_history
from salesdojo.records.tables import DECISION, RECALL, REMARK, RESULT, REVIEW

FORMAT: Final = "salesdojo person"
VERSION: Final = 1
"""Of the format: raised when something changes its meaning or goes, not for additions."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DECISION: Final = ("turn", "scene", "choice", "timed_out", "hinted", "elapsed_ms", "at")
_RECALL: Final = ("turn", "typed", "nearest", "likeness")
_REMARK: Final = ("id", "turn", "choice", "kind", "words", "language", "at")
_RESULT: Final = ("method", "revision", "at", "outcome", "quality", "passed", "body")
_SAID: Final = ("id", "kind", "at", "turn", "criterion", "level", "words", "supersedes")
_REVIEW: Final = ("reviewer", *_SAID)
_ASSIGNMENT: Final = (
    *("id", "kind", "what", "team", "set_at", "due", "minimum", "attempts", "mode"),
    *("book", "withdrawn_at"),
)
_TRUTHS: Final = frozenset({"timed_out", "hinted", "passed"})
_TIMES: Final = frozenset(
    {"at", "begun_at", "finished_at", "abandoned_at", "set_at", "withdrawn_at"}
)
_JSON: Final = frozenset({"body", "shown", "totals"})


def exported(connection: Connection, person: Person, at: int) -> dict[str, Any]:
    """Return everything known of `person`, ready for JSON; nothing of anybody else.

    What the store keeps for itself is left out: the order of storing, and the hashes that
    show whether a row was changed.

    Raises:
        RecordsError: DB060 the person was erased.
    """
    people.require(connection, person)
    held = whole_history(connection, person)
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": iso_time(at),
        "person": {"id": person.id, "name": person.name, "team": person.team},
        "attempts": [_attempt(held, row) for row in held.attempts],
        "journeys": [_journey(held, row) for row in held.journeys],
        "figures": [_plain(row, ("part", "made_by", "body")) for row in held.figures],
        "said": [_plain(row, ("attempt", *_SAID)) for row in held.said],
        "assignments": [_plain(row, _ASSIGNMENT) for row in held.assignments],
        "summary": [_plain(row, ("made_by", "shown", "totals")) for row in held.summary],
    }


def _attempt(held: WholeHistory, row: Row) -> dict[str, Any]:
    kept = ("id", "scenario", "revision", "seed", "mode", "language")
    fork = {"of": row["fork_of"], "turn": row["fork_turn"]} if row["fork_of"] else None
    of = row["id"]
    return {
        **_plain(row, (*kept, "begun_at", "finished_at", "abandoned_at")),
        "fork": fork,
        "decisions": [_plain(one, _DECISION) for one in held.of(DECISION, of)],
        "recalls": [_plain(one, _RECALL) for one in held.of(RECALL, of)],
        "remarks": [_plain(one, _REMARK) for one in held.of(REMARK, of)],
        "results": [_plain(one, _RESULT) for one in held.of(RESULT, of)],
        "reviews": [_plain(one, _REVIEW) for one in held.of(REVIEW, of)],
    }


def _journey(held: WholeHistory, row: Row) -> dict[str, Any]:
    kept = ("id", "journey", "begun_at", "finished_at", "abandoned_at", "outcome")
    chapters = [one["attempt"] for one in held.chapters if one["journey"] == row["id"]]
    return {**_plain(row, kept), "chapters": chapters}


def _plain(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: _value(column, row[column]) for column in columns}


def _value(column: str, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return None
    if column in _TIMES:
        return iso_time(value)
    if column in _TRUTHS:
        return bool(value)
    return _read(value) if column in _JSON else value


def _read(body: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # damaged, and known all the same
        return body


def iso_time(at: int) -> str | int:
    """Return UTC as ISO 8601 has it; what no calendar has, from a broken clock, as it is."""
    try:
        moment = _EPOCH + timedelta(milliseconds=at)
    except OverflowError:
        return at
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
