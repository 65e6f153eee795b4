"""Harlowe's markup: its links, (set:), (if:) and (goto:); every other macro is named as lost."""

import re
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.importing.conditions import opposite
from salesdojo.authoring.importing.links import link_end, link_parts
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
    r"\[\[|\[|\]|\((?P<macro>[A-Za-z][\w-]*):|<!--.*?(?:-->|\Z)|<[/A-Za-z][^<>]*>|\|\w+>(?=\[)"
    r"|''|//|\*\*|\$[^\W\d]\w*",
    re.DOTALL,
)
_LONGEST: Final = 2000
"""Characters a macro may take."""
MOST_UNCLOSED: Final = 20
"""Macros without an end that are looked for in one passage; the others are text at once."""
_STRINGS: Final = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_IFS: Final = ("if", "unless")
_ELSES: Final = ("elseif", "else")
_LINKS_TO: Final = ("linkgoto", "linkrevealgoto")
_LINKS: Final = ("link", "linkreplace", "linkreveal", "linkrepeat")


@dataclass(slots=True)
class _Hook:
    """An open ``[`` and what it belongs to."""

    kind: str
    """``branch``, ``link`` or ``plain``."""
    when: Node | None = None
    before: Fork | None = None
    say: str = ""
    to: str = ""
    place: Place | None = None


class _Reader:
    def __init__(self, passage: Passage, sketch: Sketch) -> None:
        self._passage = passage
        self._text = passage.text
        self._sketch = sketch
        self._layers = Layers()
        self._hooks: list[_Hook] = []
        self._styled = False
        self._unclosed = 0

    def parts(self) -> tuple[Part, ...]:
        at = 0
        while found := _MARK.search(self._text, at):
            self._say(self._text[at : found.start()])
            at = self._mark(found)
        self._say(self._text[at:])
        while self._hooks:
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
        if found["macro"] is not None:
            return self._macro(found)
        if mark == "[[" and not self._text.startswith("[[[", found.start()):
            return self._link(found.start())
        if mark == "]":
            if self._hooks:
                self._close()
            else:
                self._say(mark)
        elif mark.startswith("["):
            self._open(_Hook("plain"))
            return found.start() + 1
        elif mark.startswith("$"):
            self._lose("printed", mark, found.start())
            self._say(mark)
        elif mark.startswith("<!--"):
            pass
        elif mark == "//" and self._text[found.start() - 1 : found.start()] == ":":
            self._say(mark)
        elif not self._styled:
            self._styled = True
            self._lose("style", mark, found.start())
        return found.end()

    def _link(self, start: int) -> int:
        end = link_end(self._text, start)
        if end < 0:
            self._say("[[")
            return start + 2
        say, to = link_parts(self._text[start + 2 : end])
        self._layers.add(Link(say, to, (), self._passage.place(start)))
        return end + 2

    def _open(self, hook: _Hook) -> None:
        self._hooks.append(hook)
        # Deeper hooks are read as if they lay in the one around them.
        if self._layers.depth <= DEEPEST:
            self._layers.open()
        else:
            hook.kind = "flat"

    def _close(self) -> None:
        hook = self._hooks.pop()
        if hook.kind == "flat":
            return
        inside = self._layers.close()
        if hook.kind == "branch":
            before = hook.before.branches if hook.before else ()
            self._layers.add(Fork((*before, (hook.when, inside))))
        elif hook.kind == "link":
            self._close_link(hook, inside)
        else:
            for part in inside:
                self._layers.add(part)

    def _close_link(self, hook: _Hook, inside: tuple[Part, ...]) -> None:
        jump = next((part.to for part in inside if isinstance(part, Jump)), hook.to)
        changes = tuple(part for part in inside if isinstance(part, Change))
        place = hook.place or self._passage.place(0)
        if jump:
            self._layers.add(Link(hook.say, jump, changes, place))
            return
        self._sketch.lose("reveal", hook.say, place)
        self._layers.add(Words(hook.say))
        for part in inside:
            self._layers.add(part)

    def _macro(self, found: re.Match[str]) -> int:
        end = -1 if self._unclosed > MOST_UNCLOSED else _closing(self._text, found.end())
        if end < 0:
            self._unclosed += 1
            self._say(found[0])
            return found.end()
        name = found["macro"].lower().replace("-", "").replace("_", "")
        inside = self._text[found.end() : end].strip()
        after = end + 1
        hooked = self._hook_after(after)
        written = self._text[found.start() : after]
        hook = self._hook(name, inside, found.start(), written, hooked=hooked >= 0)
        if hooked < 0:
            return after
        self._open(hook)
        return hooked

    def _hook_after(self, at: int) -> int:
        """Return where the inside of the hook after a macro begins, or -1."""
        while at < len(self._text) and self._text[at].isspace():
            at += 1
        brackets = len(self._text[at : at + 3]) - len(self._text[at : at + 3].lstrip("["))
        # Two are a link; three a hook that begins with one.
        return at + 1 if brackets in (1, 3) else -1

    def _hook(self, name: str, inside: str, at: int, written: str, *, hooked: bool) -> _Hook:
        """Take in a macro; return what the hook after it is to be."""
        place = self._passage.place(at)
        if name in (*_IFS, *_ELSES) and hooked:
            return self._condition(name, inside, at)
        if name == "set":
            self._set(inside, at)
        elif name == "goto":
            target = _string(inside)
            if target is None:
                self._lose("macro", written, at)
            else:
                self._layers.add(Jump(target))
        elif name in _LINKS_TO and (strings := _all_strings(inside)):
            if hooked:
                return _Hook("link", say=strings[0], to=strings[-1], place=place)
            self._layers.add(Link(strings[0], strings[-1], (), place))
        elif name in _LINKS and hooked and (say := _string(inside)) is not None:
            return _Hook("link", say=say, place=place)
        elif name == "print" and inside.startswith("$"):
            self._lose("printed", inside, at)
            self._say(inside)
        else:
            self._lose("macro", written, at)
        return _Hook("plain")

    def _condition(self, name: str, inside: str, at: int) -> _Hook:
        before = self._layers.last_fork() if name in _ELSES else None
        if name in _ELSES and before is None:
            self._lose("condition", f"({name}: {inside})", at)
            return _Hook("plain")
        if name == "else":
            return _Hook("branch", None, before)
        when = condition(inside)
        if when is None:
            self._lose("condition", inside, at)
            # What nobody can decide is read where it comes first, and never after others.
            when = Number(0 if before else 1)
        elif name == "unless":
            when = opposite(when)
        return _Hook("branch", when, before)

    def _set(self, inside: str, at: int) -> None:
        for one in inside.split(","):
            read = assignment(one, self._passage.place(at))
            if read is None:
                self._lose("assignment", one, at)
            else:
                self._layers.add(read)


def harlowe(passage: Passage, sketch: Sketch) -> tuple[Part, ...]:
    """Read a passage of Harlowe."""
    return _Reader(passage, sketch).parts()


def _closing(text: str, at: int) -> int:
    """Return where the bracket around `at` closes, strings left out of account; -1 if nowhere."""
    depth, quote = 1, ""
    for place in range(at, min(len(text), at + _LONGEST)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                return place
    return -1


def _all_strings(inside: str) -> list[str]:
    return [double or single for double, single in _STRINGS.findall(inside)]


def _string(inside: str) -> str | None:
    found = _STRINGS.fullmatch(inside)
    return None if found is None else found[1] or found[2] or ""
