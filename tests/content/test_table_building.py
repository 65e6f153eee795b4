"""A table as it is written becomes the one that is bargained over."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.judged_by import judged_by
from salesdojo.content.model import Bargaining, Branch, Scenario
from salesdojo.content.scoring_identity import scoring_identity
from salesdojo.content.table import Ending, Issue, Option
from salesdojo.content.table_building import build_table
from salesdojo.content.table_options import option_ids, option_text, range_fault, range_numbers
from salesdojo.content.text import Text
from support.table_talks import TABLE, table_talk


def issue(**written: Any) -> Issue:
    """Build a table with one issue, `it`, and return that."""
    table = {
        "rounds": 2,
        "issues": {"it": written},
        "reserve": {"ours": 0, "theirs": 0},
        "behaviour": {"mood": "trust"},
        "interests": written.pop("interests", {}),
    }
    return build_table(table).issues[0]


def ids(*options: Any) -> tuple[str, ...]:
    return option_ids(map(option_text, options))


def bargaining(scenario: Scenario) -> Bargaining:
    held = scenario.scenes["terms"].bargaining
    assert held is not None
    return held


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["1 wk", "24 m", "Net  30"], ("1_wk", "24_m", "net_30")),
        ([12, 1.5, "2.50"], ("12", "1.5", "2.50")),
        ([{"ja": "二週", "en": "2 wk"}, {"ja": "四週"}], ("2_wk", "2")),
        (["10%", "10"], ("1", "2")),
        (["2", "二"], ("2", "_2")),
        (["a=b / c", "---", "x" * 41], ("a_b_c", "2", "3")),
    ],
)
def test_an_option_is_named_by_its_words_or_else_by_its_place(
    options: list[Any], named: tuple[str, ...]
) -> None:
    assert ids(*options) == named


@given(st.lists(st.text(min_size=1, max_size=8) | st.sampled_from(["1", "2", "_2"]), max_size=6))
def test_every_option_has_an_id_of_its_own_that_a_move_can_name(options: list[str]) -> None:
    found = ids(*options)
    assert len(set(found)) == len(options)
    assert all(name and not set(name) & set(" =/,\t\n") for name in found)


def test_a_range_goes_up_or_down_by_its_step_and_keeps_its_decimals() -> None:
    assert range_numbers(0.5, 1, 0.25) == ("0.50", "0.75", "1.00")
    assert range_numbers(3, 1, 1) == ("3", "2", "1")
    assert range_numbers(-1, 1, 1) == ("-1", "0", "1")


@given(st.integers(-(10**6), 10**6), st.integers(1, 199), st.integers(1, 10**6), st.integers(0, 6))
def test_a_range_holds_both_its_ends_exactly(
    first: int, steps: int, step: int, decimals: int
) -> None:
    start, end, between = (
        float(f"{one}e-{decimals}") for one in (first, first + steps * step, step)
    )
    assert range_fault(start, end, between) is None
    numbers = range_numbers(start, end, between)
    assert len(numbers) == steps + 1
    assert (float(numbers[0]), float(numbers[-1])) == (start, end)


def test_points_along_a_range_rise_toward_the_end_that_is_liked() -> None:
    high, low = {"toward": "high", "points": 100}, {"toward": "low", "points": 100, "curve": 2}
    down = issue(range={"from": 3, "to": 1, "step": 1, "unit": "%"}, ours=high, theirs=low)
    assert down == Issue(
        "it",
        (
            Option("3", 100, 0, Text.of("3%")),
            Option("2", 50, 25, Text.of("2%")),
            Option("1", 0, 100, Text.of("1%")),
        ),
        Text.of("it"),
    )
    assert "%" not in down.options[0].id


def test_an_interest_adds_the_option_that_it_unlocks_behind_the_others() -> None:
    unlocked = {"option": "In phases", "label": {"en": "Phase by phase"}, "ours": 3, "theirs": 4}
    interest = {"issue": "it", "ask": ["why"], "text": "So.", "unlocks": unlocked}
    held = issue(options=["a", "b"], ours=[1, 2], theirs=[2, 1], interests={"pilot": interest})
    assert held.options[2] == Option("in_phases", 3, 4, Text.of({"en": "Phase by phase"}), "pilot")


def test_an_ending_that_is_left_out_leads_where_walking_away_does() -> None:
    goto = {"deal": "signed", "walked_away": "polite", "no_time": "gone"}
    assert bargaining(table_talk({"goto": goto})).goto == {
        Ending.DEAL: (Branch("signed"),),
        Ending.WALKED_AWAY: (Branch("polite"),),
        Ending.THEY_LEFT: (Branch("polite"),),
        Ending.NO_TIME: (Branch("gone"),),
    }


def test_walking_away_leads_to_the_next_scene_where_it_is_not_told() -> None:
    held = bargaining(table_talk({"goto": {"deal": "grudging"}}))
    assert held.goto[Ending.WALKED_AWAY] == (Branch("signed"),)


def test_a_customer_that_never_leaves_has_no_mood_at_which_it_does() -> None:
    behaviour = {"mood": "trust", "walk_at": "never"}
    assert bargaining(table_talk({"behaviour": behaviour})).table.behaviour.walk_at is None


def test_a_table_is_read_again_from_what_is_stored_with_an_attempt() -> None:
    scenario = table_talk()
    again = scenario_from_canonical(scenario.canonical)
    assert bargaining(again) == bargaining(scenario)


def test_words_of_a_table_leave_the_scoring_alone_and_its_figures_do_not() -> None:
    same = scoring_identity(table_talk())
    label = {**TABLE["issues"]["price"], "label": "Price"}
    assert scoring_identity(table_talk({"issues": {**TABLE["issues"], "price": label}})) == same
    changes: tuple[dict[str, Any], ...] = (
        {"rounds": 7},
        {"reserve": {"ours": 3500, "theirs": 3001}},
        {"worth": 29},
        {"points": {"claim": "value"}},
        {"behaviour": {"mood": "trust", "mirror": 31}},
        {"goto": {"deal": "signed", "walked_away": "gone"}},
        {"reasons": {}},
    )
    for change in changes:
        assert scoring_identity(table_talk(change)) != same


def test_a_rubric_without_a_criterion_of_the_table_cannot_judge_it() -> None:
    scenario = table_talk({"points": {"claim": "value"}})
    criterion = {"name": "x", "weight": 100, "levels": ["1", "2", "3", "4"]}
    rubric = {"id": "r", "name": "R", "pass": 50, "cuts": [1, 2, 3]}
    assert judged_by(scenario, {**rubric, "criteria": {"inquiry": criterion}}) is None
    both = {"inquiry": {**criterion, "weight": 50}, "value": {**criterion, "weight": 50}}
    assert judged_by(scenario, {**rubric, "criteria": both}) is not None


def test_what_a_table_gives_points_for_is_judged() -> None:
    judged = [one.id for one in table_talk({"points": {"claim": "value"}}).judged]
    assert judged == ["inquiry", "value"]
