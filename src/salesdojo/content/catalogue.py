"""What a pack lists without opening a scenario: enough for the first screen.

Apart from the model because it is all that the first screen needs: the rest costs
15 ms to import.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from salesdojo.content.text import Text


class Stage(StrEnum):
    """Where in the sales pipeline a scenario plays."""

    LEAD = "lead"
    APPROACH = "approach"
    DISCOVERY = "discovery"
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"
    CLOSING = "closing"
    CONTRACT = "contract"
    FOLLOW_UP = "follow_up"
    COACHING = "coaching"


class Motion(StrEnum):
    """How the customer was met."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion that a scenario gives points for."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list shows of a scenario, known without reading it."""

    id: str
    kind: str
    """``scenario``, ``variant`` (case B) or ``drill``."""
    title: Text
    stage: Stage
    motion: Motion
    level: int
    """1 (first week) to 5."""
    minutes: int
    variant_of: str | None
    customer_name: Text
    terms: tuple[str, ...]
    criteria: tuple[Judged, ...]
    """Those it gives points for, in the order of its rubric."""
    weights: tuple[int, ...] = ()
    """What each of `criteria` weighs in the rubric, 1-100."""


@dataclass(frozen=True, slots=True)
class Course:
    """Scenarios in order, for a role."""

    id: str
    name: Text
    role: str
    scenarios: tuple[str, ...]
    """Those that can be played."""
    required: tuple[str, ...]
    """All that its file names: a certificate comes no easier while one cannot be played."""
    after: tuple[str, ...]
    certifies: Text | None
    valid_months: int | None


@dataclass(frozen=True, slots=True)
class Journey:
    """One account across scenarios: meters and facts carry over."""

    id: str
    name: Text
    account: Text
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of scenarios and what they share."""

    root: Path
    id: str
    name: Text
    languages: tuple[str, ...]
    """Those its texts are written in."""
    random_pass_limit: int
    """Percent of attempts that may pass by clicking at random."""
    courses: tuple[Course, ...]
    """Naming only scenarios that can be played."""
    journeys: tuple[Journey, ...]
    """Those whose chapters can all be played."""
