"""One way through a scene of ink, while it is followed: text, values, calls, what it came to."""

import re
from dataclasses import dataclass, field
from typing import Final

from salesdojo.authoring.importing.branching import said
from salesdojo.authoring.importing.ink_containers import Container, Pointer
from salesdojo.authoring.importing.ink_values import UNKNOWN, Depends, Value
from salesdojo.authoring.importing.story import Change, Option, Place, Variant
from salesdojo.content.condition import Binary, Name, Node, Number

_LINE_ENDS: Final = re.compile(r"\n+")
GLUE: Final = "\x00"
"""Stands for glue in what is written; no text of a story holds it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a scene begins, and where its tunnels lead back to."""

    container: Container
    index: int
    backs: tuple[Pointer, ...]
    echo: str = ""
    """The trainee's words, which ink repeats before what follows."""

    @property
    def key(self) -> str:
        """What other scenes call it."""
        backs = "".join(f" < {one.path}:{index}" for one, index in self.backs)
        return f"{self.container.path}:{self.index}{backs}"


@dataclass(slots=True)
class Frame:
    """A call that is under way."""

    tunnel: bool
    back: Pointer
    temporary: dict[str, Value]


@dataclass(slots=True)
class Road:
    """One way through the scene, so far."""

    at: Pointer | None
    frames: list[Frame]
    temporary: dict[str, Value] = field(default_factory=dict)
    stack: list[Value] = field(default_factory=list)
    written: list[list[str]] = field(default_factory=lambda: [[]])
    when: tuple[Node, ...] = ()
    options: list[Option] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    set_to: dict[str, Value] = field(default_factory=dict)
    jump: str | None = None
    over: bool = False
    steps: int = 0
    skipping_thread: bool = False

    def copy(self) -> "Road":
        """Return a road of its own that is as far as this one."""
        return Road(
            self.at,
            [Frame(one.tunnel, one.back, dict(one.temporary)) for one in self.frames],
            dict(self.temporary),
            [*self.stack],
            [[*one] for one in self.written],
            self.when,
            [*self.options],
            [*self.changes],
            dict(self.set_to),
            self.jump,
            self.over,
            self.steps,
            self.skipping_thread,
        )

    def write(self, words: str) -> None:
        """Put `words` after those of the text, or of the string under way."""
        self.written[-1].append(words)

    def pop(self) -> Value:
        """Take the latest value; where none is, it is one that nobody knows here."""
        return self.stack.pop() if self.stack else UNKNOWN


def variant_of(road: Road, echo: str) -> Variant:
    """Return the way of reading that `road` came to, without the repeated words `echo`."""
    # ink never shows an empty line.
    words = _LINE_ENDS.sub("\n", said(joined(road.written[0])))
    if echo and (words == echo or words.startswith(f"{echo}\n")):
        words = said(words[len(echo) :])
    options = () if road.jump is not None else tuple(road.options)
    return Variant(road.when, words, options, tuple(road.changes), road.jump)


def joined(words: list[str]) -> str:
    """Join what was written; glue takes the line ends around it away."""
    joined = "".join(words)
    if GLUE not in joined:
        return joined
    pieces = joined.split(GLUE)
    last = len(pieces) - 1
    return "".join(
        (piece.lstrip("\n") if place else piece).rstrip("\n" if place < last else "")
        for place, piece in enumerate(pieces)
    )


def change_of(name: str, value: Value, place: Place) -> Change | None:
    """Return the assignment of `value` as a change of the variable."""
    match value:
        case bool():
            return Change(name, int(value), sets=True, place=place, boolean=True)
        case int():
            return Change(name, value, sets=True, place=place)
        case (
            Depends(node=Binary(sign="+", left=Name(id=own), right=Number(value=by)))
            | Depends(node=Binary(sign="+", left=Number(value=by), right=Name(id=own)))
        ) if own == name:
            return Change(name, by, sets=False, place=place)
        case Depends(node=Binary(sign="-", left=Name(id=own), right=Number(value=by))) if (
            own == name
        ):
            return Change(name, -by, sets=False, place=place)
        case _:
            return None
