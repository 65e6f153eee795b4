"""What a picture is made of: scenes, and the ways that lead from one to another."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from salesdojo.content.model import Outcome
from salesdojo.content.text import Text


class Kind(StrEnum):
    """What follows once the customer has spoken."""

    CHOICES = "choices"
    TABLE = "table"
    """A negotiation table, left by one of its endings."""
    PASSING = "passing"
    """The talk moves on by itself."""
    CHANCE = "chance"
    """The talk moves on by itself, and a draw says where."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Node:
    """A scene."""

    scene: str
    line: Text
    """The first thing the customer may say here."""
    kind: Kind
    outcome: Outcome | None
    """Set at an end and nowhere else."""
    start: bool
    reached: bool
    """Whether any talk comes here."""
    stuck: bool
    """Whether a talk can come to a halt here: a dead end, or a loop that nobody leaves."""
    best: bool
    """Whether the best road comes here."""
    traffic: float | None
    """How often a random player comes here in one talk; None where it was not computed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that leads along a way."""

    choice: str | None
    """The choice's id, or a table's ending; None where the talk moves on by itself."""
    say: Text | None
    """What the choice says."""
    conditional: bool
    """Whether it is there, or leads here, only where a condition holds or another does not."""
    conditions: tuple[str, ...]
    """What must hold for it to lead here; empty for what is gone when no other holds."""
    chance: Fraction | None
    """0-1; the share of the draw, where one decides."""
    traffic: float | None
    """How often a random player goes this way in one talk."""
    best: bool


@dataclass(frozen=True, slots=True)
class Way:
    """All that leads from one scene to another."""

    source: str
    target: str
    steps: tuple[Step, ...]
    """In the file's order; never empty."""

    @property
    def traffic(self) -> float | None:
        """How often a random player goes this way in one talk."""
        known = [step.traffic for step in self.steps if step.traffic is not None]
        return sum(known) if known else None

    @property
    def best(self) -> bool:
        """Whether the best road goes this way."""
        return any(step.best for step in self.steps)


@dataclass(frozen=True, slots=True)
class Picture:
    """The scenes of one scenario, in the file's order, and the ways between them."""

    scenario: str
    title: Text
    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]
    """By source, then by the first step that leads there."""
    solved: bool
    """Whether traffic, the best road and dead ends are known."""

    def ways_from(self, scene: str) -> tuple[Way, ...]:
        """Return the ways out of a scene."""
        return tuple(way for way in self.ways if way.source == scene)


def percent(traffic: float) -> str:
    """Return traffic as a person reads it: of a hundred random talks, so many times.

    What happens is never shown as 0 and, below a hundred, never as 100.
    """
    times = 100 * traffic
    if times == 0:
        return "0%"
    if times < 1:
        return "<1%"
    if times < 100 <= round(times):  # noqa: PLR2004 - of a hundred talks
        # What a solver left of 1 by rounding is still every talk.
        return "100%" if times > 100 - 1e-6 else "99%"
    return f"{round(times)}%"
