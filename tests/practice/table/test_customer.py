"""The customer: what it wants, takes, feels and tells."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.table import (
    Behaviour,
    Curve,
    Ending,
    Interest,
    Question,
    Reason,
    Style,
    Table,
)
from salesdojo.errors import PracticeError
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.clock import Range, aspiration, clock, mirrored
from salesdojo.practice.table.events import Situation, TableEvent
from salesdojo.practice.table.mood import better, insults, takes_back
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Move,
    Propose,
    Several,
    WalkAway,
)
from salesdojo.practice.table.packages import best_for_us, theirs
from salesdojo.practice.table.state import TableState, opened
from support.tables import issue, outcomes, tables, talk, worked_example

OURS, MIDDLE, GENEROUS = (20, 4, 4, 3), (9, 1, 3, 2), (2, 0, 4, 1)


def said(state: TableState) -> list[Situation]:
    return [event.situation for event in state.events]


def played(table: Table, *moves: Move, mood: int = 50) -> TableState:
    state = opened(table, mood)
    for move in moves:
        state, events = moved(state, move)
        assert events == state.events
    return state


def hiding(**rest: Any) -> Table:
    """A table with something to ask for: two interests, one of which opens an option."""
    delivery = issue("delivery", (0, 5, 10, 9), (10, 5, 0, 8))
    phased = replace(delivery.options[3], unlocked_by="pilot")
    return Table(
        rounds=6,
        issues=(
            issue("price", (0, 5, 10), (10, 5, 0)),
            replace(delivery, options=(*delivery.options[:3], phased)),
        ),
        reserve_ours=0,
        reserve_theirs=5,
        questions=(Question("why"), Question("plans"), Question("weather")),
        interests=(
            Interest("lapse", "delivery", ("why",), trust=40),
            Interest("pilot", "delivery", ("plans",), trust=55),
        ),
        reasons=(Reason("migration", "delivery", fits=("lapse",)), Reason("usage", "price")),
        **rest,
    )


@settings(max_examples=300)
@given(table=tables(), data=st.data())
def test_whatever_is_said_the_customer_keeps_to_what_it_is(
    table: Table, data: st.DataObject
) -> None:
    state = talk(data, table)
    assert len(state.turns) <= table.rounds
    targets = [turn.target for turn in state.turns]
    wants = [turn.aspiration for turn in state.turns]
    assert targets == sorted(targets, reverse=True)
    assert wants == sorted(wants, reverse=True)
    if state.deal is not None:
        assert theirs(table, state.deal) >= table.reserve_theirs
    for turn in state.turns:
        assert 0 <= turn.mood[1] <= 100
        if turn.counter is not None:
            assert theirs(table, turn.counter) >= turn.target
            assert turn.theirs is not None
            assert turn.theirs < turn.target, "an offer that meets the target is taken"
        if turn.events[-1].situation is Situation.ACCEPTED:
            assert turn.theirs is not None
            assert turn.theirs >= turn.target


@settings(max_examples=100)
@given(table=tables(), data=st.data())
def test_the_same_moves_give_the_same_talk(table: Table, data: st.DataObject) -> None:
    state = talk(data, table)
    again = played(table, *(turn.move for turn in state.turns), mood=state.turns[0].mood[0])
    assert again == state
    assert hash(again.turns) == hash(state.turns)


def test_the_clock_runs_by_its_curve() -> None:
    def run(curve: Curve) -> list[int]:
        return [clock(Behaviour(curve, 100, 10), turn, 9) for turn in range(1, 10)]

    assert run(Curve.STEADY) == [1000, 888, 775, 663, 550, 438, 325, 213, 100]
    assert run(Curve.BOULWARE) == [1000, 1000, 996, 982, 944, 863, 715, 472, 100]
    assert run(Curve.CONCEDER) == [1000, 465, 364, 295, 243, 200, 162, 130, 100]


def test_the_mirror_answers_concessions_and_goes_no_further_than_the_clock() -> None:
    behaviour = Behaviour(start=100, end=10)
    assert mirrored(behaviour, None, None, 100) == 1000
    assert mirrored(behaviour, 0, 0, 100) == 1000
    assert mirrored(behaviour, 0, 45, 100) == 550
    assert mirrored(behaviour, 0, 99, 100) == 100
    assert mirrored(behaviour, 100, 100, 100) == 1000


def test_a_warm_mood_makes_it_want_less() -> None:
    behaviour = Behaviour(mirror=50)
    assert aspiration(behaviour, 800, 600, 50) == 700
    assert aspiration(behaviour, 800, 600, 100) == 640
    assert aspiration(behaviour, 800, 600, 0) == 760
    assert aspiration(behaviour, 1000, 1000, 0) == 1000
    assert aspiration(behaviour, 10, 20, 100) == 0


def test_the_target_is_rounded_up() -> None:
    assert Range(30, 100).target(1000) == 100
    assert Range(30, 100).target(1) == 31
    assert Range(30, 100).target(0) == 30
    assert Range(30, 20).span == 0


def test_mood_moves_by_the_worth_of_an_offer() -> None:
    reach = Range(100, 300)
    assert not insults(30, reach)
    assert insults(29, reach)
    assert not takes_back(96, 100, reach)
    assert takes_back(95, 100, reach)
    assert [better(gain, reach) for gain in (1, 9, 10, 69, 70, 200)] == [1, 1, 2, 7, 8, 8]


def test_an_insulting_opening_is_felt_and_answered_by_the_best_for_the_customer() -> None:
    state = played(worked_example(), Propose(OURS))
    assert state.events == (
        TableEvent(Situation.INSULTED, amount=-8),
        TableEvent(Situation.FAR_OFF),
        TableEvent(Situation.COUNTERED, package=(0, 0, 0, 0)),
    )
    assert state.mood == 42


def test_the_same_offer_again_annoys_unless_a_new_reason_comes_with_it() -> None:
    table = hiding()
    state = played(table, Propose((1, 2)), Propose((1, 2)))
    assert Situation.REPEATED in said(state)
    assert state.mood == 46
    state = played(table, Propose((1, 2)), Propose((1, 2), "usage"))
    assert Situation.REPEATED not in said(state)
    assert state.mood == 52
    state, _ = moved(state, Propose((1, 2), "usage"))
    assert said(state)[:2] == [Situation.REPEATED, Situation.KNOWN_REASON]


def test_what_was_offered_cannot_be_taken_back_unless_it_was_conditional() -> None:
    table = hiding()
    state = played(table, Propose((2, 2)), Propose((2, 1)), Propose((2, 2)))
    assert said(state)[0] is Situation.TOOK_BACK
    yielded = IfThen((1, 2), give=0, want=1)
    state = played(table, Propose((2, 2)), yielded)
    assert said(state)[0] is Situation.PLEASED
    state, _ = moved(state, Propose((2, 2)))
    assert Situation.TOOK_BACK not in said(state)


def test_several_packages_please_and_the_closest_is_named() -> None:
    state = played(hiding(), Several(((2, 2), (2, 1), (1, 2))))
    assert said(state) == [
        Situation.SEVERAL,
        Situation.FAR_OFF,
        Situation.NEAREST,
        Situation.COUNTERED,
    ]
    assert state.events[2] == TableEvent(Situation.NEAREST, package=(2, 1), amount=1)


def test_questions_bring_out_interests_when_the_mood_is_good_enough() -> None:
    table = hiding()
    state = played(table, Ask("why"))
    assert said(state) == [Situation.GOOD_QUESTION, Situation.TOLD]
    assert state.learned == ("lapse",)
    state, _ = moved(state, Ask("why"))
    assert said(state) == [Situation.ALREADY_TOLD]
    state, _ = moved(state, Ask("weather"))
    assert said(state) == [Situation.NOTHING_TO_TELL]
    state, _ = moved(state, Ask("plans"))
    assert said(state) == [Situation.GOOD_QUESTION, Situation.TOLD, Situation.UNLOCKED]
    assert state.events[-1] == TableEvent(Situation.UNLOCKED, "delivery", amount=3)
    assert state.mood == 56


def test_a_cold_customer_deflects_and_the_question_counts_once() -> None:
    state = played(hiding(), Ask("plans"), mood=40)
    assert said(state) == [Situation.GOOD_QUESTION, Situation.DEFLECTED]
    state, _ = moved(state, Ask("plans"))
    assert said(state) == [Situation.DEFLECTED]
    assert (state.mood, state.learned) == (43, ())


def test_a_reason_counts_once_and_more_where_it_fits_what_was_told() -> None:
    state = played(hiding(), GiveReason("migration"))
    assert (said(state), state.mood) == ([Situation.REASON], 52)
    state = played(hiding(), Ask("why"), GiveReason("migration"))
    assert (said(state), state.mood) == ([Situation.REASON, Situation.REASON_FITS], 58)


def test_the_last_turn_is_announced_and_then_time_is_up() -> None:
    table = replace(hiding(), rounds=2)
    state = played(table, Propose((2, 2)))
    assert said(state)[-1] is Situation.LAST_ROUND
    state, _ = moved(state, Propose((2, 2)))
    assert (state.ending, said(state)[-1]) == (Ending.NO_TIME, Situation.NO_TIME)
    assert state.left == 0


def test_a_customer_whose_mood_is_spent_leaves() -> None:
    state = played(worked_example(), Propose(OURS), mood=13)
    assert state.ending is Ending.THEY_LEFT
    patient = worked_example(behaviour=Behaviour(walk_at=None))
    assert played(patient, Propose(OURS), mood=13).ending is None


def test_a_counter_can_be_taken_and_anyone_can_walk_away() -> None:
    state = played(worked_example(), Propose(OURS), Accept())
    assert (state.ending, state.deal) == (Ending.DEAL, (0, 0, 0, 0))
    assert said(state) == [Situation.AGREED]
    state = played(worked_example(), WalkAway())
    assert (state.ending, state.deal, state.mood) == (Ending.WALKED_AWAY, None, 50)


def test_what_is_generous_enough_is_taken_at_once() -> None:
    table = worked_example(behaviour=Behaviour(start=60))
    state = played(table, Propose(GENEROUS))
    assert (state.ending, state.deal) == (Ending.DEAL, GENEROUS)


def test_a_warm_customer_trades_once_it_is_won() -> None:
    def counter(style: Style, mood: int) -> tuple[int, ...] | None:
        behaviour = Behaviour(Curve.STEADY, 80, 10, style=style)
        return played(worked_example(behaviour=behaviour), Propose(OURS), mood=mood).standing

    assert counter(Style.WARM, 60) == counter(Style.EVEN, 60)
    assert counter(Style.WARM, 90) == counter(Style.TRADEOFF, 90)
    assert counter(Style.WARM, 90) != counter(Style.EVEN, 90)


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (Propose((0, 0, 0)), "PR005"),
        (Propose((21, 0, 0, 0)), "PR005"),
        (Propose((-1, 0, 0, 0)), "PR005"),
        (Propose(OURS, "flattery"), "PR006"),
        (Several((OURS, OURS)), "PR006"),
        (Several((OURS,)), "PR006"),
        (Ask("flattery"), "PR006"),
        (GiveReason("flattery"), "PR006"),
        (Accept(), "PR006"),
        (IfThen(MIDDLE, give=0, want=1), "PR006"),
    ],
)
def test_a_move_that_cannot_be_made_is_refused(move: Move, code: str) -> None:
    with pytest.raises(PracticeError) as refused:
        moved(opened(worked_example(), 50), move)
    assert refused.value.code == code


def test_a_locked_option_is_refused_until_it_is_uncovered_and_nothing_follows_the_end() -> None:
    table = hiding()
    with pytest.raises(PracticeError) as refused:
        moved(opened(table, 60), Propose((1, 3)))
    assert refused.value.code == "PR005"
    state = played(table, Ask("plans"), Propose((1, 3)), WalkAway(), mood=60)
    with pytest.raises(PracticeError) as over:
        moved(state, Accept())
    assert over.value.code == "PR004"


def test_an_if_then_yields_in_one_issue_for_another() -> None:
    table = hiding()
    state = played(table, Propose((2, 2)))
    for wrong in (IfThen((2, 2), 0, 1), IfThen((1, 0), 0, 1), IfThen((1, 2), 0, 9)):
        with pytest.raises(PracticeError):
            moved(state, wrong)
    assert moved(state, IfThen((1, 2), 0, 1))[0].turns[-1].conditional


def test_the_best_package_for_us_is_that_of_the_points() -> None:
    table = worked_example()
    assert best_for_us(table, ()) == OURS
    assert outcomes(table, ())[OURS] == (10_000, 0)


@given(table=tables(), data=st.data())
def test_the_customer_never_settles_for_less_than_it_was_offered_before(
    table: Table, data: st.DataObject
) -> None:
    state = talk(data, table)
    best = 0
    for turn in state.turns:
        if turn.counter is not None:
            assert theirs(table, turn.counter) >= best
        if turn.offered is not None and state.deal == turn.offered:
            assert theirs(table, turn.offered) >= best
        best = max(best, turn.theirs or 0)


def test_a_generous_offer_taken_back_buys_nothing() -> None:
    """It lowers what the customer wants, by the mirror, but not under what was offered."""
    table = worked_example(behaviour=Behaviour(walk_at=None))
    tempted = played(table, Propose(OURS), Propose(GENEROUS), *[Propose(OURS)] * 5)
    offered = theirs(table, GENEROUS)
    lowest = replace(tempted, best=None, turns=())
    assert (tempted.ending, tempted.target) == (None, offered)
    assert lowest.reach.target(tempted.aspiration) < offered
