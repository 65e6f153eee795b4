"""The close rate and the funnel, as pure figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.catalogue import Entry, Motion, Stage
from salesdojo.content.model import Outcome
from salesdojo.records.history.outcomes import DEAL_STAGES, Tally, funnel
from salesdojo.records.history.recent import Ends
from support.sessions import entry, talk


def at_stage(name: str, stage: Stage, motion: Motion = Motion.NONE) -> Entry:
    return replace(talk(name), stage=stage, motion=motion)


ENTRIES = (
    at_stage("cold", Stage.APPROACH, Motion.OUTBOUND),
    at_stage("inquiry", Stage.APPROACH, Motion.INBOUND),
    at_stage("price", Stage.NEGOTIATION, Motion.INBOUND),
    at_stage("sign", Stage.CLOSING, Motion.OUTBOUND),
    at_stage("renew", Stage.FOLLOW_UP),
    entry("drill", "inquiry"),
)


def ends(*told: tuple[str, Outcome, bool, int]) -> list[Ends]:
    return [Ends(scenario, outcome, first, count) for scenario, outcome, first, count in told]


def test_the_close_rate_is_of_what_was_decided_and_nothing_is_not_zero() -> None:
    tally = Tally(won=2, advanced=5, declined=3, stalled=1, lost=1)
    assert (tally.decided, tally.close_rate) == (4, 0.5)
    assert Tally(advanced=5, declined=2).close_rate is None
    assert Tally(lost=1).close_rate == 0.0


def test_what_was_rightly_declined_did_not_fail_to_get_through() -> None:
    assert Tally(won=1, advanced=2, declined=4, stalled=1).through == 0.75
    assert Tally(declined=4).through is None


def test_stages_stand_in_the_pipelines_order_and_tell_who_arrives() -> None:
    told = funnel(
        ends(
            ("cold", Outcome.ADVANCED, True, 1),
            ("inquiry", Outcome.LOST, True, 1),
            ("price", Outcome.ADVANCED, False, 3),
            ("price", Outcome.STALLED, True, 1),
            ("sign", Outcome.WON, True, 1),
            ("renew", Outcome.WON, True, 2),
        ),
        ENTRIES,
    )
    assert [(one.stage, one.tally.talks, one.arriving) for one in told.stages] == [
        (Stage.APPROACH, 2, 1.0),
        (Stage.NEGOTIATION, 4, 0.5),
        (Stage.CLOSING, 1, 0.375),
        (Stage.FOLLOW_UP, 2, None),
    ]
    assert told.whole == Tally(won=3, advanced=4, stalled=1, lost=1)


def test_first_attempts_inbound_and_outbound_are_told_apart() -> None:
    told = ends(
        ("cold", Outcome.LOST, True, 1),
        ("cold", Outcome.WON, False, 4),
        ("inquiry", Outcome.WON, True, 1),
    )
    assert funnel(told, ENTRIES).whole.close_rate == 5 / 6
    assert funnel(told, ENTRIES, first_only=True).whole.close_rate == 0.5
    assert funnel(told, ENTRIES, motion=Motion.OUTBOUND).whole.close_rate == 0.8
    inbound = funnel(told, ENTRIES, motion=Motion.INBOUND)
    assert [one.stage for one in inbound.stages] == [Stage.APPROACH, Stage.NEGOTIATION]
    assert inbound.whole.talks == 1


def test_drills_are_no_talks_and_what_the_pack_lost_is_counted_apart() -> None:
    told = funnel(
        ends(("drill", Outcome.STALLED, True, 9), ("gone", Outcome.WON, True, 2)), ENTRIES
    )
    assert (told.whole.talks, told.left_out) == (0, 2)


def test_from_a_stage_without_talks_on_nobody_can_say_who_arrives() -> None:
    told = funnel(ends(("sign", Outcome.WON, True, 1)), ENTRIES)
    assert [one.arriving for one in told.stages] == [1.0, None, None, None]


def test_a_deal_has_seven_stages() -> None:
    assert len(DEAL_STAGES) == 7


@given(
    st.lists(
        st.builds(
            Ends,
            st.sampled_from([one.id for one in ENTRIES]),
            st.sampled_from(Outcome),
            st.booleans(),
            st.integers(1, 9),
        )
    )
)
def test_the_ways_customers_are_met_add_up_to_all(told: list[Ends]) -> None:
    parts = [funnel(told, ENTRIES, motion=motion).whole for motion in Motion]
    whole = funnel(told, ENTRIES).whole
    assert sum(part.talks for part in parts) == whole.talks
    assert sum(part.won for part in parts) == whole.won
    for part in (*parts, whole):
        assert part.close_rate is None or 0 <= part.close_rate <= 1
        assert part.through is None or 0 <= part.through <= 1


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_counted(outcome: Outcome) -> None:
    assert funnel(ends(("cold", outcome, True, 1)), ENTRIES).whole.talks == 1
