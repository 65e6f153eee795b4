"""Running totals and summaries as text and back: the same, or found to be damaged."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.records.history.trend import Change, Way
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.tallies.running import CriterionTotals, Lately, Running
from salesdojo.records.tallies.summary import CriterionSummary, Summary
from salesdojo.records.tallies.summary_json import (
    read_summary,
    read_totals,
    summary_written,
    totals_written,
)
from salesdojo.records.tallies.tallies import Tallies, Tally

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
WHOLE = st.integers(0, 2**53)
NAMES = st.text(max_size=8)
CHANGES = st.none() | st.builds(Change, NUMBERS, NUMBERS, WHOLE, st.sampled_from(Way))
ABILITIES = st.builds(Ability, NUMBERS, NUMBERS, WHOLE)
SURETIES = st.just(-inf) | NUMBERS
SUMMARIES = st.builds(
    Summary,
    *(WHOLE, WHOLE, st.none() | NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS, CHANGES),
    st.dictionaries(
        NAMES,
        st.builds(
            CriterionSummary,
            *(ABILITIES, WHOLE, SURETIES, WHOLE, WHOLE, st.none() | NUMBERS, CHANGES),
        ),
        max_size=4,
    ),
    st.dictionaries(NAMES, st.lists(WHOLE, max_size=6), max_size=4),
    st.dictionaries(NAMES, WHOLE, max_size=4),
)
LATELIES = st.builds(Lately, WHOLE, NUMBERS, st.lists(NUMBERS, max_size=20).map(tuple), CHANGES)
TALLIES = st.builds(
    Tally,
    first=NUMBERS, begun_first=WHOLE, first_outcome=NAMES, best=NUMBERS, latest=NUMBERS,
    begun_last=WHOLE, passed=st.booleans(), outcomes=st.dictionaries(NAMES, WHOLE, max_size=3),
)  # fmt: skip
RUNNINGS = st.builds(
    Running,
    WHOLE,
    st.none() | WHOLE,
    st.builds(Tallies, WHOLE, st.dictionaries(NAMES, TALLIES, max_size=3)),
    st.dictionaries(NAMES, WHOLE, max_size=3),
    st.dictionaries(NAMES, WHOLE, max_size=3),
    LATELIES,
    st.dictionaries(
        NAMES,
        st.builds(
            CriterionTotals,
            st.builds(
                Proven, ABILITIES, st.none() | WHOLE, st.frozensets(NAMES, max_size=3), SURETIES
            ),
            LATELIES,
        ),
        max_size=3,
    ),
    st.dictionaries(NAMES, NUMBERS, max_size=3),
)


@settings(max_examples=40)
@given(SUMMARIES)
def test_a_summary_that_is_read_is_the_one_that_was_written(summary: Summary) -> None:
    assert read_summary(summary_written(summary)) == summary


@settings(max_examples=40)
@given(RUNNINGS)
def test_totals_that_are_read_are_those_that_were_written(running: Running) -> None:
    assert read_totals(totals_written(running)) == running


@settings(max_examples=60)
@given(SUMMARIES, st.data())
def test_a_cut_summary_is_damaged_and_never_another(summary: Summary, data: st.DataObject) -> None:
    body = summary_written(summary)
    cut = body[: data.draw(st.integers(0, len(body) - 1))]
    with pytest.raises(ValueError, match=r".*"):
        read_summary(cut)


@settings(max_examples=60)
@given(RUNNINGS, st.data())
def test_cut_totals_are_damaged_and_never_others(running: Running, data: st.DataObject) -> None:
    body = totals_written(running)
    cut = body[: data.draw(st.integers(0, len(body) - 1))]
    with pytest.raises(ValueError, match=r".*"):
        read_totals(cut)
