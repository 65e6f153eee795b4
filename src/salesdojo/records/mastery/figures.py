"""What somebody's finished attempts come to, told one attempt after the other.

Everything that is told of skills, due dates and certificates follows from these figures, and
they follow from the attempts alone: they may be kept, and thrown away, at any time. Told in
pieces or at once, they are the same to the last digit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.mastery.skills import DAY, Skill, after, told_by, usual, weakest_first
from salesdojo.records.planning.rating import rate_drill, rate_share
from salesdojo.records.planning.schedule import Held, Review, reviewed

if TYPE_CHECKING:
    from salesdojo.records.mastery.skills import Weighed
    from salesdojo.records.model import Finished
    from salesdojo.records.played import Played

CALIBRATION: Final = "authored-1"
"""Where the difficulty of a scenario is taken from."""
LATELY: Final = 50
"""Attempts whose place is held, so that they can be shown as evidence."""


@dataclass(frozen=True, slots=True)
class Lately:
    """Where one of the latest attempts at a criterion is found."""

    stored: int
    """Its place in the order of finishing."""
    at: int
    """Its time, brought in order."""
    tries: int
    """How often the same scenario had been finished before."""


@dataclass(frozen=True, slots=True)
class Practised:
    """One criterion, up to the last attempt that tells of it."""

    ability: Ability
    """As of then."""
    held: Held
    names: Mapping[Text, int]
    """How many attempts call it so, in the order of being met."""
    lately: tuple[Lately, ...]
    """The latest, in order."""
    proven: Proven
    """What counts of it towards a belt."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One person's, up to some attempt; a newcomer's are empty."""

    through: int = 0
    """The place of the last attempt in them, in the order of finishing."""
    last: int | None = None
    """Its time, brought in order: the newest of all."""
    until: int | None = None
    """From this moment on they are no longer true, as a clock ran ahead; None for always."""
    criteria: Mapping[str, Practised] = field(default_factory=dict)
    """By criterion met."""
    cards: Mapping[str, Held] = field(default_factory=dict)
    """By scenario finished: each as if it were a drill, for the library says which are."""
    tries: Mapping[str, int] = field(default_factory=dict)
    """How often each scenario was finished."""
    done: Mapping[str, int] = field(default_factory=dict)
    """When each was finished last, UTC in milliseconds."""
    passes: Mapping[str, int] = field(default_factory=dict)
    """When each was passed last, of those ever passed."""

    def true_at(self, now: int) -> bool:
        """Say whether the clocks told the same then as they do `now` (UTC milliseconds)."""
        begun = self.last is None or self.last <= now
        return begun and (self.until is None or now < self.until)


def figured(before: Figures, attempts: "Iterable[Finished]", played: "Played") -> Figures:
    """Return the figures after more attempts.

    Args:
        before: `until` is taken over; who knows the clock sets it.
        attempts: the next in the order of finishing, their times brought in order and none
            before `before.last`.
        played: the scenarios as they were then.

    Raises:
        RecordsError: DB025 a scenario is missing, or was changed since.
        PracticeError: PR003 one is too large to be scored exactly.
    """
    criteria, cards = dict(before.criteria), dict(before.cards)
    tries, done, passes = dict(before.tries), dict(before.done), dict(before.passes)
    through, last = before.through, before.last
    for attempt in attempts:
        name, again = attempt.scenario, tries.get(attempt.scenario, 0)
        lately = Lately(attempt.stored, attempt.at, again)
        names = played.scenario(attempt.revision).rubric.criteria
        for criterion, one in told_by(attempt, played, again).items():
            known = criteria.get(criterion)
            criteria[criterion] = _practised(known, one, names[criterion].name, lately)
        rating = rate_drill(attempt.losses, played.spreads(attempt.revision))
        review = Review(attempt.attempt, attempt.at, rating)
        cards[name] = reviewed(cards.get(name), review)
        tries[name], done[name] = again + 1, attempt.at
        if attempt.passed:
            passes[name] = attempt.at
        through, last = attempt.stored, attempt.at
    return Figures(through, last, before.until, criteria, cards, tries, done, passes)


def skills_in(figures: Figures, now: int) -> tuple[Skill, ...]:
    """Return each criterion met, as of `now`, the least likely mastered first: no evidence."""
    return weakest_first(
        Skill(criterion, usual(one.names), _as_of(now, one), ())
        for criterion, one in figures.criteria.items()
    )


def _as_of(now: int, one: Practised) -> Ability:
    return one.ability.after_days((now - one.held.last.at) / DAY)


def _practised(known: Practised | None, one: "Weighed", name: Text, lately: Lately) -> Practised:
    review = Review(one.attempt, one.at, rate_share(one.share))
    if known is None:
        ability = after(Ability(), one.at, one)
        return Practised(ability, reviewed(None, review), {name: 1}, (lately,), Proven().after(one))
    return Practised(
        after(known.ability, known.held.last.at, one),
        reviewed(known.held, review),
        {**known.names, name: known.names.get(name, 0) + 1},
        (*known.lately, lately)[-LATELY:],
        known.proven.after(one),
    )
