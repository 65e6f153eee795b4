"""`--select` and `--ignore`: the longest beginning of a code decides."""

import pytest

from salesdojo.authoring.checking.selection import Selection
from salesdojo.content.codes import CODES
from salesdojo.content.problem import Mark, Problem
from salesdojo.errors import UsageError


def wanted(selected: str | None, ignored: str | None) -> set[str]:
    selection = Selection.read(selected, ignored)
    return {code for code in CODES if selection.wants(code)}


def beginning(*starts: str) -> set[str]:
    return {code for code in CODES if code.startswith(starts)}


@pytest.mark.parametrize(
    ("selected", "ignored", "expected"),
    [
        (None, None, set(CODES)),
        ("SD", None, set(CODES)),
        ("SD3,SD501", None, beginning("SD3", "SD501")),
        ("SD5", "SD503", beginning("SD5") - {"SD503"}),
        ("SD503", "SD5", {"SD503"}),
        (None, "SD4", set(CODES) - beginning("SD4")),
        (None, "SD", set()),
        ("SD5", "SD5", set()),
        ("SD503", "SD503", set()),
        (" sd3 , sd501,", None, beginning("SD3", "SD501")),
        ("", None, set()),
    ],
)
def test_the_longest_beginning_decides_and_of_equals_ignoring(
    selected: str | None, ignored: str | None, expected: set[str]
) -> None:
    assert wanted(selected, ignored) == expected


@pytest.mark.parametrize(
    ("selected", "ignored", "named"),
    [
        ("SD9", None, "SD9"),
        (None, "E501", "E501"),
        ("SD3,SD5031", None, "SD5031"),
        ("SD3 SD5", None, "SD3 SD5"),
    ],
)
def test_what_is_the_beginning_of_no_code_is_said(
    selected: str | None, ignored: str | None, named: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Selection.read(selected, ignored)
    assert (caught.value.code, caught.value.values) == ("US051", {"named": named})


def test_only_the_problems_that_are_wanted_are_told() -> None:
    problems = [Problem.at("a.yaml", Mark(1, 1), code) for code in ("SD301", "SD501", "SD503")]
    told = Selection.read("SD5", "SD503").among(problems)
    assert [problem.code for problem in told] == ["SD501"]


def test_everything_is_everything_however_it_is_asked_for() -> None:
    assert Selection.read(None, None).is_everything
    assert Selection.read("SD", "").is_everything
    assert not Selection.read("SD3", None).is_everything


def test_two_selections_are_written_alike_only_when_they_are_alike() -> None:
    written = {
        str(Selection.read(*asked)) for asked in [("SD3,SD5", None), ("SD3", "SD5"), ("SD5", "SD3")]
    }
    assert len(written) == 3
    assert str(Selection.read("SD5,SD3", None)) == str(Selection.read("SD3,SD5", None))
