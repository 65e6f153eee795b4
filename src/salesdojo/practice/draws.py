"""Chance that is the same on every machine: a draw is a hash of seed and road.

No generator state is kept: the draw at a place of a talk depends on the seed
and on how the talk came there, so a replay finds it again.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, TypeVar

T = TypeVar("T")

_METHOD: Final = "salesdojo draw 1"
"""Part of every hash: changing how draws are made would change recorded talks."""
_APART: Final = "\x1f"


def draw(seed: int, road: Sequence[str], below: int) -> int:
    """Return an integer from 0 up to but not including `below`, fixed by seed and road.

    128 bits of BLAKE2b (RFC 7693) modulo `below`: no value is favoured by
    more than `below` / 2**128.
    """
    words = _APART.join((_METHOD, str(seed), *road)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=16).digest()) % below


def shuffled(items: Sequence[T], seed: int, place: str) -> tuple[T, ...]:
    """Return `items` in an order fixed by seed and place (Fisher-Yates)."""
    order = list(items)
    for last in range(len(order) - 1, 0, -1):
        other = draw(seed, ("order", place, str(last)), last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)
