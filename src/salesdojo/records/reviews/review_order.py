"""Which attempts a reviewer should look at first, and why; docs/managers.md tells the rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from salesdojo.records.mode import Mode
from salesdojo.records.model import Person

NEAR: Final = 5.0
"""Points of quality from the pass mark, on either side, that another judgement may bridge."""


class Reason(StrEnum):
    """Why an attempt should be looked at; the first weighs most."""

    EXAM = "exam"
    """It decides something."""
    NEAR = "near"
    """It ended near the pass mark."""
    FIRST = "first"
    """It is the person's first at its scenario: what they do unprepared."""
    REMARKED = "remarked"
    """The trainee said that something is wrong or unclear."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finished attempt in the queue."""

    number: int
    """Its place in the order of finishing."""
    attempt: str
    person: Person
    scenario: str
    at: int
    """When it was finished, UTC in milliseconds."""
    mode: Mode
    quality: float
    passed: bool
    outcome: str
    result: int
    """The number of its latest result."""
    reasons: tuple[Reason, ...]
    blind: int = 0
    """How many gave blind levels of it."""
    by: str = ""
    """Who reviewed it last; empty while nobody did, and of who was erased."""
    reviewed_at: int | None = None
    """UTC in milliseconds; None while nobody did."""
    rescored: bool = False
    """Whether it was scored anew since it was reviewed."""


def reasons(
    *, mode: Mode, quality: float, pass_mark: int | None, first: bool, remarked: bool
) -> tuple[Reason, ...]:
    """Return why an attempt should be looked at, what weighs most first; often nothing.

    Args:
        mode: how it was played.
        quality: 0-100.
        pass_mark: of its rubric; None where it cannot be told.
        first: the person's first at the scenario.
        remarked: the trainee remarked on a line.
    """
    holds = {
        Reason.EXAM: mode is Mode.EXAM,
        Reason.NEAR: pass_mark is not None and abs(quality - pass_mark) <= NEAR,
        Reason.FIRST: first,
        Reason.REMARKED: remarked,
    }
    return tuple(reason for reason in Reason if holds[reason])


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return what waits: exams first, among these those near the pass mark, and so on.

    What is alike comes in the order of finishing, the newest first: a word helps while the
    talk is remembered.
    """
    return tuple(
        sorted(
            waiting,
            key=lambda one: (*(reason not in one.reasons for reason in Reason), -one.number),
        )
    )
