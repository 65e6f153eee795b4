"""What a trainer reads of scenarios, decisions and choices, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from salesdojo.content.text import Text

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.records.reviews.remark import Heard
    from salesdojo.review.item_statistics import Band

LEAST: Final = 30
"""First attempts under which figures of an item say nothing."""
ONE_IN: Final = 20
"""A choice is hardly taken where fewer than one in so many take it: under 5%."""
MOVES: Final = (1, 2, 5)
"""Points by which the pass mark is moved to see who would flip."""


class Untold(StrEnum):
    """Why a figure cannot be told."""

    TOO_FEW = "too_few"
    """Under `LEAST` first attempts."""
    ALIKE = "alike"
    """All attempts are alike in it, so that nothing tells them apart."""
    NEGATIVE = "negative"
    """It goes against the total, and so has no weight in it."""
    TOO_LARGE = "too_large"
    """The scenario is too large for its exact values."""


Figure = float | Untold


class Sign(StrEnum):
    """What is the matter with a choice."""

    RARE = "rare"
    """Taken by under 5% of those who met the decision."""
    STRONG = "strong"
    """Its takers do better in all the rest than those of the best choice."""


def is_rare(taken: int, met: int) -> bool:
    """Say whether hardly anyone of those who met a decision takes a choice."""
    return taken * ONE_IN < met


@dataclass(frozen=True, slots=True)
class Gain:
    """What people gain over their attempt before, on average."""

    tries: int
    """2 for second attempts, 3 for third ones and all that follow."""
    many: int
    mean: Figure
    """Points of quality."""


@dataclass(frozen=True, slots=True)
class Attempted:
    """How attempts at a version end."""

    firsts: int
    """First attempts; all but the gains is of these."""
    mean: float | None
    """Quality, 0-100; None of no attempt."""
    deviation: float | None
    """Standard deviation of quality, with n - 1; None under two attempts."""
    passed: float | None
    """The share, 0-1."""
    gains: tuple[Gain, ...]
    """Of second attempts, then of third and later ones."""

    @property
    def gain(self) -> Gain:
        """What the second attempt gains: what the scenario teaches."""
        return self.gains[0]


@dataclass(frozen=True, slots=True)
class Version:
    """Revisions that score every talk alike, taken together."""

    revisions: tuple[str, ...]
    """The one that stands for all first."""
    current: bool | None
    """Whether the pack's scenario is one of them; None where the pack has none."""
    attempted: Attempted

    @property
    def revision(self) -> str:
        """The one that stands for all."""
        return self.revisions[0]


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """A choice, or how a negotiation ended, and those who took it at their first attempt."""

    id: str
    """Of a negotiation `deal`, `walked_away` and so on, `_asked` behind it if they had asked."""
    say: Text
    taken: int
    share: float | None
    """Of those who met the decision, 0-1; None where nobody did."""
    loss: float | None
    """Points of quality the decision cost its takers, on average; None without takers."""
    quality: float | None
    """Their mean quality."""
    rest: float | None
    """Their mean quality without what this decision cost."""
    conditional: bool
    """Not everyone who met the decision was offered it."""
    best: bool
    """It costs the least, or as little as another that does."""
    signs: tuple[Sign, ...]
    ending: bool = False
    """It is how a negotiation ended, not a line that is said."""

    @property
    def dead(self) -> bool:
        """Whether it misleads nobody, or the wrong people: then it is worth a look."""
        return bool(self.signs) and not self.best


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """A scene in which something is decided."""

    scene: str
    met: int
    """First attempts that met it; facility, losses and choices are of these."""
    facility: Figure
    """1 - mean loss / the most it can cost, 0-1."""
    loss: float | None
    """The mean, in points of quality; None where nobody met it."""
    discrimination: Figure
    """Percent; of all first attempts, who did not meet it lost nothing by it."""
    band: "Band | None"
    efficiency: Figure
    """Percent."""
    weight: Figure
    """Percent of the total that it decides."""
    choices: tuple[ChoiceItem, ...]
    heard: "tuple[Heard, ...]"
    """What trainees remarked here, the newest first."""

    @property
    def dead(self) -> tuple[ChoiceItem, ...]:
        """The dead options."""
        return tuple(choice for choice in self.choices if choice.dead)


@dataclass(frozen=True, slots=True)
class Flips:
    """How many first attempts would flip if the pass mark moved by some points."""

    points: int
    raised: Figure
    """The share that would not pass any more, 0-1."""
    lowered: Figure
    """The share that would pass at most: a broken rule fails at any mark."""


@dataclass(frozen=True, slots=True)
class VersionItems:
    """A version in full."""

    version: Version
    scenario: "Scenario"
    """Whose words are shown."""
    consistency: Figure
    """Cronbach's alpha, in percent."""
    error_ratio: Figure
    """Percent of the standard deviation that is chance."""
    standard_error: Figure
    """Points of quality."""
    flips: tuple[Flips, ...]
    decisions: tuple[DecisionItem, ...]
    elsewhere: int
    """Remarks on other versions, or where nothing is decided."""


@dataclass(frozen=True, slots=True)
class Items:
    """A scenario: the version shown, and the others that were played."""

    id: str
    title: Text
    here: bool
    """Whether the pack has it."""
    shown: VersionItems | None
    """None where nobody has finished it."""
    versions: tuple[Version, ...]
    """All of them: the pack's first where anyone began with it, then by first attempts."""


@dataclass(frozen=True, slots=True)
class Unused:
    """A choice that hardly anyone takes."""

    scene: str
    choice: str
    taken: int
    met: int


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A scenario among all."""

    id: str
    title: Text
    kind: str | None
    """``scenario``, ``variant`` or ``drill``; None where the pack does not have it."""
    version: Version
    """The pack's where anyone began with it, else the one with the most first attempts."""
    others: int
    """Versions besides."""
    unused: "tuple[Unused, ...] | Untold"
    heard: int
    """Remarks, on any version."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Every scenario that somebody finished, and those that nobody did."""

    rows: tuple[OverviewRow, ...]
    """In the order of the pack, then those that it has no longer."""
    unplayed: Mapping[str, Text]
    """Scenarios of the pack without a finished attempt."""
    unreadable: int
    """Revisions whose text is damaged: nobody can say of what they are."""
