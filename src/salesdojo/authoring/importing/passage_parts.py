"""What a Twine passage is made of, whatever the dialect, and the notebook it is collected in."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, Protocol, Self

from salesdojo.authoring.importing.story import Change, Lost, Place
from salesdojo.content.condition import Node

MOST_NAMED: Final = 500
"""Lost constructs named one by one: more than anyone reads."""
DEEPEST: Final = 20
"""How deep parts may lie in each other; what is deeper is read as if it lay less deep."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text to show."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another passage."""

    say: str
    to: str
    changes: tuple[Change, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Jump:
    """Going on to another passage without being asked."""

    to: str


@dataclass(frozen=True, slots=True)
class Fork:
    """Parts of which the first whose condition holds counts."""

    branches: "tuple[Branch, ...]"
    """A branch without a condition always holds."""


Part = Words | Link | Jump | Fork | Change
Branch = tuple[Node | None, tuple[Part, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it stands in the file."""

    name: str
    tags: tuple[str, ...]
    text: str
    line: int
    """Where `text` begins."""
    ends: tuple[int, ...]
    """Where the lines of `text` end."""

    @classmethod
    def of(cls, name: str, tags: tuple[str, ...], text: str, line: int) -> Self:
        """Return the passage, its lines counted."""
        ends = tuple(at for at, sign in enumerate(text) if sign == "\n")
        return cls(name, tags, text, line, ends)

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset` of the text."""
        return Place(self.name, self.line + bisect_right(self.ends, offset - 1))


class Dialect(Protocol):
    """Reads the markup of one story format."""

    def __call__(self, passage: Passage, sketch: "Sketch") -> tuple[Part, ...]:
        """Read the text of `passage`, noting in `sketch` what is lost."""


@dataclass
class Sketch:
    """What was met while the passages were read."""

    lost: list[Lost] = field(default_factory=list)

    def lose(self, kind: str, what: str, place: Place) -> None:
        """Note that `what` could not be carried; beyond the most that are named, keep silent."""
        if len(self.lost) < MOST_NAMED:
            self.lost.append(Lost(kind, " ".join(what.split())[:80], place))


class Layers:
    """Parts in parts, while they are read: forks and their branches."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._layers: list[list[Part]] = [[]]

    @property
    def depth(self) -> int:
        """How many layers are open."""
        return len(self._layers)

    def add(self, part: Part) -> None:
        """Put `part` after the others of the innermost layer."""
        self._layers[-1].append(part)

    def open(self) -> None:
        """Begin a layer."""
        self._layers.append([])

    def close(self) -> tuple[Part, ...]:
        """End the innermost layer and return its parts."""
        return tuple(self._layers.pop())

    def last_fork(self) -> Fork | None:
        """Take back the fork that ends the innermost layer, leaving out blanks after it."""
        here = self._layers[-1]
        blank = bool(here) and isinstance(here[-1], Words) and not here[-1].text.strip()
        place = len(here) - (2 if blank else 1)
        if place < 0:
            return None
        fork = here[place]
        if not isinstance(fork, Fork):
            return None
        del here[place:]
        return fork
