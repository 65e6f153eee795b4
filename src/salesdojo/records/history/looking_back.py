"""Attempts that are over, as they were: played again on the scenario as it was, and judged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from salesdojo.errors import RecordsError, UsageError
from salesdojo.practice.comparing_attempts import Comparison, Road, compared
from salesdojo.records.history.history import Mark
from salesdojo.records.session import NewId, Session, attempt_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Result
    from salesdojo.records.model import AttemptRecord, Person
    from salesdojo.records.reviews.said import Heard
    from salesdojo.records.session import Clock
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class PlayedAttempt:
    """All that a debrief is made of."""

    session: Session
    result: "Result"
    hinted: frozenset[int]
    """The turns (from 1) whose hint was read."""
    recalls: "Mapping[int, Recalled]"
    """What was typed before the choices were shown, by turn."""
    heard: "tuple[Heard, ...]" = ()
    """What reviewers say of it."""

    @property
    def record(self) -> "AttemptRecord":
        """The attempt as it is stored."""
        return self.session.record

    @property
    def road(self) -> Road:
        """The same as one side of a comparison."""
        return Road(self.session.attempt, self.result)


class Other(StrEnum):
    """What an attempt can be compared with, besides one that is named."""

    EXEMPLAR = "exemplar"
    FIRST = "first"
    BEST = "best"
    LATEST = "latest"
    ORIGIN = "origin"
    """The attempt that a retry branched off."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two attempts compared, and who they are."""

    comparison: Comparison
    left: PlayedAttempt
    right: PlayedAttempt | None
    """None for the exemplar."""


def played_attempt(
    store: "Store", person: "Person", name: str, clock: "Clock", new_id: NewId = attempt_id
) -> PlayedAttempt:
    """Return a finished attempt of `person` by its id, or what its id begins with.

    Raises:
        RecordsError: DB055 no finished attempt of theirs is called so, DB018 what is stored of
            it cannot be played or was changed, DB025 its scenario is missing or was changed.
    """
    return played_again(store, store.history.named(person, name), clock, new_id)


def played_again(
    store: "Store", attempt: str, clock: "Clock", new_id: NewId = attempt_id
) -> PlayedAttempt:
    """Return the finished attempt with that id, whoever's.

    Raises:
        RecordsError: DB017 there is none, and as in `played_attempt`.
    """
    record = store.attempt(attempt)
    result = store.history.result(record.id)
    session = Session.resume(store, record, clock, new_id)
    judged = tuple((one.scene, one.choice) for one in result.decisions)
    if judged != tuple((event.scene, event.choice.id) for event in session.attempt.events):
        raise RecordsError("DB018", attempt=record.id)
    heard = store.reviews.of_attempt(record.id)
    return PlayedAttempt(session, result, session.hinted(), session.recalls(), heard)


def counterpart(store: "Store", record: "AttemptRecord", other: Other) -> str | None:
    """Return the id of the attempt that `other` means for an attempt; None for the exemplar.

    None too where there is none: a retry alone has no first, and what is no retry no origin.
    """
    if other is Other.EXEMPLAR:
        return None
    if other is Other.ORIGIN:
        return None if record.fork is None else record.fork.of
    return store.history.marked(record.person, record.scenario).get(Mark(other.value))


def side_by_side(left: PlayedAttempt, right: PlayedAttempt) -> SideBySide:
    """Compare two attempts at one scenario.

    Raises:
        UsageError: US098 they are at two scenarios.
    """
    names = left.record.scenario, right.record.scenario
    if names[0] != names[1]:
        raise UsageError("US098", first=names[0], second=names[1])
    return SideBySide(compared(left.road, right.road), left, right)


def beside_exemplar(played: PlayedAttempt) -> SideBySide | None:
    """Compare an attempt with its exemplar; None where perfect play does not come to an end.

    Solving the scenario may take a second where it is large.
    """
    from salesdojo.practice.exemplar import exemplar
    from salesdojo.practice.scoring import score
    from salesdojo.practice.solving import explored

    attempt = played.session.attempt
    solved = explored(attempt.scenario)
    perfect = exemplar(attempt, solved)
    if perfect is None:
        return None
    road = Road(perfect, score(perfect, solved.solution))
    return SideBySide(compared(played.road, road), played, None)
