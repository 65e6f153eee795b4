"""The examples in the rules' docstrings do what their pages say."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.authoring.rules.catalogue import SOLVED_TALK_RULES, TALK_RULES, WRITTEN_RULES
from salesdojo.authoring.rules.rule import Example
from support.example_pack import FILES
from support.fragments import pack_with

EXAMPLES = {
    **{rule.code: rule.example for rule in WRITTEN_RULES},
    **{rule.code: rule.example for rule in TALK_RULES},
    **{rule.code: rule.example for rule in SOLVED_TALK_RULES},
}


def codes(root: Path, fragment: str) -> set[str]:
    pack_with(root, fragment, FILES)
    return {problem.code for problem in check(groups([root]), Selection(), None).problems}


@pytest.mark.parametrize(("code", "example"), EXAMPLES.items(), ids=EXAMPLES)
def test_the_bad_example_has_the_problem_and_the_good_one_has_not(
    code: str, example: Example, tmp_path: Path
) -> None:
    bad, good = codes(tmp_path / "bad", example.bad), codes(tmp_path / "good", example.good)
    assert code in bad
    assert code not in good
    assert not {one for one in bad | good if one < "SD3"}
