"""Negotiation tables for tests: the worked example, generated ones, all their outcomes."""

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from salesdojo.content.table import (
    Behaviour,
    Curve,
    Interest,
    Issue,
    Option,
    Question,
    Reason,
    Style,
    Table,
    curved_points,
)
from salesdojo.errors import PracticeError
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.moves import Accept, Ask, GiveReason, Move, Propose, Several
from salesdojo.practice.table.packages import Package, ours, packages, theirs
from salesdojo.practice.table.possible import require_possible
from salesdojo.practice.table.state import TableState, opened

# Price and delivery are given whole where the design was worked out. Payment and warranty
# are a reconstruction: found by searching for tables that give every figure told of the
# whole (frontier, landmarks, the deal and its measures, the drawn plane), so they are one
# table that does, not surely the one that was meant.
PAYMENT = (("net_0", 0, 1000), ("net_15", 800, 700), ("net_30", 1800, 300))
PAYMENT_ON = (*PAYMENT, ("net_45", 2500, 100), ("net_60", 3000, 0))
WARRANTY = (("48_m", 0, 2000), ("36_m", 600, 1500), ("24_m", 1100, 800), ("12_m", 1500, 0))


def issue(name: str, ours_: Collection[int], theirs_: Collection[int], **rest: Any) -> Issue:
    options = tuple(
        Option(str(place), a, b) for place, (a, b) in enumerate(zip(ours_, theirs_, strict=True))
    )
    return Issue(name, options, **rest)


def worked_example(**rest: Any) -> Table:
    """2,100 outcomes: 21 prices, 5 deliveries, 5 payments, 4 warranties."""
    price = issue(
        "price",
        curved_points(21, 4000, Decimal(1), upwards=True),
        curved_points(21, 3000, Decimal(1), upwards=False),
    )
    delivery = issue("delivery", (0, 600, 1100, 1400, 1500), (4000, 3000, 1500, 500, 0))
    others = (
        Issue(name, tuple(Option(label, a, b) for label, a, b in rows))
        for name, rows in (("payment", PAYMENT_ON), ("warranty", WARRANTY))
    )
    return Table(
        rounds=8,
        issues=(price, delivery, *others),
        reserve_ours=3500,
        reserve_theirs=3000,
        **rest,
    )


def outcomes(table: Table, learned: Collection[str]) -> dict[Package, tuple[int, int]]:
    """Every package and what it is worth to both: brute force."""
    return {
        package: (ours(table, package), theirs(table, package))
        for package in packages(table, learned)
    }


# Made once: a strategy that is made again for each draw is checked again for each.
_asked = st.sampled_from([("why",), ("why", "what"), ("what",)])
_locks = cache(st.sampled_from)
_trust = st.sampled_from([0, 40, 52, 60])


@st.composite
def tables(draw: st.DrawFn, *, most_rounds: int = 6, reserves_met: bool = False) -> Table:
    """A small table: up to 4 issues of up to 4 options, with locked ones, ties and any points."""
    points = st.integers(0, 12)
    interests = tuple(
        Interest(name, "i0", ask=draw(_asked))
        for name in ("lapse", "pilot")[: draw(st.integers(0, 2))]
    )
    locks = _locks((None, None, None, *(interest.id for interest in interests)))
    issues = tuple(
        Issue(
            f"i{number}",
            tuple(
                Option(
                    str(place),
                    draw(points),
                    draw(points),
                    unlocked_by=draw(locks) if place else None,
                )
                for place in range(draw(st.integers(1, 4)))
            ),
            ordinal=draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 4)))
    )
    bare = Table(2, issues, 0, 0, interests=interests)
    least = outcomes(bare, ())
    top_ours, top_theirs = (max(worth[side] for worth in least.values()) for side in (0, 1))
    return Table(
        rounds=draw(st.integers(2, most_rounds)),
        issues=issues,
        reserve_ours=0 if reserves_met else draw(st.integers(0, top_ours)),
        reserve_theirs=draw(st.integers(0, top_theirs)),
        behaviour=draw(behaviours()),
        questions=(Question("why"), Question("what"), Question("idle")),
        interests=tuple(
            Interest(one.id, one.issue, one.ask, trust=draw(_trust)) for one in interests
        ),
        reasons=(
            Reason("migration", "i0", fits=tuple(one.id for one in interests[:1])),
            Reason("usage", issues[-1].id),
        ),
    )


@cache
def behaviours() -> st.SearchStrategy[Behaviour]:
    ends = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)
    return st.builds(
        lambda curve, style, pair, mirror, walk_at: Behaviour(
            curve, pair[1], pair[0], mirror, style, walk_at
        ),
        st.sampled_from(Curve),
        st.sampled_from(Style),
        ends,
        st.integers(0, 100),
        st.sampled_from([None, 5, 30]),
    )


@st.composite
def moves(draw: st.DrawFn, state: TableState) -> Move:
    """A move that can be made now; offers most often."""
    table = state.table
    every = st.sampled_from(sorted(outcomes(table, state.learned)))
    reason = st.sampled_from([None, None, *(one.id for one in table.reasons)])
    could: list[Callable[[], Move]] = [
        lambda: Propose(draw(every), draw(reason)),
        lambda: Propose(draw(every), draw(reason)),
        lambda: Several(
            tuple(draw(st.lists(every, min_size=2, max_size=3, unique=True))), draw(reason)
        ),
        lambda: Ask(draw(st.sampled_from(["why", "what", "idle"]))),
        lambda: GiveReason(draw(st.sampled_from(["migration", "usage"]))),
        Accept,
    ]
    move = draw(st.sampled_from(could))
    return move()


def possible_moves(state: TableState) -> st.SearchStrategy[Move]:
    def can_be_made(move: Move) -> bool:
        try:
            require_possible(state, move)
        except PracticeError:
            return False
        return True

    every = list(outcomes(state.table, state.learned))
    return moves(state).filter(can_be_made) if len(every) > 1 else st.just(Propose(every[0]))


def talk(data: st.DataObject, table: Table) -> TableState:
    """A whole negotiation of any moves."""
    state = opened(table, data.draw(st.integers(0, 100)))
    while state.ending is None:
        state, _ = moved(state, data.draw(possible_moves(state)))
    return state
