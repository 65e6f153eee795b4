"""What the customer makes of a move: the next state, and what happened.

An offer is taken where it is worth the customer's target or the counter it would make.
The order: the move acts on the mood; an offer that is good enough is taken; a customer
whose mood is spent leaves; else it counters. Every move is a turn.
"""

from collections.abc import Sequence
from dataclasses import replace

from salesdojo.content.table import Ending
from salesdojo.practice.table.clock import (
    WHOLE,
    Range,
    aspiration,
    clock,
    mirrored,
)
from salesdojo.practice.table.counters import counter
from salesdojo.practice.table.events import Situation, TableEvent
from salesdojo.practice.table.hearing import hear_question, hear_reason, weigh_offer
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Move,
    Offer,
    Propose,
    Several,
    WalkAway,
    offered,
)
from salesdojo.practice.table.packages import Package, ours, theirs
from salesdojo.practice.table.possible import require_possible
from salesdojo.practice.table.state import TableState, Turn

FAR, NEAR = 400, 100
"""Permille of the customer's range that an offer lacks: over FAR it is far off, to NEAR close."""

Events = list[TableEvent]


def moved(state: TableState, move: Move) -> tuple[TableState, tuple[TableEvent, ...]]:
    """Make a move; return how things stand after the customer's answer, and what happened.

    Raises:
        PracticeError: PR004 when it is over, PR005 for a package that is no open option in
            every issue, PR006 for any other move that cannot be made now.
    """
    require_possible(state, move)
    events: Events = []
    match move:
        case WalkAway():
            after = _ended(state, Ending.WALKED_AWAY, Situation.WALKED_AWAY, events)
        case Accept():
            after = _ended(state, Ending.DEAL, Situation.AGREED, events, state.standing)
        case Ask(question):
            after = _later(hear_question(state, question, events), events)
        case GiveReason(reason):
            after = _later(hear_reason(state, reason, events), events)
        case Propose() | Several() | IfThen():
            after = _answer(state, move, events)
    return _recorded(state, after, move, tuple(events))


def likes_best(state: TableState, packages: Sequence[Package]) -> int:
    """Return the place of the package that is worth most to the customer; the first of equals."""
    worths = [theirs(state.table, package) for package in packages]
    return worths.index(max(worths))


def weighed(state: TableState, move: Offer, turn: int, events: Events) -> TableState:
    """Return how the customer stands to an offer, before it answers: what it feels and wants.

    The offer is taken where `nearest` is worth the `target` of the state returned, or the counter.
    """
    packages = offered(move)
    nearest = packages[likes_best(state, packages)]
    value = theirs(state.table, nearest)
    heard = weigh_offer(state, move, value, events)
    heard = replace(
        heard,
        first=value if state.first is None else state.first,
        best=value if state.best is None else max(value, state.best),
        binding=state.binding if isinstance(move, IfThen) and state.last else value,
        last=packages,
        nearest=nearest,
        held=_held(state, heard, nearest),
    )
    return wanting(heard, turn, state.best)


def _answer(state: TableState, move: Offer, events: Events) -> TableState:
    packages = offered(move)
    place = likes_best(state, packages)
    nearest = packages[place]
    value = theirs(state.table, nearest)
    after = weighed(state, move, state.turn, events)
    target = _target(after)
    instead = counter(after.table, after.learned, target, after.mood, (nearest, after.held))
    # A customer that no package can satisfy takes nothing, not even its best counter.
    enough = min(target, max(after.reach.floor, theirs(state.table, instead)))
    if value >= enough:
        return _ended(after, Ending.DEAL, Situation.ACCEPTED, events, nearest)
    if is_spent(after):
        return _ended(after, Ending.THEY_LEFT, Situation.THEY_LEFT, events)
    events.append(TableEvent(_distance(target - value, after.reach)))
    if len(packages) > 1:
        events.append(TableEvent(Situation.NEAREST, package=nearest, amount=place))
    if _no_turn_is_left(after):
        return _ended(after, Ending.NO_TIME, Situation.NO_TIME, events)
    events.append(TableEvent(Situation.COUNTERED, package=instead))
    return _warned(replace(after, standing=instead), events)


def _later(heard: TableState, events: Events) -> TableState:
    """Let a turn without an offer pass."""
    after = wanting(heard, heard.turn, heard.best)
    if is_spent(after):
        return _ended(after, Ending.THEY_LEFT, Situation.THEY_LEFT, events)
    if _no_turn_is_left(after):
        return _ended(after, Ending.NO_TIME, Situation.NO_TIME, events)
    return _warned(after, events)


def wanting(state: TableState, turn: int, offered: int | None) -> TableState:
    """Return the state with what the customer wants in a turn; it never wants more than before.

    An option that comes open may widen its range: the target stays where it was. Nor does the
    customer go below what it was `offered` at best in the turns before: else a generous offer,
    taken back, would buy a lower target (it is mirrored) for nothing.
    """
    behaviour = state.table.behaviour
    reach = state.reach
    by_clock = clock(behaviour, turn, state.table.rounds)
    by_mirror = mirrored(behaviour, state.first, state.best, reach.most)
    wants = min(state.aspiration, aspiration(behaviour, by_clock, by_mirror, state.mood))
    target = reach.target(wants)
    if state.target is not None:
        target = min(max(target, offered or 0), state.target)
    return replace(state, aspiration=wants, target=target)


def _target(state: TableState) -> int:
    return state.table.reserve_theirs if state.target is None else state.target


def _held(before: TableState, heard: TableState, nearest: Package) -> tuple[int, ...]:
    kept = before.nearest
    if kept is None:
        return heard.held
    return tuple(
        weight + (was == now) for weight, was, now in zip(heard.held, kept, nearest, strict=True)
    )


def _distance(lacking: int, reach: Range) -> Situation:
    if WHOLE * lacking > FAR * reach.span:
        return Situation.FAR_OFF
    return Situation.SHORT if WHOLE * lacking > NEAR * reach.span else Situation.CLOSE


def is_spent(state: TableState) -> bool:
    """Tell whether the customer's mood makes it leave."""
    walk_at = state.table.behaviour.walk_at
    return walk_at is not None and state.mood <= walk_at


def _no_turn_is_left(state: TableState) -> bool:
    return state.turn >= state.table.rounds


def _warned(state: TableState, events: Events) -> TableState:
    if state.turn == state.table.rounds - 1:
        events.append(TableEvent(Situation.LAST_ROUND))
    return state


def _ended(
    state: TableState,
    ending: Ending,
    situation: Situation,
    events: Events,
    deal: Package | None = None,
) -> TableState:
    events.append(TableEvent(situation, package=deal))
    return replace(state, ending=ending, deal=deal)


def _recorded(
    before: TableState, after: TableState, move: Move, events: tuple[TableEvent, ...]
) -> tuple[TableState, tuple[TableEvent, ...]]:
    table, is_offer = before.table, isinstance(move, Propose | Several | IfThen)
    package = after.nearest if is_offer else None
    countered = any(event.situation is Situation.COUNTERED for event in events)
    turn = Turn(
        number=before.turn,
        move=move,
        offered=package,
        ours=None if package is None else ours(table, package),
        theirs=None if package is None else theirs(table, package),
        mood=(before.mood, after.mood),
        aspiration=after.aspiration,
        target=_target(after),
        counter=after.standing if countered else None,
        events=events,
    )
    return replace(after, turns=(*before.turns, turn)), events
