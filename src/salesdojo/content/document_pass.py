"""The pass over YAML's events that builds plain data and marks, within the limits."""

from dataclasses import dataclass, field
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from salesdojo.content.characters import (
    cutting_sign,
    escaped_forbidden,
    invisible_in_key,
    may_cut_a_text,
    without_escaped,
)
from salesdojo.content.document import BEGINNING, Path
from salesdojo.content.event_places import (
    end_of,
    is_empty,
    is_plain,
    mark_of,
    start_of,
    tag_of,
)
from salesdojo.content.places import Places
from salesdojo.content.problem import Mark, Problem
from salesdojo.content.scalars import NumberRefusedError, Scalar, plain_value
from salesdojo.content.slips import sign_in_key

DEEPEST: Final = 32
"""How deep mappings and lists may nest."""
MOST_NODES: Final = 20_000
"""Keys, values, mappings and lists a file may have."""


_Node = dict[str, Any] | list[Any]


MOST_PROBLEMS: Final = 200
"""Problems told of one file; the rest shows when these are gone."""


class LimitReachedError(Exception):
    """Reading ends here: going on would cost too much, or mean nothing."""

    def __init__(self, problem: Problem) -> None:
        """Keep the `problem` to report."""
        super().__init__(problem)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended."""

    node: _Node
    path: Path
    flow: bool
    kept: bool
    """False under a key that was refused: nothing of it is kept."""
    key: str | None = None
    """The key whose value comes next."""
    key_kept: bool = True
    key_mark: Mark = BEGINNING
    key_end: int = 0
    """Offset behind the key."""
    seen: dict[str, Mark] = field(default_factory=dict)


class DocumentPass:
    """Takes events one by one; then holds the data, the marks and the problems."""

    def __init__(self, name: str, text: str, places: Places) -> None:
        """Begin the pass over `text`, the source of the events."""
        self._name = name
        self._text = text
        self._places = places
        self._may_be_cut = may_cut_a_text(text)
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self.root: Any = None
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.refused: set[Path] = set()
        self.problems: list[Problem] = []

    @property
    def empty(self) -> bool:
        """Whether the file held no value at all."""
        return self._documents == 0 or (self.root is None and not self.refused)

    def take(self, event: Event) -> None:
        """Take the next event.

        Raises:
            LimitReachedError: at a limit, or at a second document.
        """
        if isinstance(event, NodeEvent):
            self._node(event)
        elif isinstance(event, CollectionEndEvent):
            self._end()
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise LimitReachedError(self._problem(event, "SD009"))

    def _problem(self, event: Event, code: str, form: str = "", **values: str | int) -> Problem:
        return Problem.at(self._name, mark_of(event), code, form, **values)

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise LimitReachedError(problem)
        self.problems.append(problem)

    def _node(self, event: NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise LimitReachedError(self._problem(event, "SD016", limit=MOST_NODES))
        self._properties(event)
        around = self._open[-1] if self._open else None
        if around is not None and isinstance(around.node, dict) and around.key is None:
            self._key(around, event)
            return
        if isinstance(event, AliasEvent):
            self._place(event, None, refused=True)
        elif isinstance(event, ScalarEvent):
            self._scalar(around, event)
        elif isinstance(event, CollectionStartEvent):
            self._begin(around, event)

    def _properties(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            if isinstance(event, AliasEvent):
                self._tell(self._problem(event, "SD012", alias=event.anchor))
            else:
                self._tell(self._problem(event, "SD011", anchor=event.anchor))
        if tag_of(event) is not None:
            self._tell(self._problem(event, "SD010"))

    def _key(self, around: _Open, event: NodeEvent) -> None:
        around.key_mark = mark_of(event)
        around.key_kept = around.kept
        around.key_end = end_of(event)
        around.key = ""
        if isinstance(event, ScalarEvent):
            around.key = self._read_key(around, event)
            return
        around.key_kept = False
        if not isinstance(event, AliasEvent):
            self._tell(self._problem(event, "SD018"))
            self._push(event, (*around.path, ""), flow=True, kept=False)

    def _read_key(self, around: _Open, event: ScalarEvent) -> str:
        key = self._text_of(event)
        hidden = invisible_in_key(key)
        if key == "<<" and is_plain(event):
            self._tell(self._problem(event, "SD013"))
            around.key_kept = False
        elif hidden is not None:
            self._tell(self._problem(event, "SD019", character=hidden, key=key))
            around.key_kept = False
        elif key in around.seen:
            first = around.seen[key]
            again = around.key_mark
            self._tell(self._problem(event, "SD008", key=key, first=first.line, second=again.line))
            around.key_kept = False
        else:
            around.seen[key] = around.key_mark
        return key

    def _scalar(self, around: _Open | None, event: ScalarEvent) -> None:
        if around is not None and self._was_cut(around, event):
            self._tell(self._cut(around))
            around.key = None
            return
        text = self._text_of(event)
        if not is_plain(event):
            self._place(event, text)
            return
        try:
            value = plain_value(text)
        except NumberRefusedError:
            self._tell(self._problem(event, "SD017", number=text))
            self._place(event, None, refused=True)
            return
        if self._may_be_cut and isinstance(value, str):
            self._look_behind(event)
        self._place(event, value)

    def _look_behind(self, event: ScalarEvent) -> None:
        """Warn where a comment that has no space behind its ``#`` follows a text."""
        sign = cutting_sign(self._text, end_of(event))
        # A warning beyond the limit is left unsaid: it must not end the reading.
        if sign is not None and len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem.at(self._name, self._places.mark(sign), "SD026"))

    def _was_cut(self, around: _Open, event: ScalarEvent) -> bool:
        """Tell whether `event` is the value of a key without a colon, as in ``{ja: a, b}``."""
        return (
            around.key is not None
            and around.flow
            and event.value == ""
            and is_plain(event)
            and start_of(event) == end_of(event) == around.key_end
        )

    def _cut(self, around: _Open) -> Problem:
        key = around.key or ""
        mark, sign = around.key_mark, sign_in_key(key)
        if sign is None:
            return Problem.at(self._name, mark, "SD007", text=key)
        values = {"sign": key[sign.offset], "name": key[: sign.offset]}
        place = Mark(mark.line, mark.column + sign.offset)
        return Problem.at(self._name, place, "SD007", sign.form, **values)

    def _text_of(self, event: ScalarEvent) -> str:
        value: str = event.value
        if event.style != '"':
            return value
        begin = start_of(event)
        found = False
        for escape in escaped_forbidden(value, self._text[begin : end_of(event)]):
            found = True
            mark = self._places.mark(begin + escape.offset)
            self._tell(Problem.at(self._name, mark, "SD004", "escape", character=escape.name))
        return without_escaped(value) if found else value

    def _begin(self, around: _Open | None, event: CollectionStartEvent) -> None:
        flow = bool(event.flow_style)
        in_list = around is not None and around.flow and isinstance(around.node, list)
        pair = is_empty(event) or self._text.startswith("?", start_of(event))
        if in_list and isinstance(event, MappingStartEvent) and pair:
            # In [a: b] YAML sees a mapping; whoever wrote it meant a text.
            self._tell(self._problem(event, "SD007", "pair"))
            self._push(event, self._place(event, None, refused=True), flow=False, kept=False)
            return
        node: _Node = [] if isinstance(event, SequenceStartEvent) else {}
        kept = around is None or (around.kept and around.key_kept)
        self._push(event, self._place(event, node), flow=flow, kept=kept, node=node)

    def _push(
        self,
        event: NodeEvent,
        path: Path,
        *,
        flow: bool,
        kept: bool,
        node: _Node | None = None,
    ) -> None:
        if len(self._open) >= DEEPEST:
            raise LimitReachedError(self._problem(event, "SD015", limit=DEEPEST))
        if node is None:
            node = [] if isinstance(event, SequenceStartEvent) else {}
        self._open.append(_Open(node, path, flow, kept))

    def _place(self, event: NodeEvent, value: Scalar | _Node, *, refused: bool = False) -> Path:
        """Put `value` where it belongs and return its path."""
        if not self._open:
            self.root = value
            self._remember((), mark_of(event), refused=refused)
            return ()
        around = self._open[-1]
        if isinstance(around.node, list):
            path: Path = (*around.path, len(around.node))
            around.node.append(value)
            if around.kept:
                self._remember(path, mark_of(event), refused=refused)
            return path
        key = around.key or ""
        path = (*around.path, key)
        around.key = None
        if around.key_kept:
            around.node[key] = value
            self.keys[path] = around.key_mark
            # The parsers differ in where a value stands that is not written.
            mark = around.key_mark if is_empty(event) else mark_of(event)
            self._remember(path, mark, refused=refused)
        return path

    def _remember(self, path: Path, mark: Mark, *, refused: bool) -> None:
        self.values[path] = mark
        if refused:
            self.refused.add(path)

    def _end(self) -> None:
        self._open.pop()
