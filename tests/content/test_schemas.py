"""The published schemas: complete, closed, and read alike by both validators."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from salesdojo.content import schemas
from salesdojo.content.document import Document
from salesdojo.content.document_reading import read_document
from salesdojo.content.shape import shape_problems
from support.keys import KEYS
from support.packs import CUSTOMER, GLOSSARY, PACK, RUBRIC, SCENARIO

ASSIGNMENTS = """\
book: east
assignments:
  price: {scenario: talk, people: [Hanako], team: east, due: 2026-12-18, minimum: 80}
  week: {course: week, teams: [east], due: "2026-12-20", attempts: 3, mode: exam}
"""
GOOD = {
    "scenario": SCENARIO,
    "rubric": RUBRIC,
    "customer": CUSTOMER,
    "pack": PACK,
    "glossary": GLOSSARY,
    "keys": KEYS,
    "assignments": ASSIGNMENTS,
}
ID = "^[a-z][a-z0-9_]{0,39}$"


def inside(schema: object, path: str = "") -> Iterator[tuple[str, Any]]:
    yield path, schema
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield from inside(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for position, value in enumerate(schema):
            yield from inside(value, f"{path}/{position}")


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_a_schema_is_one(kind: str) -> None:
    schema = schemas.schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_every_key_is_explained_with_an_example(kind: str) -> None:
    for path, schema in inside(schemas.schema(kind)):
        described = path.endswith("/properties") and "/then/" not in path and "/else/" not in path
        for key, explained in schema.items() if described else ():
            assert {"title", "description", "examples"} <= set(explained), f"{path}/{key}"
    for name, definition in schemas.schema(kind)["$defs"].items():
        assert name == "lines" or {"title", "description", "examples"} <= set(definition)


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_shapes_are_told_apart_by_a_key_and_nothing_is_fetched(kind: str) -> None:
    for path, schema in inside(schemas.schema(kind)):
        if isinstance(schema, dict):
            assert not {"oneOf", "anyOf", "$id", "$dynamicRef"} & set(schema), path
        if path.endswith("/$ref"):
            ours = {schemas.schema_file(other) for other in schemas.KINDS}
            assert schema.startswith("#/$defs/") or schema in ours


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_shared_definitions_are_the_same_everywhere(kind: str) -> None:
    ours, first = schemas.schema(kind)["$defs"], schemas.schema("scenario")["$defs"]
    assert ours["text"] == first["text"]
    assert ours["id"] == first["id"]
    assert ours["id"]["pattern"] == ID


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_a_good_file_has_the_shape(kind: str) -> None:
    assert shape_problems(read_document("good", GOOD[kind].encode()), kind) == ()


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_the_examples_of_texts_and_ids_are_good_ones(kind: str) -> None:
    for name in ("text", "id"):
        definition = schemas.schema(kind)["$defs"][name]
        for example in definition["examples"]:
            assert Draft202012Validator(definition).is_valid(example)


WRONG: tuple[Any, ...] = (
    None, 0, -1, 5, 1.5, True, "", " ", "x", "X y", "trust > 5", "id\n", "=50", "=500",
    [], ["x"], [1, {}], [{"to": "x"}], [{"weight": 1}],
    {}, {"ja": "x"}, {"ja": 5}, {"zz": "x"}, {"long": "x"},
)  # fmt: skip


def places(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    steps = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in steps:
        yield from places(value, (*path, step))


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, Document]:
    """Take a good file, and put something else, or nothing, in one to three places."""
    kind = draw(st.sampled_from(schemas.KINDS))
    document = read_document("spoiled", GOOD[kind].encode())
    data = json.loads(json.dumps(document.data))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(places(data), key=repr)))
        around = data
        for step in path[:-1]:
            around = around[step]
        if draw(st.booleans()):
            around[path[-1]] = deepcopy(draw(st.sampled_from(WRONG)))
        else:
            del around[path[-1]]
        if not data:
            break
    return kind, Document("spoiled", data, document.marks, (), document.lines)


@given(spoiled())
def test_both_validators_agree(case: tuple[str, Document]) -> None:
    kind, document = case
    quick = schemas.quick_validator(kind)
    assert quick is not None
    assert quick.is_valid(document.data) == schemas.wordy_validator(kind).is_valid(document.data)


@given(spoiled())
def test_every_difference_is_told_in_words_of_our_own(case: tuple[str, Document]) -> None:
    kind, document = case
    for problem in shape_problems(document, kind):
        assert problem.code != "SD100"
        assert problem.message("ja")
        assert problem.message("en")
