"""The condition language: integers, meters, facts and `turn`, and nothing else.

``trust >= 30 and not cash_pressure`` is read once into a small tree, and the
tree once into a function. Nothing is ever evaluated as Python.

    or   <   and   <   not   <   == != < <= > >=   <   + -   <   number name ( )

Facts are 1 once learned and 0 before; a comparison is 1 or 0; any value but 0 holds.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST: Final = 500
"""Characters a condition may have."""
DEEPEST: Final = 20
"""How deep a condition may nest."""
LARGEST: Final = 1_000_000
"""The largest number a condition may name."""

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>[0-9]+)|(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign><=|>=|==|!=|[<>()+-]))"
)

WORDS: Final = ("and", "or", "not")
"""The words of the language: no meter and no fact can have these names."""
COMPARISONS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


class ConditionError(Exception):
    """A condition that does not parse: where (a 0-based offset) and why."""

    def __init__(self, reason: str, offset: int, found: str = "") -> None:
        """Keep the `reason` (a form of the message), the place and what stood there."""
        super().__init__(reason, offset, found)
        self.reason = reason
        self.offset = offset
        self.found = found


@dataclass(frozen=True, slots=True)
class Number:
    """An integer."""

    value: int


@dataclass(frozen=True, slots=True)
class Name:
    """A meter, a fact, or `turn`."""

    id: str


@dataclass(frozen=True, slots=True)
class Unary:
    """`not` or a sign before an operand."""

    sign: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands with a sign or word between."""

    sign: str
    left: "Node"
    right: "Node"


Node = Number | Name | Unary | Binary
Reading = Callable[[Mapping[str, int]], int]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition or figure, read and ready to be asked."""

    source: str
    tree: Node
    names: frozenset[str]
    """The meters, facts and `turn` it reads."""
    value: Reading
    """Its value, given every name's."""

    def __eq__(self, other: object) -> bool:
        """Two expressions of the same source are the same."""
        return isinstance(other, Expression) and other.source == self.source

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.source)

    def __reduce__(self) -> tuple[Callable[[str], "Expression"], tuple[str]]:
        """Travel between processes as the source."""
        return (parse, (self.source,))


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """Read `source`, or raise `ConditionError` naming the place and the reason."""
    if len(source) > LONGEST:
        raise ConditionError("too_long", LONGEST)
    tree = _Parser(source).whole()
    return Expression(source, tree, frozenset(names_in(tree)), _reading(tree))


def names_in(tree: Node) -> Iterator[str]:
    """Yield every name the tree reads."""
    match tree:
        case Name(id=name):
            yield name
        case Unary(operand=operand):
            yield from names_in(operand)
        case Binary(left=left, right=right):
            yield from names_in(left)
            yield from names_in(right)


def names_with_places(source: str) -> Iterator[tuple[str, int]]:
    """Yield every name of a condition that parses, with its 0-based offset."""
    for token in _tokens(source):
        if token.kind == "word" and token.text not in WORDS:
            yield token.text, token.offset


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    offset: int


def _tokens(source: str) -> Iterator[_Token]:
    place = 0
    end = len(source.rstrip())
    while place < end:
        found = _TOKEN.match(source, place)
        if found is None:
            bad = place + len(source[place:]) - len(source[place:].lstrip())
            raise ConditionError(_reason_of(source[bad]), bad, source[bad])
        kind = found.lastgroup or ""
        yield _Token(found[kind], kind, found.start(kind))
        place = found.end()
    yield _Token("", "end", end)


def _reason_of(sign: str) -> str:
    if sign == "=":
        return "equals"
    # What a Japanese input method types is a sign of ASCII in another width.
    return "full_width" if "！" <= sign <= "～" or sign == "\u3000" else "bad_sign"


class _Parser:
    """Recursive descent, one method a level of precedence."""

    def __init__(self, source: str) -> None:
        self._tokens = list(_tokens(source))
        self._place = 0
        self._depth = 0

    def whole(self) -> Node:
        tree = self._either()
        if self._next.kind != "end":
            raise self._unexpected()
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _unexpected(self) -> ConditionError:
        token = self._next
        return ConditionError(
            "unfinished" if token.kind == "end" else "unexpected", token.offset, token.text
        )

    def _take(self, *texts: str) -> str | None:
        token = self._next
        if token.kind == "end" or token.text not in texts:
            return None
        self._place += 1
        return token.text

    def _either(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ConditionError("too_deep", self._next.offset)
        tree = self._both()
        while self._take("or"):
            tree = Binary("or", tree, self._both())
        self._depth -= 1
        return tree

    def _both(self) -> Node:
        tree = self._negation()
        while self._take("and"):
            tree = Binary("and", tree, self._negation())
        return tree

    def _negation(self) -> Node:
        negations = 0
        while self._take("not"):
            negations += 1
        if negations > DEEPEST:
            raise ConditionError("too_deep", self._next.offset)
        tree = self._comparison()
        for _ in range(negations):
            tree = Unary("not", tree)
        return tree

    def _comparison(self) -> Node:
        left = self._sum()
        sign = self._take(*COMPARISONS)
        if sign is None:
            return left
        tree = Binary(sign, left, self._sum())
        if self._next.text in COMPARISONS:
            raise ConditionError("chained", self._next.offset, self._next.text)
        return tree

    def _sum(self) -> Node:
        tree = self._signed()
        while sign := self._take("+", "-"):
            tree = Binary(sign, tree, self._signed())
        return tree

    def _signed(self) -> Node:
        if self._take("-"):
            return Unary("-", self._atom())
        return self._atom()

    def _atom(self) -> Node:
        token = self._next
        if self._take("("):
            tree = self._either()
            if not self._take(")"):
                raise self._unexpected()
            return tree
        if token.kind == "number":
            if len(token.text) > len(str(LARGEST)) or int(token.text) > LARGEST:
                raise ConditionError("too_large", token.offset, token.text)
            self._place += 1
            return Number(int(token.text))
        if token.kind == "word" and token.text not in WORDS:
            self._place += 1
            return Name(token.text)
        raise self._unexpected()


def _reading(tree: Node) -> Reading:
    """Turn a tree into a function of the names' values."""
    match tree:
        case Number(value=number):
            return lambda _: number
        case Name(id=name):
            return operator.itemgetter(name)
        case Unary(sign="not", operand=operand):
            held = _reading(operand)
            return lambda values: not held(values)
        case Unary(operand=operand):
            positive = _reading(operand)
            return lambda values: -positive(values)
        case Binary(sign=sign, left=left, right=right):
            return _pair(sign, _reading(left), _reading(right))


def _pair(sign: str, left: Reading, right: Reading) -> Reading:
    match sign:
        case "and":
            return lambda values: bool(left(values) and right(values))
        case "or":
            return lambda values: bool(left(values) or right(values))
        case "+":
            return lambda values: left(values) + right(values)
        case "-":
            return lambda values: left(values) - right(values)
        case _:
            compare = COMPARISONS[sign]
            return lambda values: compare(left(values), right(values))
