"""A session of a few minutes: which drills, which scenario, in which order. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.course_turns import closed, courses_at, run_out
from salesdojo.records.planning.offering import offered
from salesdojo.records.planning.priority import priority
from salesdojo.records.planning.reasons import Because, because

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry, Pack
    from salesdojo.records.mastery.known import Known

LONG: Final = 15
"""Minutes from which a session has a scenario in it."""
_AGAIN: Final = 0.5
"""What another drill of the same criterion counts in one session: practice is mixed."""

Worth = Callable[["Entry"], float]
"""What there is to gain from a scenario or drill."""


@dataclass(frozen=True, slots=True)
class Item:
    """One scenario or drill of a session."""

    entry: "Entry"
    priority: float
    """0-1."""
    because: Because


@dataclass(frozen=True, slots=True)
class Plan:
    """A session: drills first, then the scenario."""

    asked: int
    """Minutes."""
    items: tuple[Item, ...]

    @property
    def minutes(self) -> int:
        """What the items take together, never more than was asked."""
        return sum(item.entry.minutes for item in self.items)


def plan(  # noqa: PLR0913 - what a session depends on
    entries: Iterable["Entry"],
    pack: "Pack",
    known: "Known",
    *,
    now: int,
    minutes: int,
    again: bool = False,
) -> Plan:
    """Compose a session; the same facts give the same session, in whichever order they stand.

    Args:
        entries: what the pack has.
        pack: its courses and journeys.
        known: what the records say of the person.
        now: UTC in milliseconds.
        minutes: at most so many.
        again: offer what was done within the last day too.
    """
    courses = courses_at(pack, known.passes, now)
    open_now = offered(entries, closed(pack, courses), known, now=now, again=again)
    worths = {entry.id: priority(entry, known) for entry in open_now}

    def worth(entry: "Entry") -> float:
        return worths[entry.id]

    talks = [one for one in open_now if one.kind == "scenario"]
    drills = [one for one in open_now if one.kind == "drill"]
    valid = frozenset(known.passes) - run_out(courses)
    asked = [one for one in talks if one.id in known.assigned]
    talk = _talk(talks if minutes >= LONG else asked, minutes, known, valid, worth)
    left = minutes - sum(one.minutes for one in talk)
    chosen = (*_drills(drills, left, known, worth, now), *talk)
    # Where there is no drill, a short talk is better than nothing.
    chosen = chosen or _talk(talks, minutes, known, valid, worth)
    return Plan(minutes, tuple(Item(one, worth(one), because(one, known, now)) for one in chosen))


def _talk(
    talks: Sequence["Entry"], minutes: int, known: "Known", valid: frozenset[str], worth: Worth
) -> "tuple[Entry, ...]":
    """Return the scenario to play, if one fits: begun, assigned, or else what gains most.

    What was passed waits for what was not: known by heart, it would come back for ever. What
    renews a certificate stands between: it was passed, but is not `valid` any more.
    """
    fitting = [one for one in talks if one.minutes <= minutes]

    def turn(one: "Entry") -> tuple[bool, date, int, float, int, str]:
        passed = (one.id in known.passes) + (one.id in valid)
        due = known.assigned.get(one.id, date.max)
        return one.id not in known.unfinished, due, passed, -worth(one), one.level, one.id

    ordered = sorted(fitting, key=turn)
    return tuple(ordered[:1])


def _drills(
    drills: Sequence["Entry"], minutes: int, known: "Known", worth: Worth, now: int
) -> "list[Entry]":
    """Return drills that fit together: those assigned, then always of what gains most."""
    queues: dict[str, list[Entry]] = {}
    chosen: list[Entry] = []
    taken: Counter[str] = Counter()
    left = minutes
    for drill in sorted(drills, key=lambda one: _turn(one, known, worth, now)):
        if drill.id not in known.assigned:
            queues.setdefault(drill.criteria[0].id, []).append(drill)
        elif drill.minutes <= left:
            chosen.append(drill)
            taken[drill.criteria[0].id] += 1
            left -= drill.minutes
    while True:
        queues = {
            criterion: fitting
            for criterion, queue in queues.items()
            if (fitting := [one for one in queue if one.minutes <= left])
        }
        if not queues:
            return chosen
        ordered = sorted(
            queues,
            key=lambda one: (-_gain(queues[one][0], known, worth, now) * _AGAIN ** taken[one], one),
        )
        drill = queues[ordered[0]].pop(0)
        chosen.append(drill)
        taken[ordered[0]] += 1
        left -= drill.minutes


def _turn(
    drill: "Entry", known: "Known", worth: Worth, now: int
) -> tuple[date, bool, int, float, float, str]:
    """Return a drill's turn: assigned, then by criterion what is due, never met, not due yet."""
    by = known.assigned.get(drill.id, date.max)
    held = known.drills.get(drill.id)
    begun = drill.id in known.unfinished
    if held is None:
        return by, not begun, 1, 0.0, -worth(drill), drill.id
    return by, not begun, 0 if held.due <= now else 2, held.recall, -worth(drill), drill.id


def _gain(drill: "Entry", known: "Known", worth: Worth, now: int) -> float:
    """Return what a drill gains: little where it is known by heart still."""
    held = known.drills.get(drill.id)
    if held is None or held.due <= now:
        return worth(drill)
    return worth(drill) * (1 - held.recall)
