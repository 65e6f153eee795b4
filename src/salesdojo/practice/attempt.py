"""An attempt at a scenario as an immutable value: choices in, events out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from salesdojo.content.model import Branch, Choice, Outcome, Scenario, Scene
from salesdojo.content.text import Text
from salesdojo.errors import PracticeError
from salesdojo.practice.at_table import AtTable, TableTurn, at_table, made
from salesdojo.practice.draws import shuffled
from salesdojo.practice.passing_scenes import entered
from salesdojo.practice.stepping import (
    HIGHEST,
    LOWEST,
    State,
    before_the_opening,
    offered,
    points_counted,
    taking,
    values,
)
from salesdojo.practice.table.state import TableState

_UNOPENED: Final = State("", (), frozenset(), frozenset(), -1)


@dataclass(frozen=True, slots=True)
class Heard:
    """A scene as it was met: its stage direction and what the customer said."""

    scene: str
    speaker: Text
    note: Text | None
    line: Text


@dataclass(frozen=True, slots=True)
class Event:
    """What one decision did."""

    turn: int
    """1 for the first decision."""
    scene: str
    speaker: Text
    """Who replied."""
    choice: Choice
    timed_out: bool
    """Silence took the choice."""
    offered: tuple[str, ...]
    """The choices that could be taken, in the file's order."""
    points: Mapping[str, int]
    """What counted, by criterion."""
    moved: Mapping[str, tuple[int, int]]
    """Meter: before, after; only those that moved."""
    learned: tuple[str, ...]
    """Facts uncovered for the first time."""
    before: State
    after: State
    """Where the talk came to rest."""
    heard: tuple[Heard, ...]
    """The scenes entered after it, in order."""
    table: TableTurn | None = None
    """Set where it was a move at a negotiation table, and the choice made up for it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One person's way through a scenario so far. `Attempt(scenario, seed)` opens one."""

    scenario: Scenario
    seed: int
    """Decides every draw and the order of choices."""
    opening: tuple[Heard, ...] = ()
    events: tuple[Event, ...] = ()
    state: State = _UNOPENED
    seat: AtTable | None = None
    """Set while the talk stands at a negotiation table."""

    def __post_init__(self) -> None:
        """Let a new attempt come to its first rest."""
        if self.state is not _UNOPENED:
            return
        start = (Branch(self.scenario.start),)
        state, heard = self._follow(before_the_opening(self.scenario), start, ())
        object.__setattr__(self, "state", state)
        object.__setattr__(self, "opening", heard)
        object.__setattr__(self, "seat", at_table(self.scenario, state))

    @property
    def scene(self) -> Scene:
        """Where the talk stands: a scene with choices, or an end."""
        return self.scenario.scenes[self.state.scene]

    @property
    def turn(self) -> int:
        """Decisions taken so far."""
        return self.state.turn

    @property
    def meters(self) -> Mapping[str, int]:
        """Each meter's value, 0-100."""
        return dict(zip(self.scenario.meters, self.state.meters, strict=True))

    @property
    def facts(self) -> frozenset[str]:
        """What is known: from the beginning, or uncovered."""
        return self.state.facts

    @property
    def table(self) -> TableState | None:
        """The negotiation that goes on, or None."""
        return None if self.seat is None else self.seat.state

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices that can be taken, in the file's order; none at a table, or at the end."""
        return () if self.seat is not None else offered(self.scenario, self.state)

    @property
    def shown(self) -> tuple[Choice, ...]:
        """The same in the order to show them: a scene keeps its order in one attempt."""
        if self.scene.fixed_order:
            return self.offered
        order = shuffled(tuple(self.scene.choices), self.seed, self.scene.id)
        return tuple(sorted(self.offered, key=lambda choice: order.index(choice.id)))

    @property
    def deadline(self) -> int | None:
        """Seconds until silence decides; None where it never does."""
        silent = self.scene.timeout
        if silent is None or not any(choice.id == silent for choice in self.offered):
            return None
        return self.scene.seconds

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, or None while it goes on. With nothing left to say it stalled."""
        if self.scene.end is not None:
            return self.scene.end
        return None if self.seat is not None or self.offered else Outcome.STALLED

    @property
    def satisfaction(self) -> int | None:
        """What the customer felt at the end, 0-100, where the scenario says so."""
        if self.scene.satisfaction is None:
            return None
        felt = self.scene.satisfaction.value(values(self.scenario, self.state))
        return min(HIGHEST, max(LOWEST, int(felt)))

    def take(self, choice_id: str, *, timed_out: bool = False) -> tuple["Attempt", Event]:
        """Take an offered choice, or make a move at a table; return what it came to.

        At a table `choice_id` is the move as `move_text` has it; the event's choice is made up.

        Raises:
            PracticeError: PR001 when it is not offered here, PR002 when the talk is over,
                PR004-PR009 for what is no move at the table, or cannot be made now.
        """
        if self.seat is not None:
            event, seat = self._bargained(self.seat, choice_id)
        else:
            event = self._event(self._chosen(choice_id), timed_out=timed_out)
            seat = at_table(self.scenario, event.after)
        events = (*self.events, event)
        return replace(self, events=events, state=event.after, seat=seat), event

    def _chosen(self, choice_id: str) -> Choice:
        could = self.offered
        if not could:
            raise PracticeError("PR002", choice=choice_id)
        chosen = next((choice for choice in could if choice.id == choice_id), None)
        if chosen is None:
            names = ", ".join(choice.id for choice in could)
            raise PracticeError("PR001", choice=choice_id, offered=names, turn=self.turn + 1)
        return chosen

    def _bargained(self, seat: AtTable, text: str) -> tuple[Event, AtTable | None]:
        bargaining = self.scene.bargaining
        if bargaining is None:
            msg = "a talk sits at the table of its scene"
            raise AssertionError(msg)
        after, choice = made(bargaining, seat.state, text, self.seed)
        # Moves are not remembered as taken: what is offered again may be taken then.
        settled = replace(taking(self.scenario, self.state, choice), taken=self.state.taken)
        event = self._event(choice, TableTurn(seat.opened, after, settled))
        if after.ending is None:
            return event, AtTable(seat.opened, after)
        return event, at_table(self.scenario, event.after)

    def _event(
        self, choice: Choice, table: TableTurn | None = None, *, timed_out: bool = False
    ) -> Event:
        before = self.state
        taken = taking(self.scenario, before, choice) if table is None else table.settled
        after, heard = taken, tuple[Heard, ...]()
        if choice.goto:  # a move that does not end the negotiation leads nowhere
            after, heard = self._follow(taken, choice.goto, (f"{before.scene}.{choice.id}",))
        changes = zip(self.scenario.meters, before.meters, taken.meters, strict=True)
        return Event(
            turn=taken.turn,
            scene=before.scene,
            speaker=self._speaker(self.scene),
            choice=choice,
            timed_out=timed_out,
            offered=tuple(could.id for could in self.offered),
            points=points_counted(before, choice) if table is None else choice.points,
            moved={meter: (was, now) for meter, was, now in changes if was != now},
            learned=tuple(fact for fact in choice.learn if fact not in before.facts),
            before=before,
            after=after,
            heard=heard,
            table=table,
        )

    def _follow(
        self, state: State, goto: Sequence[Branch], way: tuple[str, ...]
    ) -> tuple[State, tuple[Heard, ...]]:
        """Follow `goto` until the talk rests, drawing where chance decides.

        `way` is what came after the events so far.
        """
        heard: list[Heard] = []

        def road() -> tuple[str, ...]:
            return (*(f"{event.scene}.{event.choice.id}" for event in self.events), *way)

        for entering in entered(self.scenario, state, goto, self.seed, road):
            state = entering
            scene = self.scenario.scenes[state.scene]
            line = self._line(scene, state)
            heard.append(Heard(scene.id, self._speaker(scene), scene.note, line))
        return state, tuple(heard)

    def _speaker(self, scene: Scene) -> Text:
        return scene.speaker or self.scenario.customer.name

    def _line(self, scene: Scene, state: State) -> Text:
        held = values(self.scenario, state)
        for line in scene.customer:
            if line.when is None or line.when.value(held):
                return line.say
        return scene.customer[-1].say
