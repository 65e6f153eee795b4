"""The log of statements sent to a store in batches, again and again until it takes them."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from salesdojo.errors import ReviewError
from salesdojo.review.learning_records.log import Told
from salesdojo.review.learning_records.sending import Answer, Kind, Store
from salesdojo.review.learning_records.statements import Statement

AT_ONCE: Final = 100
"""Statements in a request from which no more are put into it: some 150 kB."""
TRIES: Final = 7
"""Requests until a store that is away is given up: after a minute of waiting."""
LONGEST: Final = 60.0
"""Seconds that a store may ask us to wait."""
MOST_CONFLICTS: Final = 100
"""Each costs several requests; where there are so many, something is wrong with all."""
SHOWN: Final = 5
"""Ids of conflicts that are kept to be shown."""


class Batch(NamedTuple):
    """Statements of one request, and the last that they tell of."""

    statements: Sequence[Statement]
    result: int | None
    """A result's number."""
    left_at: int | None
    """When the last one of those in the log so far was left."""


@dataclass(slots=True)
class Sent:
    """What has been sent so far."""

    statements: int = 0
    """Taken by the store, those included that it had already."""
    conflicts: int = 0
    """Not taken: the store has other words under their ids."""
    ids: list[str] = field(default_factory=list)
    """Of the first few conflicts."""


def batches(log: Iterable[Told], at_once: int = AT_ONCE) -> Iterator[Batch]:
    """Put together what is sent at once: whole steps of the log."""
    held: list[Statement] = []
    result = left_at = None
    for step in log:
        held += step.statements
        result = step.number if step.number is not None else result
        if step.left_at is not None:
            left_at = max(step.left_at, step.left_at if left_at is None else left_at)
        if len(held) >= at_once:
            yield Batch(held, result, left_at)
            held = []
    if held:
        yield Batch(held, result, left_at)


def post(
    store: Store,
    log: Iterable[Told],
    sent: Sent,
    on_taken: Callable[[Batch], None],
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Send the log; `sent` counts, and `on_taken` is told of each batch.

    Raises:
        ReviewError: RV011 the store does not let us in, RV012 it refuses statements, RV013 it
            is away, RV014 it is elsewhere, RV015 it has others under too many of our ids.
    """
    for batch in batches(log):
        _send(store, batch.statements, sent, pause)
        on_taken(batch)


def _send(
    store: Store, statements: Sequence[Statement], sent: Sent, pause: Callable[[float], None]
) -> None:
    """Send statements; where one is in the way, by halves until it stands alone."""
    answer = _answer(store, statements, pause)
    if answer.kind is Kind.TAKEN:
        sent.statements += len(statements)
        return
    if answer.kind in (Kind.CONFLICT, Kind.TOO_MANY) and len(statements) > 1:
        middle = len(statements) // 2
        _send(store, statements[:middle], sent, pause)
        _send(store, statements[middle:], sent, pause)
        return
    if answer.kind is not Kind.CONFLICT:
        raise _error(store, answer, sent)
    sent.conflicts += 1
    if len(sent.ids) < SHOWN:
        sent.ids.append(str(statements[0]["id"]))
    if sent.conflicts >= MOST_CONFLICTS:
        raise ReviewError("RV015", place=store.endpoint.shown, many=sent.conflicts)


def _answer(
    store: Store, statements: Sequence[Statement], pause: Callable[[float], None]
) -> Answer:
    """Send until there is an answer that time does not mend, or patience ends."""
    for tried in range(TRIES):
        answer = store.send(statements)
        if answer.kind is not Kind.AWAY:
            return answer
        if tried + 1 < TRIES:
            pause(min(LONGEST, max(2.0**tried, answer.wait or 0.0)))
    return answer


def _error(store: Store, answer: Answer, sent: Sent) -> ReviewError:
    where, words = store.endpoint.shown, answer.words
    match answer.kind:
        case Kind.FORBIDDEN:
            return ReviewError("RV011", place=where, status=answer.status, words=words)
        case Kind.MOVED:
            return ReviewError("RV014", place=where, elsewhere=words)
        case Kind.AWAY:
            reason = f"{answer.status} {words}" if answer.status else words
            return ReviewError("RV013", place=where, reason=reason, sent=sent.statements)
        case _:
            return ReviewError("RV012", place=where, status=answer.status, words=words)
