"""What is meant by what is typed at a negotiation table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.cli.table_meaning import meant
from salesdojo.content.table import Table
from salesdojo.practice.table.move_text import move_text, read_move
from salesdojo.practice.table.state import opened
from support.table_talks import table_talk
from support.tables import possible_moves, tables

SCENE = table_talk().scenes["terms"].bargaining
assert SCENE is not None
TABLE = SCENE.table


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("p price=118 delivery=2_wk", "propose price=118 delivery=2_wk"),
        ("price=118 delivery=2 wk", "propose price=118 delivery=2_wk"),
        ("offer 1=#15 2=#2", "propose price=118 delivery=2_wk"),
        ("提案 単価=118eur 納期=2 wk", "propose price=118 delivery=2_wk"),
        ("propose price per seat = 118 EUR", "propose price=118"),
        ("p 1=118/1=112", "propose price=118 / price=112"),
        ("p 1=118 / 4=12 m because 1", "propose price=118 / warranty=12_m because migration"),
        ("p 1=110 if 単価 for 2", "propose price=110 if price for delivery"),
        ("w 2", "ask why_pilot"),
        ("質問 why_pilot", "ask why_pilot"),
        ("ask why the hurry?", "ask why_delivery"),
        ("j 1", "reason migration"),
        ("理由 移行作業はこちらで行います。", "reason migration"),
        ("a", "accept"),
        ("合意", "accept"),
        ("x", "walk_away"),
        ("打ち切り", "walk_away"),
    ],
)  # fmt: skip
def test_names_numbers_and_initials_stand_for_ids(typed: str, move: str) -> None:
    assert meant(TABLE, typed.lower()) == move


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("p 1=300", "propose price=300"),
        ("p colour=red", "propose colour=red"),
        ("p 1=#99", "propose price=#99"),
        ("p", "propose"),
        ("w 9", "ask 9"),
        ("ask about the weather", "ask about_the_weather"),
        ("dance", "dance"),
        ("accept it", "accept it"),
        ("=", "propose ="),
        ("/", "/"),
    ],
)
def test_what_is_not_understood_stays_to_be_told_of(typed: str, move: str) -> None:
    assert meant(TABLE, typed) == move


@given(typed=st.text(max_size=40))
def test_nothing_that_is_typed_is_too_strange(typed: str) -> None:
    assert isinstance(meant(TABLE, typed), str)


@settings(max_examples=60)
@given(table=tables(), data=st.data())
def test_a_move_in_its_own_words_means_itself(table: Table, data: st.DataObject) -> None:
    state = opened(table, 50)
    move = data.draw(possible_moves(state))
    text = move_text(table, move)
    assert meant(table, text) == text
    assert read_move(state, text) == move
