"""A journey that is remembered: taken up where it was left, in the middle of a chapter too.

Every door plays one the same way: while `over` is false, play `session` to its end,
`conclude` it, and let `go_on` begin the next chapter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from salesdojo.content.model import Outcome
from salesdojo.errors import RecordsError
from salesdojo.practice.journey_story import Story, story
from salesdojo.practice.journeys import NOTHING, Carried, carried_on, carrying, goes_on
from salesdojo.records.mode import Mode
from salesdojo.records.session import Clock, NewId, Session
from salesdojo.records.values import solution

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.content.model import Scenario
    from salesdojo.practice.attempt import Attempt
    from salesdojo.practice.scoring import Result
    from salesdojo.records.model import JourneyRecord, Person
    from salesdojo.records.store import Store

NewSeed = Callable[[], int]
ScenarioOf = Callable[[str], "Scenario"]
"""A scenario of the pack by id; it raises `ContentError` for one that cannot be played."""


@dataclass(frozen=True, slots=True)
class Means:
    """What journeys are played with."""

    store: "Store"
    scenario_of: ScenarioOf
    language: str
    """Spoken now."""
    clock: Clock
    new_id: NewId
    """For journeys and their attempts."""
    new_seed: NewSeed
    """For each chapter begun."""
    cache: Path | None
    """Where exact values are kept."""


class JourneySession:
    """One journey being played. `JourneySession.taken_up` and `JourneySession.begun` make one."""

    def __init__(self, means: Means, journey: "Journey", record: "JourneyRecord") -> None:
        """Stand where the store holds `record`; no chapter is begun by this."""
        self.journey = journey
        self.record = record
        self.session: Session | None = None
        """The chapter being played; None between two, and when the journey is over."""
        self.played: tuple[tuple[Attempt, Result], ...] = ()
        """The chapters that are concluded, in order."""
        self.carried: Carried = NOTHING
        self._means = means
        self._catch_up()

    @classmethod
    def taken_up(
        cls, means: Means, person: "Person", journey: "Journey", *, fresh: bool = False
    ) -> Self:
        """Return the unfinished journey where it was left, or a new one; with a chapter to play.

        Only where nothing is left to play of it there is none: what became of it was not
        told before. `fresh` leaves the unfinished one behind.

        Raises:
            ContentError: CT001, CT002 when the next chapter cannot be played.
            PracticeError: PR003 when it is too large to be scored.
            RecordsError: DB0xx, what keeps it from being read or stored.
        """
        store = means.store.journeys
        unfinished = store.unfinished(person, journey.id)
        if fresh:
            made = cls.begun(means, person, journey)
            if unfinished is not None:
                store.abandon(unfinished.id, means.clock())
            return made
        if unfinished is None:
            solution(means.scenario_of(journey.scenarios[0]), means.cache)
            unfinished = store.take_up(means.new_id(), person, journey.id, means.clock())
        return cls.gone_on(means, journey, unfinished.id)

    @classmethod
    def gone_on(cls, means: Means, journey: "Journey", run: str) -> Self:
        """Return the journey with the id `run`, with its next chapter to play unless it is over.

        Another window may have brought it further, or to its end: no other is begun for that.

        Raises:
            ContentError, PracticeError, RecordsError: as `taken_up`; DB034 when another
                window left it behind.
        """
        found = cls(means, journey, means.store.journeys.record(run))
        if found.over:
            return found
        if found.record.abandoned_at is not None:
            raise RecordsError("DB034", journey=journey.id, place=len(found.played) + 1)
        if found.session is None:
            found.go_on()
        return found

    @classmethod
    def begun(cls, means: Means, person: "Person", journey: "Journey") -> Self:
        """Begin a journey, whatever was left unfinished; with its first chapter to play.

        Raises:
            ContentError, PracticeError, RecordsError: as `taken_up`; then nothing is begun.
        """
        solution(means.scenario_of(journey.scenarios[0]), means.cache)
        store = means.store
        record = store.journeys.begin(means.new_id(), person, journey.id, means.clock())
        made = cls(means, journey, record)
        made.go_on()
        return made

    @property
    def chapter(self) -> int:
        """The place, from 1, of the chapter being played, or of the last one when it is over."""
        return len(self.played) + (self.session is not None)

    @property
    def outcome(self) -> Outcome | None:
        """How the last chapter that is concluded ended; None before the first."""
        return self.played[-1][1].outcome if self.played else None

    @property
    def over(self) -> bool:
        """Whether nothing follows: the last chapter is concluded, or the deal lost or declined."""
        if self.session is not None or self.outcome is None:
            return False
        return not goes_on(self.outcome) or len(self.played) >= len(self.journey.scenarios)

    def conclude(self) -> "Result":
        """Score the chapter, whose talk is over, keep it, and carry on what it left.

        Raises:
            ValueError: when no chapter is being played, or its talk is not over.
            RecordsError: DB0xx, what keeps it from being stored.
        """
        if self.session is None:
            msg = "no chapter is being played"
            raise ValueError(msg)
        result = self.session.result(solution(self.session.attempt.scenario, self._means.cache))
        self._leave(self.session.attempt, result)
        return result

    def go_on(self, mode: Mode = Mode.PRACTICE) -> Session:
        """Begin the next chapter, from what was carried on.

        Raises:
            ContentError: CT001, CT002 when it cannot be played.
            PracticeError: PR003 when it is too large to be scored: nothing is begun.
            RecordsError: DB0xx, what keeps it from being stored.
        """
        place = len(self.played)
        written = self._means.scenario_of(self.journey.scenarios[place])
        scenario = carrying(written, self.carried) if place else written
        solution(scenario, self._means.cache)
        record = self._means.store.journeys.begin_chapter(
            self.record,
            place + 1,
            self._means.new_id(),
            scenario,
            seed=self._means.new_seed(),
            mode=mode,
            language=self._means.language,
            at=self._means.clock(),
        )
        # Another window may have begun it: the attempt is played as it was stored.
        self.session = Session.resume(
            self._means.store, record, self._means.clock, self._means.new_id
        )
        return self.session

    def story(self) -> Story:
        """Return what became of the deal so far; at least one chapter must be concluded."""
        return story(self.played)

    def _catch_up(self) -> None:
        """Go through the stored chapters: all but the last are over."""
        for attempt_id in self.record.chapters:
            record = self._means.store.attempt(attempt_id)
            self.session = Session.resume(
                self._means.store, record, self._means.clock, self._means.new_id
            )
            result = self._means.store.result(attempt_id)
            if result is not None:
                self._leave(self.session.attempt, result)
            elif self.session.attempt.outcome is not None:  # ended before it was scored
                self.conclude()

    def _leave(self, attempt: "Attempt", result: "Result") -> None:
        self.played = (*self.played, (attempt, result))
        self.carried = carried_on(self.carried, attempt)
        self.session = None
        if self.over:
            self._means.store.journeys.finish(
                self.record.id, result.outcome.value, self._means.clock()
            )
