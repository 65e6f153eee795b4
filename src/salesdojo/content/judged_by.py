"""The same scenario judged by another rubric."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from salesdojo.content.building import canonical_json, scenario_from_canonical
from salesdojo.content.checking import checked
from salesdojo.content.files import file_bytes
from salesdojo.content.model import Scenario
from salesdojo.content.problem import Problem, errors_among

_NAMED_OTHERWISE = "SD211"
"""A rubric that is tried out may lie in a file of any name."""


def rubric_in(path: Path) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """Return the rubric written in a file, None where it has errors; and its problems."""
    document = checked("rubric", str(path), path.stem, lambda: file_bytes(path))
    problems = tuple(one for one in document.problems if one.code != _NAMED_OTHERWISE)
    return (None if errors_among(problems) else document.data), problems


def judged_by(scenario: Scenario, rubric: Mapping[str, Any]) -> Scenario | None:
    """Return `scenario` judged by `rubric`, under a revision of its own.

    Returns:
        None where the rubric lacks a criterion or breach that the scenario names.
    """
    scenes = scenario.scenes.values()
    choices = [choice for scene in scenes for choice in scene.choices.values()]
    criteria = {criterion for choice in choices for criterion in choice.points}
    for scene in scenes:
        if scene.bargaining is not None:
            criteria.update(scene.bargaining.points.values())
    breaches = {choice.breach for choice in choices if choice.breach}
    if not (criteria <= set(rubric["criteria"]) and breaches <= set(rubric.get("breaches", {}))):
        return None
    document = json.loads(scenario.canonical)
    document["rubric"] = rubric
    return scenario_from_canonical(canonical_json(document))
