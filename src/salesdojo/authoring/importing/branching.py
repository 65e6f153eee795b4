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

    def turned(self, literals: tuple[Node, ...], parts: tuple[Part, ...]) -> "_Road":
        """Return the way that goes on with `parts` because `literals` hold."""
        rest = (parts, 0, self.rest)
        when = (*self.when, *literals)
        return _Road(rest, when, [*self.words], [*self.links], [*self.changes])


def variants(passage: Passage, parts: tuple[Part, ...], sketch: Sketch) -> tuple[Variant, ...]:
    """Return every way in which `passage` can read, the first branches first."""
    done: list[Variant] = []
    roads = [_Road((parts, 0, None))]
    full = False
    while roads:
        road = roads.pop()
        fork = _walk(road, sketch)
        if fork is None:
            done.append(_variant(road))
            continue
        room = MOST_VARIANTS - len(done) - len(roads)
        turns = _turns(road, fork)
        if len(turns) > room:
            turns = turns[:1]
            full = True
        roads.extend(_followed(road, turns))
    if full:
        sketch.lose("variants", passage.name, passage.place(0))
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


_Turn = tuple[tuple[Node, ...], tuple[Part, ...]]


def _turns(road: _Road, fork: Fork) -> list[_Turn]:
    """Return the branches that can be taken here: what must hold for each, and its parts."""
    turns: list[_Turn] = []
    against: tuple[Node, ...] = ()
    for when, parts in fork.branches:
        holds = _known((*road.when, *against), when)
        if holds is False:
            continue
        if holds or when is None:
            return [*turns, (against, parts)]
        turns.append(((*against, when), parts))
        against = (*against, opposite(when))
    return [*turns, (against, ())]


def _followed(road: _Road, turns: list[_Turn]) -> list[_Road]:
    """Return a road for each turn, the first last; a single turn asks for nothing."""
    if len(turns) == 1:
        # Not copied: a passage may have thousands of forks that are decided.
        road.rest = (turns[0][1], 0, road.rest)
        return [road]
    return [road.turned(literals, parts) for literals, parts in reversed(turns)]


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
