"""A story of another tool, as values that no longer know which tool wrote it."""

from dataclasses import dataclass, field
from typing import Final

from salesdojo.content.condition import Node

MOST_VARIANTS: Final = 12
"""Ways in which one scene may read; what would be more is named as lost."""


class NoStoryError(Exception):
    """Content that is not a story of this format, or a damaged one."""


class UnsupportedVersionError(Exception):
    """An ink story compiled for a version that is not read here."""

    def __init__(self, found: str) -> None:
        """Keep the version `found`."""
        super().__init__(found)
        self.found = found


class StoryTooLargeError(Exception):
    """A story that is more than one scenario can hold."""

    def __init__(self, count: int, most: int) -> None:
        """Keep how many scenes it has, or needs, and how many there may be."""
        super().__init__(count, most)
        self.count = count
        self.most = most


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source."""

    where: str
    """The passage, or the knot and what is below it."""
    line: int | None = None
    """From 1; None where the format has no lines."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A construct that could not be carried over as it was."""

    kind: str
    """The sentence that says so: ``importing.lost_<kind>``."""
    what: str
    """The construct as its author wrote it, or its name."""
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to a variable; booleans are 1 and 0."""

    variable: str
    amount: int
    sets: bool
    """True: it becomes `amount`. False: `amount` is added."""
    place: Place = field(compare=False)
    boolean: bool = False
    """`amount` was written as true or false."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something the reader may choose."""

    say: str
    to: str
    """The key of the scene it leads to."""
    place: Place
    when: Node | None = None
    changes: tuple[Change, ...] = ()
    repeat: bool = False
    """Still offered when it was taken before."""
    fallback: bool = False
    """Taken by itself when nothing else is left."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a scene reads, and what follows."""

    when: tuple[Node, ...]
    """All of these hold. The variants of a scene exclude each other and leave nothing out."""
    say: str
    options: tuple[Option, ...] = ()
    changes: tuple[Change, ...] = ()
    """What happens on entering the scene."""
    jump: str | None = None
    """The scene that follows by itself, where there is no option."""
    jump_words: str = ""
    """What was clicked to go on, where a single link said more than "next"."""


@dataclass(frozen=True, slots=True)
class StoryScene:
    """A passage, or a stretch of an ink story between two choices."""

    key: str
    name: str
    """What its author calls it; empty where nobody named it."""
    place: Place
    variants: tuple[Variant, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A number or a boolean that the story keeps."""

    name: str
    start: int
    boolean: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story."""

    title: str
    tool: str
    """The tool and its dialect, such as ``Twine (Harlowe)``."""
    start: str
    """The key of the first scene."""
    scenes: tuple[StoryScene, ...]
    variables: tuple[Variable, ...]
    lost: tuple[Lost, ...]
