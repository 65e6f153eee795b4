"""Figures told in pieces, kept and read again are those told at once, to the last digit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.figures import LATELY, Figures, figured, skills_in
from salesdojo.records.mastery.figures_json import read_figures, written
from salesdojo.records.mastery.folding import folded, made_by
from salesdojo.records.mastery.proven import proven
from salesdojo.records.mastery.skills import DAY, skills_of
from salesdojo.records.model import Finished
from salesdojo.records.planning.rating import rate_drill, rate_share
from salesdojo.records.planning.schedule import Review, card, shown
from salesdojo.records.played import Played
from salesdojo.records.store import Store
from support.records import begun
from support.scenarios import choice, scenario

NOON = 1_760_000_000_000


def _story(name: str, level: int, inquiry: str) -> Scenario:
    """Return a talk of two turns; rubrics need not agree on what a criterion is called."""
    opening = {
        "ask": choice(points={"inquiry": 3, "value": 1}, goto="more"),
        "sell": choice(points={"value": 2}, goto="more"),
    }
    more = {"sum_up": choice(points={"inquiry": 2}, goto="won"), "boast": choice(goto="won")}
    criteria = {
        "inquiry": {"name": inquiry, "weight": 60, "levels": ["1", "2", "3", "4"]},
        "value": {"name": "Value", "weight": 40, "levels": ["1", "2", "3", "4"]},
    }
    return scenario(
        {"opening": {"choices": opening}, "more": {"choices": more}, "won": {"end": "won"}},
        id=name,
        level=level,
        rubric_changes={"criteria": criteria},
    )


STORIES = (_story("visit", 1, "Inquiry"), _story("call", 3, "Asking"), _story("call", 5, "Asking"))


@pytest.fixture(name="played", scope="module")
def _played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Give the stories as a store holds them."""
    with Store.open(f"sqlite:///{tmp_path_factory.mktemp('played') / 'dojo.db'}") as store:
        for place, story in enumerate(STORIES):
            begun(store, f"a{place}", scenario=story)
        yield Played(store, None)


@dataclass(frozen=True)
class Look:
    """Somebody looks, when so many attempts are stored and the clock says `now`."""

    stored: int
    now: int


_shares = st.sampled_from((0.0, 1 / 3, 0.5, 0.8, 1.0)) | st.floats(0, 1)
_times = st.integers(-3, 40).map(lambda day: NOON + day * DAY) | st.integers(-(2**62), 2**62)


@st.composite
def attempts(draw: st.DrawFn) -> list[Finished]:
    """Generate attempts as they are stored, with times by any clock."""
    made, stored = [], 0
    for place in range(draw(st.integers(0, 24))):
        story = draw(st.sampled_from(STORIES))
        stored += draw(st.integers(1, 3))  # retries and other people's lie between
        met = draw(st.sets(st.sampled_from(("inquiry", "value"))))
        made.append(
            Finished(
                attempt=f"a{place}",
                scenario=story.id,
                revision=story.revision,
                at=draw(_times),
                shares={criterion: draw(_shares) for criterion in sorted(met)},
                losses=(("opening", draw(st.sampled_from((0.0, 3.0, 60.0)))),),
                stored=stored,
                passed=draw(st.booleans()),
            )
        )
    return made


def _looks(most: int) -> st.SearchStrategy[list[Look]]:
    clock = st.integers(0, 40).map(lambda day: NOON + day * DAY)
    looks = st.lists(st.tuples(st.integers(0, most), clock), min_size=1, max_size=6)
    return looks.map(lambda found: [Look(*one) for one in sorted(found)])


def at_once(history: list[Finished], now: int, played: Played) -> Figures:
    return figured(Figures(), in_order(history, now), played)


@pytest.mark.slow
@given(st.data())
def test_in_pieces_kept_in_between_they_are_those_told_at_once_whatever_the_clock_said(
    played: Played, data: st.DataObject
) -> None:
    history = data.draw(attempts())
    kept = Figures()
    for look in data.draw(_looks(len(history))):
        known = kept if kept.true_at(look.now) else Figures()
        there = history[: look.stored]
        new = [one for one in there if one.stored > known.through]
        kept, figures = folded(known, new, look.now, played)
        kept = read_figures(written(kept))
        assert replace(figures, until=None) == at_once(there, look.now, played)


