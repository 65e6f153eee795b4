"""Tallies told in pieces, kept and read again are those told at once."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.tallies.tallies import Ended, Tallies, tallied
from salesdojo.records.tallies.tallies_json import read_tallies, written


@st.composite
def histories(draw: st.DrawFn) -> list[Ended]:
    """Generate attempts in the order of finishing, which need not be that of beginning."""
    begun = draw(st.lists(st.integers(1, 1000), unique=True, max_size=20))
    return [
        Ended(
            stored=3 * place,
            attempt=number,
            scenario=draw(st.sampled_from(("visit", "call", "\u5546\u8ac7"))),
            quality=draw(st.floats(0, 100)),
            passed=draw(st.booleans()),
            outcome=draw(st.sampled_from(("won", "advanced", "lost"))),
        )
        for place, number in enumerate(begun, 1)
    ]


@given(histories(), st.lists(st.integers(0, 20), max_size=4))
def test_in_pieces_they_are_those_told_at_once(history: list[Ended], cuts: list[int]) -> None:
    kept = Tallies()
    for cut in [*sorted(cuts), len(history)]:
        new = [one for one in history[:cut] if one.stored > kept.through]
        kept = read_tallies(written(tallied(kept, new)))
    assert kept == tallied(Tallies(), history)


@given(histories())
def test_first_and_latest_are_those_begun_first_and_last(history: list[Ended]) -> None:
    tallies = tallied(Tallies(), history)
    ordered = sorted(history, key=lambda one: (one.scenario, one.attempt))
    told = {name: list(ones) for name, ones in groupby(ordered, key=lambda one: one.scenario)}
    assert tallies.scenarios.keys() == told.keys()
    for name, ones in told.items():
        tally = tallies.scenarios[name]
        assert (tally.first, tally.first_outcome) == (ones[0].quality, ones[0].outcome)
        assert tally.latest == ones[-1].quality
        assert tally.best == max(one.quality for one in ones)
        assert tally.passed == any(one.passed for one in ones)
        assert tally.attempts == len(ones)
        assert all(
            many == sum(one.outcome == outcome for one in ones)
            for outcome, many in tally.outcomes.items()
        )


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", "null", '{"through": 1, "scenarios": {"visit": [1]}}']
)
def test_damaged_tallies_are_refused_whole(body: str) -> None:
    with pytest.raises(ValueError, match=r"damaged|Expecting|unpack"):
        read_tallies(body)
