"""The chain of many attempts checked, from rows as the database gives them.

The bytes that are hashed are put together without `json.dumps`, three times as fast;
a property test holds the links equal to those of `chain`.
"""

from collections.abc import Sequence
from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from typing import NamedTuple

from salesdojo.records import chain


class DecisionRow(NamedTuple):
    """A row of `decision`, in the order in which an audit asks for its columns."""

    turn: int
    scene: str
    choice: str
    timed_out: int
    hinted: int
    elapsed_ms: int
    at: int
    link: bytes
    attempt: int
    """The number of its attempt."""


class AttemptRow(NamedTuple):
    """A row of `attempt`, likewise."""

    number: int
    id: str
    person: str
    scenario: str
    revision: str
    seed: int
    mode: str
    begun_at: int
    finished_at: int | None
    fork_of: str | None
    fork_turn: int | None


def beginning(row: AttemptRow) -> bytes:
    """Return the link that the first decision of the attempt hangs on."""
    _, name, person, scenario, revision, seed, mode, begun_at, _, fork_of, fork_turn = row
    fork = "null" if fork_of is None else f"[{quoted(fork_of)},{fork_turn}]"
    return sha256(
        f'["{chain.METHOD}",{quoted(name)},{quoted(person)},{quoted(scenario)},{quoted(revision)},'
        f"{seed},{quoted(mode)},{begun_at},{fork}]".encode()
    ).digest()


def broken_at(begun: bytes, rows: Sequence[DecisionRow]) -> tuple[int | None, bytes]:
    """Return the first turn whose link does not hold (None where all do), and the last link.

    Args:
        begun: what the first decision hangs on (`beginning`).
        rows: the attempt's decisions in order of their turns.
    """
    last = begun
    expected = 1
    for turn, scene, choice, timed_out, hinted, elapsed_ms, at, link, _ in rows:
        last = sha256(
            f'["{last.hex()}",{turn},{quoted(scene)},{quoted(choice)},'
            f"{'true' if timed_out else 'false'},{'true' if hinted else 'false'},"
            f"{elapsed_ms},{at}]".encode()
        ).digest()
        if turn != expected or last != link:
            return expected, last
        expected += 1
    return None, last
