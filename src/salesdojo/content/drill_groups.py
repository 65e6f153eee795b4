"""Drills by what they train: under the criterion that each gives points for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesdojo.content.catalogue import Entry, Judged


@dataclass(frozen=True, slots=True)
class DrillGroup:
    """The drills of one criterion."""

    criterion: Judged | None
    """None for those that give no points."""
    drills: tuple[Entry, ...]
    """Easy before hard."""

    @property
    def id(self) -> str:
        """The criterion's id, or nothing."""
        return "" if self.criterion is None else self.criterion.id

    def after(self, drill: str) -> Entry | None:
        """Return the drill that follows `drill`, round the end; None where it stands alone."""
        ids = [one.id for one in self.drills]
        if drill not in ids or len(ids) == 1:
            return None
        return self.drills[(ids.index(drill) + 1) % len(ids)]


def drill_groups(entries: Iterable[Entry]) -> tuple[DrillGroup, ...]:
    """Return the drills among `entries` by criterion, those in which most can be practised first.

    One id is one skill, in whichever rubric it stands; the name is that which most of them give.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "drill":
            found.setdefault(_trained(entry), []).append(entry)
    ordered = sorted(found.values(), key=lambda drills: (-len(drills), _trained(drills[0])))
    return tuple(_group(drills) for drills in ordered)


def group_of(drill: str, entries: Sequence[Entry]) -> DrillGroup | None:
    """Return the group that `drill` is in; None for what is no drill."""
    for group in drill_groups(entries):
        if any(one.id == drill for one in group.drills):
            return group
    return None


def _group(drills: list[Entry]) -> DrillGroup:
    ordered = sorted(drills, key=lambda one: (one.level, one.id))
    named = Counter(one.criteria[0] for one in ordered if one.criteria)
    return DrillGroup(named.most_common(1)[0][0] if named else None, tuple(ordered))


def _trained(entry: Entry) -> str:
    return entry.criteria[0].id if entry.criteria else ""
