"""What lies behind a negotiation table: of it no rule says that something never happens.

A table can come to more ends than those that the named players reach, in other moods and
with other facts. Where a talk can come to from there is told by what is written alone.
"""

from salesdojo.content.model import Scenario


def behind_tables(scenario: Scenario) -> frozenset[str]:
    """Return the scenes that something written leads to from a table."""
    scenes = scenario.scenes
    waiting = [scene.id for scene in scenes.values() if scene.bargaining]
    found: set[str] = set()
    while waiting:
        leads = {branch.to for goto in scenes[waiting.pop()].ways for branch in goto}
        waiting.extend(leads - found)
        found |= leads
    return frozenset(found)


def measured(scenario: Scenario) -> frozenset[str]:
    """Return the criteria that tables give points for."""
    held = [scene.bargaining for scene in scenario.scenes.values() if scene.bargaining]
    return frozenset(criterion for one in held for criterion in one.points.values())
