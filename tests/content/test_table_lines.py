"""What customers say at a table: the lines that come along, and a scenario's own."""

import pytest

from salesdojo.content.table_lines import (
    COLD,
    MARKS,
    PLACEHOLDERS,
    TONES,
    WARM,
    TableLine,
    customer_lines,
    default_lines,
)
from salesdojo.content.text import Text
from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.naming import placeholders

ALL = [(situation, line) for situation, lines in default_lines().items() for line in lines]
COMMON = ("repeated", "took_back", "pleased", "far_off", "short", "close", "countered", "reason")
FEW = {"told", "nearest"}
"""Every line of these has a mark."""


def test_there_are_lines_for_every_situation_and_no_other() -> None:
    assert default_lines().keys() == PLACEHOLDERS.keys() == {one.value for one in Situation}
    assert MARKS.keys() <= PLACEHOLDERS.keys()


@pytest.mark.parametrize(("situation", "line"), ALL)
def test_a_line_is_in_both_languages_and_names_what_its_situation_knows(
    situation: str, line: TableLine
) -> None:
    (ja, japanese), (en, english) = line.say.by_language
    assert (ja, en) == ("ja", "en")
    assert japanese.endswith(("。", "{interest}"))
    assert english.endswith((".", "?", "{interest}"))
    assert placeholders(Text.of(japanese)) == placeholders(Text.of(english))
    assert placeholders(line.say) <= PLACEHOLDERS[situation]
    assert line.marks <= TONES | MARKS.get(situation, frozenset())
    assert not line.own


def test_no_line_is_written_twice() -> None:
    for language in ("ja", "en"):
        said = [line.say.spoken(language) for _, line in ALL if "led" not in line.marks]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("situation", COMMON)
def test_what_happens_often_can_be_said_in_five_ways_whatever_the_mood(situation: str) -> None:
    anywhere = [line for line in default_lines()[situation] if line.marks <= {"many"}]
    assert len(anywhere) >= 5
    assert {COLD, WARM} <= {mark for line in default_lines()[situation] for mark in line.marks}


@pytest.mark.parametrize("situation", PLACEHOLDERS)
def test_whatever_is_the_case_there_are_two_lines_that_can_follow_each_other(
    situation: str,
) -> None:
    lines = default_lines()[situation]
    for mark in (None, *MARKS.get(situation, ())):
        kept = {mark} - {None}
        fitting = [line for line in lines if line.marks == kept]
        assert len(fitting) >= 2 or (mark is None and situation in FEW), mark


def test_an_own_line_takes_the_place_of_what_comes_along() -> None:
    own = (Text.of({"ja": "帰ります。", "en": "I'm off."}), Text.of("Out."))
    lines = customer_lines({"they_left": own})
    assert [line.say for line in lines["they_left"]] == list(own)
    assert all(line.own and not line.marks for line in lines["they_left"])
    assert lines["close"] == default_lines()["close"]


def test_behind_a_single_own_line_those_that_come_along_stay() -> None:
    own = (Text.of("Out."),)
    lines = customer_lines({"they_left": own * 2})["they_left"]
    assert lines == (TableLine(own[0], own=True), *default_lines()["they_left"])


def test_lines_cannot_be_changed() -> None:
    lines = customer_lines({})
    for one in (lines, default_lines()):
        with pytest.raises(TypeError):
            one["close"] = ()  # type: ignore[index]


def test_marks_of_one_situation_and_tones_are_apart() -> None:
    assert not TONES & frozenset[str]().union(*MARKS.values())
