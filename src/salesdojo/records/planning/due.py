"""What is due now: the criteria and drills whose day to be practised again has come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.records.mastery.criterion_names import criterion_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.catalogue import Entry
    from salesdojo.content.text import Text
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.planning.schedule import Card


@dataclass(frozen=True, slots=True)
class Due:
    """One criterion or drill that is due."""

    kind: str
    """``criterion`` or ``drill``."""
    id: str
    name: "Text"
    card: "Card"


def due_now(known: "Known", entries: "Iterable[Entry]", now: int) -> tuple[Due, ...]:
    """Return what is due at `now` (UTC milliseconds), criteria first, the longest due first.

    Only what `entries` have to practise it with: of what the pack lost nothing is due.
    """
    listed = tuple(entries)
    criteria = criterion_names(listed)
    drills = {entry.id: entry.title for entry in listed if entry.kind == "drill"}
    found = [
        Due(kind, name, names[name], card)
        for kind, names, cards in (
            ("criterion", criteria, known.criteria),
            ("drill", drills, known.drills),
        )
        for name, card in cards.items()
        if name in names and card.due <= now
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.card.due, one.id)))
