"""The records as the app needs them: opened late, asked from worker threads only.

Importing and opening a database takes longer than the first paint, so nothing
here is imported or opened before somebody asks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from salesdojo.records.mastery.course_turns import courses_at
from salesdojo.records.mode import Mode
from salesdojo.records.planning.next_up import NextUp, next_up
from salesdojo.records.planning.session_lengths import USUAL

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.content.library import Library
    from salesdojo.content.model import Scenario
    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.records.journeys.journey_places import JourneyPlace
    from salesdojo.records.journeys.journey_session import JourneySession, Means
    from salesdojo.records.mastery.belts import BeltStanding
    from salesdojo.records.model import AttemptRecord, Person, Standing
    from salesdojo.records.planning.plan import Plan
    from salesdojo.records.planning.practised import Moment
    from salesdojo.records.session import Session
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class Picture:
    """How one person stands: what the first screen shows."""

    standings: "Mapping[str, Standing]"
    next: NextUp | None
    kept: int
    """Decisions stored of the unfinished attempt that comes next; 0 where there is none."""
    assigned: "tuple[Assigned, ...]" = ()
    """The first due first."""


@dataclass(frozen=True, slots=True)
class Today:
    """Today's session of one person."""

    session: "Plan"
    before: "Moment"
    """The person as it begins."""
    done: bool
    """Whether all of it was done today."""


