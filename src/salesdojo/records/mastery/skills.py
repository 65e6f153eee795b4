"""What one person can do, criterion by criterion, told from every attempt they finished."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability, Difficulty, Game, over_chance
from salesdojo.records.mastery.scenario_figures import ScenarioFigures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.records.model import Finished
    from salesdojo.records.played import Played

_STEP: Final = 0.5
"""Logits that a scenario is harder by than one a level below, as its author judged."""
_MIDDLE: Final = 3
"""The level whose difficulty is 0."""
_SPREAD: Final = 0.25
"""The variance of a difficulty that was only judged by its author."""
DAY: Final = 86_400_000
"""Milliseconds."""


class Scored(Protocol):
    """A finished attempt, as far as it is evidence."""

    @property
    def attempt(self) -> str:
        """Its id."""

    @property
    def scenario(self) -> str:
        """The id of what was played."""

    @property
    def shares(self) -> "Mapping[str, float]":
        """By criterion: what was earned of the most, 0-1."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One attempt as evidence."""

    attempt: str
    scenario: str
    at: int
    share: float
    """What was earned of what skill can earn over chance, 0-1."""
    difficulty: float
    weight: float
    """1 for a first attempt; a repeat measures memory too and counts less."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One criterion: the estimate, and the attempts it rests on."""

    criterion: str
    name: Text
    ability: Ability
    """As of now."""
    evidence: tuple[Weighed, ...] = ()
    """In the order of finishing; none where only the figure was asked for."""


def skills_of(attempts: "Iterable[Finished]", played: "Played", now: int) -> tuple[Skill, ...]:
    """Return each criterion that `attempts` tell of, the least likely mastered first.

    Args:
        attempts: one person's, in the order of finishing (`finishing.in_order`).
        played: the scenarios as they were then.
        now: UTC in milliseconds.

    Raises:
        RecordsError: DB025 a scenario is missing, or was changed since.
    """
    tries: Counter[str] = Counter()
    found: dict[str, list[Weighed]] = {}
    names: dict[str, Counter[Text]] = {}
    for attempt in attempts:
        evidence = told_by(attempt, played, tries[attempt.scenario])
        tries[attempt.scenario] += 1
        for criterion, one in evidence.items():
            name = played.scenario(attempt.revision).rubric.criteria[criterion].name
            names.setdefault(criterion, Counter())[name] += 1
            found.setdefault(criterion, []).append(one)
    return weakest_first(
        Skill(one, usual(names[one]), estimate(evidence, now), tuple(evidence))
        for one, evidence in found.items()
    )


def weakest_first(skills: "Iterable[Skill]") -> tuple[Skill, ...]:
    """Return `skills`, the least likely mastered first."""
    return tuple(sorted(skills, key=lambda skill: (skill.ability.mastery, skill.criterion)))


def told_by(attempt: "Finished", played: "Played", tries: int) -> dict[str, Weighed]:
    """Return what an attempt says of each of its criteria.

    Args:
        attempt: its time brought in order.
        played: the scenarios as they were then.
        tries: how often the person had finished the same scenario before.

    Raises:
        RecordsError: DB025 its scenario is missing, or was changed since.
    """
    level = played.scenario(attempt.revision).level
    figures = ScenarioFigures(level, played.chances(attempt.revision))
    return weighed(attempt, figures, attempt.at, tries)


def weighed(attempt: "Scored", figures: ScenarioFigures, at: int, tries: int) -> dict[str, Weighed]:
    """Return what an attempt says of each of its criteria.

    Args:
        attempt: a finished one.
        figures: of the scenario that judged it.
        at: its time brought in order.
        tries: how often the person had finished the same scenario before.
    """
    difficulty = authored_difficulty(figures.level)
    weight = 1 / (1 + tries)
    return {
        criterion: Weighed(
            attempt.attempt,
            attempt.scenario,
            at,
            over_chance(share, figures.chances.get(criterion, 0.0)),
            difficulty,
            weight,
        )
        for criterion, share in attempt.shares.items()
    }


def authored_difficulty(level: int) -> float:
    """Return how hard a scenario of `level` (1-5) is, in logits, as its author judged it."""
    return _STEP * (level - _MIDDLE)


def game(one: Weighed) -> Game:
    """Return one attempt as the game against its scenario that it is taken for."""
    return Game(one.share, Difficulty(one.difficulty, _SPREAD), one.weight)


def estimate(evidence: "list[Weighed]", now: int) -> Ability:
    """Return the ability that the evidence tells of, as of `now` (UTC milliseconds)."""
    ability = Ability()
    last = evidence[0].at if evidence else now
    for one in evidence:
        ability = after(ability, last, one)
        last = max(last, one.at)
    return ability.after_days((now - last) / DAY)


def after(ability: Ability, last: int, one: Weighed) -> Ability:
    """Return the ability after one more piece of evidence; the one before it was of `last`."""
    game = Game(one.share, Difficulty(one.difficulty, _SPREAD), one.weight)
    return ability.after_days((one.at - last) / DAY).after_games((game,))


def usual(names: "Mapping[Text, int]") -> Text:
    """Return what most attempts call it: one id is one skill, in whichever rubric it stands.

    Args:
        names: how many attempts call it so; of equals the first is taken.
    """
    return max(names, key=lambda name: names[name])
