"""How offers, reasons and questions are heard: what they do to the mood, and what is told."""

from dataclasses import replace

from salesdojo.practice.table import mood
from salesdojo.practice.table.clock import customer_range
from salesdojo.practice.table.events import Situation, TableEvent
from salesdojo.practice.table.moves import Offer, Several, offered
from salesdojo.practice.table.packages import is_open
from salesdojo.practice.table.state import TableState

HELD_BY_REASON = 2
"""How much a reason weighs, in offers that held the issue."""

Events = list[TableEvent]


def weigh_offer(state: TableState, move: Offer, value: int, events: Events) -> TableState:
    """Hear an offer worth `value` to the customer, and the reason it came with."""
    is_new_reason = move.reason is not None and move.reason not in state.given
    is_repeated = set(offered(move)) == set(state.last) and not is_new_reason
    situation, change = _judged(state, value, is_repeated=is_repeated)
    if situation is not None:
        state = _felt(state, situation, change, events)
    if isinstance(move, Several) and not is_repeated:
        state = _felt(state, Situation.SEVERAL, mood.SEVERAL, events)
    return state if move.reason is None else hear_reason(state, move.reason, events)


def _judged(state: TableState, value: int, *, is_repeated: bool) -> tuple[Situation | None, int]:
    reach = state.reach
    if state.first is None or state.best is None or state.binding is None:
        if mood.insults(value, reach):
            return Situation.INSULTED, mood.INSULT
        return None, 0
    if is_repeated:
        return Situation.REPEATED, mood.REPEATED
    if mood.takes_back(value, state.binding, reach):
        return Situation.TOOK_BACK, mood.TAKEN_BACK
    if value > state.best:
        return Situation.PLEASED, mood.better(value - state.best, reach)
    return None, 0


def hear_reason(state: TableState, reason: str, events: Events) -> TableState:
    """Hear a reason: it counts once, and more where it speaks to what was uncovered."""
    if reason in state.given:
        events.append(TableEvent(Situation.KNOWN_REASON, reason))
        return state
    found = next(one for one in state.table.reasons if one.id == reason)
    held = tuple(
        weight + HELD_BY_REASON * (issue.id == found.issue)
        for weight, issue in zip(state.held, state.table.issues, strict=True)
    )
    state = replace(state, given=state.given | {reason}, held=held)
    state = _felt(state, Situation.REASON, mood.REASON, events, reason)
    fitting = next((one for one in found.fits if one in state.learned), None)
    if fitting is None:
        return state
    return _felt(state, Situation.REASON_FITS, mood.FITTING_REASON, events, fitting)


def hear_question(state: TableState, question: str, events: Events) -> TableState:
    """Hear a question, and tell what it brings out if the mood is good enough."""
    fitting = [one for one in state.table.interests if question in one.ask]
    sought = [one for one in fitting if one.id not in state.learned]
    if not sought:
        known = Situation.ALREADY_TOLD if fitting else Situation.NOTHING_TO_TELL
        events.append(TableEvent(known, question))
        return state
    if any(one.id not in state.asked for one in sought):
        state = _felt(state, Situation.GOOD_QUESTION, mood.FITTING_QUESTION, events, question)
        state = replace(state, asked=state.asked.union(one.id for one in sought))
    told = tuple(one.id for one in sought if state.mood >= one.trust)
    if not told:
        events.append(TableEvent(Situation.DEFLECTED, question))
        return state
    events.extend(TableEvent(Situation.TOLD, interest) for interest in told)
    learned = (*state.learned, *told)
    after = replace(state, learned=learned, reach=customer_range(state.table, learned))
    events.extend(_unlocked(state, after))
    return after


def _unlocked(before: TableState, after: TableState) -> Events:
    return [
        TableEvent(Situation.UNLOCKED, issue.id, amount=place)
        for issue in after.table.issues
        for place, option in enumerate(issue.options)
        if is_open(option, after.learned) and not is_open(option, before.learned)
    ]


def _felt(
    state: TableState, situation: Situation, change: int, events: Events, subject: str | None = None
) -> TableState:
    events.append(TableEvent(situation, subject, amount=change))
    return replace(state, mood=mood.moved_mood(state.mood, change))
