"""The records as xAPI statements: written to a file, or sent to a learning record store."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from salesdojo.records.database.place import SQLITE
from salesdojo.review.exporting.chosen import FIRST, Chosen, asked
from salesdojo.review.exporting.ended_rows import last_number
from salesdojo.review.exporting.exporting import UNWATCHED, OnProgress, Watch, at_moment
from salesdojo.review.exporting.whole_file import whole_file
from salesdojo.review.learning_records.endpoint import Endpoint
from salesdojo.review.learning_records.left_off import DAY, OVERLAP, LeftOff, Through
from salesdojo.review.learning_records.log import Told, builder, told
from salesdojo.review.learning_records.names import HOME
from salesdojo.review.learning_records.posting import Batch, Sent, post
from salesdojo.review.learning_records.sending import Store


@dataclass(frozen=True, slots=True)
class Telling:
    """Of which attempts statements are made, and how people are called in them."""

    chosen: Chosen
    home: str = HOME
    names: bool = False

    @property
    def key(self) -> str:
        """Tell apart what is sent, in a few words."""
        return repr((self.chosen.key, self.home, self.names))


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where statements are sent to."""

    store: Store
    folder: Path
    """Where it is remembered how far it came."""
    now: int
    """UTC in milliseconds."""
    again: bool = False
    """From the beginning, whatever is remembered."""
    sent: Sent = field(default_factory=Sent)
    """What the store has taken so far, also where it breaks off."""


def write_statements(
    url: str,
    telling: Telling,
    target: str,
    watch: Watch = UNWATCHED,
    *,
    overwrite: bool = False,
) -> int:
    """Write a statement a line to `target`; return how many.

    Raises:
        UsageError, RecordsError, ReviewError: as `salesdojo.review.exporting.exporting.export`.
    """

    def written(connection: Connection) -> int:
        log = _log(connection, telling, Through(), watch.on_progress)
        many = 0
        with whole_file(target, replace=overwrite) as file:
            for step in log:
                for one in step.statements:
                    line = json.dumps(one, ensure_ascii=False, separators=(",", ":"))
                    file.write(f"{line}\n".encode(errors="backslashreplace"))
                many += len(step.statements)
        return many

    return at_moment(url, written, watch)


def send_statements(
    url: str,
    telling: Telling,
    delivery: Delivery,
    watch: Watch = UNWATCHED,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> Sent:
    """Send what the store has not taken yet; return what was sent.

    What was left later than `delivery.now`, by a clock that is fast, comes again each time.

    Raises:
        UsageError, RecordsError: as `salesdojo.review.exporting.exporting.export`.
        ReviewError: RV003 there is nobody in that team, or as `posting.post`.
    """
    endpoint = delivery.store.endpoint
    left_off = LeftOff.of(delivery.folder, endpoint.url, url, telling.key)
    before = Through() if delivery.again else left_off.read()

    def posted(connection: Connection) -> Sent:
        after = _from(connection, before)
        log = _log(connection, telling, after, watch.on_progress)
        keeper = _Keeper(left_off, endpoint.shown, after)
        post(delivery.store, log, delivery.sent, keeper.taken, pause)
        keeper.ended(delivery.now)
        return delivery.sent

    return at_moment(url, posted, watch)


def endpoint(written: str) -> Endpoint:
    """Read the address of a store, with the environment's user and password.

    Raises:
        ReviewError: RV010 it is no address of a store.
    """
    return Endpoint.of(written, os.environ)


class _Keeper:
    """Remembers what was taken, as it is."""

    def __init__(self, left_off: LeftOff, shown: str, through: Through) -> None:
        self._left_off = left_off
        self._shown = shown
        self._through = through
        self._left_at = through.left_at

    def taken(self, batch: Batch) -> None:
        """Remember a batch."""
        if batch.result is not None:
            self._through = replace(self._through, result=batch.result)
            self._left_off.keep(self._through, self._shown)
        if batch.left_at is not None:
            self._left_at = max(self._left_at, batch.left_at)

    def ended(self, now: int) -> None:
        """Remember those that were left, now that all are taken: they come in no such order.

        Not past `now`: one clock that is years ahead would hide what everybody leaves until then.
        """
        left_at = min(self._left_at, now)
        self._left_off.keep(replace(self._through, left_at=left_at), self._shown)


def _from(connection: Connection, before: Through) -> Through:
    """Return what to go on after: a little before where it left off."""
    if before.result > last_number(connection):
        return Through()  # it was told of other records, of which these are a copy or a backup
    back = 0 if connection.dialect.name == SQLITE else OVERLAP
    return Through(max(0, before.result - back), max(FIRST, before.left_at - DAY))


def _log(
    connection: Connection, telling: Telling, after: Through, on_progress: OnProgress | None
) -> Iterator[Told]:
    people = asked(connection, telling.chosen)
    made = builder(connection, telling.home, names=telling.names)
    log = told(connection, made, telling.chosen, people, after)
    if on_progress is None:
        return log
    return _watched(log, last_number(connection), on_progress)


def _watched(log: Iterable[Told], last: int, on_progress: OnProgress) -> Iterator[Told]:
    for step in log:
        yield step
        if step.number is not None:
            on_progress(step.number, last)
