"""Which facts a talk leaves behind rather than uncovers: only lines that lose points bring them."""

from collections import defaultdict
from typing import TYPE_CHECKING

from salesdojo.practice.lines import facts_of, lines_of

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario, Scene


def left_behind(scenario: "Scenario") -> frozenset[str]:
    """Return the facts that nobody should bring about, such as a promise the customer now holds.

    A later chapter of a journey may ask for them; no debrief may advise the line that makes
    them true, nor call it well asked.
    """
    worth_it: dict[str, bool] = defaultdict(bool)
    for scene in scenario.scenes.values():
        for line in lines_of(scene):
            for fact in facts_of(scene, line):
                worth_it[fact] |= not _loses(scene, line)
    return frozenset(fact for fact, held in worth_it.items() if not held)


def _loses(scene: "Scene", line: str) -> bool:
    """Say whether a line takes points away by itself; a question at a table takes none."""
    if scene.bargaining is not None:
        return False
    choice = scene.choices[line]
    return choice.breach is not None or sum(choice.points.values()) < 0
