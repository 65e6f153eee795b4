"""A negotiation table as a trainer wrote it: issues, points of both sides, and the customer.

Points are whole numbers and add up over the issues. `ours` is the trainee's side,
`theirs` the customer's.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from salesdojo.content.text import Text

_NO_WORDS: Final = Text(())


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue."""

    id: str
    ours: int
    """Points for the trainee's side."""
    theirs: int
    """Points for the customer."""
    label: Text = _NO_WORDS
    unlocked_by: str | None = None
    """The interest that has to be uncovered before it can be offered; None: open from the start."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is bargained over."""

    id: str
    options: tuple[Option, ...]
    label: Text = _NO_WORDS
    ordinal: bool = True
    """Neighbouring options are alike; else any two options are equally far apart."""


class Curve(StrEnum):
    """How the customer's aspiration falls with time: `t` to the power of 4, 1 or a quarter."""

    BOULWARE = "boulware"
    STEADY = "steady"
    CONCEDER = "conceder"


class Style(StrEnum):
    """How the customer makes its counter-offers."""

    EVEN = "even"
    """The same share of every issue is given up: the trades are left for the trainee to find."""
    TRADEOFF = "tradeoff"
    """What is most like the trainee's last offer."""
    WARM = "warm"
    """Even while the mood is under 70, tradeoff from there on."""


class Ending(StrEnum):
    """How a negotiation ended."""

    DEAL = "deal"
    WALKED_AWAY = "walked_away"
    THEY_LEFT = "they_left"
    NO_TIME = "no_time"


class Measure(StrEnum):
    """What a negotiation is judged by, 0-100 each."""

    CLAIM = "claim"
    EFFICIENCY = "efficiency"
    RELATIONSHIP = "relationship"
    DISCIPLINE = "discipline"
    DISCOVERY = "discovery"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What the customer does with offers."""

    curve: Curve = Curve.BOULWARE
    start: int = 100
    """Percent of its range that the customer wants at the beginning."""
    end: int = 10
    """Percent that it still wants in the last round; not over `start`."""
    mirror: int = 30
    """Percent: how much of its yielding answers the trainee's; the rest follows the clock."""
    style: Style = Style.EVEN
    walk_at: int | None = 5
    """The mood (0-100) at which the customer leaves; None: never."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the trainee may ask."""

    id: str
    say: Text = _NO_WORDS


@dataclass(frozen=True, slots=True)
class Interest:
    """Why the customer wants what it wants: hidden until asked for."""

    id: str
    issue: str
    ask: tuple[str, ...]
    """The questions that bring it out."""
    trust: int = 0
    """The mood (0-100) under which it is not told."""
    text: Text = _NO_WORDS
    reveals: str | None = None
    """`rank` (the order of the issue's options), `values` (their points), or `fact:ID`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """An argument that the trainee may give."""

    id: str
    issue: str
    fits: tuple[str, ...] = ()
    """The interests that it speaks to."""
    text: Text = _NO_WORDS


@dataclass(frozen=True, slots=True)
class Table:
    """All that is bargained over, and with whom.

    Every name refers to what exists; each side can reach its reserve with the
    options that are open from the start.
    """

    rounds: int
    """2-20 turns of the trainee."""
    issues: tuple[Issue, ...]
    reserve_ours: int
    """The points under which the trainee's side is better off without a deal."""
    reserve_theirs: int
    behaviour: Behaviour = Behaviour()
    questions: tuple[Question, ...] = ()
    interests: tuple[Interest, ...] = ()
    reasons: tuple[Reason, ...] = ()
    alternative: Text = _NO_WORDS
    """What the trainee's side has without a deal."""


def curved_points(options: int, points: int, curve: Decimal, *, upwards: bool) -> tuple[int, ...]:
    """Return the points of the options of a range: half-up(points * x^curve), exactly.

    `x` goes from 0 to 1 over the options, or from 1 to 0 where not `upwards`. Decimal
    arithmetic is rounded the same way on every machine, which `pow` is not.
    """
    steps = range(options) if upwards else reversed(range(options))
    last = max(1, options - 1)
    shares = (Decimal(step) / last for step in steps)
    return tuple(
        int((points * (share**curve if share else share)).to_integral_value(ROUND_HALF_UP))
        for share in shares
    )
