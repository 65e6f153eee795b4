"""Named players: ways to bargain, from blunt to knowing, to measure a table by.

All but the expert see what a trainee sees. Each is a pure function: `random` draws by
its seed and the turn.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from salesdojo.content.table import Table
from salesdojo.practice.draws import draw
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.best_reply import best_reply
from salesdojo.practice.table.folding import folded
from salesdojo.practice.table.moves import Accept, Ask, Move, Propose, Several, WalkAway
from salesdojo.practice.table.packages import Package
from salesdojo.practice.table.possible import MOST
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.unworded import unworded
from salesdojo.practice.table.view import View, view


class Player(StrEnum):
    """The players, from the bluntest on."""

    RANDOM = "random"
    """Offers anything, and takes what is not worse than no deal one time in four."""
    HARDBALL = "hardball"
    """Hardly yields; takes a counter only at the end."""
    SOFT = "soft"
    """Yields fast, and takes what comes near."""
    SPLITTER = "splitter"
    """Meets the customer half-way in every issue."""
    LOGROLLER = "logroller"
    """Yields steadily, each time in the way that is most like the customer's last counter."""
    SEVERAL = "several"
    """Likewise, with packages of equal worth side by side, from which it learns."""
    EXPERT = "expert"
    """Knows the customer: asks what is worth asking, then plays the best reply; it leaves where
    that is worth less than no deal."""


_ALL: Final = 100
_TAKES: Final = 4
_LEAST: Final = 40
"""Percent of our range that the two who trade still want in the last turn."""
_UNIT: Final = 1000
"""What an issue weighs as long as nothing is known."""


def played(table: Table, mood: int, player: Player, seed: int = 0) -> TableState:
    """Return the whole negotiation of a player with a customer in a mood (0-100)."""
    return played_on(opened(table, mood), player, seed)


def played_out(table: Table, mood: int, player: Player) -> TableState:
    """Return the same with the seed 0: a check asks for it again and again.

    Words decide nothing, so an author who changes only those does not wait for it.
    """
    return replace(_played_out(unworded(table), mood, player), table=table)


@lru_cache(maxsize=512)
def _played_out(table: Table, mood: int, player: Player) -> TableState:
    return played(table, mood, player)


def played_on(state: TableState, player: Player, seed: int = 0) -> TableState:
    """Return a negotiation as a player goes on with it to its end."""
    if player is Player.EXPERT:
        return _expert(state)
    while state.ending is None:
        state, _ = moved(state, next_move(view(state), player, seed))
    return state


def next_move(seen: View, player: Player, seed: int = 0) -> Move:
    """Return the move of any player but the expert."""
    if player is Player.RANDOM:
        return _random(seen, seed)
    return _WAYS[player](seen)


def _random(seen: View, seed: int) -> Move:
    standing, road = seen.standing, ("table", str(seen.turn))
    if (
        standing is not None
        and seen.ours(standing) >= seen.reserve
        and not draw(seed, (*road, "take"), _TAKES)
    ):
        return Accept()
    places = (issue.open[draw(seed, (*road, issue.id), len(issue.open))] for issue in seen.issues)
    return Propose(tuple(places))


def _hardball(seen: View) -> Move:
    wanted = _wanted(seen, _ALL, 80)
    return _taken(seen, wanted) or Propose(_nearest(seen, wanted, seen.best))


def _soft(seen: View) -> Move:
    wanted = _wanted(seen, 70, 0)
    return _taken(seen, wanted) or Propose(_nearest(seen, wanted, seen.standing or seen.best))


def _splitter(seen: View) -> Move:
    if seen.standing is None or not seen.offers:
        return Propose(seen.best)
    half = tuple(
        _between(issue.open, mine, theirs)
        for issue, mine, theirs in zip(seen.issues, seen.offers[-1], seen.standing, strict=True)
    )
    if seen.ours(half) < seen.reserve:
        half = seen.offers[-1]
    return _taken(seen, seen.ours(half)) or Propose(half)


