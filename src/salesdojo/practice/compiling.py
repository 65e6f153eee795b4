"""A scenario's conditions and effects as Python source.

The source is made of integers and of names that stand here (`m0`, `f`, `k`,
`t`): nothing of a file's text enters it. Property tests hold it equal to
`stepping`.
"""

from collections.abc import Mapping

from salesdojo.content.condition import Binary, Expression, Name, Node, Number, Unary
from salesdojo.content.model import Choice, Scenario
from salesdojo.practice.stepping import HIGHEST, LOWEST


def python_of(condition: Expression, names: Mapping[str, str]) -> str:
    """Return the condition as a Python expression over `names`."""
    return _python(condition.tree, names)


def _python(tree: Node, names: Mapping[str, str]) -> str:
    match tree:
        case Number(value=value):
            return str(value)
        case Name(id=name):
            return names[name]
        case Unary(sign=sign, operand=operand):
            return f"({sign} {_python(operand, names)})"
        case Binary(sign="and" | "or" as sign):
            # bool(): `3 and 5` is 5 in Python and 1 in a condition.
            joined = f" {sign} ".join(
                f"bool({_python(part, names)})" for part in _chain(tree, sign)
            )
            return f"({joined})"
        case Binary(sign="+" | "-"):
            return f"({_sum(tree, names)})"
        case Binary(sign=sign, left=left, right=right):
            return f"({_python(left, names)} {sign} {_python(right, names)})"


def _sum(tree: Node, names: Mapping[str, str]) -> str:
    terms: list[str] = []
    while isinstance(tree, Binary) and tree.sign in ("+", "-"):
        terms.append(f" {tree.sign} {_python(tree.right, names)}")
        tree = tree.left
    return _python(tree, names) + "".join(reversed(terms))


def _chain(tree: Node, sign: str) -> list[Node]:
    """Return the parts of ``a and b and c``: nested as deep, Python would refuse them."""
    parts: list[Node] = []
    while isinstance(tree, Binary) and tree.sign == sign:
        parts.append(tree.right)
        tree = tree.left
    return [tree, *reversed(parts)]


def effects_of(choice: Choice, scenario: Scenario) -> list[str]:
    """Return the statements that apply a choice's effects to the meters' variables."""
    number = {meter: position for position, meter in enumerate(scenario.meters)}
    lines: list[str] = []
    for effect in choice.effects:
        name = f"m{number[effect.meter]}"
        if effect.sets:
            lines.append(f"{name} = {min(HIGHEST, max(LOWEST, effect.amount))}")
        elif effect.amount > 0:
            lines.append(f"{name} += {effect.amount}")
            lines.append(f"if {name} > {HIGHEST}: {name} = {HIGHEST}")
        elif effect.amount < 0:
            lines.append(f"{name} -= {-effect.amount}")
            lines.append(f"if {name} < {LOWEST}: {name} = {LOWEST}")
    return lines
