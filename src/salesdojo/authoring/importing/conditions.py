"""Conditions as trees: joined, turned round, and written in the scenario's language."""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Final

from salesdojo.content.condition import (
    COMPARISONS,
    Binary,
    ConditionError,
    Name,
    Node,
    Number,
    Unary,
    parse,
)

_OPPOSITE: Final = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
_BINDING: Final = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5}
_COMPARING: Final = 4
_ATOM: Final = 6


def opposite(node: Node) -> Node:
    """Return what holds exactly when `node` does not."""
    match node:
        case Unary(sign="not", operand=operand):
            return operand
        case Binary(sign=sign, left=left, right=right) if sign in _OPPOSITE:
            return Binary(_OPPOSITE[sign], left, right)
        case _:
            return Unary("not", node)


def joined(word: str, nodes: Iterable[Node]) -> Node | None:
    """Join `nodes` by ``and`` or ``or``, each named once; None for none."""
    once = tuple(dict.fromkeys(nodes))
    return reduce(lambda left, right: Binary(word, left, right), once) if once else None


def simplified(paths: Iterable[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
    """Make one path of two that differ in a single literal, which holds in one and not the other.

    ``a and b`` or ``a and not b`` is ``a``: most branches of a story change some words
    and leave the choices alone.
    """
    left = list(dict.fromkeys(paths))
    while (pair := _pair_to_join(left)) is not None:
        first, second, together = pair
        left[first] = together
        del left[second]
    return left


def _pair_to_join(
    paths: list[tuple[Node, ...]],
) -> tuple[int, int, tuple[Node, ...]] | None:
    for first, path in enumerate(paths):
        for place, literal in enumerate(path):
            other = {*path[:place], opposite(literal), *path[place + 1 :]}
            for second in range(first + 1, len(paths)):
                if set(paths[second]) == other:
                    return first, second, (*path[:place], *path[place + 1 :])
    return None


def any_path(paths: Iterable[tuple[Node, ...]]) -> Node | None:
    """Return the condition under which one of `paths` is taken; None where one always is."""
    nodes = [joined("and", path) for path in simplified(paths)]
    known = [node for node in nodes if node is not None]
    return joined("or", known) if len(known) == len(nodes) else None


def written(node: Node, name: Callable[[str], str | None]) -> str | None:
    """Write `node` with `name` for its names.

    None where a name has no counterpart, or where the scenario's language has no
    room for it (it is too long or too deep).
    """
    try:
        source = _written(node, name, 0)
        parse(source)
    except (LookupError, ConditionError):
        return None
    return source


def _written(node: Node, name: Callable[[str], str | None], around: int) -> str:
    match node:
        case Number(value=value):
            text, binding = str(value), _ATOM if value >= 0 else 5
        case Name(id=known):
            called = name(known)
            if called is None:
                raise LookupError(known)
            text, binding = called, _ATOM
        case Unary(sign="not", operand=operand):
            text, binding = f"not {_written(operand, name, 4)}", 3
        case Unary(operand=operand):
            text, binding = f"-{_written(operand, name, _ATOM)}", 5
        case Binary(sign=sign, left=left, right=right):
            binding = _COMPARING if sign in COMPARISONS else _BINDING[sign]
            # `and`, `or` and sums chain to the left; comparisons do not chain at all.
            first = binding + 1 if binding == _COMPARING else binding
            text = f"{_written(left, name, first)} {sign} {_written(right, name, binding + 1)}"
    return f"({text})" if binding < around else text


def renamed(node: Node, names: dict[str, str]) -> Node:
    """Return `node` with every name replaced by its entry in `names`."""
    match node:
        case Name(id=name):
            return Name(names[name])
        case Unary(sign=sign, operand=operand):
            return Unary(sign, renamed(operand, names))
        case Binary(sign=sign, left=left, right=right):
            return Binary(sign, renamed(left, names), renamed(right, names))
        case _:
            return node
