"""The chain of many attempts checked, from rows as the database gives them.

The bytes that are hashed are put together without `json.dumps`, three times as fast;
a property test holds the links equal to those of `chain`.
"""

from collections.abc import Sequence
from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from typing import NamedTuple


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


def broken_at(beginning: bytes, rows: Sequence[DecisionRow]) -> tuple[int | None, bytes]:
    """Return the first turn whose link does not hold (None where all do), and the last link.

    Args:
        beginning: what the first decision hangs on (`chain.beginning`).
        rows: the attempt's decisions in order of their turns.
    """
    last = beginning
    expected = 1
    for turn, scene, choice, timed_out, hinted, elapsed_ms, at, link in rows:
        last = sha256(
            f'["{last.hex()}",{turn},{quoted(scene)},{quoted(choice)},'
            f"{'true' if timed_out else 'false'},{'true' if hinted else 'false'},"
            f"{elapsed_ms},{at}]".encode()
        ).digest()
        if turn != expected or last != link:
            return expected, last
        expected += 1
    return None, last
