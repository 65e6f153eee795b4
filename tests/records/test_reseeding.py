"""Another seed under which a talk goes just as it went."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person, StoredDecision
from salesdojo.records.people.reseeding import Reseeding
from salesdojo.records.store import Store
from support.records import url
from support.scenarios import choice, scenario, scenarios

LONG = 12
EVEN = [{"weight": 1, "to": "good"}, {"weight": 1, "to": "bad"}]
LUCKY = scenario(
    {
        "opening": {"choices": {"ask": choice(goto="luck")}},
        "luck": {"goto": EVEN},
        "good": {"end": "won"},
        "bad": {"end": "lost"},
    }
)


def record(story: Scenario, seed: int) -> AttemptRecord:
    person = Person("p1", "Aoki")
    return AttemptRecord(
        "a1", person, story.id, story.revision, seed, Mode.PRACTICE, "en", 0, None, None, None, 0
    )


def taken(attempt: Attempt) -> list[StoredDecision]:
    return [
        StoredDecision(one.turn, one.scene, one.choice.id, False, False, 0, 0)
        for one in attempt.events
    ]


def other_seed(tmp: Path, story: Scenario, attempt: Attempt, tries: int = 10_000) -> int | None:
    """Find another seed for `attempt`, with the scenario from real records."""
    dice = Random(1)  # noqa: S311 - a test's
    reseeding = Reseeding(lambda: dice.randrange(2**31), tries)
    with Store.open(url(tmp / "dojo.db")) as store:
        store.begin("a1", store.person("Aoki"), story, attempt.seed, Mode.PRACTICE, "en", 0)
        store._database.read(  # noqa: SLF001 - as erasure does within its transaction
            lambda connection: reseeding.learn(connection, [story.revision])
        )
    return reseeding.seed(record(story, attempt.seed), taken(attempt))


@pytest.mark.slow
@given(
    story=scenarios(),
    seed=st.integers(0, 2**63 - 1),
    picks=st.lists(st.integers(0, 7), max_size=LONG),
)
def test_the_talk_goes_as_it_went(
    tmp_path_factory: object, story: Scenario, seed: int, picks: list[int]
) -> None:
    attempt = Attempt(story, seed)
    for pick in picks:
        if not attempt.offered:
            break
        attempt, _ = attempt.take(attempt.offered[pick % len(attempt.offered)].id)
    folder = tmp_path_factory.mktemp("records")  # type: ignore[attr-defined]
    other = other_seed(folder, story, attempt)
    assert other not in (None, seed)
    again = replay(story, other or 0, [one.choice.id for one in attempt.events])
    assert (again.events, again.opening, again.state) == (
        attempt.events,
        attempt.opening,
        attempt.state,
    )


def test_where_chance_decides_both_ends_are_kept(tmp_path: Path) -> None:
    ends = set()
    for seed in range(8):
        attempt = replay(LUCKY, seed, ["ask"])
        folder = tmp_path / str(seed)
        other = other_seed(folder, LUCKY, attempt)
        assert replay(LUCKY, other or 0, ["ask"]).outcome == attempt.outcome
        ends.add(attempt.outcome)
    assert ends == {"won", "lost"}


def test_none_is_found_where_none_may_be_tried(tmp_path: Path) -> None:
    assert other_seed(tmp_path, LUCKY, replay(LUCKY, 1, ["ask"]), tries=0) is None


def test_what_never_went_so_gets_any_other(tmp_path: Path) -> None:
    """An audit says of it that it differs, under whatever seed."""
    attempt = replay(LUCKY, 1, ["ask"])
    dice = iter([1, 1, 9])
    reseeding = Reseeding(lambda: next(dice))
    with Store.open(url(tmp_path / "dojo.db")) as store:
        store.begin("a1", store.person("Aoki"), LUCKY, 1, Mode.PRACTICE, "en", 0)
        store._database.read(  # noqa: SLF001
            lambda connection: reseeding.learn(connection, [LUCKY.revision, "0" * 64])
        )
    invented = StoredDecision(2, "good", "boast", False, False, 0, 0)
    assert reseeding.seed(record(LUCKY, 1), [*taken(attempt), invented]) == 9
