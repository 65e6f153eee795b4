"""What each decision of a scenario does to random players: how well it tells people apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from salesdojo.authoring.players import widths
from salesdojo.practice.policy_chain import Chain, visits
from salesdojo.practice.solving import Explored


@dataclass(frozen=True, slots=True)
class Decision:
    """A scene of choices, as random players meet it."""

    scene: str
    met: float
    """How often a talk comes to it, on average."""
    mean_loss: float
    """What it costs on average each time, in points of quality."""
    spread: float
    """How far it tells people apart, in points of quality: the root of the expected sum, over
    a talk, of the squared distances of its losses from `mean_loss`."""
    best: float
    """The probability, 0-1, that a choice taken at random costs nothing."""
    longest_best: Mapping[str, float]
    """The probability, 0-1, that the longest choice costs nothing; by language."""


def decisions(explored: Explored, languages: Sequence[str], alike: Chain) -> tuple[Decision, ...]:
    """Return the decisions that can be met, those that tell people apart most first.

    Moments where only one thing can be said decide nothing and are left out.

    Args:
        explored: the scenario.
        languages: those in which the longest choice is looked for.
        alike: the chain of whoever takes every choice alike.
    """
    graph, start = explored.graph, explored.solution.start
    unit = Fraction(100) / start if start > 0 else Fraction(100)
    wide = [widths(explored, language) for language in languages]
    met: dict[str, _Met] = {}
    for state, times in enumerate(visits(alike)):
        edges = graph.edges[state]
        if len(edges) < 2 or not times:  # noqa: PLR2004 - one is no decision
            continue
        losses = [float(explored.loss(state, place) * unit) for place in range(len(edges))]
        longest = [losses[_widest(edges, columns)] == 0 for columns in wide]
        met.setdefault(graph.scene(state), _Met(len(languages))).add(times, losses, longest)
    found = [here.decision(scene, languages) for scene, here in met.items()]
    return tuple(sorted(found, key=lambda decision: -decision.spread))


def _widest(edges: Sequence[tuple[int, bool, object]], columns: Sequence[int]) -> int:
    """Return the place of the choice that takes the most columns; the first of equals."""
    taken = [columns[number] for number, _, _ in edges]
    return taken.index(max(taken))


class _Met:
    """Sums over the states of one scene."""

    def __init__(self, languages: int) -> None:
        self.times = self.loss = self.square = self.best = 0.0
        self.longest = [0.0] * languages

    def add(self, times: float, losses: Sequence[float], longest: Sequence[bool]) -> None:
        self.times += times
        self.loss += times * sum(losses) / len(losses)
        self.square += times * sum(loss * loss for loss in losses) / len(losses)
        self.best += times * losses.count(0) / len(losses)
        for place, costs_nothing in enumerate(longest):
            self.longest[place] += times * costs_nothing

    def decision(self, scene: str, languages: Sequence[str]) -> Decision:
        mean = self.loss / self.times
        return Decision(
            scene,
            self.times,
            mean,
            sqrt(max(0.0, self.square - self.times * mean * mean)),
            self.best / self.times,
            {
                language: share / self.times
                for language, share in zip(languages, self.longest, strict=True)
            },
        )
