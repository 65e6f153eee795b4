"""What a negotiation earns."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Ending, Interest, Question, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.discipline import (
    Concession,
    balance,
    concessions,
    discipline,
    opening,
    reciprocity,
    tapering,
)
from salesdojo.practice.table.missed import missed_trade
from salesdojo.practice.table.moves import Accept, Ask, IfThen, Propose, WalkAway
from salesdojo.practice.table.packages import Package, all_interests
from salesdojo.practice.table.reckoning import possible, reckoned
from salesdojo.practice.table.scores import claim, discovery, efficiency, relationship, scores
from salesdojo.practice.table.state import TableState, Turn, opened
from support.tables import issue, outcomes, tables, talk, worked_example

# The road that is drawn where the design was worked out, by its points for both sides.
ROAD = [(10_000, 0), (8800, 1050), (7800, 2300), (7400, 3700), (7000, 4000), (5700, 6050)]


def found(table: Table, worth: tuple[int, int]) -> Package:
    return next(package for package, has in outcomes(table, ()).items() if has == worth)


def drawn(table: Table, counters: list[tuple[int, int]]) -> TableState:
    """The drawn negotiation: our road, and counters of a customer who moved each time."""
    turns = tuple(
        Turn(
            number=number,
            move=Propose(found(table, worth)),
            offered=found(table, worth),
            ours=worth[0],
            theirs=worth[1],
            mood=(60, 72),
            aspiration=500,
            target=6000,
            counter=None if answer is None else found(table, answer),
            events=(),
        )
        for number, (worth, answer) in enumerate(zip(ROAD, [*counters, None], strict=True), 1)
    )
    deal = turns[-1].offered
    return replace(opened(table, 72), turns=turns, ending=Ending.DEAL, deal=deal)


COUNTERS = [(0, 10_000), (800, 9700), (2500, 9100), (3800, 8400), (4300, 7650)]


def test_the_worked_example_scores_what_it_was_told_with() -> None:
    table = worked_example()
    could = possible(table)
    deal = reckoned(could, found(table, (5700, 6050)), ())

    assert round(float(deal.efficiency), 3) == 0.815
    assert round(100 * float(1 - deal.efficiency), 1) == 18.5
    assert round(100 * float(deal.free), 1) == 19.6
    assert claim(could, deal) == 44
    assert efficiency(deal) == 34
    assert relationship(could, 72, deal) == 83
    state = drawn(table, COUNTERS)
    assert scores(state, could).discipline == 93
    assert scores(state, could).discovery is None


def test_the_missed_trade_names_what_to_take_and_what_to_give() -> None:
    table = worked_example()
    trade = missed_trade(possible(table), found(table, (5700, 6050)))
    assert trade is not None
    assert trade.point == (6800, 6150)
    assert [swap.issue for swap in trade.swaps] == ["price", "delivery", "warranty"]
    assert (trade.take.issue, trade.take.ours) == ("price", 2800)
    assert trade.give is not None
    assert (trade.give.issue, trade.give.theirs) == ("warranty", 1200)
    assert missed_trade(possible(table), found(table, (7000, 6000))) is None


@settings(max_examples=300)
@given(table=tables(), data=st.data())
def test_efficiency_is_whole_exactly_where_nobody_can_gain_at_nobodys_cost(
    table: Table, data: st.DataObject
) -> None:
    every = outcomes(table, all_interests(table))
    package = data.draw(st.sampled_from(sorted(every)))
    has = every[package]
    better = any(o != has and o[0] >= has[0] and o[1] >= has[1] for o in every.values())
    deal = reckoned(possible(table), package, tuple(all_interests(table)))
    assert (deal.efficiency == 1) == (not better)
    assert 0 <= deal.efficiency <= 1
    assert deal.efficiency_known == deal.efficiency


@settings(max_examples=100)
@given(table=tables(), data=st.data())
def test_every_talk_earns_from_0_to_100(table: Table, data: st.DataObject) -> None:
    state, could = talk(data, table), possible(table)
    earned = scores(state, could)
    figures = [earned.claim, earned.efficiency, earned.relationship, earned.discipline]
    assert all(0 <= figure <= 100 for figure in figures)
    assert (earned.discovery is None) == (not table.interests)
    if state.deal is None:
        assert earned.claim == earned.efficiency == (0 if could.marks else 100)


def test_claim_rises_from_the_reserve_over_nash_to_full_half_way_to_the_best() -> None:
    table = worked_example()
    could = possible(table)

    def claimed(points: int) -> int:
        deal = reckoned(could, found(table, (7000, 6000)), ())
        return claim(could, replace(deal, gain_ours=could.gain_ours(points)))

    # The best with the customer at its reserve is 9100, half-way from Nash 8050.
    assert [claimed(p) for p in (3500, 5250, 7000, 7525, 8050, 9100)] == [0, 35, 70, 85, 100, 100]


def test_efficiency_falls_fast_and_counts_nothing_below_ones_own_reserve() -> None:
    table = worked_example()
    deal = reckoned(possible(table), found(table, (7000, 6000)), ())
    told = [
        efficiency(replace(deal, efficiency=Fraction(share, 100)))
        for share in (100, 95, 90, 80, 70, 50)
    ]
    assert told == [100, 80, 60, 30, 0, 0]
    low = reckoned(possible(table), (0, 0, 0, 0), ())
    assert low.below_reserve
    assert claim(possible(table), low) == efficiency(low) == 0


def test_without_a_zone_walking_away_is_right() -> None:
    table = Table(2, (issue("price", (0, 5, 10), (10, 5, 0)),), 8, 8)
    could = possible(table)
    state = opened(table, 50)
    state, _ = moved(state, WalkAway())
    assert could.marks is None
    earned = scores(state, could)
    assert (earned.claim, earned.efficiency, earned.relationship) == (100, 100, 30)
    assert earned.discipline == 100


def test_scores_want_an_end() -> None:
    table = worked_example()
    with pytest.raises(ValueError, match="finished"):
        scores(opened(table, 50), possible(table))


def test_discovery_counts_what_was_uncovered_and_asking_first() -> None:
    hidden = (Interest("lapse", "price", ("why",)), Interest("pilot", "price", ("plans",)))
    table = worked_example(questions=(Question("why"),), interests=hidden)
    asked_first, _ = moved(opened(table, 50), Ask("why"))
    assert discovery(asked_first) == 65
    late, _ = moved(opened(table, 50), Propose((20, 4, 4, 3)))
    late, _ = moved(late, Ask("why"))
    assert discovery(late) == 35
    assert discovery(opened(table, 50)) == 0


def test_what_questions_would_have_added_is_told_apart() -> None:
    price = issue("price", (0, 4, 9), (9, 4, 0))
    locked = replace(price.options[2], id="phased", theirs=6, unlocked_by="pilot")
    table = Table(
        4,
        (replace(price, options=(*price.options[:2], locked)),),
        0,
        0,
        interests=(Interest("pilot", "price", ("plans",)),),
    )
    deal = reckoned(possible(table), (1,), ())
    assert deal.efficiency < 1
    assert deal.efficiency_known == 1


def test_concessions_are_weighed_by_their_order_and_their_occasion() -> None:
    steps = [Concession(10, answered=True), Concession(4, answered=False)]
    assert tapering(steps) == 1
    assert tapering(steps[::-1]) == 0
    assert tapering([]) == tapering(steps[:1]) == 1
    assert reciprocity(steps) == Fraction(10, 14)
    assert reciprocity([]) == 1


def test_conceding_to_a_customer_who_stands_still_is_no_exchange() -> None:
    table = worked_example()
    still = drawn(table, [(0, 10_000)] * 5)
    answered = [step.answered for step in concessions(still)]
    assert answered == [True, False, False, False, False]
    assert balance(still, concessions(still)) == Fraction(3950, 4300)
    given = IfThen(found(table, ROAD[2]), 0, 1)
    turns = list(still.turns)
    turns[2] = replace(turns[2], move=given)
    conditional = concessions(replace(still, turns=tuple(turns)))
    assert [step.answered for step in conditional][:2] == [True, True]


def test_taking_a_counter_is_the_last_concession() -> None:
    table = worked_example()
    state = drawn(table, COUNTERS)
    last = state.turns[-1]
    taken = replace(last, move=Accept(), offered=None, ours=None, theirs=None)
    state = replace(state, turns=(*state.turns[:-1], taken), deal=found(table, (4300, 7650)))
    assert [step.points for step in concessions(state)] == [1200, 1000, 400, 400, 2700]


def test_an_opening_is_high_from_six_tenths_of_the_way_from_nash() -> None:
    table = worked_example()
    could = possible(table)
    state = drawn(table, COUNTERS)

    def opened_at(points: int) -> Fraction:
        first = replace(state.turns[0], ours=points)
        return opening(replace(state, turns=(first, *state.turns[1:])), could)

    assert [opened_at(p) for p in (6000, 7000, 7630, 8260, 9000)] == [0, 0, Fraction(1, 2), 1, 1]
    assert discipline(opened(table, 50), could) == 0
