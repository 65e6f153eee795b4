"""When attempts were finished, in the order of storing, where a clock was set wrong meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from salesdojo.records.history.recent import Recent
    from salesdojo.records.model import Finished
    from salesdojo.records.tallies import running

Told = TypeVar("Told", "Finished", "Recent", "running.Told")


def in_order(attempts: Iterable[Told], now: int) -> tuple[Told, ...]:
    """Return `attempts` as they were stored, with times that never go back nor past `now`.

    A time after `now` was never: it becomes that of the attempt stored next, else `now`. A
    time before that of the attempt stored last becomes the same as it. Nothing is left out.

    Args:
        attempts: in any order.
        now: UTC in milliseconds.
    """
    stored = sorted(attempts, key=lambda one: one.stored)
    times = times_in_order([one.at for one in stored], now)
    return tuple(
        attempt if attempt.at == at else replace(attempt, at=at)
        for attempt, at in zip(stored, times, strict=True)
    )


def times_in_order(times: Sequence[int], now: int) -> tuple[int, ...]:
    """Return `times`, in the order of storing, as `in_order` does."""
    held: list[int] = []
    following = now
    for at in reversed(times):
        following = at if at <= now else following
        held.append(following)
    told: list[int] = []
    latest = min(held, default=now)
    for at in reversed(held):
        latest = max(latest, at)
        told.append(latest)
    return tuple(told)
