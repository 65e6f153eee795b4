"""When something is due again: FSRS-6 over every review there was, one after the other.

The weights of FSRS come from flashcards: what it gives is a due date for practice, not
anybody's forgetting curve.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.skills import DAY
from salesdojo.records.planning.rating import Rating

if TYPE_CHECKING:
    from fsrs import Card as FsrsCard
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
class Held:
    """What every review of something came to so far: enough to go on from."""

    stability: float
    """FSRS's, in days."""
    difficulty: float
    """FSRS's, 1-10."""
    due: int
    """UTC in milliseconds."""
    last: Review
    row: int
    """Good reviews in a row, up to the last."""
    count: int
    """Reviews so far."""


@dataclass(frozen=True, slots=True)
class Card:
    """One drill or criterion, as one person has it."""

    due: int
    """UTC in milliseconds."""
    recall: float
    """The probability (0-1) of still having it now."""
    reviews: tuple[Review, ...]
    """What made the due date, in order, never empty; where only the date was asked for, the
    last of them."""

    @property
    def last(self) -> int:
        """When it was practised last."""
        return self.reviews[-1].at


def card(reviews: Sequence[Review], now: int) -> Card:
    """Return what `reviews` (at least one, in order) come to, as of `now`."""
    held = reviewed(None, reviews[0])
    told = [held.last]
    for review in reviews[1:]:
        held = reviewed(held, review)
        told.append(held.last)
    return replace(shown(held, now), reviews=tuple(told))


def reviewed(before: Held | None, review: Review) -> Held:
    """Return what is held after `review`.

    A good review is easy where the two before it were good or better and the last of them was
    a day or more ago: what is repeated within a day tells nothing of keeping.
    """
    from fsrs import Rating as Told

    row = 0 if before is None else before.row
    at = review.at if before is None else max(review.at, before.last.at)
    apart = 0 if before is None else at - before.last.at
    easy = review.rating is Rating.GOOD and row >= _IN_A_ROW and apart >= DAY
    rating = Rating.EASY if easy else review.rating
    after, _ = _scheduler().review_card(_as_fsrs(before, at), Told(rating.value), _moment(at))
    return Held(
        stability=float(after.stability or 0),
        difficulty=float(after.difficulty or 0),
        due=round(after.due.timestamp() * 1000),
        last=Review(review.attempt, at, rating),
        row=row + 1 if rating >= Rating.GOOD else 0,
        count=1 if before is None else before.count + 1,
    )


def shown(held: Held, now: int) -> Card:
    """Return the card of what is held, as of `now`, with the last review alone."""
    recall = _scheduler().get_card_retrievability(_as_fsrs(held, now), _moment(now))
    return Card(held.due, recall, (held.last,))


@cache
def made_by() -> str:
    """Return what the due dates are made by: another release may give others."""
    return f"fsrs-{version('fsrs')}"


def _as_fsrs(held: Held | None, now: int) -> "FsrsCard":
    """Return FSRS's own card of what is held; of nothing, a new one."""
    from fsrs import Card as FsrsCard
    from fsrs import State

    if held is None:
        return FsrsCard(card_id=0, due=_moment(now))
    return FsrsCard(
        card_id=0,
        state=State.Review,  # there are no steps of learning: it is so from the first review on
        stability=held.stability,
        difficulty=held.difficulty,
        due=_moment(held.due),
        last_review=_moment(held.last.at),
    )


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        enable_fuzzing=False, learning_steps=(), relearning_steps=(), desired_retention=RETENTION
    )


def _moment(at: int) -> datetime:
    """Return a time that the calendar has, whatever a clock said."""
    return datetime.fromtimestamp(min(max(at, 0), _LATEST) / 1000, UTC)
