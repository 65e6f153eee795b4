"""The talk's traffic with the records: in threads, answered by messages, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from salesdojo.errors import SalesdojoError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from textual.screen import Screen

    from salesdojo.practice.attempt import Event
    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Result
    from salesdojo.records.reviews.remark import Remark
    from salesdojo.records.session import Session

_OTHER_WINDOW = "DB015"
QUIETLY = 0.3
"""Seconds that an answer may take before the screen says that it waits."""


@dataclass(frozen=True, slots=True)
class Move:
    """A choice on its way into the store."""

    choice: str
    timed_out: bool
    elapsed_ms: int
    recall: Recalled | None = None
    """What was typed before it."""


class Kept(Message):
    """A choice is durable."""

    def __init__(self, event: Event) -> None:
        """Carry what it did."""
        super().__init__()
        self.event = event


class Refused(Message):
    """The records could not do something; nothing that was shown is lost."""

    def __init__(self, error: SalesdojoError, again: Callable[[], None]) -> None:
        """Carry why, and what tries it again."""
        super().__init__()
        self.error = error
        self.again = again


class Followed(Message):
    """Another window had gone on: the attempt was taken up where that one left it."""

    def __init__(self, session: Session) -> None:
        """Carry it."""
        super().__init__()
        self.session = session


class Scored(Message):
    """The attempt is over, and judged."""

    def __init__(
        self, result: Result, hinted: frozenset[int], recalls: Mapping[int, Recalled]
    ) -> None:
        """Carry the result, the turns whose hint was read, and what was typed by turn."""
        super().__init__()
        self.result = result
        self.hinted = hinted
        self.recalls = recalls


class Told(Message):
    """A remark is durable."""


class Seen(Message):
    """That the trainee has read the reviews is durable."""


class Begun(Message):
    """A retry stands ready."""

    def __init__(self, session: Session) -> None:
        """Carry it."""
        super().__init__()
        self.session = session


class TalkRecords:
    """What a screen asks of the records. Answers are posted to the screen as messages."""

    def __init__(self, screen: Screen[None], slow: Callable[[], None] | None = None) -> None:
        """Answer `screen`; `slow` is called where it waits for an answer that takes long."""
        self._screen = screen
        self._slow = slow

    def keep(self, session: Session, move: Move) -> None:
        """Make a choice durable: `Kept`, `Refused` or `Followed`."""
        self._run(partial(_kept, session, move), awaited=True)

    def score(self, session: Session, cache: Path | None) -> None:
        """Judge an attempt that is over: `Scored` or `Refused`."""
        self._run(partial(_scored, session, cache))

    def fork(self, session: Session, turn: int) -> None:
        """Begin a retry from `turn`: `Begun` or `Refused`."""
        self._run(partial(_forked, session, turn))

    def tell(self, session: Session, remark: Remark) -> None:
        """Keep what the trainee says of a line: `Told` or `Refused`."""
        self._run(partial(_told, session, remark))

    def read(self, session: Session) -> None:
        """Keep that the trainee has read what reviewers say: `Seen` or `Refused`."""
        self._run(partial(_seen, session))

    def _run(self, work: Callable[[], Message], *, awaited: bool = False) -> None:
        slow = self._slow if awaited else None
        expected = None if slow is None else self._screen.set_timer(QUIETLY, slow)

        def answered() -> None:
            try:
                answer = work()
            except SalesdojoError as error:
                answer = Refused(error, partial(self._run, work, awaited=True))
            if expected is not None:
                self._screen.call_later(expected.stop)
            self._screen.post_message(answer)

        self._screen.run_worker(answered, thread=True, group="records", exit_on_error=True)


def _kept(session: Session, move: Move) -> Message:
    try:
        event = session.take(
            move.choice,
            timed_out=move.timed_out,
            elapsed_ms=move.elapsed_ms,
            recall=move.recall,
        )
    except SalesdojoError as error:
        if error.code != _OTHER_WINDOW:
            raise
        return Followed(session.resumed())
    return Kept(event)


def _told(session: Session, remark: Remark) -> Message:
    session.remark(remark)
    return Told()


def _seen(session: Session) -> Message:
    session.read_reviews()
    return Seen()


def _scored(session: Session, cache: Path | None) -> Message:
    from salesdojo.records.values import solution

    result = session.result(solution(session.attempt.scenario, cache))
    return Scored(result, session.hinted(), session.recalls())


def _forked(session: Session, turn: int) -> Message:
    return Begun(session.fork_at(turn))
