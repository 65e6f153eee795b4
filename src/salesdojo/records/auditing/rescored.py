"""New results stored beside the old ones, which stay as they are."""

from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from salesdojo.errors import RecordsError
from salesdojo.practice.solving import METHOD
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.keeping_up import recounted
from salesdojo.records.mastery.kept_figures import forget
from salesdojo.records.tables import ATTEMPT, RESULT, SCENARIO_REVISION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from salesdojo.records.auditing.rescoring import Change
    from salesdojo.records.database.database import Database


def store(database: "Database", changes: "Sequence[Change]", at: int) -> None:
    """Store the results of `changes`, all or none; what is stored already is left as it is.

    What was kept of the figures of these people is thrown away: it is worked out again.

    Raises:
        RecordsError: DB052 an attempt was scored by others or erased meanwhile, or what keeps
            the results from being stored.
    """
    if changes:
        database.write(lambda connection: _store(connection, changes, at))


def _store(connection: "Connection", changes: "Sequence[Change]", at: int) -> None:
    for revision, change in {change.now.revision: change for change in changes}.items():
        if revision_bytes(connection, revision) is None:
            kept = {"sha256": revision, "bytes": change.now.canonical}
            connection.execute(insert(SCENARIO_REVISION), kept)
    with recounted(connection, {(change.person, change.scenario) for change in changes}):
        _store_results(connection, changes, at)


def _store_results(connection: "Connection", changes: "Sequence[Change]", at: int) -> None:
    newest: dict[str, int] = {}
    for change in changes:
        if not _stored_already(connection, change):
            stored = insert(RESULT).returning(RESULT.c.number)
            newest[change.person] = connection.execute(stored, _row(change, at)).scalar_one()
    for person, number in newest.items():
        forget(connection, person, number)


def _stored_already(connection: "Connection", change: "Change") -> bool:
    """Say whether a commit that seemed to fail had landed."""
    # PostgreSQL: of two who rescore at once the second must see what the first stored.
    connection.execute(
        select(ATTEMPT.c.number).where(ATTEMPT.c.id == change.attempt).with_for_update()
    )
    latest = connection.execute(
        select(func.max(RESULT.c.number)).where(RESULT.c.attempt == change.attempt)
    ).scalar_one()
    if latest == change.replaces:
        return False
    row = connection.execute(select(RESULT).where(RESULT.c.number == latest)).one_or_none()
    if row is None or (row.supersedes, row.revision, row.body) != (
        change.replaces,
        change.now.revision,
        change.body,
    ):
        raise RecordsError("DB052", attempt=change.attempt)
    return True


def _row(change: "Change", at: int) -> dict[str, object]:
    return {
        "attempt": change.attempt,
        "method": str(METHOD),
        "revision": change.now.revision,
        "input_hash": change.input_hash,
        "result_hash": sha256(change.body.encode()).hexdigest(),
        "supersedes": change.replaces,
        "at": at,
        "outcome": change.result.outcome.value,
        "quality": change.result.quality,
        "passed": int(change.result.passed),
        "body": change.body,
    }
