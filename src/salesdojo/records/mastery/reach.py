"""What anybody can show in a pack: belts ask for parts of it, so they fit a pack of any size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.records.mastery.proven import proven
from salesdojo.records.mastery.skills import Weighed, authored_difficulty

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Course, Entry


@dataclass(frozen=True, slots=True)
class Reach:
    """The most that first attempts show, each of them perfect."""

    criteria: Mapping[str, int]
    """By criterion of the pack what would count, in hundredths; 0 where its scenarios are too
    few to say."""
    certificates: int
    """Those that can be had."""

    @property
    def mastery(self) -> int:
        """The sum over the criteria, in hundredths."""
        return sum(self.criteria.values())


def reach(entries: "Sequence[Entry]", courses: "Sequence[Course]") -> Reach:
    """Return what can be shown with `entries` and `courses`, all of a pack.

    Each scenario and drill is taken once, easy ones first, all on one day. Case B is left
    out: exams need it unseen.
    """
    told: dict[str, list[Weighed]] = {}
    for entry in sorted(entries, key=lambda one: one.level):
        difficulty = authored_difficulty(entry.level)
        for criterion in entry.criteria:
            evidence = told.setdefault(criterion.id, [])
            if entry.kind != "variant":
                evidence.append(Weighed("", entry.id, 0, 1.0, difficulty, 1.0))
    criteria = {name: proven(evidence).counted for name, evidence in told.items()}
    return Reach(criteria, len(_certificates(courses)))


def _certificates(courses: "Sequence[Course]") -> set[str]:
    """Return the courses that certify something and can be finished, as those before them can."""
    whole = {one.id for one in courses if set(one.required) <= set(one.scenarios)}
    while shut := {
        one.id for one in courses if one.id in whole and not whole.issuperset(one.after)
    }:
        whole -= shut
    return {one.id for one in courses if one.id in whole and one.certifies is not None}
