"""Golden paths with moves at a negotiation table, run by `check`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.problem import Problem
from support.table_faults import FAULTS, FIRST
from support.table_pack import GOLDEN, write_table_pack


def problems(root: Path, play: Sequence[str]) -> list[Problem]:
    file = write_table_pack(root, play=play)
    found = check(groups([file]), Selection(), None).problems
    return [one for one in found if one.code in {"SD107", "SD601", "SD602", "SD603", "SD604"}]


@pytest.mark.parametrize("play", [GOLDEN, ("open", "as splitter"), ("push", FIRST, "as expert")])
def test_moves_and_players_are_steps_of_a_golden_path(tmp_path: Path, play: Sequence[str]) -> None:
    assert problems(tmp_path, play) == []


@pytest.mark.parametrize(("form", "play", "words"), FAULTS)
def test_what_is_wrong_with_a_move_is_said_at_the_step(
    tmp_path: Path, form: str, play: Sequence[str], words: str
) -> None:
    (problem,) = problems(tmp_path, play)
    assert ".".join(filter(None, (problem.code, problem.form))) == form
    assert words in problem.message("en")
    for language in ("en", "ja"):
        assert "{" not in problem.message(language)
    if problem.code in {"SD107", "SD601", "SD603"}:
        written = (tmp_path / "approach" / "talk.yaml").read_text(encoding="utf-8")
        line = written.splitlines()[problem.line - 1]
        assert line[problem.column - 1 :].startswith(f'"{play[-1]}"')
