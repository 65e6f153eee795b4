"""Named players: ways to bargain, from blunt to knowing, to measure a table by.

All but the expert see what a trainee sees. Each is a pure function: `random` draws by
its seed and the turn.
"""

from collections.abc import Callable
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
    """Knows the customer: asks what is worth asking, then plays the best reply."""


_ALL: Final = 100
_TAKES: Final = 4


def played(table: Table, mood: int, player: Player, seed: int = 0) -> TableState:
    """Return the whole negotiation of a player with a customer in a mood (0-100)."""
    return played_on(opened(table, mood), player, seed)


@lru_cache(maxsize=512)
def played_out(table: Table, mood: int, player: Player) -> TableState:
    """Return the same with the seed 0: a check asks for it again and again."""
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
    wanted = _wanted(seen, _ALL, 30)
    return _welcome(seen, wanted) or Propose(_nearest(seen, wanted, seen.standing or seen.best))


def _several(seen: View) -> Move:
    wanted = _wanted(seen, _ALL, 30)
    welcome = _welcome(seen, wanted)
    if welcome is not None:
        return welcome
    likes = (seen.standing, seen.offers[-1] if seen.offers else None, *_favourites(seen))
    found = dict.fromkeys(_nearest(seen, wanted, like) for like in likes if like is not None)
    packages = tuple(found)[:MOST]
    return Several(packages) if len(packages) > 1 else Propose(packages[0])


def _favourites(seen: View) -> list[Package]:
    """Return, for each issue, the customer's last option in it and our best in all others.

    Before the first counter, instead, our best with each of the other ends of an issue.
    """
    found = []
    for number, issue in enumerate(seen.issues):
        least = min(issue.open, key=issue.ours.__getitem__)
        place = least if seen.standing is None else seen.standing[number]
        found.append((*seen.best[:number], place, *seen.best[number + 1 :]))
    # Another issue each turn comes first.
    turn = seen.turn % len(found)
    return [seen.best, *found[turn:], *found[:turn]]


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


def _welcome(seen: View, wanted: int) -> Move | None:
    """Take the counter where it is worth what is wanted: at the end an offer is worth trying."""
    standing = seen.standing
    return Accept() if standing is not None and seen.ours(standing) >= wanted else None


def _taken(seen: View, wanted: int) -> Move | None:
    """Return what is to be done about the counter: take what is wanted, at the end what pays."""
    if seen.standing is None:
        return None
    worth = seen.ours(seen.standing)
    if worth >= wanted or (seen.last_turn and worth >= seen.reserve):
        return Accept()
    return None


def _nearest(seen: View, wanted: int, like: Package) -> Package:
    """Return the package worth at least `wanted` that has most in common with `like`."""
    columns = [
        [(_likeness(issue.open, place, liked), issue.ours[place]) for place in issue.open]
        for issue, liked in zip(seen.issues, like, strict=True)
    ]
    fold = folded(columns)
    pairs = fold.pairs
    best = next((pair for pair in pairs if pair[1] >= wanted), pairs[-1])
    found = fold.places(best)
    return tuple(issue.open[at] for issue, at in zip(seen.issues, found, strict=True))


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
    if reply is not None:
        return reply.end
    after, _ = moved(state, WalkAway())
    return after


def _worth_asking(state: TableState) -> list[str]:
    """Return a question for each interest, those first that need the least trust."""
    interests = sorted(state.table.interests, key=lambda interest: interest.trust)
    return list(dict.fromkeys(interest.ask[0] for interest in interests))
