"""docs/pack.md is true, and everything the dojo grew from is practised somewhere."""

import re
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from salesdojo.content.glossary import found, practising
from support.warm import shipped_library

DOCS = Path(__file__).parents[1] / "docs"
PAGE: Mapping[str, Any] = runpy.run_path(str(DOCS / "pack_pages.py"))


@pytest.mark.slow
def test_the_pages_of_the_pack_are_what_its_files_say() -> None:
    """Made by docs/pack_pages.py."""
    written = {name: (DOCS / name).read_text("utf-8") for name in PAGE["PAGES"].values()}
    assert PAGE["pages"](shipped_library()) == written


@pytest.mark.parametrize("headword", PAGE["TERMS"])
def test_every_term_of_the_explainer_is_an_entry_and_is_practised(headword: str) -> None:
    assert [term.id for term in shipped_library().glossary if term.id == headword]
    assert practising(shipped_library().entries, headword)


@pytest.mark.parametrize("synonym", PAGE["SYNONYMS"])
def test_every_synonym_of_the_explainer_is_found_with_its_difference(synonym: str) -> None:
    entry = found(shipped_library().glossary, synonym)[0]
    (same,) = [one for one in entry.synonyms if one.name.spoken("ja") == synonym]
    assert set(same.difference.languages) == {"ja", "en"}


@pytest.mark.parametrize(
    ("function", "stages"), PAGE["FUNCTIONS"], ids=lambda value: str(value)[:9]
)
def test_every_function_of_a_sales_department_is_practised(function: Any, stages: Any) -> None:
    assert set(function.languages) == {"ja", "en"}
    for stage in stages:
        assert [
            one
            for one in shipped_library().entries
            if one.kind == "scenario" and one.stage is stage
        ]


@pytest.mark.parametrize("role", PAGE["ROLES"])
def test_every_role_of_the_explainer_has_a_course(role: str) -> None:
    assert [course for course in shipped_library().pack.courses if course.role == role]


def test_every_entry_of_the_glossary_is_practised_and_whole() -> None:
    for term in shipped_library().glossary:
        assert practising(shipped_library().entries, term.id), term.id
        assert term.reading
        for text in (term.name, term.meaning, term.example):
            assert set(text.languages) == {"ja", "en"}, term.id


def test_who_does_not_think_does_not_pass() -> None:
    """Read from the page, which the first test holds true: random, first and longest players."""
    row = re.compile(r"^\| [^|]*`(\w+)` \|(?:[^|]*\|){5}(.*)\|$", re.MULTILINE)
    rows = row.findall(_table("## Scenarios"))
    whole = [entry.id for entry in shipped_library().entries if entry.kind != "drill"]
    assert [name for name, _ in rows] == whole
    for name, figures in rows:
        random, first, longest = figures.split("|")
        assert "%" not in first + longest, name
        share = re.search(r"\(([\d.]+)%\)", random)
        assert share is None or float(share[1]) < 2, name


def test_every_case_b_is_as_hard_as_its_original() -> None:
    table = _table("## Case B")
    assert all(f"`{entry.id}`" in table for entry in shipped_library().entries if entry.variant_of)
    assert "!" not in table


def _table(heading: str) -> str:
    return (DOCS / "pack.md").read_text("utf-8").split(heading)[1].split("\n## ")[0]
