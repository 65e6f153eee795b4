"""Conditions and assignments of Harlowe and SugarCube, as far as whole numbers and booleans go."""

import re
from typing import Final

from salesdojo.authoring.importing.conditions import renamed
from salesdojo.authoring.importing.story import Change, Place
from salesdojo.content.condition import Binary, ConditionError, Name, Node, Number, Unary, parse

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<variable>\$[^\W\d]\w*)|(?P<number>[0-9]+(?![.\w]))"
    r"|(?P<word>is\s+not\b|[A-Za-z_]\w*)"
    r"|(?P<sign>===|!==|==|!=|<=|>=|&&|\|\||[<>()!+\-]))"
)
_WORDS: Final = {
    "is": "==", "is not": "!=", "isnot": "!=", "eq": "==", "neq": "!=",
    "gt": ">", "gte": ">=", "lt": "<", "lte": "<=",
    "and": "and", "or": "or", "not": "not", "true": "1", "false": "0",
}  # fmt: skip
_SIGNS: Final = {"===": "==", "!==": "!=", "&&": "and", "||": "or", "!": "not"}
_LONGEST: Final = 500
_STEP: Final = re.compile(r"\s*(\$[^\W\d]\w*)\s*(\+\+|--)\s*")
_ASSIGNMENT: Final = re.compile(r"\s*(\$[^\W\d]\w*)\s*(\bto\b|\+=|-=|=(?!=))\s*(.*?)\s*", re.DOTALL)


def condition(source: str, it: str | None = None) -> Node | None:
    """Read a condition; None where it needs more than numbers, booleans and variables.

    `it` is the variable that Harlowe's ``it`` stands for.
    """
    names: dict[str, str] = {}
    translated = _translated(source, names, it)
    if translated is None:
        return None
    try:
        tree = parse(translated).tree
    except ConditionError:
        return None
    return renamed(tree, names)


def assignment(source: str, place: Place) -> Change | None:
    """Read ``$trust to it + 5``, ``$trust += 5``, ``$trust++``, ``$met to true``; None for more."""
    step = _STEP.fullmatch(source)
    if step is not None:
        return Change(step[1], 1 if step[2] == "++" else -1, sets=False, place=place)
    found = _ASSIGNMENT.fullmatch(source) if len(source) <= _LONGEST else None
    if found is None:
        return None
    return _assigned(found[1], found[2], found[3], place)


def _assigned(variable: str, sign: str, value: str, place: Place) -> Change | None:
    adds = sign in ("+=", "-=")
    if value in ("true", "false"):
        change = Change(variable, int(value == "true"), sets=True, place=place, boolean=True)
        return None if adds else change
    read = _as_change(variable, condition(value, variable))
    if read is None:
        return None
    amount, sets = read
    if not adds:
        return Change(variable, amount, sets=sets, place=place)
    signed = amount if sign == "+=" else -amount
    return Change(variable, signed, sets=False, place=place) if sets else None


def _as_change(variable: str, tree: Node | None) -> tuple[int, bool] | None:
    match tree:
        case Number(value=value):
            return value, True
        case Unary(sign="-", operand=Number(value=value)):
            return -value, True
        case Binary(sign="+", left=Name(id=name), right=Number(value=value)) if name == variable:
            return value, False
        case Binary(sign="+", left=Number(value=value), right=Name(id=name)) if name == variable:
            return value, False
        case Binary(sign="-", left=Name(id=name), right=Number(value=value)) if name == variable:
            return -value, False
        case _:
            return None


def _translated(source: str, names: dict[str, str], it: str | None) -> str | None:
    """Write `source` in the scenario's language, with stand-ins for its variables."""
    if len(source) > _LONGEST:
        return None
    called: dict[str, str] = {}
    words: list[str] = []
    place, end = 0, len(source.rstrip())
    while place < end:
        token = _TOKEN.match(source, place)
        if token is None:
            return None
        word = _word(token, called, it)
        if word is None:
            return None
        words.append(word)
        place = token.end()
    names.update({stand_in: variable for variable, stand_in in called.items()})
    return " ".join(words)


def _word(token: re.Match[str], called: dict[str, str], it: str | None) -> str | None:
    text = token[token.lastgroup or 0]
    if token.lastgroup == "word":
        text = " ".join(text.split())
        if text == "it" and it is not None:
            return called.setdefault(it, f"v{len(called)}")
        return _WORDS.get(text)
    if token.lastgroup == "variable":
        return called.setdefault(text, f"v{len(called)}")
    return _SIGNS.get(text, text)
