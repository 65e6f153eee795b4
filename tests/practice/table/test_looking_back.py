"""What a finished negotiation looks like afterwards, held against trying every talk."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Behaviour, Curve, Ending, Interest, Question, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.looking_back import LookedBack, Verdict, looked_back
from salesdojo.practice.table.moments import Kind
from salesdojo.practice.table.moves import Accept, Ask, Move, Propose, WalkAway
from salesdojo.practice.table.packages import Package, ours
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.prospects import followed, prospect
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.worths import share_of_reserve, worth
from support.table_trials import every_move
from support.tables import issue, outcomes, possible_moves, tables, talk, worked_example

ROAD = [(10_000, 0), (8800, 1050), (7800, 2300), (7400, 3700), (7000, 4000), (5700, 6050)]
"""The road that is drawn where the design was worked out, by its points for both sides."""
DRAWN = Behaviour(Curve.STEADY)
"""A customer that takes the last of these offers and none before."""


def found(table: Table, points: tuple[int, int]) -> Package:
    return next(package for package, has in outcomes(table, ()).items() if has == points)


def after(table: Table, mood: int, *moves: Move) -> TableState:
    state = opened(table, mood)
    for move in moves:
        state, _ = moved(state, move)
    return state


def drawn() -> LookedBack:
    """The drawn road, to a customer that takes its last offer."""
    table = worked_example(behaviour=DRAWN)
    return looked_back(after(table, 60, *(Propose(found(table, points)) for points in ROAD)))


def best_by_trial(state: TableState, seen: dict[object, int]) -> int:
    """The most points for us that any talk that takes nothing back ends with; none: the reserve."""
    if state.ending is not None:
        return state.table.reserve_ours if state.deal is None else ours(state.table, state.deal)
    key = (state.turn, replace(state, turns=(), held=()))
    if key not in seen:
        could: list[Move] = [WalkAway(), *every_move(state)]
        if state.standing is not None:
            could.append(Accept())
        seen[key] = max(best_by_trial(moved(state, move)[0], seen) for move in could)
    return seen[key]


@settings(max_examples=40)
@given(table=tables(most_rounds=3), mood=st.sampled_from([38, 50, 90]), data=st.data())
def test_a_prospect_is_the_best_that_trying_every_talk_finds(
    table: Table, mood: int, data: st.DataObject
) -> None:
    assume(len(outcomes(table, {one.id for one in table.interests})) <= 5)
    state = opened(replace(table, reasons=table.reasons[:1], rounds=3), mood)
    assert prospect(state).ours == best_by_trial(state, {})
    moves = possible_moves(state).filter(lambda move: "usage" not in repr(move))
    state, _ = moved(state, data.draw(moves))
    assert prospect(state).ours == best_by_trial(state, {})


@settings(max_examples=60)
@given(table=tables(), data=st.data())
def test_what_the_turns_cost_adds_up_to_what_the_end_falls_short_by(
    table: Table, data: st.DataObject
) -> None:
    end = talk(data, table)
    told = looked_back(end)
    assert sum(one.step.cost for one in told.turns) == told.short
    assert told.best == prospect(opened(table, end.turns[0].mood[0]))
    for one in told.turns:
        # Known from the way before, or searched anew: the same.
        state = after(
            table, end.turns[0].mood[0], *(turn.move for turn in end.turns[: one.turn.number])
        )
        assert one.step.after.ours == prospect(state).ours
        assert followed(one.step.before, one.turn.move, state) == one.step.after


@settings(max_examples=60)
@given(table=tables(reserves_met=True), data=st.data())
def test_no_turn_brings_more_than_could_be_had_unless_something_was_taken_back(
    table: Table, data: st.DataObject
) -> None:
    end = talk(data, table)
    offers = [turn.theirs for turn in end.turns if turn.theirs is not None]
    assume(offers == sorted(offers))
    assert all(one.step.cost >= 0 for one in looked_back(end).turns)


@settings(max_examples=60)
@given(table=tables(), data=st.data())
def test_the_moments_are_the_three_turns_that_did_most(table: Table, data: st.DataObject) -> None:
    told = looked_back(talk(data, table))
    every = {one.turn.number: abs(one.step.worth) for one in told.turns}
    chosen = [moment.points for moment in told.moments]
    assert sorted(chosen, reverse=True) == sorted(every.values(), reverse=True)[: len(chosen)]
    assert [moment.number for moment in told.moments] == sorted(m.number for m in told.moments)
    for moment in told.moments:
        assert moment.points == every[moment.number]
        assert moment.points or moment.told or moment.mood < 0
        assert (moment.kind in (Kind.LEARNED, Kind.SOURED)) == (moment.points == 0)
        assert moment.better is None or moment.kind in (Kind.LOST, Kind.OUTDONE, Kind.IDLE)
    decisive = sum(
        1 for one in told.turns if every[one.turn.number] or one.step.told or one.step.mood < 0
    )
    assert len(told.moments) == min(3, decisive)


def test_the_drawn_talk_looks_back_on_what_was_told_of_it() -> None:
    told = drawn()

    assert (len(told.front.points), len(told.front.rational)) == (47, 30)
    assert told.marks is not None
    assert (told.marks.nash, told.marks.joint) == ((7000, 6000), (7600, 5500))
    assert told.marks.kalai_smorodinsky == (6600, 6300)
    assert (told.verdict, told.end.ending) == (Verdict.DEAL, Ending.DEAL)
    assert told.left is not None
    assert told.deal is not None
    assert told.settled is not None
    assert round(100 * float(told.left), 1) == 18.5
    assert round(100 * float(told.deal.free), 1) == 19.6
    assert told.trade is not None
    assert told.trade.point == (6800, 6150)
    shares = [round(100 * one.offer.share_ours) for one in told.turns if one.offer is not None]
    assert shares == [100, 88, 78, 74, 70, 57]
    assert told.settled.share_theirs == Fraction(6050, 10_000)
    assert round(100 * share_of_reserve(told.table)) == 35
    assert told.questions_would_add == 0


def test_the_drawn_talk_was_decided_where_it_could_still_have_come_to_more() -> None:
    told = drawn()
    insulted, given_away = told.moments
    assert (insulted.number, insulted.kind, insulted.mood) == (1, Kind.SOURED, -8)
    assert insulted.better is None  # No points were lost by it.
    assert (given_away.number, given_away.kind) == (6, Kind.LOST)
    assert given_away.points == told.short == told.best.ours - 5700
    assert given_away.better == given_away.toward.move
    assert given_away.toward.ours == told.best.ours


def with_a_locked_option() -> Table:
    """What suits both best can be offered only when the customer has told why."""
    price = issue("price", (0, 40, 90), (90, 40, 0))
    locked = replace(price.options[2], id="phased", theirs=60, unlocked_by="pilot")
    return Table(
        4,
        (replace(price, options=(*price.options[:2], locked)),),
        0,
        0,
        questions=(Question("plans"), Question("idle")),
        interests=(Interest("pilot", "price", ("plans",)),),
        behaviour=Behaviour(start=0, end=0),
    )


def test_a_question_that_opens_an_option_is_a_moment_worth_what_it_opened() -> None:
    table = with_a_locked_option()
    told = looked_back(after(table, 50, Ask("plans"), Propose((2,))))
    assert told.best.ours == 90
    (moment,) = told.moments
    # 90 in the deal; without the option a customer with 60 points leaves us none.
    assert (moment.number, moment.kind, moment.points) == (1, Kind.TRADED, 90)
    assert (moment.told, moment.better) == (("pilot",), None)
    assert told.left == 0


def test_a_deal_without_the_question_tells_what_it_would_have_added() -> None:
    told = looked_back(after(with_a_locked_option(), 50, Propose((1,))))
    assert told.end.ending is Ending.DEAL
    assert told.left == told.questions_would_add
    assert told.left is not None
    assert told.left > 0
    (moment,) = told.moments
    assert (moment.kind, moment.points, moment.toward.ours) == (Kind.LOST, 50, 90)
    assert moment.better == Ask("plans")


def test_an_interest_that_was_worth_no_points_is_still_a_moment() -> None:
    table = worked_example(
        questions=(Question("why"),),
        interests=(Interest("lapse", "delivery", ("why",), reveals="values"),),
    )
    told = looked_back(after(table, 50, Ask("why"), WalkAway()))
    first, second = told.moments
    assert (first.number, first.told) == (1, ("lapse",))
    assert (first.kind, first.points) == (Kind.LEARNED, 0)
    assert (second.kind, second.points) == (Kind.LOST, told.best.ours - 3500)


def test_walking_away_from_a_zone_tells_what_was_to_be_had() -> None:
    table = worked_example()
    told = looked_back(after(table, 60, WalkAway()))
    assert told.verdict is Verdict.MISSED
    assert (told.left, told.deal, told.settled, told.trade) == (None, None, None, None)
    assert told.best.package is not None
    assert told.short == told.best.ours - 3500 > 0
    (moment,) = told.moments
    assert moment.better == told.best.move


def test_walking_away_is_right_where_nothing_suits_both() -> None:
    table = Table(2, (issue("price", (0, 5, 10), (10, 5, 0)),), 8, 8)
    told = looked_back(after(table, 50, WalkAway()))
    assert told.verdict is Verdict.NO_ZONE
    assert (told.short, told.moments) == (0, ())
    assert told.best.package is None
    assert told.best.moves == (WalkAway(),)


def test_taking_less_than_no_deal_is_worth_is_told() -> None:
    table = worked_example()
    told = looked_back(after(table, 60, Propose((0, 0, 0, 0))))
    assert told.verdict is Verdict.BELOW_RESERVE
    assert told.short == told.best.ours - 0
    assert told.earned.claim == 0


def test_a_customer_who_would_take_nothing_good_for_us_is_out_of_reach() -> None:
    # The customer insists on all of its range to the end: only 0 points are left for us.
    table = Table(
        2,
        (issue("price", (0, 5, 10), (10, 5, 0)),),
        4,
        0,
        behaviour=Behaviour(Curve.STEADY, 100, 100, 0),
    )
    told = looked_back(after(table, 50, Propose((2,)), Propose((1,))))
    assert told.end.ending is Ending.NO_TIME
    assert told.verdict is Verdict.OUT_OF_REACH
    assert (told.short, told.moments) == (0, ())


@pytest.mark.parametrize("player", Player)
def test_every_player_can_be_looked_back_on(player: Player) -> None:
    table = worked_example()
    told = looked_back(played(table, 50, player))
    assert told.short >= 0
    if player is Player.EXPERT:
        assert told.short == 0
        assert all(moment.kind is not Kind.LOST for moment in told.moments)


def test_a_worth_lies_on_both_ranges() -> None:
    table = worked_example()
    assert worth(table, (0, 0, 0, 0)).share_ours == 0
    assert worth(table, (0, 0, 0, 0)).share_theirs == 1
    assert worth(table, (20, 4, 4, 3)).share_ours == 1


def test_only_what_is_over_is_looked_back_on() -> None:
    with pytest.raises(ValueError, match="finished"):
        looked_back(opened(worked_example(), 50))
