"""The chain that ties an attempt's decisions together: sha-256, one link a decision.

The first link hangs on how the attempt began (person, revision, seed, ...), each
further one on the link before. A changed, removed or added row breaks it from
there on; a cut-off end shows against the input hash of the result.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from salesdojo.records.model import AttemptRecord, StoredDecision

METHOD: Final = "salesdojo chain 1"
"""What every chain begins with: links made otherwise would be another method's."""


def beginning(record: AttemptRecord) -> bytes:
    """Return the link (32 bytes) that the first decision of `record` hangs on."""
    fork = (record.fork.of, record.fork.turn) if record.fork else None
    return _hash(
        METHOD,
        record.id,
        record.person.id,
        record.scenario,
        record.revision,
        record.seed,
        record.mode.value,
        record.begun_at,
        fork,
    )


def link(before: bytes, decision: StoredDecision) -> bytes:
    """Return the link (32 bytes) of `decision`, hung on the link before it."""
    return _hash(
        before.hex(),
        decision.turn,
        decision.scene,
        decision.choice,
        decision.timed_out,
        decision.hinted,
        decision.elapsed_ms,
        decision.at,
    )


def end(record: AttemptRecord, decisions: Iterable[StoredDecision]) -> bytes:
    """Return the last link: it stands for all that a score is computed from."""
    last = beginning(record)
    for decision in decisions:
        last = link(last, decision)
    return last


def broken_at(
    record: AttemptRecord, linked: Iterable[tuple[StoredDecision, bytes]], sealed: str | None
) -> int | None:
    """Return the first turn whose link does not hold, or None where all do.

    `sealed` is the input hash (hex) of the attempt's result, where it has one: an end
    that differs from it breaks the chain one turn after the last.
    """
    last = beginning(record)
    turn = 1
    for decision, stored in linked:
        last = link(last, decision)
        if decision.turn != turn or last != stored:
            return turn
        turn += 1
    return turn if sealed is not None and last.hex() != sealed else None


def _hash(*parts: object) -> bytes:
    return sha256(json.dumps(parts, separators=(",", ":")).encode()).digest()
