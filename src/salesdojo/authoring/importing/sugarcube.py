"""SugarCube's markup: links, <<set>>, <<if>>, <<link>> and <<goto>>; the rest is named as lost."""

import re
from typing import Final

from salesdojo.authoring.importing.links import LONGEST, link_parts
from salesdojo.authoring.importing.passage_parts import (
    DEEPEST,
    Fork,
    Jump,
    Layers,
    Link,
    Part,
    Passage,
    Sketch,
    Words,
)
from salesdojo.authoring.importing.story import Change, Place
from salesdojo.authoring.importing.twine_expressions import assignment, condition
from salesdojo.content.condition import Node, Number

_MARK: Final = re.compile(
    r"\[\[|<<(?P<name>/?[A-Za-z_][\w-]*|[=-])\s*|/%.*?(?:%/|\Z)|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z)"
    r"|</?[A-Za-z][^<>]*>|''|//|\$[^\W\d]\w*",
    re.DOTALL,
)
_LONGEST: Final = 2000
"""Characters a macro may take."""
MOST_UNCLOSED: Final = 20
"""Macros without an end that are looked for in one passage; the others are text at once."""
_STRINGS: Final = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_DROPPED: Final = ("script", "widget", "silently")
_ENDS: Final = {"if": "/if", "link": "/link", "button": "/button"}
_COMMENTS: Final = ("/%", "/*", "<!--")


class _Open:
    """An open <<if>> or <<link>>."""

    def __init__(self, name: str, when: Node | None, say: str, to: str, place: Place) -> None:
        self.name = name
        self.when = when
        self.say = say
        self.to = to
        self.place = place
        self.branches: list[tuple[Node | None, tuple[Part, ...]]] = []
        self.flat = False


