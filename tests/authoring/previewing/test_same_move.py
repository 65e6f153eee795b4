"""Moves at a table that its author changes: what still can be said stays what it was."""

from dataclasses import replace
from typing import Any

import pytest

from salesdojo.authoring.previewing.rehearsal import Apart, Rehearsal
from salesdojo.authoring.previewing.same_move import same_move
from salesdojo.content.model import Scenario
from salesdojo.content.table import Table
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from salesdojo.practice.table.state import opened
from support.table_talks import OPENING, TABLE, table_talk

SECOND = "propose price=126 delivery=4_wk payment=net_60 warranty=12_m"
RENAMED = OPENING.replace("warranty", "cover")
IF_THEN = "propose price=118 delivery=4_wk payment=net_60 warranty=12_m if delivery for price"
MOVES = ("warm", "ask why_delivery", OPENING, "reason migration", SECOND)


def bargained(*moves: str, story: Scenario | None = None) -> Rehearsal:
    rehearsal = Rehearsal.begun(story or table_talk(), 1)
    for move in moves:
        rehearsal = rehearsal.taken(move)
    return rehearsal


def changed(**issues: Any) -> Scenario:
    """The talk with some issues of its table changed, or taken away (None)."""
    kept = {name: issue for name, issue in {**TABLE["issues"], **issues}.items() if issue}
    return table_talk({"issues": kept})


def said(rehearsal: Rehearsal) -> tuple[str, ...]:
    return tuple(step.choice for step in rehearsal.road)


def the_table(story: Scenario) -> Table:
    bargaining = story.scenes["terms"].bargaining
    assert bargaining is not None
    return bargaining.table


def test_other_points_keep_every_move() -> None:
    points = {**TABLE["issues"]["payment"], "theirs": [900, 800, 300, 100, 0]}
    moved, parting = bargained(*MOVES).moved_to(changed(payment=points))
    assert (said(moved), parting) == (MOVES, None)


def test_an_option_with_another_label_is_the_same() -> None:
    weeks = ["1 week", "2 weeks", "4 weeks", "6 weeks", "8 weeks"]
    delivery = {**TABLE["issues"]["delivery"], "options": weeks}
    moved, parting = bargained(*MOVES).moved_to(changed(delivery=delivery))
    assert parting is None
    assert said(moved)[2] == OPENING.replace("4_wk", "4_weeks")


def test_an_option_that_came_first_leaves_the_others_what_they_were() -> None:
    delivery = {
        **TABLE["issues"]["delivery"],
        "options": ["now", "1 wk", "2 wk", "4 wk", "6 wk", "8 wk"],
        "ours": [0, 0, 600, 1100, 1400, 1500],
        "theirs": [4000, 3900, 3000, 1500, 500, 0],
    }
    moved, parting = bargained(*MOVES).moved_to(changed(delivery=delivery))
    assert (said(moved), parting) == (MOVES, None)


def test_an_issue_that_came_is_offered_at_its_best_for_us() -> None:
    training = {
        "label": {"ja": "研修", "en": "Training"},
        "options": ["2 days", "1 day", "none"],
        "ours": [0, 300, 600],
        "theirs": [600, 300, 0],
    }
    moved, parting = bargained(*MOVES).moved_to(changed(training=training))
    assert parting is None
    assert said(moved)[2] == f"{OPENING} training=none"


def test_an_issue_that_went_is_left_out() -> None:
    moved, parting = bargained(*MOVES).moved_to(changed(warranty=None))
    assert parting is None
    assert said(moved)[2] == OPENING.removesuffix(" warranty=12_m")


def test_a_move_that_names_what_is_gone_ends_the_road_and_comes_back_with_it() -> None:
    delivery = {
        **TABLE["issues"]["delivery"],
        "options": ["1 wk", "2 wk", "6 wk", "8 wk"],
        "ours": [0, 600, 1400, 1500],
        "theirs": [4000, 3000, 500, 0],
    }
    story = table_talk()
    moved, parting = bargained(*MOVES, story=story).moved_to(changed(delivery=delivery))
    assert said(moved) == MOVES[:2]
    assert parting is not None
    assert (parting.turn, parting.step.choice, parting.why) == (3, OPENING, Apart.IMPOSSIBLE)
    again, parting = moved.moved_to(story)
    assert (said(again), parting) == (MOVES, None)


def test_a_question_that_only_has_another_id_is_the_same() -> None:
    questions = {
        "why_so_soon": TABLE["questions"]["why_delivery"],
        "why_pilot": TABLE["questions"]["why_pilot"],
    }
    interests = {
        **TABLE["interests"],
        "lapse": {**TABLE["interests"]["lapse"], "ask": ["why_so_soon"]},
    }
    story = table_talk({"questions": questions, "interests": interests})
    moved, parting = bargained(*MOVES).moved_to(story)
    assert (said(moved)[1], parting) == ("ask why_so_soon", None)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            f"{OPENING} / price=128",
            f"{RENAMED} / price=128 delivery=4_wk payment=net_60 cover=12_m",
        ),
        (
            f"{OPENING} because migration",
            f"{RENAMED} because migration",
        ),
        ("walk_away", "walk_away"),
    ],
)
def test_every_kind_of_move_is_said_in_the_new_words(text: str, new: str) -> None:
    issues = TABLE["issues"]
    renamed = {("cover" if name == "warranty" else name): one for name, one in issues.items()}
    story = table_talk({"issues": renamed})
    assert same_move(the_table(table_talk()), opened(the_table(story), 50), text) == new


def test_a_condition_keeps_its_two_issues() -> None:
    conditional = (
        "propose price=118 delivery=4_wk payment=net_60 warranty=12_m if delivery for price"
    )
    rehearsal = bargained("warm", OPENING, conditional)
    first, _, *others = TABLE["issues"].items()
    turned = dict([others[0], ("delivery", TABLE["issues"]["delivery"]), first, others[1]])
    moved, parting = rehearsal.moved_to(table_talk({"issues": turned}))
    assert parting is None
    assert said(moved)[2].endswith("if delivery for price")


def test_what_is_no_move_is_none() -> None:
    table = the_table(table_talk())
    assert same_move(table, opened(table, 50), "warm") is None
    assert same_move(None, opened(table, 50), "accept") is None


def test_a_random_player_makes_single_moves_and_comes_to_an_end() -> None:
    begun = bargained("warm")
    step = begun.strolled(3, 1)
    assert len(step.road) == 2
    assert step.attempt.table is not None
    ended = begun.strolled(3)
    assert ended.over
    assert ended.road == begun.strolled(3).road
    assert len({begun.strolled(luck).road for luck in range(8)}) > 4


def test_moves_are_taken_back_one_by_one() -> None:
    rehearsal = bargained(*MOVES)
    back = rehearsal.back()
    assert said(back) == MOVES[:-1]
    assert back.taken(SECOND).attempt == rehearsal.attempt
    assert replace(rehearsal.cut(1).attempt, events=()).table == bargained("warm").attempt.table
    assert score(rehearsal.taken("walk_away").attempt, solve(table_talk())).outcome == "stalled"
