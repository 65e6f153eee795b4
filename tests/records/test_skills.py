"""What a person can do, told from stored attempts that were really played."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo.content.model import Scenario
from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.skills import DAY, Skill, skills_of
from salesdojo.records.mode import Mode
from salesdojo.records.played import Played
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.records import url
from support.scenarios import choice, scenario
from support.servers import Base

STORY = scenario(
    {
        "opening": {
            "choices": {
                "ask": choice(points={"inquiry": 3}, goto="more"),
                "sell": choice(points={}, goto="more"),
            }
        },
        "more": {
            "choices": {
                "sum_up": choice(points={"inquiry": 3}, goto="won"),
                "boast": choice(points={}, goto="won"),
            }
        },
        "won": {"end": "won"},
    }
)


@pytest.fixture
def store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as opened:
        yield opened


def play(store: Store, road: tuple[str, ...], at: int, story: Scenario = STORY) -> Session:
    session = Session.start(
        store,
        store.person("Aoki"),
        story,
        seed=1,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: at,
    )
    for said in road:
        session.take(said)
    session.result(solution(session.attempt.scenario, None))
    return session


def skills(store: Store, now: int, cache: Path | None = None) -> tuple[Skill, ...]:
    attempts = in_order(store.finished(store.person("Aoki")), now)
    return skills_of(attempts, Played(store, cache), now)


def told(store: Store, now: int) -> Skill:
    (skill,) = skills(store, now)
    return skill


def test_nobody_can_do_anything_before_they_played(store: Store) -> None:
    assert skills(store, 0) == ()


def test_good_talks_tell_of_more_ability_than_bad_ones(store: Store) -> None:
    play(store, ("sell", "boast"), DAY)
    poor = told(store, DAY)
    play(store, ("ask", "sum_up"), 2 * DAY)
    better = told(store, 2 * DAY)
    assert poor.ability.mean < 0 < better.ability.mean - poor.ability.mean
    assert better.criterion == "inquiry"


def test_what_chance_would_have_earned_is_no_evidence_of_skill(store: Store) -> None:
    """Half of all choices earn everything here: half of the points is what a clicker gets."""
    play(store, ("ask", "boast"), DAY)
    assert told(store, DAY).evidence[0].share == pytest.approx(0.0)


def test_a_repeat_counts_less_and_a_retry_from_a_turn_not_at_all(store: Store) -> None:
    first = play(store, ("ask", "sum_up"), DAY)
    play(store, ("ask", "sum_up"), 2 * DAY)
    retry = first.fork_at(2)
    retry.take("boast")
    retry.result(solution(STORY, None))
    assert [one.weight for one in told(store, 2 * DAY).evidence] == [1.0, 0.5]


def test_time_makes_the_estimate_less_sure(store: Store) -> None:
    play(store, ("ask", "sum_up"), DAY)
    assert told(store, DAY).ability.error < told(store, 100 * DAY).ability.error
    assert told(store, DAY).ability.mean == told(store, 100 * DAY).ability.mean


def test_every_figure_names_the_attempts_it_rests_on(store: Store) -> None:
    session = play(store, ("ask", "sum_up"), DAY)
    assert [one.attempt for one in told(store, DAY).evidence] == [session.record.id]


def test_what_chance_earns_is_kept_in_the_cache(store: Store, tmp_path: Path) -> None:
    play(store, ("ask", "sum_up"), DAY)
    cache = tmp_path / "cache"
    first = skills(store, DAY, cache)
    (kept,) = (cache / "chances").iterdir()
    kept.write_bytes(b"[damaged")
    assert skills(store, DAY, cache) == first
    assert skills(store, DAY, cache) == first