class _Reader:
    def __init__(self, passage: Passage, sketch: Sketch) -> None:
        self._passage = passage
        self._text = passage.text
        self._sketch = sketch
        self._layers = Layers()
        self._open: list[_Open] = []
        self._styled = False
        self._unclosed = 0
        self._endless: set[str] = set()

    def parts(self) -> tuple[Part, ...]:
        at = 0
        while found := _MARK.search(self._text, at):
            self._say(self._text[at : found.start()])
            at = self._mark(found)
        self._say(self._text[at:])
        while self._open:
            self._close()
        return self._layers.close()

    def _say(self, words: str) -> None:
        if words:
            self._layers.add(Words(words))

    def _lose(self, kind: str, what: str, at: int) -> None:
        self._sketch.lose(kind, what, self._passage.place(at))

    def _mark(self, found: re.Match[str]) -> int:
        """Deal with one mark; return where reading goes on."""
        mark = found[0]
        if found["name"] is not None:
            return self._macro(found)
        if mark == "[[":
            return self._link(found.start())
        if mark.startswith("$"):
            self._lose("printed", mark, found.start())
            self._say(mark)
        elif mark == "//" and self._text[found.start() - 1 : found.start()] == ":":
            self._say(mark)
        elif not mark.startswith(_COMMENTS) and not self._styled:
            self._styled = True
            self._lose("style", mark, found.start())
        return found.end()

    def _link(self, start: int) -> int:
        end = self._text.find("]]", start + 2, start + 2 + LONGEST)
        if end < 0:
            self._say("[[")
            return start + 2
        target, _, setter = self._text[start + 2 : end].partition("][")
        say, to = link_parts(target)
        changes = self._changes(setter, start) if setter else ()
        self._layers.add(Link(say, to, changes, self._passage.place(start)))
        return end + 2

    def _macro(self, found: re.Match[str]) -> int:
        end = -1 if self._unclosed > MOST_UNCLOSED else _closing(self._text, found.end())
        if end < 0:
            self._unclosed += 1
            self._say(found[0])
            return found.end()
        name, inside = found["name"], self._text[found.end() : end].strip()
        after, at = end + 2, found.start()
        if name in _DROPPED:
            return self._dropped(name, after, at)
        if name in _ENDS.values():
            if self._open and _ENDS[self._open[-1].name] == name:
                self._close()
            return after
        if name in ("elseif", "else"):
            self._next_branch(name, inside, at)
        elif name in _ENDS:
            self._begin(name, inside, at)
        else:
            self._simple(name, inside, at)
        return after

    def _dropped(self, name: str, after: int, at: int) -> int:
        self._lose("macro", f"<<{name}>>", at)
        closing = f"<</{name}>>"
        end = -1 if name in self._endless else self._text.find(closing, after)
        if end < 0:
            self._endless.add(name)
        return after if end < 0 else end + len(closing)

    def _simple(self, name: str, inside: str, at: int) -> None:
        if name == "set":
            for change in self._changes(inside, at):
                self._layers.add(change)
        elif name == "goto" and (target := _target(inside)) != ("", ""):
            self._layers.add(Jump(target[1] or target[0]))
        elif name in ("print", "=", "-") and inside.startswith("$"):
            self._lose("printed", inside, at)
            self._say(inside)
        elif not name.startswith("/"):
            self._lose("macro", f"<<{name} {inside}>>" if inside else f"<<{name}>>", at)

    def _changes(self, source: str, at: int) -> tuple[Change, ...]:
        changes = []
        for one in re.split(r"[,;]", source):
            read = assignment(one, self._passage.place(at))
            if read is not None:
                changes.append(read)
            elif one.strip():
                self._lose("assignment", one, at)
        return tuple(changes)

    def _begin(self, name: str, inside: str, at: int) -> None:
        say, to = ("", "") if name == "if" else _target(inside)
        when = self._when(inside, at, first=True) if name == "if" else None
        opened = _Open(name, when, say, to, self._passage.place(at))
        # Deeper macros are read as if they lay in the one around them.
        opened.flat = self._layers.depth > DEEPEST
        self._open.append(opened)
        if not opened.flat:
            self._layers.open()

    def _when(self, source: str, at: int, *, first: bool) -> Node:
        when = condition(source)
        if when is not None:
            return when
        self._lose("condition", source, at)
        # What nobody can decide is read where it comes first, and never after others.
        return Number(1 if first else 0)

    def _next_branch(self, name: str, inside: str, at: int) -> None:
        if not self._open or self._open[-1].name != "if":
            self._lose("condition", f"<<{name} {inside}>>", at)
            return
        opened = self._open[-1]
        when = self._when(inside, at, first=False) if name == "elseif" else None
        if opened.flat:
            return
        opened.branches.append((opened.when, self._layers.close()))
        opened.when = when
        self._layers.open()

    def _close(self) -> None:
        opened = self._open.pop()
        if opened.flat:
            return
        inside = self._layers.close()
        if opened.name == "if":
            self._layers.add(Fork((*opened.branches, (opened.when, inside))))
            return
        to = next((part.to for part in inside if isinstance(part, Jump)), opened.to)
        if to:
            changes = tuple(part for part in inside if isinstance(part, Change))
            self._layers.add(Link(opened.say, to, changes, opened.place))
            return
        self._sketch.lose("reveal", opened.say, opened.place)
        self._layers.add(Words(opened.say))
        for part in inside:
            self._layers.add(part)


def sugarcube(passage: Passage, sketch: Sketch) -> tuple[Part, ...]:
    """Read a passage of SugarCube."""
    return _Reader(passage, sketch).parts()


def _closing(text: str, at: int) -> int:
    """Return where the ``>>`` of a macro begins, strings left out of account; -1 if nowhere."""
    quote = ""
    for place in range(at, min(len(text), at + _LONGEST)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif text.startswith(">>", place):
            return place
    return -1


def _target(inside: str) -> tuple[str, str]:
    """Return words and passage of ``"words" "passage"`` or ``[[words|passage]]``."""
    if inside.startswith("[[") and inside.endswith("]]"):
        return link_parts(inside[2:-2])
    strings = [double or single for double, single in _STRINGS.findall(inside)]
    if not strings:
        return "", ""
    return strings[0], strings[1] if len(strings) > 1 else ""
