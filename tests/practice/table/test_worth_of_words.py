"""What questions and reasons are charged and credited with, held against trying all of them."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Behaviour, Interest, Question, Reason, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.looking_back import LookedBack, looked_back
from salesdojo.practice.table.moments import Kind
from salesdojo.practice.table.moves import Ask, GiveReason, Move, Propose, Several, WalkAway
from salesdojo.practice.table.packages import ours, theirs
from salesdojo.practice.table.prospects import prospect
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.worth_of_words import is_idle
from support.tables import issue, outcomes, tables, talk, worked_example


def states(end: TableState) -> Iterator[tuple[TableState, TableState]]:
    """Yield how it stood before and after each turn."""
    state = opened(end.table, end.turns[0].mood[0])
    for turn in end.turns:
        before, (state, _) = state, moved(state, turn.move)
        yield before, state


def every_word(state: TableState) -> list[Move]:
    """Every question and reason that changes something."""
    words: list[Move] = [Ask(one.id) for one in state.table.questions]
    words += (GiveReason(one.id) for one in state.table.reasons)
    return [one for one in words if not is_idle(state, one)]


@settings(max_examples=80)
@given(table=tables(), data=st.data())
def test_words_are_charged_what_the_best_words_of_that_turn_would_have_kept(
    table: Table, data: st.DataObject
) -> None:
    end = talk(data, table)
    for (before, after), one in zip(states(end), looked_back(end).turns, strict=True):
        words = one.step.words
        if words is None:
            assert one.step.charged == one.step.cost
            continue
        best = max(
            (prospect(moved(before, word)[0]).ours for word in every_word(before)), default=0
        )
        kept = max(0, best - prospect(after).ours)
        if words.told:
            assert words.charged == 0
        elif words.idle:
            assert words.charged == max(0, one.step.cost)
        else:
            assert words.charged == kept
        assert 0 <= words.charged <= max(0, one.step.cost)
        if words.better is not None:
            assert prospect(moved(before, words.better)[0]).ours == best > prospect(after).ours


@settings(max_examples=60)
@given(table=tables(), data=st.data())
def test_an_answer_is_credited_with_the_deal_beside_the_best_without_what_it_opened(
    table: Table, data: st.DataObject
) -> None:
    end = talk(data, table)
    for one in looked_back(end).turns:
        told = one.step.told
        words = one.step.words
        if words is None or words.traded is None:
            continue
        assert end.deal is not None
        without = outcomes(table, set(end.learned) - set(told))
        assert end.deal not in without
        good = [mine for mine, has in without.values() if has >= theirs(table, end.deal)]
        best = max(good, default=-1)
        if best < table.reserve_ours:
            assert words.traded.without is None
            best = table.reserve_ours
        assert words.traded.points == ours(table, end.deal) - best > 0


def told_of(table: Table, *moves: Move) -> LookedBack:
    state = opened(table, 50)
    for move in moves:
        state, _ = moved(state, move)
    return looked_back(state)


def hasty(rounds: int) -> Table:
    """So few rounds that each of them counts."""
    table = worked_example(
        questions=(Question("why"), Question("weather")),
        interests=(Interest("lapse", "delivery", ("why",), reveals="rank"),),
        reasons=(Reason("effort", "price"),),
    )
    return replace(table, rounds=rounds)


def test_a_question_that_was_answered_is_no_mistake_though_a_turn_is_worth_points() -> None:
    told = told_of(hasty(2), Ask("why"), WalkAway())
    first, _ = told.moments
    assert told.turns[0].step.cost > 0
    assert told.turns[0].step.charged == 0
    assert (first.kind, first.told, first.better) == (Kind.LEARNED, ("lapse",), None)


def test_a_question_that_nothing_came_of_is_charged_its_turn() -> None:
    told = told_of(hasty(2), Ask("weather"), WalkAway())
    first, _ = told.moments
    assert (first.kind, first.points) == (Kind.IDLE, told.turns[0].step.cost)
    assert first.points > 0


def test_asking_again_is_charged_its_turn_and_is_never_called_better() -> None:
    told = told_of(hasty(3), Ask("why"), Ask("why"), WalkAway())
    again = told.turns[1].step
    assert again.words is not None
    assert again.words.idle
    assert again.charged == again.cost > 0
    assert [moment.kind for moment in told.moments] == [Kind.LEARNED, Kind.IDLE, Kind.LOST]
    assert all(moment.better != Ask("why") for moment in told.moments)


def test_words_in_the_last_round_are_the_end_and_cost_what_was_to_be_had() -> None:
    told = told_of(hasty(2), Ask("why"), Ask("why"))
    last = told.turns[-1].step
    assert last.words is None
    assert last.charged == last.cost > 0
    assert told.moments[-1].kind is Kind.LOST
    assert isinstance(told.moments[-1].better, Several)


def test_where_time_alone_brings_the_customer_down_the_better_move_is_to_wait() -> None:
    price = issue("price", (0, 20, 40, 60, 80, 100), (100, 80, 60, 40, 20, 0))
    clock = Behaviour(start=100, end=0, mirror=0)
    table = Table(4, (price,), 10, 0, questions=(Question("weather"),), behaviour=clock)
    (moment,) = told_of(table, Propose((0,))).moments
    assert (moment.kind, moment.better, moment.waits) == (Kind.LOST, Ask("weather"), True)
