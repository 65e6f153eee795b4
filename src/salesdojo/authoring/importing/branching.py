"""The ways in which a Twine passage can read: its forks taken in every combination."""

import re
from dataclasses import dataclass, field
from typing import Final

from salesdojo.authoring.importing.conditions import opposite
from salesdojo.authoring.importing.links import says_only_next
from salesdojo.authoring.importing.passage_parts import (
    Fork,
    Jump,
    Link,
    Part,
    Passage,
    Sketch,
    Words,
)
from salesdojo.authoring.importing.story import MOST_VARIANTS, Change, Option, Variant
from salesdojo.content.condition import Node, Number, names_in

_BLANK_LINES: Final = re.compile(r"\n{3,}")

_Rest = tuple[tuple[Part, ...], int, "_Rest | None"]
"""Parts still to be read, from which on, and what comes after them."""


@dataclass
class _Road:
    """One way through the passage, so far."""

    rest: "_Rest | None"
    when: tuple[Node, ...] = ()
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    jump: str | None = None

    def turned(self, literal: Node | None, parts: tuple[Part, ...]) -> "_Road":
        """Return the way that goes on with `parts` because `literal` holds."""
        when = self.when if literal is None else (*self.when, literal)
        rest = (parts, 0, self.rest)
        return _Road(rest, when, [*self.words], [*self.links], [*self.changes])


def variants(passage: Passage, parts: tuple[Part, ...], sketch: Sketch) -> tuple[Variant, ...]:
    """Return every way in which `passage` can read, the first branches first."""
    done: list[Variant] = []
    roads = [_Road((parts, 0, None))]
    told = False
    while roads:
        road = roads.pop()
        fork = _walk(road, sketch)
        if fork is None:
            done.append(_variant(road))
            continue
        turns = _turns(road, fork)
        if len(done) + len(roads) + len(turns) > MOST_VARIANTS:
            turns = turns[:1]
            if not told:
                told = True
                sketch.lose("variants", passage.name, passage.place(0))
            turns[0].when = road.when
        roads.extend(reversed(turns))
    return tuple(done)


def _walk(road: _Road, sketch: Sketch) -> Fork | None:
    """Go on to the next fork, or to the end (None)."""
    while road.rest is not None:
        parts, at, after = road.rest
        if at == len(parts):
            road.rest = after
            continue
        road.rest = (parts, at + 1, after)
        part = parts[at]
        match part:
            case Words(text=text):
                road.words.append(text)
            case Link():
                road.links.append(part)
            case Change(variable=variable):
                if any(variable in names_in(one) for one in road.when):
                    sketch.lose("order", variable, part.place)
                road.changes.append(part)
            case Jump(to=to):
                road.jump = to
                return None
            case Fork():
                return part
    return None


def _turns(road: _Road, fork: Fork) -> list[_Road]:
    turns = []
    for when, parts in fork.branches:
        holds = _known(road.when, when)
        if holds is False:
            continue
        if holds:
            turns.append(road.turned(None, parts))
            return turns
        assert when is not None  # noqa: S101 - a branch without a condition holds
        turns.append(road.turned(when, parts))
        road = road.turned(opposite(when), ())
    turns.append(road)
    return turns


def _known(path: tuple[Node, ...], when: Node | None) -> bool | None:
    """Tell whether `when` is decided on this way."""
    if when is None or when in path:
        return True
    if isinstance(when, Number):
        return when.value != 0
    return False if opposite(when) in path else None


def _variant(road: _Road) -> Variant:
    say = said("".join(road.words))
    changes = tuple(road.changes)
    if road.jump is not None:
        return Variant(road.when, say, changes=changes, jump=road.jump)
    once = {(link.say, link.to, link.changes): link for link in road.links}
    links = tuple(once.values())
    if len(links) == 1 and not links[0].changes and says_only_next(links[0].say, links[0].to):
        return Variant(road.when, say, changes=changes, jump=links[0].to, jump_words=links[0].say)
    options = tuple(
        Option(link.say, link.to, link.place, changes=link.changes, repeat=True) for link in links
    )
    return Variant(road.when, say, options, changes)


def said(text: str) -> str:
    """Return `text` as it is read: lines trimmed, no heaps of empty lines."""
    lines = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()
