"""The condition language: what it means, checked against Python; and what it refuses."""

import ast
import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.condition import ConditionError, names_with_places, parse

NAMES = ("trust", "irritation", "cash", "turn")


def operands() -> st.SearchStrategy[str]:
    return st.one_of(
        st.integers(0, 120).map(str),
        st.sampled_from(NAMES),
        st.sampled_from(NAMES).map("-{}".format),
    )


def sums(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    atom = st.one_of(operands(), inner.map("({})".format))
    sign = st.sampled_from(["+", "-", " + ", " - "])
    return st.one_of(atom, st.builds("{}{}{}".format, atom, sign, atom))


def conditions() -> st.SearchStrategy[str]:
    def wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        sign = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
        comparison = st.builds("{} {} {}".format, sums(inner), sign, sums(inner))
        single = st.one_of(comparison, comparison.map("not {}".format), sums(inner))
        both = st.builds("{} and {}".format, single, single)
        return st.one_of(single, both, st.builds("{} or {}".format, both, single))

    return st.recursive(operands(), wider, max_leaves=8)


VALUES = st.fixed_dictionaries(
    {
        "trust": st.integers(0, 100),
        "irritation": st.integers(0, 100),
        "cash": st.integers(0, 1),
        "turn": st.integers(0, 40),
    }
)


class _TrueOrFalse(ast.NodeTransformer):
    """Lets Python's `and` and `or` give true or false instead of an operand."""

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        return ast.Call(ast.Name("bool", ast.Load()), [node], [])


def python_says(source: str, values: Mapping[str, int]) -> int:
    tree = ast.fix_missing_locations(_TrueOrFalse().visit(ast.parse(source, mode="eval")))
    names = {"__builtins__": {}, "bool": bool}
    return int(eval(compile(tree, "oracle", "eval"), names, dict(values)))  # noqa: S307


@given(conditions(), VALUES)
def test_a_condition_is_worth_what_python_says(source: str, values: Mapping[str, int]) -> None:
    assert parse(source).value(values) == python_says(source, values)


@given(conditions())
def test_the_names_of_a_condition_are_found_where_they_stand(source: str) -> None:
    found = list(names_with_places(source))
    assert {name for name, _ in found} == parse(source).names
    assert all(source.startswith(name, offset) for name, offset in found)


@given(st.text(alphabet="abt01 ()<>=!+-.*/andornot'\"[]{}:,\n", max_size=40))
def test_anything_parses_or_is_refused_with_a_place(source: str) -> None:
    assert 0 <= offset_of_fault(source) <= len(source)


def offset_of_fault(source: str) -> int:
    try:
        parse(source)
    except ConditionError as fault:
        return fault.offset
    return 0


@pytest.mark.parametrize(
    ("source", "reason", "offset"),
    [
        ("", "unfinished", 0),
        ("  ", "unfinished", 0),
        ("trust >", "unfinished", 7),
        ("(trust", "unfinished", 6),
        ("trust 5", "unexpected", 6),
        (")", "unexpected", 0),
        ("and", "unexpected", 0),
        ("trust = 5", "equals", 6),
        ("trust * 5", "bad_sign", 6),
        ("trust.real", "bad_sign", 5),
        ("trust > 1.5", "bad_sign", 9),
        ("__import__('os')", "bad_sign", 11),
        ("trust[0]", "bad_sign", 5),
        ("lambda: 0", "bad_sign", 6),
        ("'a' == 'a'", "bad_sign", 0),
        ("信頼 > 5", "bad_sign", 0),
        ("1 < trust < 5", "chained", 10),
        ("trust > 1000001", "too_large", 8),
        (f"trust > {'9' * 400}", "too_large", 8),
        ("(" * 21 + "trust" + ")" * 21, "too_deep", 20),
        ("not " * 21 + "trust", "too_deep", 84),
        ("trust" + " " * 496, "too_long", 500),
    ],
)
def test_anything_else_is_refused(source: str, reason: str, offset: int) -> None:
    with pytest.raises(ConditionError) as raised:
        parse(source)
    assert (raised.value.reason, raised.value.offset) == (reason, offset)


def test_twenty_levels_and_five_hundred_characters_are_fine() -> None:
    assert parse("(" * 19 + "trust" + ")" * 19).names == {"trust"}
    assert parse("trust" + " " * 495).names == {"trust"}
    assert parse(" and ".join(["a"] * 83)).value({"a": 1}) == 1


def test_a_condition_travels_as_its_source() -> None:
    held = parse("trust >= 5 and not cash")
    again = pickle.loads(pickle.dumps(held))  # noqa: S301 - our own
    assert again == held
    assert hash(again) == hash(held)
