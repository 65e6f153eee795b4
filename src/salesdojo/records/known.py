"""What the records say of one person, as far as it decides what to practise next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.finishing import in_order
from salesdojo.records.played import Played
from salesdojo.records.rating import rate_drill, rate_share
from salesdojo.records.schedule import Card, Review, card
from salesdojo.records.skills import skills_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.library import Library
    from salesdojo.records.ability import Ability
    from salesdojo.records.model import Finished, Person
    from salesdojo.records.skills import Skill
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """One person at one moment; a newcomer's is empty."""

    abilities: "Mapping[str, Ability]" = field(default_factory=dict)
    """By criterion met."""
    criteria: Mapping[str, Card] = field(default_factory=dict)
    """By criterion met."""
    drills: Mapping[str, Card] = field(default_factory=dict)
    """By drill finished."""
    done: Mapping[str, int] = field(default_factory=dict)
    """When each scenario or drill was finished last, UTC in milliseconds."""
    passed: frozenset[str] = frozenset()
    """Scenarios passed at least once."""
    unfinished: frozenset[str] = frozenset()
    """Those to take up again."""


def known(
    store: "Store", person: "Person", library: "Library", now: int, cache: Path | None
) -> Known:
    """Return what `store` says of `person`, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        person: who practises.
        library: says which of what was played are drills.
        now: times after it were never.
        cache: where figures of scenarios are kept; None keeps none.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    attempts = in_order(store.finished(person), now)
    played = Played(store, cache)
    skills = skills_of(attempts, played, now)
    standings = store.standings(person)
    drills = {entry.id for entry in library.entries if entry.kind == "drill"}
    return Known(
        abilities={skill.criterion: skill.ability for skill in skills},
        criteria={skill.criterion: card(_told(skill), now) for skill in skills},
        drills=_drill_cards((one for one in attempts if one.scenario in drills), played, now),
        done={attempt.scenario: attempt.at for attempt in attempts},
        passed=frozenset(name for name, standing in standings.items() if standing.passed),
        unfinished=frozenset(name for name, standing in standings.items() if standing.unfinished),
    )


def _told(skill: "Skill") -> list[Review]:
    return [Review(one.attempt, one.at, rate_share(one.share)) for one in skill.evidence]


def _drill_cards(attempts: "Iterable[Finished]", played: Played, now: int) -> dict[str, Card]:
    reviews: dict[str, list[Review]] = {}
    for attempt in attempts:
        rating = rate_drill(attempt.losses, played.spreads(attempt.revision))
        review = Review(attempt.attempt, attempt.at, rating)
        reviews.setdefault(attempt.scenario, []).append(review)
    return {drill: card(told, now) for drill, told in reviews.items()}
