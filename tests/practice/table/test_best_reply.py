"""The best reply, held against trying every talk; and the named players."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Behaviour, Ending, Interest, Question, Reason, Style, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.best_reply import best_reply
from salesdojo.practice.table.moves import Ask, Propose
from salesdojo.practice.table.packages import ours, theirs
from salesdojo.practice.table.players import Player, next_move, played
from salesdojo.practice.table.reckoning import possible
from salesdojo.practice.table.scores import scores
from salesdojo.practice.table.state import TableState, opened
from salesdojo.practice.table.view import view
from support.table_trials import every_move
from support.tables import outcomes, tables, talk, worked_example


def best_by_trial(state: TableState, seen: dict[object, int]) -> int:
    """The most points for us that any talk ends with; -1 where none ends with a deal."""
    if state.ending is not None:
        return -1 if state.deal is None else ours(state.table, state.deal)
    key = (state.turn, replace(state, turns=(), standing=None, held=()))
    if key not in seen:
        seen[key] = max(best_by_trial(moved(state, move)[0], seen) for move in every_move(state))
    return seen[key]


@settings(max_examples=60)
@given(table=tables(most_rounds=3), mood=st.sampled_from([38, 50, 90]))
def test_the_best_reply_is_what_trying_every_talk_finds(table: Table, mood: int) -> None:
    assume(len(outcomes(table, {one.id for one in table.interests})) <= 5)
    state = opened(replace(table, reasons=table.reasons[:1]), mood)
    truth = best_by_trial(state, {})
    reply = best_reply(state)
    assert (-1 if reply is None else reply.point.ours) == truth
    if reply is not None:
        assert reply.end.ending is Ending.DEAL
        again = state
        for move in reply.moves:
            again, _ = moved(again, move)
        assert again == reply.end


@settings(max_examples=60)
@given(table=tables(reserves_met=True), data=st.data())
def test_no_talk_that_takes_nothing_back_ends_better(table: Table, data: st.DataObject) -> None:
    state = talk(data, table)
    offers = [turn.theirs for turn in state.turns if turn.theirs is not None]
    reply = best_reply(opened(table, state.turns[0].mood[0]))
    by_offer = state.deal is not None and state.turns[-1].offered is not None
    if by_offer and state.deal is not None and offers == sorted(offers):
        assert reply is not None
        assert reply.point.ours >= ours(table, state.deal)


def test_the_best_reply_goes_on_from_where_a_talk_stands() -> None:
    table = worked_example()
    state, _ = moved(opened(table, 50), Propose((20, 4, 4, 3)))
    state, _ = moved(state, Propose((9, 1, 3, 2)))
    late = best_reply(state)
    early = best_reply(opened(table, 50))
    assert late is not None
    assert early is not None
    assert late.point.ours < early.point.ours
    assert theirs(table, late.end.deal or ()) >= theirs(table, (9, 1, 3, 2))
    assert best_reply(late.end) is None


def asked_about(style: Style) -> Table:
    return worked_example(
        behaviour=Behaviour(style=style),
        questions=(Question("why"), Question("plans")),
        interests=(
            Interest("lapse", "delivery", ("why",), trust=40, reveals="values"),
            Interest("pilot", "delivery", ("plans",), trust=55, reveals="rank"),
        ),
        reasons=(Reason("migration", "price", fits=("lapse",)), Reason("usage", "price")),
    )


def test_players_stand_in_the_order_of_what_they_understand() -> None:
    table = asked_about(Style.EVEN)
    could = possible(table)
    worth = {}
    for player in Player:
        earned = scores(played(table, 50, player), could)
        worth[player] = earned.claim + earned.efficiency + earned.relationship
    assert worth[Player.EXPERT] > worth[Player.SEVERAL] >= worth[Player.LOGROLLER]
    assert worth[Player.LOGROLLER] > worth[Player.SPLITTER] > worth[Player.HARDBALL]


def test_players_are_the_same_every_time_and_chance_follows_the_seed() -> None:
    table = asked_about(Style.WARM)
    for player in Player:
        assert played(table, 50, player, 7) == played(table, 50, player, 7)
    ends = {played(table, 50, Player.RANDOM, seed).turns for seed in range(5)}
    assert len(ends) > 1


@settings(max_examples=60)
@given(table=tables(), player=st.sampled_from(Player), mood=st.integers(0, 100))
def test_every_player_finishes_any_table(table: Table, player: Player, mood: int) -> None:
    state = played(table, mood, player, seed=3)
    assert state.ending is not None
    if player not in (Player.RANDOM, Player.EXPERT) and state.deal is not None:
        assert ours(table, state.deal) >= table.reserve_ours


def test_the_expert_asks_before_it_offers_and_uncovers_everything() -> None:
    state = played(asked_about(Style.EVEN), 50, Player.EXPERT)
    assert isinstance(state.turns[0].move, Ask)
    assert state.learned == ("lapse", "pilot")


def test_a_view_tells_no_points_of_the_customer_but_those_that_were_told() -> None:
    table = asked_about(Style.EVEN)
    state = opened(table, 60)
    assert all(one.theirs is None and one.rank is None for one in view(state).issues)
    state, _ = moved(state, Ask("plans"))
    delivery = view(state).issues[1]
    assert (delivery.rank, delivery.theirs) == ((0, 1, 2, 3, 4), None)
    assert delivery.interests == ("pilot",)
    state, _ = moved(state, Ask("why"))
    assert view(state).issues[1].theirs == (4000, 3000, 1500, 500, 0)
    assert view(state).issues[0].theirs is None
    assert view(state).questions == ()
    assert isinstance(next_move(view(state), Player.HARDBALL), Propose)
