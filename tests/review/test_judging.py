"""Blind levels are paired by who gave them, by criterion, and with the machine's."""

from salesdojo.records.reviews.blind_levels import Judgement
from salesdojo.review.agreement import FEWEST
from salesdojo.review.judging import judging


def given(attempt: int, name: str, level: int, machine: int | None = 2) -> Judgement:
    return Judgement(f"a{attempt}", "inquiry", f"id of {name}", name, level, machine)


def test_the_first_is_paired_with_the_second_and_every_two_with_each_other() -> None:
    told = judging(
        given(number, name, number % 4 + 1)
        for number in range(FEWEST)
        for name in ("Chiba", "Baba", "Ada")
    )
    assert (told.levels, told.overall.pairs, told.machine.pairs) == (90, 30, 90)
    assert (told.overall.kappa, dict(told.criteria)["inquiry"]) == (1, told.overall)
    pairs = [(two.one, two.other, two.agreement.pairs) for two in told.reviewers]
    assert pairs == [("Ada", "Baba", 30), ("Ada", "Chiba", 30), ("Baba", "Chiba", 30)]


def test_one_alone_agrees_with_nobody_and_a_level_that_is_gone_with_no_machine() -> None:
    told = judging([given(1, "Ada", 3), given(2, "Baba", 3, machine=None)])
    assert (told.overall.pairs, told.machine.pairs, told.reviewers) == (0, 1, ())
