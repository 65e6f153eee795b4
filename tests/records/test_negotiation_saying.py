"""What the debrief of a negotiation says of questions: what they opened, and what stayed hidden."""

from dataclasses import replace
from typing import Any

import pytest

from salesdojo.content.table import Behaviour, Interest, Question, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.looking_back import LookedBack, looked_back
from salesdojo.practice.table.moves import Ask, Move, Propose, Several, WalkAway
from salesdojo.practice.table.state import opened
from salesdojo.records.history.negotiation_saying import hidden_lines, moment_lines, turn_rows
from support.tables import issue


def soft(**rest: Any) -> Table:
    """A customer that takes what pleases it at once; the third price opens with the pilot."""
    price = issue("price", (0, 40, 90), (90, 40, 0))
    locked = replace(price.options[2], id="phased", theirs=60, unlocked_by="pilot")
    table = Table(
        4,
        (replace(price, options=(*price.options[:2], locked)),),
        0,
        0,
        questions=(Question("plans"), Question("weather")),
        interests=(Interest("pilot", "price", ("plans",)),),
        behaviour=Behaviour(start=0, end=0),
    )
    return replace(table, **rest)


def told_of(table: Table, *moves: Move) -> LookedBack:
    state = opened(table, 50)
    for move in moves:
        state, _ = moved(state, move)
    return looked_back(state)


def said(told: LookedBack, language: str = "en") -> str:
    return "\n".join(
        line for moment in told.moments for line in moment_lines(told, moment, language)
    )


def test_an_answer_is_told_with_what_it_opened_and_what_the_deal_owes_it() -> None:
    words = said(told_of(soft(), Ask("plans"), Propose((2,))))
    assert "would have brought you more than 0 points, 90 less" in words
    assert "It opened price phased, and your deal has it." in words
    assert "Better" not in words


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (Propose((1,)), "It opened price phased, but your deal leaves it out."),
        (WalkAway(), "It opened price phased."),
    ],
    ids=["left out", "no deal"],
)
def test_what_an_answer_opened_and_the_deal_has_not_is_told(move: Move, words: str) -> None:
    assert words in said(told_of(soft(), Ask("plans"), move))


def test_without_the_answer_no_deal_may_have_been_worth_making() -> None:
    told = told_of(soft(reserve_ours=50), Ask("plans"), Propose((2,)))
    assert "no deal as good for the customer would have beaten none for you" in said(told)


def test_what_stayed_hidden_is_told_with_its_question() -> None:
    assert list(hidden_lines(told_of(soft(), Ask("plans"), Propose((2,))), "en")) == []
    assert list(hidden_lines(told_of(soft(), Propose((1,))), "en")) == [
        'What stayed hidden: "pilot"',
        '    Ask: "plans"',
    ]
    shy = soft(interests=(Interest("pilot", "price", ("plans",), trust=90),))
    assert list(hidden_lines(told_of(shy, Ask("plans"), Propose((1,))), "en")) == [
        'What stayed hidden: "pilot"',
        '    "plans" was put off: they tell it once they are friendlier.',
    ]


def test_a_fact_of_the_scenario_is_told_with_its_facts() -> None:
    table = soft(interests=(Interest("pilot", "price", ("plans",), reveals="fact:why"),))
    assert list(hidden_lines(told_of(table, Propose((1,))), "en")) == []


def test_the_turns_say_what_a_mistake_cost_and_nothing_of_the_price_of_learning() -> None:
    told = told_of(soft(), Ask("plans"), Propose((1,)))
    assert [row[-1] for row in turn_rows(told, "en")] == ["-", "50"]


def test_packages_side_by_side_are_named_by_their_differences() -> None:
    price = issue("price", (0, 40, 90), (90, 40, 0))
    table = soft(issues=(price, issue("term", (0, 5), (5, 0))), interests=())
    told = told_of(table, Several(((0, 0), (0, 1))))
    assert "offer price 0, term 0, or the same with term 1" in said(told)
