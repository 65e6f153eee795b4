"""`# noqa: SD503`: what a line excuses, and what it does not."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.excuses import unexcused
from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.problem import Mark, Problem
from support.clean_pack import SCENARIO, write_clean_pack
from support.packs import changed


def told(line: str, *codes: str) -> list[str]:
    problems = [Problem.at("a.yaml", Mark(2, 1), code) for code in codes]
    return [problem.code for problem in unexcused(problems, ["id: a", line, "end: 1"])]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: SD503",
        "# noqa:SD503",
        "#noqa: sd503",
        "# NOQA: SD503",
        "# noqa: SD501, SD503",
        "# noqa: SD501 SD503",
        "# noqa: SD501,SD503,SD306",
        "# the customer says so  # noqa: SD503",
        "# noqa: SD503 - he is a relative",
    ],
)
def test_a_line_excuses_the_codes_it_names(comment: str) -> None:
    assert told(f"say: words {comment}", "SD503") == []


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "# noqa",
        "# noqa: all",
        "# noqa: SD5",
        "# noqa: SD504",
        "noqa: SD503",
        "# SD503",
        "# noqa SD503",
    ],
)
def test_a_line_excuses_nothing_else(comment: str) -> None:
    assert told(f"say: words {comment}", "SD503") == ["SD503"]


def test_other_codes_of_the_line_stay() -> None:
    assert told("say: words # noqa: SD503", "SD501", "SD503", "SD504") == ["SD501", "SD504"]


def test_the_comment_holds_for_its_own_line_only() -> None:
    lines = ["id: a # noqa: SD503", "say: words", "end: 1 # noqa: SD503"]
    problem = Problem.at("a.yaml", Mark(2, 1), "SD503")
    assert list(unexcused([problem], lines)) == [problem]


def test_a_problem_behind_the_last_line_is_told() -> None:
    problem = Problem.at("a.yaml", Mark(9, 1), "SD012")
    assert list(unexcused([problem], [])) == [problem]


def codes(root: Path) -> list[str]:
    return [problem.code for problem in check(groups([root]), Selection(), None).problems]


GLAD = """say: {ja: "それなら安心ですね。", en: "Glad to hear it."}"""


def test_a_comment_stands_inside_a_flow_mapping_too(tmp_path: Path) -> None:
    one_language = """say: {ja: "それなら安心ですね。"}"""
    assert codes(write_clean_pack(tmp_path, quiet_line=changed(SCENARIO, GLAD, one_language)))
    excused = """say: {ja: "それなら安心ですね。", # noqa: SD501\n        }"""
    assert codes(write_clean_pack(tmp_path, quiet_line=changed(SCENARIO, GLAD, excused))) == []


def test_two_problems_of_one_line_are_excused_one_by_one(tmp_path: Path) -> None:
    both = """say: {ja: "それなら安心ですね※。"}"""
    one = f"{both} # noqa: SD501"
    neither = f"{both} # noqa: SD501, SD506"
    found = [
        codes(write_clean_pack(tmp_path, quiet_line=changed(SCENARIO, GLAD, said)))
        for said in (both, one, neither)
    ]
    assert found == [["SD501", "SD506"], ["SD506"], []]
