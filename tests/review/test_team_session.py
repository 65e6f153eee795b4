"""The suggested half hour: the weakest criterion, what few have passed, the level that fits."""

from dataclasses import replace
from typing import Any

from salesdojo.content.catalogue import Entry, Judged, Motion, Stage
from salesdojo.content.text import Text
from salesdojo.records.tallies.summary import Summary
from salesdojo.review.team_criteria import TeamCriterion
from salesdojo.review.team_session import team_session

WEAKEST = TeamCriterion(
    criterion="value", name=Text.of("Value"), met=4, people=4, median_mastery=0.1,
    mean_mastery=0.1, median_ability=0.0, median_share=0.5, attempts=40, firsts=20, mean=0.5,
)  # fmt: skip


def entry(name: str, **keys: Any) -> Entry:
    text = Text.of(name)
    made = Entry(
        id=name, kind="scenario", title=text, stage=Stage.PROPOSAL, motion=Motion.INBOUND,
        level=3, minutes=10, variant_of=None, customer_name=text, terms=(),
        criteria=(Judged("value", text), Judged("manners", text)), weights=(50, 50),
    )  # fmt: skip
    return replace(made, **keys)


def summary(*passed: str) -> Summary:
    return Summary(
        last=1, attempts=9, first=50.0, best=50.0, latest=50.0, change=None, criteria={}, ends={},
        passes=dict.fromkeys(passed, 1),
    )  # fmt: skip


def chosen(*entries: Entry, people: tuple[Summary, ...] = (summary(),)) -> list[str]:
    session = team_session(WEAKEST, entries, people)
    assert session.minutes <= 30
    return [one.entry.id for one in session.items]


def drill(name: str, **keys: Any) -> Entry:
    return entry(name, kind="drill", minutes=1, **keys)


def test_drills_warm_up_for_one_scenario() -> None:
    assert chosen(entry("talk", minutes=20), drill("line")) == ["line", "talk"]


def test_what_does_not_train_it_and_case_b_are_left_out() -> None:
    other = (Judged("manners", Text.of("Manners")),)
    assert (
        chosen(entry("manners", criteria=other, weights=(100,)), entry("case_b", kind="variant"))
        == []
    )


def test_what_more_than_half_have_passed_is_left_out_unless_nothing_else_is_there() -> None:
    people = (summary("known"), summary("known"), summary())
    assert chosen(entry("known"), entry("new", minutes=20), people=people) == ["new"]
    assert chosen(entry("known"), people=people) == ["known"]


def test_the_level_at_which_it_could_go_either_way_comes_first() -> None:
    talks = [entry(f"level{level}", level=level, minutes=20) for level in range(1, 6)]
    assert chosen(*talks) == ["level3"]


def test_the_first_scenario_leaves_time_to_speak_about_it() -> None:
    assert chosen(entry("long", minutes=25)) == ["long"]
    assert chosen(entry("long", minutes=25), entry("short", level=5, minutes=20)) == ["short"]


def test_without_a_weakest_criterion_nothing_is_suggested() -> None:
    assert team_session(None, [entry("talk")], [summary()]).items == ()