@dataclass(slots=True)
class Memory:
    """The store and the person, once they are needed. Threads may share it."""

    database: str
    """As an SQLAlchemy URL."""
    name: str
    clock: Callable[[], int]
    new_id: Callable[[], str]
    new_seed: Callable[[], int]
    on_wait: Callable[[float], None] | None = None
    """Told the seconds waited so far while another program holds the database."""
    team: str | None = None
    """The person's; None where only one has the name."""
    _person: "Person | None" = None
    _store: "Store | None" = None
    _lock: Lock = field(default_factory=Lock)

    def store(self) -> "Store":
        """Return the store, opened by whoever asks first.

        Raises:
            RecordsError: DB0xx, whatever keeps it from being used.
        """
        from salesdojo.records.store import Store

        with self._lock:
            if self._store is None:
                self._store = Store.open(self.database, on_wait=self.on_wait)
            return self._store

    def person(self) -> "Person":
        """Return who practises, as the records know them.

        Raises:
            RecordsError: DB060 who practised here was erased meanwhile: nobody is added anew.
        """
        if self._person is None:
            self._person = self.store().person(self.name, self.team)
            return self._person
        return self.store().people.require(self._person)

    def _known(self) -> "Person | None":
        """Return who practises, or None for somebody new: reading a briefing adds nobody."""
        if self._person is None:
            return self.store().known_person(self.name, self.team)
        return self.person()

    def picture(self, library: "Library", cache: Path | None) -> Picture:
        """Return how the person stands and what comes next."""
        from salesdojo.records.assignments.assigned import assigned_to, due_by_scenario
        from salesdojo.records.mastery.folding import figures_of
        from salesdojo.records.played import Played

        store, person, now = self.store(), self.person(), self.clock()
        standings = store.standings(person)
        passes = figures_of(store, person, now, Played(store, cache)).passes
        assigned = assigned_to(store, person, now)
        courses = courses_at(library.pack, passes, now)
        coming = next_up(library, standings, courses, due_by_scenario(assigned))
        record = None if coming is None else store.unfinished(person, coming.scenario)
        return Picture(standings, coming, 0 if record is None else record.saved, assigned)

    def assigned(self, scenario: str) -> "tuple[Assigned, ...]":
        """Return the person's assignments that ask for `scenario`, the first due first."""
        from salesdojo.records.assignments.assigned import assigned_to

        person = self._known()
        if person is None:
            return ()
        held = assigned_to(self.store(), person, self.clock())
        return tuple(one for one in held if scenario in one.assignment.scenarios)

    def moment(self, library: "Library", cache: Path | None) -> "Moment":
        """Return what the records say of the person now."""
        from salesdojo.records.mastery.known import known
        from salesdojo.records.planning.practised import Moment

        store, person = self.store(), self.person()
        told = known(store, person, library, self.clock(), cache)
        return Moment(told, store.standings(person))

    def session(
        self, library: "Library", moment: "Moment", minutes: int, *, again: bool = False
    ) -> "Plan":
        """Compose a session for the person as of `moment` (see `records.plan.plan`)."""
        from salesdojo.records.planning.plan import plan

        now = self.clock()
        return plan(
            library.entries, library.pack, moment.known, now=now, minutes=minutes, again=again
        )

    def today(self, library: "Library", cache: Path | None) -> Today:
        """Return the session that a day asks for."""
        before = self.moment(library, cache)
        session = self.session(library, before, USUAL)
        again = self.session(library, before, USUAL, again=True)
        # Something assigned that takes longer cannot wait until tomorrow.
        done = not session.items and bool(again.items) and not before.known.assigned
        return Today(session, before, done=done)

    def unread(self) -> int:
        """Return how many attempts of the person were reviewed and not read since."""
        return len(self.store().reviews.unread(self.person()))

    def belt(self, library: "Library", cache: Path | None) -> "BeltStanding":
        """Return the belt that the person wears."""
        from salesdojo.records.history.progress import belt

        return belt(self.store(), self.person(), library, self.clock(), cache)

    def unfinished(self, scenario: str) -> "AttemptRecord | None":
        """Return the attempt that can be taken up again."""
        person = self._known()
        return None if person is None else self.store().unfinished(person, scenario)

    def begin(
        self, scenario: "Scenario", mode: Mode, language: str, *, cache: Path | None, fresh: bool
    ) -> "Session":
        """Take up the unfinished attempt, or begin one; `fresh` leaves the unfinished one behind.

        An attempt taken up stays in the mode it was begun in.
        """
        from salesdojo.records.taking_up import taken_up

        return taken_up(
            self.store(),
            self.person(),
            scenario,
            seed=self.new_seed(),
            mode=mode,
            language=language,
            clock=self.clock,
            new_id=self.new_id,
            cache=cache,
            fresh=fresh,
        )

    def journey_places(self, library: "Library") -> "Mapping[str, JourneyPlace]":
        """Return where the person stands in the journeys of `library`, by id."""
        from salesdojo.records.journeys.journey_places import journey_places

        return journey_places(self.store(), self.person(), library.pack.journeys)

    def journey(
        self,
        journey: "Journey",
        library: "Library",
        language: str,
        cache: Path | None,
        run: str | None = None,
    ) -> "JourneySession":
        """Take up a journey where it was left, or begin it; `run` goes on with that one only."""
        from salesdojo.records.journeys.journey_session import JourneySession

        means = self._means(library, language, cache)
        if run is not None:
            return JourneySession.gone_on(means, journey, run)
        return JourneySession.taken_up(means, self.person(), journey)

    def journey_so_far(
        self, journey: "Journey", library: "Library", language: str, cache: Path | None
    ) -> "JourneySession | None":
        """Return the last run of a journey in which a chapter was concluded, as it stands."""
        from salesdojo.records.journeys.journey_session import JourneySession

        means = self._means(library, language, cache)
        for record in reversed(self.store().journeys.of_person(self.person())):
            if record.journey == journey.id and record.chapters:
                run = JourneySession(means, journey, record)
                if run.played:
                    return run
        return None

    def _means(self, library: "Library", language: str, cache: Path | None) -> "Means":
        from salesdojo.records.journeys.journey_session import Means

        return Means(
            store=self.store(),
            scenario_of=library.scenario,
            language=language,
            clock=self.clock,
            new_id=self.new_id,
            new_seed=self.new_seed,
            cache=cache,
        )

    def close(self) -> None:
        """Close the store if it was opened. What was written is durable already."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
