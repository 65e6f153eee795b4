"""What the records say of one person, as far as it decides what to practise next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.assignments.assigned import assigned_to, due_by_scenario
from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.figures import skills_in
from salesdojo.records.mastery.folding import figures_of
from salesdojo.records.mastery.skills import skills_of
from salesdojo.records.mode import Mode
from salesdojo.records.planning.rating import rate_drill, rate_share
from salesdojo.records.planning.schedule import Card, Review, card, shown
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from salesdojo.content.library import Library
    from salesdojo.records.mastery.ability import Ability
    from salesdojo.records.model import Finished, Person
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
    passes: Mapping[str, int] = field(default_factory=dict)
    """When each scenario was passed last, of those ever passed; UTC in milliseconds."""
    unfinished: frozenset[str] = frozenset()
    """Those to take up again."""
    assigned: "Mapping[str, date]" = field(default_factory=dict)
    """By when each scenario or drill is due that was assigned and may be done as practice."""


def known(  # noqa: PLR0913 - what is asked for, and of whom
    store: "Store",
    person: "Person",
    library: "Library",
    now: int,
    cache: Path | None,
    *,
    whole: bool = False,
) -> Known:
    """Return what `store` says of `person`, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        person: who practises.
        library: says which of what was played are drills.
        now: times after it were never.
        cache: where figures of scenarios are kept; None keeps none.
        whole: with every review that made a due date, which takes its time where there are
            thousands.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    played = Played(store, cache)
    figures = figures_of(store, person, now, played)
    standings = store.standings(person)
    drills = {entry.id for entry in library.entries if entry.kind == "drill"}
    told = Known(
        abilities={skill.criterion: skill.ability for skill in skills_in(figures, now)},
        criteria={name: shown(one.held, now) for name, one in figures.criteria.items()},
        drills={name: shown(one, now) for name, one in figures.cards.items() if name in drills},
        done=figures.done,
        passes=figures.passes,
        assigned=due_by_scenario(assigned_to(store, person, now), Mode.PRACTICE),
        unfinished=frozenset(name for name, standing in standings.items() if standing.unfinished),
    )
    if not whole:
        return told
    attempts = in_order(store.finished(person), now)
    return replace(
        told,
        criteria=_criterion_cards(attempts, played, now),
        drills=_drill_cards((one for one in attempts if one.scenario in drills), played, now),
    )


def _criterion_cards(attempts: "Sequence[Finished]", played: Played, now: int) -> "dict[str, Card]":
    return {
        skill.criterion: card(
            [Review(one.attempt, one.at, rate_share(one.share)) for one in skill.evidence], now
        )
        for skill in skills_of(attempts, played, now)
    }


def _drill_cards(attempts: "Iterable[Finished]", played: Played, now: int) -> dict[str, Card]:
    reviews: dict[str, list[Review]] = {}
    for attempt in attempts:
        rating = rate_drill(attempt.losses, played.spreads(attempt.revision))
        review = Review(attempt.attempt, attempt.at, rating)
        reviews.setdefault(attempt.scenario, []).append(review)
    return {drill: card(told, now) for drill, told in reviews.items()}
