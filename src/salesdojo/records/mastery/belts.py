"""Which belt somebody wears, what is missing for the next, and on which day it would fall.

A belt rests on two things that practice by volume does not move: how much mastery was
shown, summed over the criteria (`proven`), and the certificates held on the day. What
fades or runs out lowers it; what it would be otherwise is told too. Nothing is stored.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.ability import FEWEST
from salesdojo.records.mastery.courses import CourseState
from salesdojo.records.mastery.grades import GRADES, Asked, Grade, asked
from salesdojo.records.mastery.proven import WHOLE, Proven
from salesdojo.records.mastery.reach import Reach, reach

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.text import Text
    from salesdojo.records.mastery.courses import CourseStanding

_DAY: Final = timedelta(days=1)


class Kind(StrEnum):
    """What a grade asks for."""

    MASTERY = "mastery"
    """The sum over the criteria of what counts of P(mastery)."""
    CERTIFICATES = "certificates"
    """How many are held."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One part of what a grade asks for."""

    kind: Kind
    have: float
    need: float
    most: float
    """What anybody can have in this pack; of mastery, by perfect first attempts."""

    @property
    def met(self) -> bool:
        """Whether there is enough of it."""
        return self.have >= self.need

    @property
    def possible(self) -> bool:
        """Whether anybody can have enough of it, or this person has."""
        return self.met or self.need <= self.most


@dataclass(frozen=True, slots=True)
class Counted:
    """One criterion of the pack as it counts towards a belt."""

    criterion: str
    name: "Text"
    counts: float
    """0-1, a part of the sum."""
    rested: float
    """What it counted after the last attempt: more, where it has faded since."""
    attempts: int
    scenarios: int
    """Different ones that tell of it, told up to the three that it takes."""
    vague: bool
    """Whether the attempts are too few to say anything now."""
    most: float
    """What perfect first attempts at everything in the pack would count."""

    @property
    def enough_scenarios(self) -> bool:
        """Whether it was met in enough different scenarios."""
        return self.scenarios >= FEWEST


@dataclass(frozen=True, slots=True)
class Expiry:
    """When a grade would be lost by a certificate that runs out."""

    on: date
    """The first day without."""
    course: str
    """Whose certificate takes it along."""
    then: Grade | None
    """What it falls to that day, everything else being the same."""


@dataclass(frozen=True, slots=True)
class BeltStanding:
    """One person's belt, on one day."""

    grade: Grade | None
    """None before the tenth kyu."""
    next: Grade | None
    """None when there is no higher one."""
    requirements: tuple[Requirement, ...]
    """What the next asks for: mastery first."""
    expires: Expiry | None
    """Where a certificate holds the grade up and runs out one day."""
    rested: Grade | None
    """What it would be if nothing had faded and no certificate had run out."""
    criteria: tuple[Counted, ...]
    """All of the pack: what counts most first."""
    certificates: "tuple[CourseStanding, ...]"
    """Every course that certifies something, in the pack's order."""

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What the next grade asks for and is not there; never empty while there is a next."""
        return tuple(one for one in self.requirements if not one.met)

    @property
    def reachable(self) -> bool:
        """Whether the next can be reached in this pack at all."""
        return all(one.possible for one in self.requirements)

    @property
    def back(self) -> str | None:
        """The scenario to pass for another certificate; one that ran out comes first."""
        if all(one.met for one in self.requirements if one.kind is Kind.CERTIFICATES):
            return None
        waiting = sorted(self.certificates, key=lambda one: one.state is not CourseState.EXPIRED)
        return next((one.next for one in waiting if one.next is not None), None)


def belt_of(
    shown: Mapping[str, Proven],
    courses: "Sequence[CourseStanding]",
    entries: "Sequence[Entry]",
    now: int,
) -> BeltStanding:
    """Return somebody's belt.

    Args:
        shown: by criterion met, as of its last attempt.
        courses: how they stand in all courses of the pack, as of `now`.
        entries: what can be played in the pack: its criteria are those that count.
        now: UTC in milliseconds.
    """
    most = reach(entries, [one.course for one in courses])
    criteria = _criteria(shown, entries, most, now)
    certificates = tuple(one for one in courses if one.course.certifies is not None)
    held = [one for one in certificates if one.state is CourseState.CERTIFIED]
    have = Asked(sum(round(one.counts * WHOLE) for one in criteria), len(held))
    grade = highest(have, most)
    above = None if grade is GRADES[-1] else GRADES[0 if grade is None else grade.rank]
    return BeltStanding(
        grade=grade,
        next=above,
        requirements=() if above is None else requirements(above, have, most),
        expires=_expiry(grade, have, held, most),
        rested=highest(_rested(criteria, certificates), most),
        criteria=criteria,
        certificates=certificates,
    )


def highest(have: Asked, most: Reach) -> Grade | None:
    """Return the highest grade that asks for no more than `have`; each implies those below."""
    worn = None
    for grade in GRADES:
        if not all(one.met for one in requirements(grade, have, most)):
            break
        worn = grade
    return worn


def requirements(grade: Grade, have: Asked, most: Reach) -> tuple[Requirement, ...]:
    """Return what `grade` asks for, next to what is there; only what it asks for at all."""
    need = asked(grade, most)
    mastery = Requirement(
        Kind.MASTERY, have.mastery / WHOLE, need.mastery / WHOLE, most.mastery / WHOLE
    )
    if not need.certificates:
        return (mastery,)
    held = Requirement(Kind.CERTIFICATES, have.certificates, need.certificates, most.certificates)
    return mastery, held


def _criteria(
    shown: Mapping[str, Proven], entries: "Sequence[Entry]", most: Reach, now: int
) -> tuple[Counted, ...]:
    names: dict[str, Counter[Text]] = {}
    for one in (one for entry in entries for one in entry.criteria):
        names.setdefault(one.id, Counter())[one.name] += 1
    counted = []
    for criterion, called in names.items():
        then = shown.get(criterion, Proven())
        here = then.until(now)
        counted.append(
            Counted(
                criterion=criterion,
                name=called.most_common(1)[0][0],
                counts=here.counted / WHOLE,
                rested=then.counted / WHOLE,
                attempts=then.ability.attempts,
                scenarios=len(then.scenarios),
                vague=here.ability.vague,
                most=most.criteria[criterion] / WHOLE,
            )
        )
    return tuple(sorted(counted, key=lambda one: (-one.counts, -one.attempts, one.criterion)))


def _rested(criteria: Sequence[Counted], certificates: "Sequence[CourseStanding]") -> Asked:
    ever = {CourseState.CERTIFIED, CourseState.EXPIRED}
    return Asked(
        sum(round(one.rested * WHOLE) for one in criteria),
        sum(one.state in ever for one in certificates),
    )


def _expiry(
    grade: Grade | None, have: Asked, held: "Sequence[CourseStanding]", most: Reach
) -> Expiry | None:
    """Return when too few certificates will be left for `grade`."""
    need = 0 if grade is None else asked(grade, most).certificates
    if not need:
        return None
    spare = len(held) - need
    ending = sorted(held, key=lambda one: one.until or date.max)
    last = ending[spare].until or date.max
    if last == date.max:
        return None
    left = sum((one.until or date.max) > last for one in held)
    then = highest(Asked(have.mastery, left), most)
    return Expiry(last + _DAY, ending[spare].course.id, then)
