"""Named players: simple ways to choose that no good scenario rewards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdojo.content.model import Scenario
from salesdojo.content.width import display_width
from salesdojo.practice.exact_play import Policy, at_random
from salesdojo.practice.solving import Explored

RANDOM, FIRST, LONGEST, GREEDY = "random", "first", "longest", "greedy"


@dataclass(frozen=True, slots=True)
class Player:
    """A way to choose, as a policy over one explored scenario."""

    name: str
    policy: Policy
    language: str | None = None
    """What is read, where the choice depends on it; empty where one text serves all."""


def named_players(explored: Explored) -> tuple[Player, ...]:
    """Return the named players; `longest` once for each language of the scenario."""
    worths = explored.worths

    def earned(number: int, counts: bool) -> int:
        return worths[number] if counts else 0

    def first(number: int, counts: bool) -> int:
        del number, counts
        return 0  # all alike: the file's order decides

    return (
        Player(RANDOM, at_random(explored)),
        Player(FIRST, _most(explored, first)),
        *(_longest(explored, language) for language in languages(explored.scenario)),
        Player(GREEDY, _most(explored, earned, by_words=False)),
    )


def languages(scenario: Scenario) -> tuple[str, ...]:
    """Return the languages that choices are written in; one empty name where none is told."""
    found = dict.fromkeys(
        language
        for scene in scenario.scenes.values()
        for choice in ({} if scene.bargaining else scene.choices).values()
        for language in choice.say.languages
    )
    return tuple(found) or ("",)


def widths(explored: Explored, language: str) -> list[int]:
    """Return how many columns the words of each choice take, by its number."""
    choices = explored.graph.numbering.choices
    return [display_width(choice.say.spoken(language)) for _, choice in choices]


def _longest(explored: Explored, language: str) -> Player:
    wide = widths(explored, language)

    def columns(number: int, counts: bool) -> int:
        del counts
        return wide[number]

    return Player(LONGEST, _most(explored, columns), language)


def _most(
    explored: Explored, figure: Callable[[int, bool], int], *, by_words: bool = True
) -> Policy:
    """Return the policy that takes the choice with the largest figure, the first of equals.

    Who goes by the look of the lines has none at a negotiation table, and does as chance does.
    """
    graph, scenes, random = explored.graph, explored.scenario.scenes, at_random(explored)
    edges = graph.edges

    def weights(state: int) -> Sequence[int]:
        if by_words and scenes[graph.scene(state)].bargaining is not None:
            return random(state)
        figures = [figure(number, counts) for number, counts, _ in edges[state]]
        best = figures.index(max(figures))
        return [int(place == best) for place in range(len(figures))]

    return weights
