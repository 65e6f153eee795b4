"""When something is due again: FSRS-6 over every review there was, replayed, never stored.

The weights of FSRS come from flashcards: what it gives is a due date for practice, not
anybody's forgetting curve.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from salesdojo.records.rating import Rating
from salesdojo.records.skills import DAY

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION: Final = 0.85
"""Something is due when the probability of still having it falls to this."""
_IN_A_ROW: Final = 2
"""Good reviews before the next good one is easy."""
_LATEST: Final = 221_845_392_000_000
"""The first of January 9000: room for a due date before the calendar ends."""


@dataclass(frozen=True, slots=True)
class Review:
    """One time that something was practised."""

    attempt: str
    at: int
    """UTC in milliseconds."""
    rating: Rating


@dataclass(frozen=True, slots=True)
class Card:
    """One drill or criterion, as one person has it."""

    due: int
    """UTC in milliseconds."""
    recall: float
    """The probability (0-1) of still having it now."""
    reviews: tuple[Review, ...]
    """Everything that made the due date, in order, never empty."""

    @property
    def last(self) -> int:
        """When it was practised last."""
        return self.reviews[-1].at


def card(reviews: Sequence[Review], now: int) -> Card:
    """Return what `reviews` (at least one, in order) come to, as of `now`.

    A good review is easy where the two before it were good or better and the last of them was
    a day or more ago: what is repeated within a day tells nothing of keeping.
    """
    from fsrs import Card as Held
    from fsrs import Rating as Told

    held = Held(card_id=0, due=_moment(reviews[0].at))
    told: list[Review] = []
    row, last = 0, None
    for review in reviews:
        at = review.at if last is None else max(review.at, last)
        easy = review.rating is Rating.GOOD and row >= _IN_A_ROW and at - (last or 0) >= DAY
        rating = Rating.EASY if easy else review.rating
        held, _ = _scheduler().review_card(held, Told(rating.value), _moment(at))
        told.append(replace(review, at=at, rating=rating))
        row = row + 1 if rating >= Rating.GOOD else 0
        last = at
    recall = _scheduler().get_card_retrievability(held, _moment(now))
    return Card(round(held.due.timestamp() * 1000), recall, tuple(told))


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        enable_fuzzing=False, learning_steps=(), relearning_steps=(), desired_retention=RETENTION
    )


def _moment(at: int) -> datetime:
    """Return a time that the calendar has, whatever a clock said."""
    return datetime.fromtimestamp(min(max(at, 0), _LATEST) / 1000, UTC)
