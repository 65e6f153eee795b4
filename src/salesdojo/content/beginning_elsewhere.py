"""The same scenario from another start: other values of its meters, other facts known."""

import json
from collections.abc import Collection, Mapping

from salesdojo.content.building import canonical_json, scenario_from_canonical
from salesdojo.content.model import Scenario


def begun_with(scenario: Scenario, meters: Mapping[str, int], learned: Collection[str]) -> Scenario:
    """Return `scenario` with these starts, under a revision of its own.

    Its canonical form rebuilds exactly this scenario. It has no golden paths: what the
    file promises was promised of the file's own start. Where nothing is different, the
    scenario itself is returned.

    Args:
        scenario: what is played.
        meters: where meters begin, 0-100; others than the scenario's are passed over.
        learned: all facts that are known; others than the scenario's are passed over.
    """
    starts = {name: meters.get(name, meter.start) for name, meter in scenario.meters.items()}
    known = tuple(fact for fact in scenario.facts if fact in learned)
    same = all(meter.start == starts[name] for name, meter in scenario.meters.items())
    if same and set(known) == set(scenario.learned):
        return scenario
    document = json.loads(scenario.canonical)
    written = document["scenario"]
    for name, start in starts.items():
        meter = written["meters"][name]
        if isinstance(meter, dict):
            meter["start"] = start
        else:
            written["meters"][name] = start
    written.pop("learned", None)
    if known:
        written["learned"] = list(known)
    return scenario_from_canonical(canonical_json(document))
