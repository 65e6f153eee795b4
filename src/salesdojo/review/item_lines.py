"""What can be done at a scene, as a trainer reads it: its choices, or how its table can end."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.content.table import Ending
from salesdojo.content.text import Text
from salesdojo.i18n import LANGUAGES, message
from salesdojo.practice.choice_costs import SIGN
from salesdojo.records.tallies.item_counts import ended_so
from salesdojo.review.item_outlines import LEAST_CHOICES

if TYPE_CHECKING:
    from salesdojo.content.model import Bargaining, Scene

_ENDINGS: Final = tuple((ending, asked) for ending in Ending for asked in (True, False))
"""How negotiations end, first those in which a question was asked."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One thing that can be done at a scene."""

    id: str
    say: Text
    conditional: bool
    """Not everyone who meets the scene is offered it."""
    ending: bool = False
    """It is how a negotiation ended, not a line that is said."""


def item_lines(scene: "Scene") -> tuple[ItemLine, ...]:
    """Return what can be done at a scene; nothing where nothing is decided."""
    if scene.bargaining is not None:
        return tuple(_ending(ending, asked=asked) for ending, asked in _ENDINGS)
    if len(scene.choices) < LEAST_CHOICES:
        return ()
    return tuple(
        ItemLine(choice.id, choice.say, choice.when is not None)
        for choice in scene.choices.values()
    )


def best_lines(scene: "Scene", costs: Mapping[str, float]) -> frozenset[str]:
    """Return the ids of the lines that cost least; of a table, how the best negotiations end.

    Args:
        scene: it.
        costs: of the scenario, by scene and choice (`choice_costs`).
    """
    first = f"{scene.id}{SIGN}"
    told = {
        name.removeprefix(first): cost for name, cost in costs.items() if name.startswith(first)
    }  # others are never offered
    least = min(told.values(), default=0.0)
    best = frozenset(name for name, cost in told.items() if cost == least)
    return best if scene.bargaining is None else _endings(scene.bargaining, best)


def _ending(ending: Ending, *, asked: bool) -> ItemLine:
    name = ended_so(ending.value, asked=asked)
    words = tuple((one, message(f"table_records.{name}", one)) for one in LANGUAGES)
    return ItemLine(name, Text(words), conditional=False, ending=True)


def _endings(bargaining: "Bargaining", ends: frozenset[str]) -> frozenset[str]:
    """Return how the `ends` that named players reach at a table end (`named_ends`)."""
    from salesdojo.practice.named_ends import ended_as
    from salesdojo.practice.table.moves import Ask

    found = set()
    for end in ends:
        ended = ended_as(bargaining.table, end)
        if ended is not None and ended.ending is not None:
            asked = any(isinstance(turn.move, Ask) for turn in ended.turns)
            found.add(ended_so(ended.ending.value, asked=asked))
    return frozenset(found)
