"""The funnel of a report is drawn where it goes on, and told where it cannot be."""

import pytest

from salesdojo.content.catalogue import Stage
from salesdojo.records.history.outcomes import Funnel, StageTally, Tally
from salesdojo.review.reporting.talk_sections import funnel_section

LEADS = Tally(won=2, lost=1)
CALLS = Tally(advanced=3, stalled=1)


def funnel(first: Tally, second: float | None) -> Funnel:
    stages = (
        StageTally(Stage.LEAD, first, 1.0),
        StageTally(Stage.APPROACH, CALLS, second),
    )
    return Funnel(stages, CALLS, 0)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "no talk of the first stages was finished"),
        ("ja", "最初の段階の商談をまだ終えていない"),
    ],
)
def test_a_funnel_that_ends_with_the_first_stage_is_told_and_not_drawn(
    language: str, words: str
) -> None:
    section = funnel_section(funnel(Tally(), None), language, "salesdojo team --json")
    assert section.plots == ()
    assert words in section.words[0]
    assert len(section.tables[0].rows) == 2


def test_a_funnel_that_goes_on_is_drawn() -> None:
    section = funnel_section(funnel(LEADS, 0.5), "en", "salesdojo team --json")
    assert len(section.plots) == 1
    assert "Of a hundred leads" in section.words[0]
