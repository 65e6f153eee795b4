"""The words of a team's figures, where a rounding would say too much."""

import pytest

from salesdojo.records.mastery.ability import MASTERY, SURE, Ability
from salesdojo.records.model import Person
from salesdojo.records.tallies.summary import CriterionSummary
from salesdojo.review.member_row import Cell, MemberRow
from salesdojo.review.team_saying import cell_sentence


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_falls_just_short_of_mastery_is_not_given_90_percent(language: str) -> None:
    ability = Ability(MASTERY + 0.1265, 0.01, 9)
    assert SURE - 0.005 < ability.mastery < SURE
    told = CriterionSummary(ability, 0, 0.0, scenarios=3, firsts=9, mean=None, change=None)
    row = MemberRow(Person("1", "青木"), cells={"inquiry": Cell(ability, told)})
    said = cell_sentence(row, "inquiry", "質問", language)
    assert "89%" in said
    assert "90%" not in said
