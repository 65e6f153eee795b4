"""A talk as its author plays it: forward, back, at random, into the next version of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from salesdojo.authoring.previewing.same_move import same_move
from salesdojo.content.model import Choice, Scenario, Scene
from salesdojo.practice.at_table import AtTable, at_table
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.draws import draw
from salesdojo.practice.following import AS, follow
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.players import Player, next_move
from salesdojo.practice.table.state import TableState
from salesdojo.practice.table.view import view

LONGEST_STROLL: Final = 200
"""Decisions after which random play stops: a talk may go round for ever."""


class Step(NamedTuple):
    """One decision of a road."""

    scene: str
    choice: str


class Apart(StrEnum):
    """Why a road cannot be gone any further in another version of its scenario."""

    GONE = "gone"
    """The scene has no such choice any more."""
    CLOSED = "closed"
    """It has, but does not offer it at this point."""
    ELSEWHERE = "elsewhere"
    """The talk comes to another scene before it."""
    IMPOSSIBLE = "impossible"
    """It is a move that cannot be made at the table as it stands there."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where a road parts from what a new version offers."""

    turn: int
    """Of the decision that cannot be taken, 1 for the first."""
    step: Step
    why: Apart


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Where an author stands in a scenario, and the road that led there."""

    attempt: Attempt
    ahead: tuple[Step, ...] = ()
    """The rest of a road that this version does not offer; the next one may again."""

    @classmethod
    def begun(cls, scenario: Scenario, seed: int) -> "Rehearsal":
        """Open the scenario; `seed` decides chance and the order of choices."""
        return cls(Attempt(scenario, seed))

    @property
    def scenario(self) -> Scenario:
        """The version of the scenario that is played."""
        return self.attempt.scenario

    @property
    def road(self) -> tuple[Step, ...]:
        """The decisions taken."""
        return tuple(Step(event.scene, event.choice.id) for event in self.attempt.events)

    @property
    def over(self) -> bool:
        """Whether the talk has come to its end."""
        return self.attempt.outcome is not None

    def taken(self, choice: str) -> "Rehearsal":
        """Take an offered choice, or make a move at a table, given as text.

        Raises:
            PracticeError: as `Attempt.take`.
        """
        return Rehearsal(self.attempt.take(choice)[0])

    def left_to(self, player: Player) -> "Rehearsal":
        """Let a named player bargain to the end of the table at which the talk stands."""
        return Rehearsal(follow(self.attempt, f"{AS} {player.value}"))

    def back(self, decisions: int = 1) -> "Rehearsal":
        """Take back the last decisions, as far as there are any."""
        return self.cut(max(0, len(self.attempt.events) - decisions))

    def cut(self, decisions: int) -> "Rehearsal":
        """Keep only the first `decisions`."""
        events = self.attempt.events
        if decisions >= len(events):
            return Rehearsal(self.attempt)
        state = events[decisions].before
        table = events[decisions - 1].table if decisions else None
        seat = at_table(self.scenario, state)
        if table is not None and not table.ends:
            seat = AtTable(table.opened, table.state)
        kept = replace(self.attempt, events=events[:decisions], state=state, seat=seat)
        return Rehearsal(kept)

    def strolled(self, luck: int, most: int = LONGEST_STROLL) -> "Rehearsal":
        """Take up to `most` random decisions, each choice with the same chance.

        At a table they are moves of the player `random`. The same `luck` takes the same ones.
        """
        attempt = self.attempt
        for _ in range(most):
            if attempt.table is not None:
                attempt, _ = attempt.take(_random_move(attempt.table, luck))
                continue
            offered = attempt.offered
            if not offered:
                break
            road = [f"{event.scene}.{event.choice.id}" for event in attempt.events]
            place = draw(luck, ("stroll", *road), len(offered))
            attempt, _ = attempt.take(offered[place].id)
        return Rehearsal(attempt)

    def moved_to(self, scenario: Scenario) -> tuple["Rehearsal", Parting | None]:
        """Go the same road in another version, as far as each choice exists and is offered.

        A scene, a choice, or what stands on a table is the same where it only has another
        name. What cannot be gone is kept `ahead`, for the version after: an author may undo a
        change.
        """
        road = (*self.road, *self.ahead)
        attempt = Attempt(scenario, self.attempt.seed)
        for place, step in enumerate(road):
            found = _same_choice(self.scenario, attempt, step)
            if isinstance(found, Apart):
                return Rehearsal(attempt, road[place:]), Parting(place + 1, step, found)
            attempt, _ = attempt.take(found)
        return Rehearsal(attempt), None


def _same_choice(old: Scenario, attempt: Attempt, step: Step) -> str | Apart:
    """Return the choice that `step` is in the new version, or why there is none here."""
    scene = attempt.scene
    if scene.id != step.scene and step.scene in attempt.scenario.scenes:
        return Apart.ELSEWHERE
    if attempt.table is not None:
        before = old.scenes.get(step.scene)
        return _same_move(before, attempt.table, step.choice)
    name = step.choice
    if name not in scene.choices:
        was = old.scenes.get(step.scene)
        name = _renamed(name, was.choices if was else {}, scene.choices)
        if not name:
            return Apart.GONE
    return name if any(choice.id == name for choice in attempt.offered) else Apart.CLOSED


def _same_move(before: Scene | None, now: TableState, text: str) -> str | Apart:
    bargaining = None if before is None else before.bargaining
    found = same_move(None if bargaining is None else bargaining.table, now, text)
    return Apart.IMPOSSIBLE if found is None else found


def _random_move(state: TableState, luck: int) -> str:
    return move_text(state.table, next_move(view(state), Player.RANDOM, luck))


def _renamed(name: str, old: Mapping[str, Choice], new: Mapping[str, Choice]) -> str:
    """Return the one new choice that says what `name` said, or nothing."""
    if name not in old:
        return ""
    alike = [one.id for one in new.values() if one.id not in old and one.say == old[name].say]
    return alike[0] if len(alike) == 1 else ""
