"""A talk that is remembered: each decision is durable before anyone sees what it did.

The doors drive it and nothing else; `Attempt` is the game, `Store` the memory.
When the store refuses a decision the session stays where it was: the same choice
may be taken again, or the attempt resumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.own_words import own_words
from salesdojo.errors import PracticeError, RecordsError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import score
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork, StoredDecision
from salesdojo.records.reviews.remark import LONGEST_WORDS, Remark
from salesdojo.records.reviews.said import Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.model import Scenario
    from salesdojo.content.text import Text
    from salesdojo.practice.attempt import Event
    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Result
    from salesdojo.practice.solving import Solution
    from salesdojo.records.model import Person
    from salesdojo.records.reviews.remark import RemarkKind
    from salesdojo.records.store import Store

Clock = Callable[[], int]
"""UTC in milliseconds."""
NewId = Callable[[], str]
"""An id that no other attempt has, anywhere."""


def attempt_id() -> str:
    """Return a new attempt's id (a random UUID, 32 hex digits)."""
    return uuid4().hex


class Session:
    """One attempt being played. `Session.start` and `Session.resume` make one."""

    def __init__(
        self, store: Store, record: AttemptRecord, attempt: Attempt, clock: Clock, new_id: NewId
    ) -> None:
        """Go on from `attempt`, which is what the store holds of `record`."""
        self.record = record
        self.attempt = attempt
        self.saved = attempt.turn
        """Decisions that are durable."""
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._hinted = False

    @classmethod
    def start(  # noqa: PLR0913 - what an attempt is
        cls,
        store: Store,
        person: Person,
        scenario: Scenario,
        *,
        seed: int,
        mode: Mode,
        language: str,
        clock: Clock,
        new_id: NewId = attempt_id,
        fork: Fork | None = None,
    ) -> Self:
        """Begin an attempt; a fork stands at its turn, with the decisions before it taken.

        Raises:
            UsageError: US022 for a seed outside 0 to 2**63 - 1.
            RecordsError: DB0xx, what keeps it from being stored.
        """
        record = store.begin(new_id(), person, scenario, seed, mode, language, clock(), fork)
        return cls(store, record, _replayed(store, record, scenario), clock, new_id)

    @classmethod
    def resume(
        cls, store: Store, record: AttemptRecord, clock: Clock, new_id: NewId = attempt_id
    ) -> Self:
        """Take up an attempt where it was left, on the scenario as it was when it began.

        Raises:
            RecordsError: DB018 the stored decisions cannot be played, DB025 the stored
                scenario is missing or changed, or what keeps them from being read.
        """
        scenario = scenario_from_canonical(store.canonical(record.revision))
        attempt = _replayed(store, record, scenario)
        return cls(store, replace(record, saved=attempt.turn), attempt, clock, new_id)

    def hint(self) -> Text | None:
        """Return the scene's hint, if it has one; the next decision is marked as hinted."""
        hint = self.attempt.scene.hint
        self._hinted = self._hinted or hint is not None
        return hint

    def take(
        self,
        choice_id: str,
        *,
        timed_out: bool = False,
        elapsed_ms: int = 0,
        recall: Recalled | None = None,
    ) -> Event:
        """Take a choice; when this returns, it is durable, and so is what was typed before it.

        Raises:
            PracticeError: PR001 not offered here, PR002 the talk is over, PR004-PR009 no move
                of the negotiation that goes on.
            RecordsError: DB015 another window went on differently, DB060 the person was
                erased in one, or what keeps the decision from being stored. The session
                stays where it was.
        """
        attempt, event = self.attempt.take(choice_id, timed_out=timed_out)
        decision = StoredDecision(
            turn=event.turn,
            scene=event.scene,
            choice=event.choice.id,
            timed_out=timed_out,
            hinted=self._hinted,
            elapsed_ms=elapsed_ms,
            at=self._clock(),
        )
        with self._while_there():
            self._store.append(self.record.id, decision, recall)
        self.attempt = attempt
        self.saved = event.turn
        self._hinted = False
        return event

    def result(self, solution: Solution) -> Result:
        """Score the attempt, which is over, and keep the result.

        Raises:
            RecordsError: DB060 the person was erased, or what keeps it from being stored.
        """
        result = score(self.attempt, solution)
        with self._while_there():
            self._store.finish(self.record.id, result, self._clock())
        return result

    def hinted(self) -> frozenset[int]:
        """Return the turns (from 1) whose hint was read before the choice."""
        stored = self._store.decisions(self.record.id)
        return frozenset(decision.turn for decision in stored if decision.hinted)

    def recalls(self) -> Mapping[int, Recalled]:
        """Return what was typed before decisions, by turn."""
        return self._store.recalls(self.record.id)

    def remark(self, remark: Remark) -> None:
        """Keep what the trainee tells the trainer about a line; the same again changes nothing.

        Raises:
            RecordsError: DB067 there is no such decision, or what keeps it from being stored.
        """
        self._store.remarks.keep(remark)

    def read_reviews(self) -> bool:
        """Keep that the trainee has read what reviewers say; say whether there was anything new.

        Raises:
            RecordsError: DB060 the person was erased, or what keeps it from being kept.
        """
        record = self.record
        read = Said(self._new_id(), record.id, Kind.READ, record.person.id, self._clock())
        with self._while_there():
            return self._store.reviews.keep_read(read)

    def new_remark(
        self, turn: int, choice: str, kind: RemarkKind, words: str, language: str
    ) -> Remark:
        """Return a remark of this moment, with an id of its own, not kept yet."""
        said = own_words(words, LONGEST_WORDS)
        at, new = self._clock(), self._new_id()
        return Remark(new, self.record.id, turn, choice, kind, said or None, language, at)

    def resumed(self) -> Session:
        """Return the attempt as the store has it now: another window may have gone on.

        Raises:
            RecordsError: DB060 the person was erased, or what keeps it from being read.
        """
        with self._while_there():
            record = self._store.attempt(self.record.id)
        return Session.resume(self._store, record, self._clock, self._new_id)

    def fork_at(self, turn: int) -> Session:
        """Begin a retry from `turn` (from 1), with the decisions before it as they were taken.

        A retry is practice, and never counts as a first, best or latest attempt.

        Raises:
            RecordsError: DB024 when that turn was not reached.
        """
        return Session.start(
            self._store,
            self.record.person,
            self.attempt.scenario,
            seed=self.record.seed,
            mode=Mode.PRACTICE,
            language=self.record.language,
            clock=self._clock,
            new_id=self._new_id,
            fork=Fork(self.record.id, turn),
        )

    @contextmanager
    def _while_there(self) -> Iterator[None]:
        """Say of an attempt that is not there any more why it is not."""
        try:
            yield
        except RecordsError as error:
            if error.code == "DB017":
                self._store.people.require(self.record.person)
            raise


def _replayed(store: Store, record: AttemptRecord, scenario: Scenario) -> Attempt:
    """Return the attempt with every stored decision taken."""
    attempt = Attempt(scenario, record.seed)
    try:
        for decision in store.decisions(record.id):
            if attempt.scene.id != decision.scene:
                raise RecordsError("DB018", attempt=record.id)
            attempt, _ = attempt.take(decision.choice, timed_out=decision.timed_out)
    except PracticeError as unplayable:
        raise RecordsError("DB018", attempt=record.id) from unplayable
    return attempt