@pytest.mark.slow
@given(attempts(), st.integers(0, 40))
def test_they_say_of_skills_due_dates_and_passes_what_all_the_evidence_says(
    played: Played, history: list[Finished], day: int
) -> None:
    now = NOON + day * DAY
    figures, told = at_once(history, now, played), in_order(history, now)
    skills = skills_of(told, played, now)
    shown_for_belts = {one.criterion: proven(one.evidence) for one in skills}
    assert {name: one.proven for name, one in figures.criteria.items()} == shown_for_belts
    assert skills_in(figures, now) == tuple(replace(one, evidence=()) for one in skills)
    for skill in skills:
        reviews = [Review(one.attempt, one.at, rate_share(one.share)) for one in skill.evidence]
        expected = card(reviews, now)
        held = figures.criteria[skill.criterion].held
        assert shown(held, now) == replace(expected, reviews=expected.reviews[-1:])
        assert held.count == len(reviews)
    assert figures.done == {one.scenario: one.at for one in told}
    assert figures.passes == {one.scenario: one.at for one in told if one.passed}
    for name, held in figures.cards.items():
        mine = [one for one in told if one.scenario == name]
        reviews = [
            Review(one.attempt, one.at, rate_drill(one.losses, played.spreads(one.revision)))
            for one in mine
        ]
        expected = card(reviews, now)
        assert shown(held, now) == replace(expected, reviews=expected.reviews[-1:])


def _played_often(many: int) -> list[Finished]:
    return [
        Finished(
            f"a{one}", "visit", STORIES[0].revision, NOON + one * DAY,
            {"inquiry": one % 5 / 4, "value": 0.7}, (("opening", one % 3 * 20.0),), one + 1,
            passed=one % 2 == 0,
        )
        for one in range(many)
    ]  # fmt: skip


def test_where_the_latest_evidence_lies_is_known_however_much_there_is(played: Played) -> None:
    figures = at_once(_played_often(LATELY + 20), NOON + 100 * DAY, played)
    near = figures.criteria["inquiry"].lately
    assert [one.stored for one in near] == list(range(21, LATELY + 21))
    assert [one.tries for one in near] == list(range(20, LATELY + 20))


def test_a_criterion_is_called_what_most_attempts_call_it(played: Played) -> None:
    visits = _played_often(3)
    calls = [
        replace(one, scenario="call", revision=STORIES[1].revision, stored=one.stored + 3)
        for one in visits
    ]
    named = at_once([*visits, *calls], NOON + 9 * DAY, played).criteria["inquiry"].names
    assert list(named.values()) == [3, 3]
    skills = skills_in(at_once([*visits, *calls[:2]], NOON + 9 * DAY, played), NOON + 9 * DAY)
    assert {skill.name.spoken("en") for skill in skills} == {"Inquiry", "Value"}


def test_a_clock_that_ran_ahead_is_resolved_until_the_moment_that_it_showed(
    played: Played,
) -> None:
    ahead = NOON + 30 * DAY
    history = [replace(one, at=ahead) if one.stored == 2 else one for one in _played_often(3)]
    kept, _ = folded(Figures(), history, NOON + 5 * DAY, played)
    assert (kept.through, kept.last, kept.until) == (3, NOON + 2 * DAY, ahead)
    assert kept.true_at(ahead - 1)
    assert not kept.true_at(ahead)
    assert not kept.true_at(NOON)


def test_attempts_of_days_to_come_are_told_but_not_kept(played: Played) -> None:
    history = _played_often(5)
    kept, figures = folded(Figures(), history, NOON + 2 * DAY, played)
    assert (kept.through, figures.through) == (3, 5)
    assert figures.last == NOON + 2 * DAY


def test_kept_figures_are_told_anew_when_the_rules_change(played: Played) -> None:
    """Where this fails, raise `_RULES` in folding.py: what is kept was made by other rules."""
    figures = at_once(_played_often(7), NOON + 9 * DAY, played)
    inquiry = figures.criteria["inquiry"]
    assert made_by().startswith("skills-1 authored-1 fsrs-6.")
    ability, held, drill = inquiry.ability, inquiry.held, figures.cards["visit"]
    assert ability.mean == pytest.approx(-0.982717890832024, rel=1e-12)
    assert ability.variance == pytest.approx(0.6640822951808298, rel=1e-12)
    assert held.stability == pytest.approx(0.10700128653677551, rel=1e-12)
    assert held.difficulty == pytest.approx(9.948011949690722, rel=1e-12)
    assert drill.stability == pytest.approx(0.44617904177381407, rel=1e-12)
    assert (held.due, held.row, drill.due, drill.row) == (NOON + 7 * DAY, 0, NOON + 7 * DAY, 1)


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"through": 1}', "null", '"x"'])
def test_damaged_figures_are_refused_whole(body: str) -> None:
    with pytest.raises(ValueError, match=r"damaged|Expecting"):
        read_figures(body)
