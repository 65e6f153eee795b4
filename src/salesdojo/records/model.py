"""What the store gives back: people, attempts, decisions and standings as values.

Times are UTC in milliseconds since 1970. Order comes from turns and from the
order of storing, never from times: clocks jump.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from salesdojo.records.mode import Mode


class Playable(Protocol):
    """What the store keeps of a scenario."""

    @property
    def id(self) -> str:
        """The scenario's id."""

    @property
    def revision(self) -> str:
        """sha-256 (hex) of `canonical`."""

    @property
    def canonical(self) -> bytes:
        """All that is needed to play it again."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who practises."""

    id: str
    """Says nothing about the person; records and exports carry it instead of the name."""
    name: str
    """Empty once the person was erased."""
    team: str = ""
    """Empty for who is in none. Two people of one name are in different teams."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Where an attempt branched off another: a retry from a turn, not a new first try."""

    of: str
    """The other attempt's id."""
    turn: int
    """The first turn (from 1) taken anew; the decisions before it were copied."""


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """An attempt as it was begun, and how far it is."""

    id: str
    person: Person
    scenario: str
    revision: str
    """Of the scenario as it was when the attempt began; it is played on to its end."""
    seed: int
    mode: Mode
    language: str
    """Spoken when it began."""
    begun_at: int
    finished_at: int | None
    abandoned_at: int | None
    fork: Fork | None
    saved: int
    """Decisions stored."""


@dataclass(frozen=True, slots=True)
class JourneyRecord:
    """One person's way through a journey of the pack."""

    id: str
    person: Person
    journey: str
    """The id that the pack gives it."""
    begun_at: int
    finished_at: int | None
    abandoned_at: int | None
    outcome: str | None
    """How the last chapter ended; None before it is finished."""
    chapters: tuple[str, ...]
    """The attempts of its chapters so far, in order."""


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """One decision as it is stored, append-only."""

    turn: int
    """1 for the first."""
    scene: str
    choice: str
    timed_out: bool
    """Silence took the choice."""
    hinted: bool
    """The hint was read before it."""
    elapsed_ms: int
    """From the line shown to the choice."""
    at: int

    def same_move(self, other: "StoredDecision") -> bool:
        """Say whether both are the same step of the talk, whenever they were taken."""
        return (self.turn, self.scene, self.choice, self.timed_out) == (
            other.turn,
            other.scene,
            other.choice,
            other.timed_out,
        )


@dataclass(frozen=True, slots=True)
class Finished:
    """What a finished attempt says about its criteria."""

    attempt: str
    scenario: str
    revision: str
    at: int
    """When it was finished."""
    shares: Mapping[str, float]
    """By criterion: what was earned of the most, 0-1."""
    losses: tuple[tuple[str, float], ...]
    """Of each decision in turn: its scene, and the points of quality it cost."""
    stored: int
    """Its place in the order of finishing, whatever the clock said."""
    passed: bool
    """Whether its scenario is passed by it; by a later chapter of a journey it never is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands at one scenario.

    Forks do not count, but for `unfinished`. Of a journey the first chapter counts as
    finished: it is the talk that others play by itself. Later chapters began elsewhere.
    """

    first: float | None
    """Quality (0-100) of the first finished attempt; None before any."""
    best: float | None
    latest: float | None
    attempts: int
    """Finished ones."""
    passed: bool
    """At least once."""
    unfinished: bool
    """There is one to take up again, with a decision in it."""
