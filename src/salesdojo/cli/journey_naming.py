"""From an id to a journey: of the pack that we stand in, or of the one that ships."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.pack_place import pack_around
from salesdojo.content.suggesting import nearest_few
from salesdojo.errors import UsageError

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.content.library import Library
    from salesdojo.records.journeys.journey_session import Means


def libraries(here: Surroundings) -> "tuple[Library, ...]":
    """Return the packs in which a journey is looked for, in this order."""
    root = pack_around(Path("here.yaml"))
    if root is None:
        return (here.library,)
    from salesdojo.content.library import open_library

    return (open_library(root, here.cache), here.library)


def named_journey(here: Surroundings, name: str) -> "tuple[Library, Journey]":
    """Return the journey `name` with its pack.

    Raises:
        UsageError: US090 for an unknown id.
    """
    found = [(pack, one) for pack in libraries(here) for one in pack.pack.journeys]
    for pack, journey in found:
        if journey.id == name:
            return pack, journey
    known = list(dict.fromkeys(journey.id for _, journey in found))
    if not known:
        raise UsageError("US094", journey=name)
    raise UsageError("US090", journey=name, nearest=nearest_few(name, known, 1)[0])


def means(here: Surroundings, library: "Library", seed: int | None) -> "Means":
    """Return what a journey of `library` is played with; None draws a seed for each chapter."""
    from salesdojo.records.journeys.journey_session import Means

    return Means(
        store=here.store,
        scenario_of=library.scenario,
        language=here.language,
        clock=here.clock,
        new_id=here.new_id,
        new_seed=here.new_seed if seed is None else lambda: seed,
        cache=here.cache,
    )
