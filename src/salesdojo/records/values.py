"""The exact values of a scenario, solved once and kept in the cache folder.

A cache is a convenience: what is damaged in it is solved again, and one that
cannot be written is done without.
"""

import os
from pathlib import Path
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.solving import METHOD, Solution, solve

_FOLDER: Final = "solutions"


def solution(scenario: Scenario, cache: Path | None) -> Solution:
    """Return the solution of `scenario`, from the `cache` folder where it is there.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored exactly.
    """
    if cache is None:
        return solve(scenario)
    kept = cache / _FOLDER / f"{scenario.revision}-{METHOD}.json"
    try:
        return Solution.from_json(scenario, kept.read_bytes())
    except (OSError, ValueError):
        solved = solve(scenario)
        _keep(kept, solved.to_json())
        return solved


def _keep(kept: Path, written: bytes) -> None:
    """Write the whole or nothing; two windows may do so at once."""
    half = kept.with_name(f"{kept.name}.{os.getpid()}.half")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(written)
        half.replace(kept)
    except OSError:
        return
