"""What of a turn the customer puts into words, and what there is to say about it.

A turn may bring six things about; said are the strongest three. What one line says already
(an insult that the offer is far off, the nearest of several how near it is) is not said twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from salesdojo.content.table import Issue, Table
from salesdojo.content.table_lines import COLD, MANY, WARM
from salesdojo.content.text import Text
from salesdojo.practice.table.events import Situation, TableEvent
from salesdojo.practice.table.moves import IfThen, Propose, Several
from salesdojo.practice.table.naming import Names, either, name, named_terms
from salesdojo.practice.table.packages import Package, is_open
from salesdojo.practice.table.state import Turn

COLD_UNDER, WARM_OVER = 35, 65
"""Moods: of a cold customer, and of a warm one."""
MOST: Final = 3
"""What is said of a turn at most, unless more cannot go unsaid."""
LETTERS: Final = "ABC"
"""What packages offered at once are called."""

S = Situation
_DISTANCE: Final = frozenset({S.FAR_OFF, S.SHORT, S.CLOSE})
_TROUBLED: Final = _DISTANCE | {S.INSULTED, S.NEAREST, S.NO_TIME}
"""What an issue is to blame for."""
_HURT: Final = frozenset({S.INSULTED, S.REPEATED, S.TOOK_BACK})
_GLAD: Final = frozenset({S.PLEASED, S.SEVERAL, S.REASON, S.REASON_FITS})
_SILENCED: Final[Mapping[Situation, frozenset[Situation]]] = {
    **dict.fromkeys(_HURT, _GLAD | {S.KNOWN_REASON}),
    S.INSULTED: _GLAD | {S.KNOWN_REASON} | _DISTANCE,
    S.REASON_FITS: frozenset({S.REASON}),
    S.NEAREST: _DISTANCE,
    S.NO_TIME: _DISTANCE | {S.NEAREST},
    S.THEY_LEFT: _GLAD | {S.GOOD_QUESTION},
}
"""What is not said any more beside a situation."""
_LEAST_FIRST: Final = (
    S.SEVERAL,
    S.REASON,
    S.KNOWN_REASON,
    S.GOOD_QUESTION,
    S.PLEASED,
    S.CLOSE,
    S.SHORT,
    S.FAR_OFF,
)
"""What is left out first where there is too much to say."""
_SMALL_STEP: Final = 3
"""Mood: what a small step pleases at most."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the customer says."""

    situation: Situation
    marks: frozenset[str]
    """What is the case, as lines are marked by."""
    names: Names
    """What placeholders stand for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The customer's answer to a turn, before it has words."""

    table: Table
    before: Sequence[Turn]
    """The turns that went before."""
    turn: Turn
    events: tuple[TableEvent, ...] = field(init=False)
    """What is put into words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", _spoken(self.turn.events))

    def said(self) -> Iterator[Said]:
        """Yield what is said, in its order."""
        many = {MANY} if len(self.table.issues) > 1 else set()
        tone = _tone(self.turn.mood[1]) | many
        for place, event in enumerate(self.events):
            marks = frozenset(self._marks(event, self.events[:place]))
            yield Said(event.situation, marks | tone, self._names(event))
            if event.situation in _HURT:
                # Whoever has just complained is not warm in the next breath.
                tone -= {WARM}

    def _marks(self, event: TableEvent, earlier: Sequence[TableEvent]) -> Iterator[str]:
        told = {one.situation for one in earlier}
        happened = {one.situation for one in self.turn.events}
        match event.situation:
            case S.PLEASED if _is_small_step(event) or S.FAR_OFF in happened:
                yield "little"
            case S.REASON | S.REASON_FITS | S.KNOWN_REASON:
                is_last = happened & {S.THEY_LEFT, S.NO_TIME}
                yield from ["alone"] * (not is_last and not _is_offer(self.turn))
            case S.TOLD:
                yield from self._marks_of_telling(event, told)
            case S.DEFLECTED:
                yield from ["led"] * (S.GOOD_QUESTION in told)
                yield from ["again"] * (event.subject in self._put_off())
            case S.NEAREST | S.NO_TIME:
                yield from (one.value for one in happened & _DISTANCE)
            case S.FAR_OFF | S.SHORT | S.CLOSE:
                yield from ["hurt"] * bool(told & _HURT)
                yield from ["yet"] * bool(told & _GLAD and event.situation is not S.CLOSE)
            case S.COUNTERED:
                yield from self._marks_of_counter()
            case S.ACCEPTED:
                yield from ["yet"] * bool(told & _HURT)
                yield from ["several"] * isinstance(self.turn.move, Several)

    def _marks_of_telling(self, event: TableEvent, told: set[Situation]) -> Iterator[str]:
        (interest,) = (one for one in self.table.interests if one.id == event.subject)
        if S.TOLD in told:
            yield "also"
        elif S.GOOD_QUESTION in told:
            yield "led"
        elif self._put_off() & set(interest.ask):
            yield "at_last"

    def _put_off(self) -> set[str | None]:
        """Return the questions that were not answered before."""
        return {
            event.subject
            for turn in self.before
            for event in turn.events
            if event.situation is S.DEFLECTED
        }

    def _marks_of_counter(self) -> Iterator[str]:
        last, now = self._last_counter(), self.turn.counter
        if last is None or now is None:
            return
        changed = changes(last, now)
        if not changed:
            yield "same"
        elif len(changed) < len(now):
            options = [issue.options for issue in self.table.issues]
            yields = all(
                options[issue][place].theirs < options[issue][last[issue]].theirs
                for issue, place in changed.items()
            )
            yield "moved" if yields else "shifted"

    def _last_counter(self) -> Package | None:
        counters = [turn.counter for turn in self.before if turn.counter is not None]
        return counters[-1] if counters else None

    def _names(self, event: TableEvent) -> Names:
        match event.situation:
            case S.UNLOCKED:
                return self._names_of_unlocked(event)
            case S.REASON | S.KNOWN_REASON:
                (reason,) = (one for one in self.table.reasons if one.id == event.subject)
                return {"issue": name(self._issue(reason.issue)), "reason": reason.text}
            case S.REASON_FITS | S.TOLD:
                (interest,) = (one for one in self.table.interests if one.id == event.subject)
                return {"issue": name(self._issue(interest.issue)), "interest": interest.text}
            case S.GOOD_QUESTION | S.DEFLECTED | S.ALREADY_TOLD | S.NOTHING_TO_TELL:
                (question,) = (one for one in self.table.questions if one.id == event.subject)
                return {"question": question.say}
        return self._names_of_package(event.package) | self._names_of_trouble(event.situation)

    def _names_of_unlocked(self, event: TableEvent) -> Names:
        issue = self._issue(event.subject)
        places = [
            one.amount
            for one in self.turn.events
            if one.situation is S.UNLOCKED and one.subject == event.subject
        ]
        options = [issue.options[place] for place in places if place is not None]
        return {"issue": name(issue), "option": either(options)}

    def _names_of_package(self, package: Package | None) -> dict[str, Text]:
        if package is None:
            return {}
        names = {"package": named_terms(self.table, dict(enumerate(package)))}
        move, last = self.turn.move, self._last_counter()
        if isinstance(move, Several) and package in move.packages:
            names["letter"] = Text.of(LETTERS[move.packages.index(package)])
        if last is not None and changes(last, package):
            names["changes"] = named_terms(self.table, changes(last, package))
        return names

    def _names_of_trouble(self, situation: Situation) -> dict[str, Text]:
        """Name the issue in which the offer lacks most, and what was offered there.

        It lacks against the counter that comes with it, so that the customer never complains
        of what it asks for itself; without a counter against the customer's best.
        """
        offered = self.turn.offered
        if offered is None or situation not in _TROUBLED:
            return {}
        # An insulted customer has named the issue already.
        if situation is S.NEAREST and any(one.situation is S.INSULTED for one in self.events):
            return {}
        lacks = [
            wanted - issue.options[place].theirs
            for issue, place, wanted in zip(self.table.issues, offered, self._wanted(), strict=True)
        ]
        worst = lacks.index(max(lacks))
        if lacks[worst] <= 0:
            return {}
        issue = self.table.issues[worst]
        return {"issue": name(issue), "option": name(issue.options[offered[worst]])}

    def _wanted(self) -> list[int]:
        """Return, by issue, the customer's points in its counter, else the most it can have."""
        issues, counter = self.table.issues, self.turn.counter
        if counter is not None:
            return [i.options[place].theirs for i, place in zip(issues, counter, strict=True)]
        learned = {
            event.subject or ""
            for turn in (*self.before, self.turn)
            for event in turn.events
            if event.situation is S.TOLD
        }
        return [max(o.theirs for o in issue.options if is_open(o, learned)) for issue in issues]

    def _issue(self, called: str | None) -> Issue:
        return next(issue for issue in self.table.issues if issue.id == called)


