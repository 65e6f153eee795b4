"""What ink computes with, as far as it is known without playing: numbers, and what depends."""

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.importing.conditions import opposite
from salesdojo.content.condition import COMPARISONS, Binary, Name, Node, Number, Unary

_DEEPEST: Final = 30
"""How deep a value may depend on others."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text."""

    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """A place to divert to."""

    path: str


@dataclass(frozen=True, slots=True)
class Depends:
    """A number that depends on variables."""

    node: Node
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    """How often a place was visited."""

    path: str


class Unknown:
    """What cannot be known here: lists, random numbers, what the game computes."""


class Nothing:
    """What a function without a result gives back."""


UNKNOWN: Final = Unknown()
NOTHING: Final = Nothing()
Value = int | float | Spoken | Target | Depends | Count | Unknown | Nothing

UNARY: Final = frozenset(
    {"_", "!", "FLOOR", "CEILING", "INT", "FLOAT", "LIST_VALUE", "LIST_ALL", "LIST_INVERT",
     "LIST_COUNT", "LIST_MIN", "LIST_MAX"}
)  # fmt: skip
BINARY: Final = frozenset(
    {"+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "MIN", "MAX", "POW",
     "?", "!?", "L^"}
)  # fmt: skip
_BUILT: Final = {"+": "+", "-": "-", "&&": "and", "||": "or"} | {one: one for one in COMPARISONS}
_COMPUTED: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "MIN": min, "MAX": max,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "==": operator.eq, "!=": operator.ne,
    "%": lambda a, b: math.fmod(a, b) if b else 0,
    "&&": lambda a, b: bool(a and b), "||": lambda a, b: bool(a or b),
}  # fmt: skip
_LARGEST: Final = 10**9
_VISITED: Final = {(">", 0), (">=", 1), ("!=", 0)}
_UNVISITED: Final = {("==", 0), ("<", 1), ("<=", 0)}


def seen(path: str) -> str:
    """Return the name of the variable that says whether a place was visited."""
    return f"-> {path}"


def truth(value: Value) -> bool | Node | None:
    """Return whether a value holds: known, under a condition, or not to be known (None)."""
    match value:
        case int() | float():
            return bool(value)
        case Depends(node=node):
            return node
        case Count(path=path):
            return Name(seen(path))
        case _:
            return None


def unary(sign: str, value: Value) -> Value:
    """Apply an operation of one operand."""
    if sign == "!":
        holds = truth(value)
        if holds is None or isinstance(holds, bool):
            return UNKNOWN if holds is None else not holds
        return _depending(opposite(holds), value)
    match value:
        case int() if sign == "_":
            return -value
        case int():
            return value if sign in ("FLOOR", "CEILING", "INT") else UNKNOWN
        case Depends(node=node) if sign == "_":
            return _depending(Unary("-", node), value)
        case _:
            return UNKNOWN


def binary(sign: str, left: Value, right: Value) -> Value:
    """Apply an operation of two operands."""
    if isinstance(left, int | float) and isinstance(right, int | float):
        compute = _COMPUTED.get(sign)
        result = compute(left, right) if compute is not None else UNKNOWN
        small = not isinstance(result, Unknown) and abs(result) <= _LARGEST
        return result if small else UNKNOWN
    if isinstance(left, Spoken) and isinstance(right, Spoken) and sign in ("==", "!="):
        return (left == right) == (sign == "==")
    if isinstance(left, Count) and isinstance(right, int) and sign in COMPARISONS:
        return _visited(sign, left, right)
    first, second, built = _node(left, sign), _node(right, sign), _BUILT.get(sign)
    if first is None or second is None or built is None:
        return UNKNOWN
    return _depending(Binary(built, first, second), left, right)


def _visited(sign: str, count: Count, than: int) -> Value:
    name = Name(seen(count.path))
    if (sign, than) in _VISITED:
        return Depends(name)
    return Depends(Unary("not", name)) if (sign, than) in _UNVISITED else UNKNOWN


def _node(value: Value, sign: str) -> Node | None:
    match value:
        case int():
            return Number(int(value)) if abs(value) <= _LARGEST else None
        case Depends(node=node):
            return node
        case Count(path=path) if sign in ("&&", "||"):
            return Name(seen(path))
        case _:
            return None


def _depending(node: Node, *on: Value) -> Value:
    depth = 1 + max((one.depth for one in on if isinstance(one, Depends)), default=0)
    return Depends(node, depth) if depth <= _DEEPEST else UNKNOWN
