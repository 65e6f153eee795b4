"""Blind levels as they were given, each with the machine's: what agreement is told from."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select

from salesdojo.records import result_json
from salesdojo.records.reviews.said import Kind
from salesdojo.records.tables import ATTEMPT, PERSON, RESULT, REVIEW

LATEST: Final = 20_000
"""Blind levels told of at once: the latest."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reviewer's blind level of one criterion of one attempt."""

    attempt: str
    criterion: str
    by: str
    """The reviewer's id."""
    name: str
    """Of the reviewer; empty once erased."""
    level: int
    machine: int | None
    """The level of the result that stood then; None where it cannot be read."""


_JUDGED: Final[Select[Any]] = (
    select(REVIEW, PERSON.c.name, RESULT.c.body)
    .join(PERSON, PERSON.c.id == REVIEW.c.reviewer)
    .join(RESULT, RESULT.c.number == REVIEW.c.result, isouter=True)
    .where(REVIEW.c.kind == Kind.BLIND)
    .order_by(REVIEW.c.number.desc())
    .limit(LATEST)
)
_TRAINEE: Final = PERSON.alias("trainee")
_OF_TEAM: Final = (
    _JUDGED.join(ATTEMPT, ATTEMPT.c.id == REVIEW.c.attempt)
    .join(_TRAINEE, _TRAINEE.c.id == ATTEMPT.c.person)
    .where(_TRAINEE.c.team == bindparam("team"))
)


def judgements(connection: Connection, team: str | None) -> tuple[Judgement, ...]:
    """Return the latest blind levels in the order they were given."""
    rows = connection.execute(_JUDGED if team is None else _OF_TEAM, {"team": team}).all()
    levels: dict[int, dict[str, int]] = {}
    told = []
    for row in reversed(rows):
        if row.result not in levels:
            levels[row.result] = _levels(row.body)
        told.append(
            Judgement(
                attempt=row.attempt,
                criterion=row.criterion,
                by=row.reviewer,
                name=row.name or "",
                level=row.level,
                machine=levels[row.result].get(row.criterion),
            )
        )
    return tuple(told)


def _levels(body: str | None) -> dict[str, int]:
    try:
        criteria = result_json.read(body or "").criteria
    except ValueError:  # damaged, or of a result that an erasure took along
        return {}
    return {criterion: score.level for criterion, score in criteria.items()}
