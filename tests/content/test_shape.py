"""Where the two validators differ, or one of them is missing."""

import sys

import pytest
from jsonschema import Draft202012Validator

from salesdojo.content import schemas, shape
from salesdojo.content.document import BEGINNING, Document, Marks
from salesdojo.content.document_reading import read_document
from salesdojo.content.shape import shape_problems
from support.packs import SCENARIO

BAD = read_document("bad.yaml", SCENARIO.replace("level: 1", "level: 9").encode())


def test_without_the_quick_validator_the_other_one_decides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    schemas.quick_validator.cache_clear()
    try:
        assert schemas.quick_validator("scenario") is None
        assert [problem.code for problem in shape_problems(BAD, "scenario")] == ["SD105"]
        good = read_document("good.yaml", SCENARIO.encode())
        assert shape_problems(good, "scenario") == ()
    finally:
        schemas.quick_validator.cache_clear()


def test_what_only_the_quick_validator_refuses_is_told_in_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shape, "wordy_validator", lambda _: Draft202012Validator({}))
    (problem,) = shape_problems(BAD, "scenario")
    assert (problem.code, problem.line) == ("SD100", 5)
    assert "9" in problem.message("en")


def test_a_value_quoted_in_a_message_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shape, "wordy_validator", lambda _: Draft202012Validator({}))
    text = SCENARIO.replace("level: 1", f"level: {'長' * 5000}")
    (problem,) = shape_problems(read_document("bad.yaml", text.encode()), "scenario")
    assert len(problem.message("en")) < 200


def test_a_reference_out_of_the_schemas_is_never_fetched() -> None:
    schema = {"$ref": "file:///etc/passwd"}
    document = Document("x", {}, Marks({(): BEGINNING}, {}), (), ("",))
    from referencing.exceptions import Unresolvable

    validator = schemas.wordy_validator("scenario").evolve(schema=schema)
    with pytest.raises(Unresolvable):
        list(validator.iter_errors(document.data))


def test_a_last_line_break_is_no_part_of_an_id() -> None:
    text = SCENARIO.replace("start: opening", "start: |\n  opening")
    told = shape_problems(read_document("bad.yaml", text.encode()), "scenario")
    assert [problem.code for problem in told] == ["SD107"]


def test_of_too_many_problems_the_first_of_the_file_are_told() -> None:
    scenes = "".join(f'  scene_{number}: {{customer: "Hm", oops: 1}}\n' for number in range(300))
    document = read_document("many", f"scenes:\n{scenes}".encode())
    told = [one for one in shape_problems(document, "scenario") if one.code == "SD101"]
    assert [one.line for one in told] == list(range(2, len(told) + 2))
