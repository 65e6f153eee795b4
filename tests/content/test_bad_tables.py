"""Every way in which a negotiation table can be wrong: the one problem, at its exact place."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.checking import checked
from salesdojo.content.codes import CODES, WARNINGS
from salesdojo.content.reading import built, read_scenario
from salesdojo.content.schemas import quick_validator, wordy_validator
from salesdojo.content.shelf import Shelf
from salesdojo.i18n.en.tables import MESSAGES
from support.bad_files import Bad
from support.packs import write_pack
from support.table_talk import TABLE_TALK, TABLES


def test_nothing_is_wrong_with_the_table_the_faults_are_put_into(tmp_path: Path) -> None:
    reading = read_scenario(write_pack(tmp_path, talk=TABLE_TALK) / "approach/talk.yaml")
    assert reading.problems == ()


@pytest.mark.parametrize("bad", TABLES, ids=str)
def test_a_bad_table_says_where(bad: Bad, tmp_path: Path) -> None:
    reading = read_scenario(write_pack(tmp_path, talk=str(bad.text)) / "approach/talk.yaml")
    assert reading.scenario is None
    found = [(one.code, one.form, one.line, one.column) for one in reading.problems]
    told = [one.line_of_text("en") for one in reading.problems]
    assert found == [(bad.code, bad.form, bad.line, bad.column)], told
    for language in ("en", "ja"):
        assert not re.search(r"[{]\w", reading.problems[0].message(language))


def test_every_error_of_a_table_and_every_sentence_of_one_is_shown() -> None:
    errors = {code for code in CODES if code > "SD8"} - WARNINGS
    assert {bad.code for bad in TABLES if bad.code > "SD8"} == errors
    said = {key for key in MESSAGES if key[:5] in errors}
    assert {str(bad) for bad in TABLES} >= said


PIECES: Final[tuple[Any, ...]] = (
    None, True, 0, 1, -1, 2**63 - 1, 0.5, 1e308, 1e-300, "", "x", "fact:x", "never", "trust",
    "price", "delivery", "terms", [], {}, [[]], [{}], {"x": {}}, [1, 2], ["x", "x"], {"ja": "x"},
    {"ja": 5},
    {"": "x"}, {"from": 0, "to": 1e308, "step": 1e-300}, {"from": 1, "to": 2, "step": 1},
    {"toward": "high", "points": 5}, {"option": "x", "ours": 1, "theirs": 1},
    {"issue": "price", "unlocks": {"option": {}}}, {"price": {"options": ["x", {"ja": "x"}]}},
)  # fmt: skip
KEYS: Final = tuple(dict.fromkeys(re.findall(r"(\w+):", TABLE_TALK)))
anything = st.recursive(
    st.sampled_from(PIECES),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=20,
)


def steps(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    inside = data.items() if isinstance(data, dict) else ()
    for step, value in enumerate(data) if isinstance(data, list) else inside:
        yield from steps(value, (*path, step))


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """Take a good table, and put something else in one to three places."""
    table = deepcopy(yaml.safe_load(TABLE_TALK)["scenes"]["terms"]["table"])
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(steps(table))[1:]))
        around = table
        for step in path[:-1]:
            around = around[step]
        around[path[-1]] = deepcopy(draw(anything))
    return table


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf.of_pack(write_pack(tmp_path_factory.mktemp("pack"), talk=TABLE_TALK))


@given(spoiled() | st.dictionaries(st.sampled_from(KEYS), anything) | anything)
def test_whatever_is_put_under_table_never_crashes_the_checker(pack: Shelf, table: object) -> None:
    written = yaml.safe_load(TABLE_TALK)
    written["scenes"]["terms"]["table"] = table
    content = json.dumps(written).encode()
    quick = quick_validator("scenario")
    assert quick is not None
    assert quick.is_valid(written) == wordy_validator("scenario").is_valid(written)
    document = checked("scenario", "talk.yaml", "talk", lambda: content, pack)
    for problem in document.problems:
        assert problem.code != "SD100"
        assert problem.message("ja")
    if document.usable:
        bargained = built(document, pack).scenes["terms"].bargaining
        assert bargained is not None
        for issue in bargained.table.issues:
            assert len({option.id for option in issue.options}) == len(issue.options)