def changes(before: Package, after: Package) -> dict[int, int]:
    """Return the places of `after`, by issue, where it differs from `before`."""
    pairs = zip(before, after, strict=True)
    return {issue: now for issue, (was, now) in enumerate(pairs) if was != now}


def _spoken(events: tuple[TableEvent, ...]) -> tuple[TableEvent, ...]:
    silenced = frozenset().union(*(_SILENCED.get(one.situation, frozenset()) for one in events))
    unlocked = dict.fromkeys(one.subject for one in events if one.situation is S.UNLOCKED)
    is_taken = any(one.situation is S.ACCEPTED for one in events)
    kept = []
    for event in events:
        if event.situation in silenced or (is_taken and _is_small_step(event)):
            continue
        if event.situation is S.UNLOCKED:
            # Options of an issue that come open together are told together.
            if event.subject not in unlocked:
                continue
            del unlocked[event.subject]
        kept.append(event)
    for least in _LEAST_FIRST:
        if len(kept) <= MOST:
            break
        kept = [event for event in kept if event.situation is not least]
    return tuple(kept)


def _is_small_step(event: TableEvent) -> bool:
    return event.situation is S.PLEASED and (event.amount or 0) <= _SMALL_STEP


def _tone(mood: int) -> set[str]:
    if mood < COLD_UNDER:
        return {COLD}
    return {WARM} if mood > WARM_OVER else set()


def _is_offer(turn: Turn) -> bool:
    return isinstance(turn.move, Propose | Several | IfThen)
