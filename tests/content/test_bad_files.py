"""Every code with a bad example: the one problem, at its exact place, in both languages."""

import re
from pathlib import Path

import pytest

from salesdojo.authoring.keying.reading import read_keys
from salesdojo.content.checking import checked
from salesdojo.content.codes import CODES
from salesdojo.content.document_reading import read_document
from salesdojo.content.parsers import ParserFactory, PurePythonParser, fastest_parser
from salesdojo.content.problem import Problem
from salesdojo.content.reading import read_scenario
from salesdojo.content.shelf import Shelf
from salesdojo.i18n.en.content import MESSAGES
from support.bad_files import (
    CUSTOMERS,
    EXPERTS,
    PACKS,
    RUBRICS,
    SCENARIOS,
    UNREADABLE,
    Bad,
    all_examples,
)
from support.keys import write_keys
from support.packs import SCENARIO, write_pack

TESTED_ELSEWHERE = {
    "SD001": "test_files.py",
    "SD021": "test_pack_files.py",
    "SD022": "test_pack_files.py",
    "SD023": "test_files.py",
    "SD024": "test_pack_files.py",
    "SD025": "test_pack_files.py",
    "SD100": "test_shape.py",
    "SD219": "test_pack_files.py",
}


OURS = {code for code in CODES if code < "SD3"}
"""The rest are rules of `salesdojo.authoring`, shown in tests/authoring."""


def only(problems: tuple[Problem, ...]) -> tuple[str, str, int, int]:
    assert len(problems) == 1, [problem.line_of_text("en") for problem in problems]
    one = problems[0]
    for language in ("en", "ja"):
        assert re.search(r"\{\w+\}", one.message(language)) is None
    return one.code, one.form, one.line, one.column


def expected(bad: Bad) -> tuple[str, str, int, int]:
    return bad.code, bad.form, bad.line, bad.column


@pytest.mark.parametrize("parser", [fastest_parser(), PurePythonParser])
@pytest.mark.parametrize("bad", UNREADABLE, ids=str)
def test_a_file_that_cannot_be_read_says_where(bad: Bad, parser: ParserFactory) -> None:
    assert only(read_document("bad.yaml", bad.content, parser).problems) == expected(bad)


@pytest.mark.parametrize("bad", SCENARIOS, ids=str)
def test_a_bad_scenario_says_where(bad: Bad, tmp_path: Path) -> None:
    root = write_pack(tmp_path, talk=str(bad.text))
    reading = read_scenario(root / "approach/talk.yaml")
    assert reading.scenario is None
    assert only(reading.problems) == expected(bad)


@pytest.mark.parametrize(
    ("kind", "stem", "bad"),
    [
        *(("rubric", "practice", bad) for bad in RUBRICS),
        *(("customer", "someone", bad) for bad in CUSTOMERS),
        *(("pack", "pack", bad) for bad in PACKS),
    ],
    ids=str,
)
def test_a_bad_shared_file_says_where(kind: str, stem: str, bad: Bad, tmp_path: Path) -> None:
    shelf = Shelf.of_pack(write_pack(tmp_path))
    document = checked(kind, "bad.yaml", stem, lambda: bad.content, shelf)
    assert only(document.problems) == expected(bad)


@pytest.mark.parametrize("bad", EXPERTS, ids=str)
def test_a_bad_blind_key_says_where(bad: Bad, tmp_path: Path) -> None:
    path = write_pack(tmp_path) / "approach/talk.yaml"
    write_keys(path, tanaka=str(bad.text))
    read = read_keys(path, read_scenario(path).document)
    assert read.keys == ()
    assert only(read.problems) == expected(bad)


def test_every_code_has_a_bad_example() -> None:
    shown = {bad.code for bad in all_examples()}
    assert shown | set(TESTED_ELSEWHERE) == OURS
    assert not shown & set(TESTED_ELSEWHERE)


def test_every_code_has_its_sentences_and_no_other_has_any() -> None:
    spoken = {key.partition(".")[0] for key in MESSAGES if re.fullmatch(r"SD\d{3}(\.\w+)?", key)}
    assert spoken == OURS


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    text = (
        SCENARIO.replace("level: 1", "level: 9")
        .replace("{inquiry: 3}", "{inqiury: 3}")
        .replace("trust > 60", "trust >")
        .replace("goal: A deal", "goal: A deal\n  goal: Another")
        .replace("say: Sign here", "say:\tSign here")
    )
    root = write_pack(tmp_path, talk=text)
    told = [problem.code for problem in read_scenario(root / "approach/talk.yaml").problems]
    assert told == ["SD105", "SD008", "SD202", "SD005", "SD111"]


def test_a_problem_reads_as_compilers_write_it(tmp_path: Path) -> None:
    root = write_pack(tmp_path, talk=SCENARIO.replace("{inquiry: 3}", "{inqiury: 3}"))
    path = root / "approach/talk.yaml"
    assert read_scenario(path).problems[0].line_of_text("en") == (
        f"{path}:23:18: SD202 The rubric has no criterion inqiury. Did you mean inquiry?"
    )
