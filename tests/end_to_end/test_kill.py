"""Nothing acknowledged is lost, however the program ends."""

import random
from pathlib import Path

import pytest

from end_to_end.kill_harness import LATE, WAYS, Harness
from support.terminal import SALESDOJO


@pytest.mark.timeout(240)
@pytest.mark.parametrize("by", WAYS)
def test_every_saved_decision_survives(by: str, tmp_path: Path) -> None:
    harness = Harness(tmp_path, SALESDOJO, random.Random(by))  # noqa: S311
    report = harness.run(5, by)
    assert report.faults == []
    assert report.acknowledged > 0


@pytest.mark.timeout(240)
def test_the_harness_catches_a_build_that_commits_too_late(tmp_path: Path) -> None:
    harness = Harness(tmp_path, LATE, random.Random(3))  # noqa: S311
    assert harness.run(6, "kill").faults != []
