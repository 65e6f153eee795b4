"""What makes a scenario large: the meters, facts and choices whose values multiply its states."""

from collections.abc import Collection, Mapping
from itertools import islice
from typing import Final

from salesdojo.practice.numbering import Numbering, Packed
from salesdojo.practice.reading_cuts import TURN

NAMED: Final = 3
"""How many are named."""
LOOKED_AT: Final = 10_000
"""How many states are looked at: those of the scene that has most, found first."""


def multipliers(numbering: Numbering, found: Mapping[str, Collection[Packed]]) -> tuple[str, ...]:
    """Return what has the most different values among the states of a scene, the most first.

    A meter, a fact or ``turn`` by its name; choices taken in any order by their scene.
    """
    fullest = max(found, key=lambda scene: len(found[scene]))
    states = tuple(islice(found[fullest], LOOKED_AT))
    values = {
        name: len(set(map(mask.__and__, states)))
        for name, mask in _masks(numbering, fullest).items()
    }
    different = (name for name, many in values.items() if many > 1)
    return tuple(sorted(different, key=lambda name: -values[name])[:NAMED])


def _masks(numbering: Numbering, fullest: str) -> dict[str, int]:
    """Return the bits of all that a state of the scene `fullest` can hold, by name."""
    names = (*numbering.scenario.meters, *numbering.scenario.facts, TURN)
    masks = {name: numbering.mask(name) for name in names}
    if fullest in numbering.knots.recurring:
        for scene in numbering.knots.groups[numbering.knots.of[fullest]]:
            choices = numbering.scenario.scenes[scene].choices
            masks[scene] = numbering.taken_mask((scene, choice) for choice in choices)
    return masks
