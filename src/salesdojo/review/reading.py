"""An attempt as a reviewer reads it: played again as it was, with all that is said of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.history.looking_back import PlayedAttempt, played_again
from salesdojo.records.reviews.said import LEVELS, LONGEST_WORDS, Kind, Said
from salesdojo.records.session import attempt_id

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.reviews.said import Heard
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reviewer sees."""

    played: PlayedAttempt

    @property
    def heard(self) -> "tuple[Heard, ...]":
        """What was said before, in the order it was said."""
        return self.played.heard

    @property
    def judged(self) -> tuple[str, ...]:
        """The criteria that have a level."""
        return tuple(self.played.result.criteria)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who reviews attempts in a store."""

    store: "Store"
    person: "Person"
    clock: Callable[[], int]
    """UTC in milliseconds."""
    new_id: Callable[[], str] = attempt_id

    def read(self, name: str, *, openly: bool) -> Reading:
        """Return anybody's finished attempt by its id, or what its id begins with.

        Args:
            name: of the attempt.
            openly: its levels are shown: whoever has seen them can give no blind ones.

        Raises:
            RecordsError: DB075 there is no such attempt; DB018, DB025 what is stored of it cannot
                be played; DB078 not openly, and its levels were seen already.
        """
        attempt = self.store.reviews.named(name)
        played = played_again(self.store, attempt, self.clock, self.new_id)
        if openly:
            self.store.reviews.keep_read(self._said(attempt, Kind.READ))
        else:
            self._require_unseen(played)
        return Reading(played)

    def comment(self, attempt: str, words: str, turn: int | None = None) -> Said:
        """Return a comment on a decision, or on the whole; `keep` keeps it."""
        return self._said(attempt, Kind.COMMENT, turn=turn, words=_words(words))

    def override(self, attempt: str, criterion: str, level: int, words: str) -> Said:
        """Return another level with its reason; `keep` keeps it."""
        said = _words(words)
        return self._said(attempt, Kind.LEVEL, criterion=criterion, level=_level(level), words=said)

    def done(self, attempt: str) -> Said:
        """Return that the attempt is reviewed; `keep` keeps it."""
        return self._said(attempt, Kind.DONE)

    def blind(self, reading: Reading, levels: Mapping[str, int]) -> tuple[Said, ...]:
        """Return blind levels of every criterion; `keep` keeps them.

        Raises:
            UsageError: US120 a level is none, US123 a criterion is missing or unknown.
        """
        odd = sorted(set(levels) ^ set(reading.judged))
        if odd:
            judged = ", ".join(reading.judged)
            raise UsageError("US123", criteria=", ".join(odd), judged=judged)
        attempt = reading.played.record.id
        return tuple(
            self._said(attempt, Kind.BLIND, criterion=name, level=_level(levels[name]))
            for name in reading.judged
        )

    def keep(self, *said: Said) -> None:
        """Keep what was made here; the same again changes nothing.

        Raises:
            RecordsError: as in `KeptReviews.keep` and `keep_blind`.
        """
        if said[0].kind is Kind.BLIND:
            self.store.reviews.keep_blind(said)
        else:
            self.store.reviews.keep(said[0])

    def _require_unseen(self, played: PlayedAttempt) -> None:
        if played.record.person.id == self.person.id:
            raise RecordsError("DB076")
        if any(one.said.by == self.person.id for one in played.heard):
            raise RecordsError("DB078")

    def _said(  # noqa: PLR0913 - what can be said
        self,
        attempt: str,
        kind: Kind,
        *,
        turn: int | None = None,
        criterion: str | None = None,
        level: int | None = None,
        words: str | None = None,
    ) -> Said:
        return Said(
            id=self.new_id(),
            attempt=attempt,
            kind=kind,
            by=self.person.id,
            at=self.clock(),
            turn=turn,
            criterion=criterion,
            level=level,
            words=words,
        )


def _words(written: str) -> str:
    """Return words as they are kept.

    Raises:
        UsageError: US121 there are none, US122 they are too long.
    """
    from salesdojo.content.own_words import own_words

    if len(written) > LONGEST_WORDS:
        raise UsageError("US122", count=len(written), longest=LONGEST_WORDS)
    said = own_words(written, LONGEST_WORDS)
    if not said:
        raise UsageError("US121")
    return said


def _level(level: int) -> int:
    if level not in LEVELS:
        raise UsageError("US120", level=level)
    return level
