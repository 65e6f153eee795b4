"""The records as xAPI statements: written to a file, or sent to a learning record store."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from salesdojo.review.exporting.chosen import Chosen, asked
from salesdojo.review.exporting.ended_rows import last_number
from salesdojo.review.exporting.exporting import UNWATCHED, OnProgress, Watch, at_moment
from salesdojo.review.exporting.whole_file import whole_file
from salesdojo.review.learning_records.endpoint import Endpoint
from salesdojo.review.learning_records.left_off import OVERLAP, LeftOff
from salesdojo.review.learning_records.log import Told, builder, told
from salesdojo.review.learning_records.names import HOME
from salesdojo.review.learning_records.posting import Sent, post
from salesdojo.review.learning_records.sending import Store

VERSIONS: Final = ("1.0.3", "2.0.0")
"""Of xAPI; statements are the same in both."""


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
    replace: bool = False,
) -> int:
    """Write a statement a line to `target`; return how many.

    Raises:
        UsageError, RecordsError, ReviewError: as `salesdojo.review.exporting.exporting.export`.
    """

    def written(connection: Connection) -> int:
        log = _log(connection, telling, 0, watch.on_progress)
        many = 0
        with whole_file(target, replace=replace) as file:
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

    Raises:
        UsageError, RecordsError: as `salesdojo.review.exporting.exporting.export`.
        ReviewError: RV003 there is nobody in that team, or as `posting.post`.
    """
    endpoint = delivery.store.endpoint
    left_off = LeftOff.of(delivery.folder, endpoint.url, url, telling.key)
    before = 0 if delivery.again else left_off.read()

    def posted(connection: Connection) -> Sent:
        # Beyond the last one it was told of other records, of which these are a copy or a backup.
        after = max(0, before - OVERLAP) if before <= last_number(connection) else 0
        log = _log(connection, telling, after, watch.on_progress)

        def taken(through: int | None) -> None:
            if through is not None:
                left_off.keep(through, endpoint.shown)

        post(delivery.store, log, delivery.sent, taken, pause)
        return delivery.sent

    return at_moment(url, posted, watch)


def endpoint(written: str) -> Endpoint:
    """Read the address of a store, with the environment's user and password.

    Raises:
        ReviewError: RV010 it is no address of a store.
    """
    return Endpoint.of(written, os.environ)


def _log(
    connection: Connection, telling: Telling, after: int, on_progress: OnProgress | None
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