def _between(could: tuple[int, ...], mine: int, theirs: int) -> int:
    """Return the open option in the middle, on our side of it where there are two."""
    low, high = could.index(mine), could.index(theirs)
    return could[(low + high + (low > high)) // 2]


def _logroller(seen: View) -> Move:
    wanted = _wanted(seen, _ALL, _LEAST)
    return _traded(seen, [_nearest(seen, wanted, _ideal(seen))])


def _several(seen: View) -> Move:
    wanted = _wanted(seen, _ALL, _LEAST)
    weights = learned_weights(seen)
    like = _ideal(seen)
    packages: list[Package] = []
    # Each takes milliseconds in a large table: no more are looked for than are offered.
    for doubted in (weights, *_doubts(seen, weights)):
        package = _nearest(seen, wanted, like, doubted)
        if package not in packages:
            packages.append(package)
        if len(packages) == MOST:
            break
    return _traded(seen, packages)


def _traded(seen: View, packages: list[Package]) -> Move:
    """Offer the packages; but take a counter that is worth as much to us as what is offered."""
    standing = seen.standing
    if standing is not None and seen.ours(standing) >= min(map(seen.ours, packages)):
        return Accept()
    return Several(tuple(packages)) if len(packages) > 1 else Propose(packages[0])


def _ideal(seen: View) -> Package:
    """Return what the customer first asked for; before it asked, what is worst for us."""
    if seen.counters:
        return seen.counters[0]
    return tuple(min(issue.open, key=issue.ours.__getitem__) for issue in seen.issues)


def _evenly(seen: View) -> list[int]:
    return [_UNIT] * len(seen.issues)


def learned_weights(seen: View) -> list[int]:
    """Return how much each issue weighs with the customer, by what it named as the closest.

    Each time that the weights would have had it name another, the issues in which the package
    that it named is more like its counter gain, and the others lose (a perceptron).
    """
    weights = _evenly(seen)
    for compared in seen.compared:
        named = _like_each(seen, compared.named, compared.standing)
        for other in compared.passed_over:
            passed = _like_each(seen, other, compared.standing)
            better = [one - two for one, two in zip(named, passed, strict=True)]
            if sum(weight * more for weight, more in zip(weights, better, strict=True)) <= 0:
                weights = [
                    max(_UNIT // 4, weight + more)
                    for weight, more in zip(weights, better, strict=True)
                ]
    return weights


def _doubts(seen: View, weights: list[int]) -> list[list[int]]:
    """Return the weights again and again, each time with another issue weighing double."""
    numbers = range(len(weights))
    first = seen.turn % len(weights)
    return [
        [weight * (2 if place == number else 1) for place, weight in enumerate(weights)]
        for number in (*numbers[first:], *numbers[:first])
    ]


_WAYS: Final[dict[Player, Callable[[View], Move]]] = {
    Player.HARDBALL: _hardball,
    Player.SOFT: _soft,
    Player.SPLITTER: _splitter,
    Player.LOGROLLER: _logroller,
    Player.SEVERAL: _several,
}


def _wanted(seen: View, start: int, end: int) -> int:
    """Return the points wanted in this turn: a share of our range that falls steadily."""
    span = max(0, seen.ours(seen.best) - seen.reserve)
    last = seen.rounds - 1
    share = start * last - (start - end) * (seen.turn - 1)
    return seen.reserve + span * share // (last * _ALL)


def _taken(seen: View, wanted: int) -> Move | None:
    """Return what is to be done about the counter: take what is wanted, at the end what pays."""
    if seen.standing is None:
        return None
    worth = seen.ours(seen.standing)
    if worth >= wanted or (seen.last_turn and worth >= seen.reserve):
        return Accept()
    return None


def _nearest(
    seen: View, wanted: int, like: Package, weights: Sequence[int] | None = None
) -> Package:
    """Return the package worth at least `wanted` that has most in common with `like`."""
    columns = [
        [(weight * _likeness(issue.open, place, liked), issue.ours[place]) for place in issue.open]
        for issue, liked, weight in zip(seen.issues, like, weights or _evenly(seen), strict=True)
    ]
    enough = min(wanted, sum(max(ours for _, ours in column) for column in columns))
    # Of what reaches `enough` the pair with the most in common comes first.
    fold = folded(columns, (0, enough))
    found = fold.places(fold.pairs[0])
    return tuple(issue.open[at] for issue, at in zip(seen.issues, found, strict=True))


def _like_each(seen: View, package: Package, other: Package) -> list[int]:
    """Return by issue how near two packages are, 0-1000."""
    return [
        _likeness(issue.open, one, two)
        for issue, one, two in zip(seen.issues, package, other, strict=True)
    ]


def _likeness(could: tuple[int, ...], one: int, other: int) -> int:
    """Return how near two open options are, 0-1000."""
    return 1000 - 1000 * abs(could.index(one) - could.index(other)) // max(1, len(could) - 1)


def _expert(state: TableState) -> TableState:
    for question in _worth_asking(state):
        asked, _ = moved(state, Ask(question))
        # The last two turns are for the offer.
        if asked.ending is None and asked.left > 1:
            state = asked
    reply = best_reply(state)
    if reply is not None and reply.point.ours >= state.table.reserve_ours:
        return reply.end
    after, _ = moved(state, WalkAway())
    return after


def _worth_asking(state: TableState) -> list[str]:
    """Return a question for each interest, those first that need the least trust."""
    interests = sorted(state.table.interests, key=lambda interest: interest.trust)
    return list(dict.fromkeys(interest.ask[0] for interest in interests))
