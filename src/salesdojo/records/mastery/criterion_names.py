"""What criteria are called: the name that most of the pack gives an id, in whichever rubric."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.content.catalogue import Entry
    from salesdojo.content.text import Text


def criterion_names(entries: "Iterable[Entry]") -> "Mapping[str, Text]":
    """Return the name of each criterion that `entries` give points for, in their order."""
    given: dict[str, Counter[Text]] = {}
    for entry in entries:
        for one in entry.criteria:
            given.setdefault(one.id, Counter())[one.name] += 1
    return {criterion: names.most_common(1)[0][0] for criterion, names in given.items()}
