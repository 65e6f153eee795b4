"""What happened in a turn, as situations that words can be found for."""

from dataclasses import dataclass
from enum import StrEnum

from salesdojo.practice.table.packages import Package


class Situation(StrEnum):
    """One thing that the customer does or feels, or that comes about."""

    INSULTED = "insulted"
    """The opening was far under what it could take. `amount`: mood."""
    REPEATED = "repeated"
    """The same offer again without a new reason. `amount`: mood."""
    TOOK_BACK = "took_back"
    """The offer is worse than the one before. `amount`: mood."""
    PLEASED = "pleased"
    """The offer is better than every one before. `amount`: mood."""
    SEVERAL = "several"
    """Several packages at once are welcome. `amount`: mood."""
    REASON = "reason"
    """A reason was heard. `subject`: the reason; `amount`: mood."""
    REASON_FITS = "reason_fits"
    """It speaks to an interest that was uncovered. `subject`: the interest; `amount`: mood."""
    KNOWN_REASON = "known_reason"
    """A reason that was given before. `subject`: the reason."""
    GOOD_QUESTION = "good_question"
    """The first question after an interest. `subject`: the question; `amount`: mood."""
    TOLD = "told"
    """An interest was uncovered. `subject`: the interest."""
    UNLOCKED = "unlocked"
    """An option can be offered now. `subject`: the issue; `amount`: the option's place."""
    DEFLECTED = "deflected"
    """The question fits, but the mood is not good enough. `subject`: the question."""
    ALREADY_TOLD = "already_told"
    """All that the question could bring out is known. `subject`: the question."""
    NOTHING_TO_TELL = "nothing_to_tell"
    """The question fits no interest. `subject`: the question."""
    NEAREST = "nearest"
    """Of several packages the customer names the closest. `amount`: its place; `package`."""
    FAR_OFF = "far_off"
    """The offer lacks over 40% of the customer's range to what it wants."""
    SHORT = "short"
    """The offer lacks more than 10% and no more than 40%."""
    CLOSE = "close"
    """The offer lacks at most 10%."""
    COUNTERED = "countered"
    """The customer makes a counter-offer. `package`."""
    LAST_ROUND = "last_round"
    """One turn is left."""
    ACCEPTED = "accepted"
    """The customer takes an offer. `package`."""
    AGREED = "agreed"
    """The trainee took the customer's counter. `package`."""
    WALKED_AWAY = "walked_away"
    """The trainee left."""
    THEY_LEFT = "they_left"
    """The customer left: its mood is spent."""
    NO_TIME = "no_time"
    """The last turn brought no deal."""


@dataclass(frozen=True, slots=True)
class TableEvent:
    """A situation, and what it is about; what the fields hold stands at the situation."""

    situation: Situation
    subject: str | None = None
    """An id: of a question, a reason, an interest or an issue."""
    package: Package | None = None
    amount: int | None = None
