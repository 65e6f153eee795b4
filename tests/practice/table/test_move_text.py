"""Moves are kept as text: every move has one, and it is read back as the move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.errors import PracticeError
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.move_text import move_text, read_move
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
from salesdojo.practice.table.state import TableState, opened
from support.table_talks import OPENING, table_talk
from support.tables import possible_moves, tables

TABLE = table_talk().scenes["terms"].bargaining
assert TABLE is not None
AFTER_AN_OFFER = moved(
    opened(TABLE.table, 50), Propose((20, 2, 4, 3))
)[0]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (OPENING, Propose((20, 2, 4, 3))),
        ("propose price=110", Propose((10, 2, 4, 3))),
        ("propose price=110 because migration", Propose((10, 2, 4, 3), "migration")),
        ("propose price=110 / delivery=8_wk", Several(((10, 2, 4, 3), (10, 4, 4, 3)))),
        ("propose price=128 if warranty for price", IfThen((19, 2, 4, 3), give=0, want=3)),
        ("  ask   why_delivery ", Ask("why_delivery")),
        ("reason migration", GiveReason("migration")),
        ("accept", Accept()),
        ("walk_away", WalkAway()),
    ],
)
def test_what_is_left_out_stays_as_it_was_offered(text: str, move: Move) -> None:
    assert read_move(AFTER_AN_OFFER, text) == move


def test_a_move_is_kept_with_every_issue_named() -> None:
    assert move_text(AFTER_AN_OFFER.table, read_move(AFTER_AN_OFFER, "propose price=110")) == (
        "propose price=110 delivery=4_wk payment=net_60 warranty=12_m"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PR007"),
        ("haggle", "PR007"),
        ("accept now", "PR007"),
        ("propose", "PR007"),
        ("propose price", "PR007"),
        ("propose price=110 /", "PR007"),
        ("propose price=110 if price", "PR007"),
        ("propose price=110 if price to delivery", "PR007"),
        ("propose price=110 / price=112 if price for delivery", "PR007"),
        ("propose price=110 because", "PR007"),
        ("propose colour=red", "PR008"),
        ("propose price=111", "PR008"),
        ("propose delivery=phased", "PR008"),
        ("propose price=110 because nothing", "PR008"),
        ("propose price=110 if colour for price", "PR008"),
        ("ask why", "PR008"),
        ("reason lapse", "PR008"),
    ],
)
def test_what_is_no_move_is_said(text: str, code: str) -> None:
    with pytest.raises(PracticeError) as refused:
        read_move(AFTER_AN_OFFER, text)
    assert refused.value.code == code


def test_the_first_offer_names_every_issue() -> None:
    with pytest.raises(PracticeError) as refused:
        read_move(opened(AFTER_AN_OFFER.table, 50), "propose price=110 payment=net_0")
    assert "delivery, warranty" in refused.value.cause("en")


@given(data=st.data())
def test_every_move_is_read_back_as_it_was_made(data: st.DataObject) -> None:
    state: TableState = opened(data.draw(tables()), data.draw(st.integers(0, 100)))
    while state.ending is None:
        move = data.draw(possible_moves(state))
        assert read_move(state, move_text(state.table, move)) == move
        state, _ = moved(state, move)
