"""Nothing acknowledged is lost, however the program ends in its terminal."""

import random
import re
from pathlib import Path

import pytest

from end_to_end.kill_harness import LATE, WAYS, Harness
from support.terminal import SALESDOJO


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_every_saved_decision_survives_each_way_to_end(tmp_path: Path) -> None:
    """One talk, taken up after each end; records/test_killed.py has the many kills."""
    harness = Harness(tmp_path, SALESDOJO, random.Random(1))  # noqa: S311
    for by in WAYS:
        harness.once_saved(by)
    harness.one("kill")
    assert harness.report.faults == []
    assert harness.report.acknowledged >= 2  # the talk may come to its end on the way


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_the_harness_catches_a_build_that_commits_too_late(tmp_path: Path) -> None:
    harness = Harness(tmp_path, LATE, random.Random(3))  # noqa: S311
    harness.once_saved("kill")
    (fault,) = harness.report.faults
    assert re.fullmatch(r"the screen said saved \d+; 0 are stored", fault)
