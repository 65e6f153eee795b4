"""An attempt begun: with its scenario as it is now, and a fork with the decisions before it."""

from typing import Final

from sqlalchemy import Connection, insert

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError, UsageError
from salesdojo.records import chain
from salesdojo.records.attempts import find, record_of, revision_bytes
from salesdojo.records.decisions import decisions, store_linked
from salesdojo.records.model import AttemptRecord, Fork, Playable, StoredDecision
from salesdojo.records.people import people
from salesdojo.records.tables import ATTEMPT, SCENARIO_REVISION

LARGEST_SEED: Final = 2**63 - 1


def begin(connection: Connection, record: AttemptRecord, scenario: Playable) -> AttemptRecord:
    """Store a new attempt. Beginning the same attempt twice changes nothing.

    Raises:
        UsageError: US022 for a seed that does not fit 64 bits.
        RecordsError: DB017 no such attempt to fork, DB023 the id stands for another attempt,
            DB024 nothing to retry from at that turn, DB060 the person was erased.
    """
    if not 0 <= record.seed <= LARGEST_SEED:
        raise UsageError("US022", seed=excerpt(str(record.seed)), largest=LARGEST_SEED)
    there = find(connection, record.id)
    if there is not None:
        if chain.beginning(there) != chain.beginning(record):
            raise RecordsError("DB023", attempt=record.id)
        return there
    people.require(connection, record.person)
    before = _before(connection, record, record.fork) if record.fork else ()
    _keep_revision(connection, scenario)
    connection.execute(insert(ATTEMPT), _row(record))
    last = chain.beginning(record)
    for decision in before:
        last = chain.link(last, decision)
        store_linked(connection, record.id, decision, last)
    return record_of(connection, record.id)


def _keep_revision(connection: Connection, scenario: Playable) -> None:
    if revision_bytes(connection, scenario.revision) is None:
        kept = {"sha256": scenario.revision, "bytes": scenario.canonical}
        connection.execute(insert(SCENARIO_REVISION), kept)


def _before(
    connection: Connection, record: AttemptRecord, fork: Fork
) -> tuple[StoredDecision, ...]:
    """Return the other attempt's decisions before the fork's turn."""
    other = record_of(connection, fork.of)
    same_talk = (other.person, other.revision, other.seed) == (
        record.person,
        record.revision,
        record.seed,
    )
    if not same_talk or not 1 <= fork.turn <= other.saved + 1:
        raise RecordsError("DB024", attempt=fork.of, turn=fork.turn)
    return decisions(connection, fork.of)[: fork.turn - 1]


def _row(record: AttemptRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "person": record.person.id,
        "scenario": record.scenario,
        "revision": record.revision,
        "seed": record.seed,
        "mode": record.mode.value,
        "language": record.language,
        "begun_at": record.begun_at,
        "fork_of": record.fork.of if record.fork else None,
        "fork_turn": record.fork.turn if record.fork else None,
    }
