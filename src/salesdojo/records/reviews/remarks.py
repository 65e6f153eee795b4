"""Remarks stored, each once, and read by scenario."""

from typing import Final

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from salesdojo.errors import RecordsError
from salesdojo.records.attempts import possible_id, record_of
from salesdojo.records.reviews.remark import Heard, Remark, RemarkKind
from salesdojo.records.tables import ATTEMPT, DECISION, REMARK

_BY_ID: Final = select(REMARK).where(REMARK.c.id == bindparam("id"))
_DECISION: Final = select(DECISION.c.choice).where(
    DECISION.c.attempt == bindparam("attempt"), DECISION.c.turn == bindparam("turn")
)
_OF_ATTEMPT: Final = (
    select(REMARK).where(REMARK.c.attempt == bindparam("attempt")).order_by(REMARK.c.number)
)
_HEARD: Final[Select[tuple[object, ...]]] = (
    # Remarks are few and attempts many: from each remark one step to its attempt and decision.
    select(*REMARK.c, ATTEMPT.c.scenario, ATTEMPT.c.revision, DECISION.c.scene)
    .join(ATTEMPT, ATTEMPT.c.id == REMARK.c.attempt)
    .join(DECISION, (DECISION.c.attempt == REMARK.c.attempt) & (DECISION.c.turn == REMARK.c.turn))
    .order_by(REMARK.c.number.desc())
    .limit(bindparam("most"))
)
_OF_SCENARIO: Final = _HEARD.where(ATTEMPT.c.scenario == bindparam("scenario"))
_LATEST: Final = (
    select(REMARK.c.attempt).order_by(REMARK.c.number.desc()).limit(bindparam("most")).subquery()
)
_COUNTED: Final = (
    select(ATTEMPT.c.scenario, func.count())
    .join(_LATEST, _LATEST.c.attempt == ATTEMPT.c.id)
    .group_by(ATTEMPT.c.scenario)
)
_OF_REVISION: Final = _OF_SCENARIO.where(ATTEMPT.c.revision == bindparam("revision"))


def keep(connection: Connection, remark: Remark) -> None:
    """Store a remark; the same again changes nothing.

    Raises:
        RecordsError: DB017 no such attempt, DB023 the id stands for another remark,
            DB067 the attempt has no such decision.
    """
    there = connection.execute(_BY_ID, {"id": remark.id}).one_or_none()
    if there is not None:
        if _remark(there) != remark:
            raise RecordsError("DB023", attempt=remark.id)
        return
    attempt = record_of(connection, possible_id(remark.attempt))
    at = {"attempt": attempt.id, "turn": remark.turn}
    if connection.execute(_DECISION, at).scalar_one_or_none() != remark.choice:
        raise RecordsError("DB067", attempt=attempt.id, turn=remark.turn, choice=remark.choice)
    connection.execute(insert(REMARK), _row(remark))


def of_attempt(connection: Connection, attempt_id: str) -> tuple[Remark, ...]:
    """Return the remarks on an attempt, in the order they were kept."""
    rows = connection.execute(_OF_ATTEMPT, {"attempt": possible_id(attempt_id)})
    return tuple(_remark(row) for row in rows)


def of_scenario(
    connection: Connection, scenario: str, revision: str | None, most: int
) -> tuple[Heard, ...]:
    """Return the latest remarks on a scenario, or on one revision of it, the newest first."""
    asked = {"scenario": possible_id(scenario), "most": most}
    if revision is None:
        rows = connection.execute(_OF_SCENARIO, asked)
    else:
        rows = connection.execute(_OF_REVISION, {**asked, "revision": revision})
    return tuple(Heard(_remark(row), row.scenario, row.revision, row.scene) for row in rows)


def counted(connection: Connection, most: int) -> dict[str, int]:
    """Return how many of the latest remarks are on each scenario."""
    rows = connection.execute(_COUNTED, {"most": most})
    return {scenario: many for scenario, many in rows}  # noqa: C416 - rows are no pairs to mypy


def _row(remark: Remark) -> dict[str, object]:
    return {
        "id": remark.id,
        "attempt": remark.attempt,
        "turn": remark.turn,
        "choice": remark.choice,
        "kind": remark.kind.value,
        "words": remark.words,
        "language": remark.language,
        "at": remark.at,
    }


def _remark(row: Row[tuple[object, ...]]) -> Remark:
    return Remark(
        id=row.id,
        attempt=row.attempt,
        turn=row.turn,
        choice=row.choice,
        kind=RemarkKind(row.kind),
        words=row.words,
        language=row.language,
        at=row.at,
    )
