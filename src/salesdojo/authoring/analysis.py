"""Every exact figure of one scenario: what a trainer should know before trainees meet it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salesdojo.authoring.decisions import Decision, decisions
from salesdojo.authoring.players import RANDOM, Player, languages, named_players
from salesdojo.authoring.table_figures import TableFigures, table_figures
from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.best_road import Step, best_road
from salesdojo.practice.exact_play import (
    at_random,
    chain_of,
    choices_taken,
    mean_quality,
    outcome_shares,
    passing,
    scenes_seen,
    uniform,
    worst_quality,
)
from salesdojo.practice.policy_chain import Chain
from salesdojo.practice.random_bargaining import one_of_random, with_more_luck
from salesdojo.practice.solving import Explored, explored

TRIES: Final = 5
"""How often the players may try again."""


@dataclass(frozen=True, slots=True)
class PlayerFigures:
    """What one named player comes to."""

    name: str
    language: str | None
    """Which language the longest choice was looked for in: the one that does better."""
    mean: float
    """Quality, 0-100."""
    passing: float
    """Probability, 0-1."""
    outcomes: Mapping[Outcome, float]

    @property
    def passing_in_tries(self) -> float:
        """The probability, 0-1, to pass at least once in `TRIES` tries."""
        return 1 - (1 - self.passing) ** TRIES


@dataclass(frozen=True, slots=True)
class LengthCue:
    """Whether the length of a choice gives it away, in one language."""

    language: str
    share: float
    """The mean over decisions of the probability that the longest choice costs nothing, 0-1."""
    by_chance: float
    """The same for a choice taken at random."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything `salesdojo analyse` knows of a scenario."""

    scenario: Scenario
    states: int
    """How many states a talk can reach, as far as they differ."""
    best: Fraction
    """Quality: 100 by definition."""
    worst: Fraction
    """The least quality, 0-100, of any road that ends."""
    best_road: tuple[Step, ...] | None
    """None where every best road turns in circles."""
    players: tuple[PlayerFigures, ...]
    """Random, first, longest, greedy."""
    seen: Mapping[str, float]
    """By scene: the probability that the random player sees it."""
    taken: Mapping[Step, float]
    """By choice: the probability that the random player takes it."""
    decisions: tuple[Decision, ...]
    """Those that tell people apart most first."""
    most_points: Mapping[str, int]
    """By criterion: the most points of any road; only those above 0."""
    earned_in: Mapping[str, tuple[str, ...]]
    """By criterion: the scenes in which points can be earned on it."""
    length_cues: tuple[LengthCue, ...]
    """Empty where the only decisions are negotiations."""
    tables: tuple[TableFigures, ...] = ()
    """Of each negotiation table that a talk can come to."""

    @property
    def random(self) -> PlayerFigures:
        """The random player."""
        return next(player for player in self.players if player.name == RANDOM)


def analyse(scenario: Scenario) -> Analysis:
    """Return the exact figures of `scenario`.

    Raises:
        PracticeError: PR003 when it is too large to be scored exactly.
    """
    return analysis_of(explored(scenario))


def analysis_of(solved: Explored) -> Analysis:
    """Return the exact figures of a scenario explored already.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    scenario, lucky = solved.scenario, with_more_luck(solved)
    anyone = chain_of(lucky, at_random(lucky))
    # Without a negotiation both are the same player.
    alike = chain_of(solved, uniform(solved)) if scenario.bargains else anyone
    spoken = languages(scenario)
    taken = _by_player(choices_taken(lucky, anyone))
    deciding = decisions(solved, spoken, alike)
    lines = [one for one in deciding if scenario.scenes[one.scene].bargaining is None]
    return Analysis(
        scenario=scenario,
        states=len(solved.graph),
        best=Fraction(100),
        worst=worst_quality(solved, alike),
        best_road=best_road(solved),
        players=_players(lucky, anyone),
        seen=scenes_seen(lucky, anyone),
        taken=taken,
        decisions=deciding,
        most_points=solved.solution.best,
        earned_in=_earned_in(scenario, taken),
        length_cues=()
        if deciding and not lines
        else tuple(_length_cue(language, lines) for language in spoken),
        tables=table_figures(scenario),
    )


def _by_player(taken: Mapping[Step, float]) -> Mapping[Step, float]:
    """Put the negotiations of the random player together that began in the same mood."""
    shares: dict[Step, float] = {}
    for (scene, name), share in taken.items():
        step = scene, one_of_random(name)
        shares[step] = shares.get(step, 0.0) + share
    return shares


def _players(solved: Explored, anyone: Chain) -> tuple[PlayerFigures, ...]:
    """Return each player's figures; of the languages of `longest`, the one that does better."""
    figures: dict[str, PlayerFigures] = {}
    for player in named_players(solved):
        chain = anyone if player.name == RANDOM else chain_of(solved, player.policy)
        found = _figures(solved, player, chain)
        other = figures.get(player.name)
        if other is None or (found.passing, found.mean) > (other.passing, other.mean):
            figures[player.name] = found
    return tuple(figures.values())


def _figures(solved: Explored, player: Player, chain: Chain) -> PlayerFigures:
    return PlayerFigures(
        player.name,
        player.language,
        mean_quality(solved, chain),
        passing(solved, chain),
        outcome_shares(solved, chain),
    )


def _earned_in(scenario: Scenario, taken: Mapping[Step, float]) -> Mapping[str, tuple[str, ...]]:
    return {
        criterion: tuple(
            scene.id
            for scene in scenario.scenes.values()
            if any(
                choice.points.get(criterion, 0) > 0
                and (taken[scene.id, choice.id] or scene.bargaining)
                for choice in scene.choices.values()
            )
        )
        for criterion in scenario.rubric.criteria
    }


def _length_cue(language: str, deciding: Sequence[Decision]) -> LengthCue:
    many = max(1, len(deciding))
    return LengthCue(
        language,
        sum(decision.longest_best[language] for decision in deciding) / many,
        sum(decision.best for decision in deciding) / many,
    )
