"""What a scenario is worth, exactly, computed once and kept in the cache.

A cache is a convenience: what is damaged in it is solved again, and one that
cannot be written is done without.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.chance import chance_shares
from salesdojo.practice.choice_costs import choice_costs
from salesdojo.practice.solving import METHOD, Explored, Solution, explored, solve
from salesdojo.practice.spread import spreads as widest
from salesdojo.records.kept_file import keep_file

_SOLUTIONS: Final = "solutions"
_CHANCES: Final = "chances"
_SPREADS: Final = "spreads"
_COSTS: Final = "costs"


def solution(scenario: Scenario, cache: Path | None) -> Solution:
    """Return the solution of `scenario`, from the `cache` folder where it is there.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored exactly.
    """
    if cache is None:
        return solve(scenario)
    kept = _place(cache, _SOLUTIONS, scenario)
    try:
        return Solution.from_json(scenario, kept.read_bytes())
    except (OSError, ValueError, RecursionError):
        solved = solve(scenario)
        keep_file(kept, solved.to_json())
        return solved


def chances(scenario: Scenario, cache: Path | None) -> Mapping[str, float]:
    """Return what a random clicker earns of each criterion, 0-1: see `chance_shares`.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored exactly.
    """
    return _figures(scenario, cache, _CHANCES, chance_shares)


def spreads(scenario: Scenario, cache: Path | None) -> Mapping[str, float]:
    """Return how far the choices of each scene lie apart: see `salesdojo.practice.spread`.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored exactly.
    """
    return _figures(scenario, cache, _SPREADS, widest)


def costs(scenario: Scenario, cache: Path | None) -> Mapping[str, float]:
    """Return what each choice costs: see `salesdojo.practice.choice_costs`.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored exactly.
    """
    return _figures(scenario, cache, _COSTS, choice_costs)


def _figures(
    scenario: Scenario,
    cache: Path | None,
    folder: str,
    told: Callable[[Explored], Mapping[str, float]],
) -> Mapping[str, float]:
    """Return what `told` tells of the scenario, from the `cache` folder where it is there."""
    if cache is None:
        return told(explored(scenario))
    kept = _place(cache, folder, scenario)
    try:
        held = json.loads(kept.read_bytes())
        return {name: float(held[name]) for name in sorted(held)}
    except (OSError, ValueError, TypeError, RecursionError):
        found = told(explored(scenario))
        keep_file(kept, json.dumps(found, sort_keys=True).encode())
        return found


def _place(cache: Path, folder: str, scenario: Scenario) -> Path:
    return cache / folder / f"{scenario.revision}-{METHOD}.json"
