"""An attempt of someone who was erased: what stays of it, and the chain tied anew.

What tells this attempt from others at a glance is replaced or cut: id, person, seed and
every time of day. What was played and how it was judged stays. A chain that held holds
again, one that did not is broken at the same turn again.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from salesdojo.practice.recalling import NEAR
from salesdojo.records import chain
from salesdojo.records.model import AttemptRecord, Fork, Person, StoredDecision

_DAY: Final = 86_400_000
_TEN: Final = 10
_BROKEN: Final = b"salesdojo broken 1"

Linked = tuple[StoredDecision, bytes]


def day(at: int) -> int:
    """Return the beginning of the UTC day of `at`, both in UTC milliseconds."""
    return at - at % _DAY


def day_or_none(at: int | None) -> int | None:
    """Do as `day`, for a time that may be missing."""
    return None if at is None else day(at)


def coarse(likeness: float) -> float:
    """Return the likeness of a typed line in tens (0-100): it was near after as before.

    To the tenth, those of a talk's lines would tell it from all others.
    """
    tens = _TEN * round(likeness / _TEN)
    return float(tens if (tens >= NEAR) == (likeness >= NEAR) else tens - _TEN)


def nameless(record: AttemptRecord, person: Person, name: str, seed: int, of: str) -> AttemptRecord:
    """Return `record` as it stays.

    Args:
        record: as it was.
        person: who stands for the person now.
        name: the attempt's new id.
        seed: another under which it goes alike.
        of: the new id of the attempt it was forked from; unused where it was not.
    """
    return replace(
        record,
        id=name,
        person=person,
        seed=seed,
        begun_at=day(record.begun_at),
        finished_at=day_or_none(record.finished_at),
        abandoned_at=day_or_none(record.abandoned_at),
        fork=Fork(of, record.fork.turn) if record.fork else None,
    )


def tied_anew(
    before: AttemptRecord, after: AttemptRecord, linked: Sequence[Linked]
) -> list[Linked]:
    """Return the decisions of `before` as they stay, tied to the beginning of `after`."""
    told, last = [], chain.beginning(after)
    known, holds = chain.beginning(before), True
    for decision, stored in linked:
        known = chain.link(known, decision)
        holds = holds and known == stored
        kept = replace(decision, elapsed_ms=0, at=day(decision.at))
        last = chain.link(last, kept)
        told.append((kept, last if holds else _broken(last)))
    return told


def sealed_anew(
    before: AttemptRecord,
    after: AttemptRecord,
    taken: Sequence[StoredDecision],
    kept: Sequence[StoredDecision],
    seal: tuple[str, str],
) -> str:
    """Return the input hash of a result as it stays.

    Args:
        before: the attempt as it was.
        after: as it stays.
        taken: its decisions as they were.
        kept: as they stay.
        seal: the result's revision, which a rescore may have changed, and its input hash.
    """
    revision, hashed = seal
    for one in (revision, before.revision):
        if chain.end(replace(before, revision=one), taken).hex() == hashed:
            return chain.end(replace(after, revision=one), kept).hex()
    return _broken(chain.end(after, kept)).hex()


def _broken(link: bytes) -> bytes:
    return sha256(_BROKEN + link).digest()
