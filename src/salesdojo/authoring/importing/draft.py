"""A scenario on its way: scenes that read in one way only, still without ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesdojo.authoring.importing.story import Change, Lost, Place, Variable
from salesdojo.content.condition import Node
from salesdojo.content.model import Outcome


@dataclass(frozen=True, slots=True)
class Way:
    """One way on; in a list the first whose condition holds counts, and the last has none."""

    to: str
    """The key of a draft scene."""
    when: Node | None = None
    changes: tuple[Change, ...] = ()
    """What happens on it, in scenes without words that were left out."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One way in which a scene opens."""

    say: str
    when: Node | None = None


@dataclass(frozen=True, slots=True)
class DraftChoice:
    """A line of the trainee."""

    say: str
    """Empty where the story has no words for it."""
    ways: tuple[Way, ...]
    place: Place
    when: Node | None = None
    changes: tuple[Change, ...] = ()
    repeat: bool = False
    reply: str = ""
    role: str = "line"
    """``line``, or what the importer needed: ``onward``, ``more``, ``back``, ``fallback``."""


@dataclass(frozen=True, slots=True)
class DraftScene:
    """A scene: lines, then choices, or ways on, or neither (an end)."""

    key: str
    name: str
    place: Place
    lines: tuple[DraftLine, ...]
    choices: tuple[DraftChoice, ...] = ()
    ways: tuple[Way, ...] = ()
    entry: tuple[Change, ...] = ()
    outcome: Outcome | None = None
    """Where a tag says how it ends."""
    tags: tuple[str, ...] = ()
    words_on: str = ""
    """What was clicked where the story goes on by itself."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All scenes, and where the talk begins."""

    start: str
    scenes: Mapping[str, DraftScene]
    variables: tuple[Variable, ...]
    lost: tuple[Lost, ...]
