"""`schema`: the shapes of the files, for editors."""

import json
from pathlib import Path

import pytest

from salesdojo.content.schemas import KINDS, schema

from .conftest import Say


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_as_it_is(say: Say, kind: str) -> None:
    said = say("schema", kind)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == schema(kind)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "One role-play"), ("ja", "1つのロールプレイ")]
)
def test_without_a_kind_the_kinds_are_listed(say: Say, language: str, told: str) -> None:
    lines = say("schema", "--lang", language).out.splitlines()
    assert [line.split()[0] for line in lines] == list(KINDS)
    assert told in lines[0]
    assert " / " not in lines[0]


def test_all_of_them_are_written_for_an_editor(say: Say, home: Path) -> None:
    folder = home / "schemas"
    for _ in range(2):  # an older one is replaced
        assert say("schema", "--output", str(folder)).code == 0
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        f"{kind}.schema.json" for kind in KINDS
    )
    assert json.loads((folder / "rubric.schema.json").read_text("utf-8")) == schema("rubric")


def test_an_unknown_kind_is_said(say: Say) -> None:
    said = say("schema", "story")
    assert (said.code, said.out) == (2, "")
    assert "scenario, rubric, customer, pack, glossary" in said.err


def test_a_place_that_cannot_be_written_is_said(say: Say, home: Path) -> None:
    (home / "file").touch()
    said = say("schema", "--output", str(home / "file"))
    assert said.code == 2
    assert "US085" in said.err
