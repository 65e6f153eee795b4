"""What a rule looks at: one scenario that can be played, with the file it stands in."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from salesdojo.authoring.behind_tables import behind_tables, measured
from salesdojo.authoring.rules.census import (
    Census,
    census,
    census_from_anywhere,
    earned_from_anywhere,
)
from salesdojo.authoring.rules.decision import Decision, FreeChoices, decisions, free_choices
from salesdojo.authoring.rules.golden_talks import GoldenTalk, golden_talks
from salesdojo.content.document import Document, Path
from salesdojo.content.model import Scenario
from salesdojo.content.problem import Problem
from salesdojo.practice.passing import Passing
from salesdojo.practice.random_bargaining import with_more_luck
from salesdojo.practice.roads import Roads
from salesdojo.practice.solving import Explored


@dataclass(frozen=True, slots=True)
class Talk:
    """A scenario, where it is written, and what its pack asks of it."""

    document: Document
    scenario: Scenario
    languages: tuple[str, ...]
    """Those in which every text is wanted; empty where no pack says."""
    random_pass_limit: int
    """Percent of random players that may pass."""
    drill: bool
    """A single decision, of drills/."""
    terms: Mapping[str, Sequence[str]]
    """The names under which each glossary term can stand in a line, by headword."""
    later_chapter: bool = False
    """Whether a journey can come to it with any facts known and its meters anywhere."""

    def problem(self, path: Path, code: str, form: str = "", **values: str | int) -> Problem:
        """Build a problem at the value of `path`."""
        return self.document.problem(path, code, form, **values)

    def key_problem(self, path: Path, code: str, form: str = "", **values: str | int) -> Problem:
        """Build a problem at the key of `path`."""
        return self.document.key_problem(path, code, form, **values)


@dataclass(frozen=True)
class SolvedTalk:
    """A talk with every state it can reach: what is said of it is proved."""

    talk: Talk
    explored: Explored

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.talk.scenario

    @cached_property
    def roads(self) -> Roads:
        """Its roads."""
        return Roads(self.explored)

    @cached_property
    def passing(self) -> Passing:
        """Its roads, judged by the pass mark."""
        return Passing(self.roads)

    @cached_property
    def lucky(self) -> Explored:
        """The same, with several negotiations of the random player at its tables."""
        return with_more_luck(self.explored)

    @cached_property
    def golden_talks(self) -> tuple[GoldenTalk, ...]:
        """Its golden paths, played."""
        return tuple(golden_talks(self.explored.solution))

    @cached_property
    def free_choices(self) -> FreeChoices:
        """The choices that cost nothing, by scene and state."""
        return free_choices(self.roads)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Its decisions, each with its best choice."""
        return decisions(self.roads, self.free_choices)

    @cached_property
    def census(self) -> Census:
        """What happens at least once, wherever a talk can begin."""
        if self.talk.later_chapter:
            return census_from_anywhere(self.scenario)
        return census(self.explored)

    @cached_property
    def behind_tables(self) -> AbstractSet[str]:
        """The scenes of which nobody can say that something never happens there."""
        return behind_tables(self.scenario)

    @cached_property
    def earned(self) -> AbstractSet[str]:
        """The criteria on which points can be earned, wherever a talk can begin."""
        if self.talk.later_chapter:
            # What lies behind a negotiation table is found by playing to it alone.
            anywhere = earned_from_anywhere(self.scenario) | measured(self.scenario)
            return anywhere | self.explored.solution.best.keys()
        return self.explored.solution.best.keys()


def written_road(road: Sequence[str]) -> str:
    """Return a road as `play --choose` takes it."""
    return ",".join(road)
