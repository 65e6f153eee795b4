"""What somebody types is led to the line that they mean, in either language."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.model import Choice
from salesdojo.content.own_words import own_words
from salesdojo.content.reading import read_scenario
from salesdojo.content.visible import visible
from salesdojo.practice.likeness import likeness
from salesdojo.practice.recalling import LONGEST_TYPED, recalled
from support.typed_lines import FAR, KEPT_ASIDE, MADE_WITH

MEANT = [
    (drill, typed, meant)
    for lines in (MADE_WITH, KEPT_ASIDE)
    for (drill, meant), told in lines.items()
    for typed in told
]
FAR_OFF = [(drill, typed) for drill, told in FAR.items() for typed in told]

DRILLS = Path(__file__).parents[2] / "scenarios" / "drills"
TOO_MUCH_ALIKE = {"2回払いにできたら契約してくれますか": "no_problem"}
"""Two lines of that drill speak of paying in two parts; the other one has more of the letters."""


@cache
def offered(drill: str) -> tuple[Choice, ...]:
    scenario = read_scenario(DRILLS / f"{drill}.yaml").scenario
    assert scenario is not None
    return tuple(scenario.scenes[scenario.start].choices.values())


@pytest.mark.parametrize(("drill", "typed", "meant"), MEANT)
def test_the_nearest_line_is_the_one_that_is_meant(drill: str, typed: str, meant: str) -> None:
    assert recalled(typed, offered(drill)).nearest == TOO_MUCH_ALIKE.get(typed, meant)


def test_of_seventy_lines_that_mean_one_all_but_three_are_called_near() -> None:
    told = [recalled(typed, offered(drill)) for drill, typed, _ in MEANT]
    assert (len(told), sum(one.near for one in told)) == (70, 67)


@pytest.mark.parametrize(("drill", "typed"), FAR_OFF)
def test_a_line_that_means_none_is_near_to_none(drill: str, typed: str) -> None:
    assert not recalled(typed, offered(drill)).near


def test_case_width_kana_spaces_and_punctuation_make_no_difference() -> None:
    assert likeness("ハンカクの、ﾃｽﾄ です。", "はんかくのてすとです") == 100
    assert likeness("DON'T  you agree?!", "ｄｏｎｔ you Agree") == 100


def test_nothing_to_compare_is_like_nothing() -> None:
    assert likeness("。。。", "差し支えなければ") == likeness("", "") == 0


@given(st.permutations(offered("honorific_cushion")), st.text(max_size=LONGEST_TYPED))
def test_whatever_is_typed_and_in_whatever_order_the_answer_is_the_same(
    shuffled: list[Choice], typed: str
) -> None:
    told = recalled(typed, shuffled)
    assert told == recalled(typed, offered("honorific_cushion"))
    assert 0 <= told.likeness <= 100


@given(st.text(), st.integers(1, 40))
def test_own_words_are_one_line_that_acts_on_nothing(written: str, longest: int) -> None:
    kept = own_words(written, longest)
    assert len(kept) <= longest
    assert kept == visible(kept)
    assert not {"\n", "\r", "\t"} & set(kept)
    assert own_words(kept, longest) == kept


def test_ten_thousand_characters_are_cut() -> None:
    assert own_words("あ" * 10_000, LONGEST_TYPED) == "あ" * LONGEST_TYPED
