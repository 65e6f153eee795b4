"""Golden paths with moves at a negotiation table, run by `check`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.problem import Problem
from support.table_pack import GOLDEN, write_table_pack

FIRST = "propose price=130 delivery=8_wk payment=net_60 warranty=12_m"


def problems(root: Path, play: Sequence[str]) -> list[Problem]:
    file = write_table_pack(root, play=play)
    found = check(groups([file]), Selection(), None).problems
    return [one for one in found if one.code in {"SD107", "SD601", "SD602", "SD603", "SD604"}]


@pytest.mark.parametrize("play", [GOLDEN, ("open", "as splitter"), ("push", FIRST, "as expert")])
def test_moves_and_players_are_steps_of_a_golden_path(tmp_path: Path, play: Sequence[str]) -> None:
    assert problems(tmp_path, play) == []


@pytest.mark.parametrize(
    ("play", "code", "words"),
    [
        (("open", "Propose!"), "SD107", "neither a choice nor a move"),
        (("open", "haggle"), "SD601", "no move at the negotiation table"),
        (("open", "propose price=131"), "SD601", "names 131 (price)"),
        (("open", "ask the_time"), "SD601", "It has: why_delivery, why_pilot."),
        (("open", "propose price=130"), "SD601", "leaves out: delivery, payment, warranty"),
        (("open", "accept"), "SD601", "as it stands then"),
        (("open", FIRST), "SD602", "as expert"),
        (("open", FIRST, "walk_away", "accept"), "SD603", "has ended"),
        (("open", FIRST, "walk_away"), "SD604", "stalled"),
    ],
)
def test_what_is_wrong_with_a_move_is_said_at_the_step(
    tmp_path: Path, play: Sequence[str], code: str, words: str
) -> None:
    (problem,) = problems(tmp_path, play)
    assert problem.code == code
    assert words in problem.message("en")
    assert problem.message("ja")
    if code in {"SD601", "SD603"}:
        assert (
            f'"{play[-1]}"'
            in (tmp_path / "approach" / "talk.yaml").read_text().splitlines()[problem.line - 1]
        )
