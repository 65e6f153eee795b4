"""When attempts were finished, in the order of storing, where a clock was set wrong meanwhile."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.records.model import Finished


def in_order(attempts: "Iterable[Finished]", now: int) -> "tuple[Finished, ...]":
    """Return `attempts` as they were stored, with times that never go back nor past `now`.

    A time after `now` was never: it becomes that of the attempt stored next, else `now`. A
    time before that of the attempt stored last becomes the same as it. Nothing is left out.

    Args:
        attempts: in any order.
        now: UTC in milliseconds.
    """
    stored = sorted(attempts, key=lambda one: one.stored)
    times: list[int] = []
    following = now
    for attempt in reversed(stored):
        following = attempt.at if attempt.at <= now else following
        times.append(following)
    told: list[Finished] = []
    latest = min(times, default=now)
    for attempt, at in zip(stored, reversed(times), strict=True):
        latest = max(latest, at)
        told.append(attempt if attempt.at == latest else replace(attempt, at=latest))
    return tuple(told)
