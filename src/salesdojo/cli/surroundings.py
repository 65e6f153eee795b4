"""What a command finds around it: the pack, the database, the person, the clock."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from salesdojo import settings
from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import say_error
from salesdojo.errors import RecordsError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.cli.lately import Lately
    from salesdojo.content.library import Library
    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.records.history.progress import Progress
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.model import Person, Standing
    from salesdojo.records.store import Store

T = TypeVar("T")

LARGEST_SEED: Final = 2**31
"""Seeds drawn by us stay below this: short enough to type."""


@dataclass(frozen=True)
class Surroundings:
    """The places, the person, and the sources of time and chance; all opened when asked for."""

    language: str
    database: str
    """As an SQLAlchemy URL."""
    name: str
    """Who practises."""
    cache: Path
    pack: Path
    team: str | None = None
    """Of who practises; None where only one person has the name."""

    @cached_property
    def library(self) -> "Library":
        """The pack, from the cache where it is known."""
        from salesdojo.content.library import open_library

        return open_library(self.pack, self.cache)

    @cached_property
    def store(self) -> "Store":
        """The records; made when they are missing."""
        from salesdojo.records.store import Store

        return Store.open(self.database, on_wait=self.on_wait)

    @cached_property
    def person(self) -> "Person":
        """Who practises, as the records know them."""
        return self.store.person(self.name, self.team)

    @property
    def clock(self) -> Callable[[], int]:
        """UTC in milliseconds."""
        return lambda: time.time_ns() // 1_000_000

    @property
    def ticks(self) -> Callable[[], int]:
        """Milliseconds that only ever grow, whatever is done to the clock."""
        return lambda: time.monotonic_ns() // 1_000_000

    @property
    def new_id(self) -> Callable[[], str]:
        """Ids for attempts."""
        from uuid import uuid4

        return lambda: uuid4().hex

    @property
    def new_seed(self) -> Callable[[], int]:
        """Seeds nobody can guess."""
        from secrets import randbelow

        return lambda: randbelow(LARGEST_SEED)

    @property
    def has_records(self) -> bool:
        """Whether there may be records; False spares importing the database.

        Where it cannot be told there may be: opening them then says what is wrong.
        """
        file = settings.file_of(self.database)
        if file is None or not file.is_absolute():
            return True
        try:
            file.stat()
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return True

    def standings(self) -> "Mapping[str, Standing]":
        """Return how the person stands; nothing is made or, without records, opened.

        What the records come to may be kept in them, to be told faster the next time.

        Raises:
            UsageError: US021 nobody can have that name.
            RecordsError: DB0xx, what keeps the records from being read.
        """
        return self.remembered(lambda store, person: store.standings(person)) or {}

    def assigned(self) -> "tuple[Assigned, ...]":
        """Return what was assigned to the person, the first due first, as `standings` does.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.records.assignments.assigned import assigned_to

        now = self.clock()
        return self.remembered(lambda store, person: assigned_to(store, person, now)) or ()

    def progress(self, *, whole: bool = False) -> "Progress":
        """Return what the person's attempts come to, as `standings` does.

        Args:
            whole: with every attempt that a skill rests on.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.records.history.progress import newcomer, progress

        now = self.clock()

        def told(store: "Store", person: "Person") -> "Progress":
            return progress(store, person, self.library, now, self.cache, whole=whole)

        return self.remembered(told) or newcomer(self.library, now)

    def known(self, *, whole: bool = False) -> "Known":
        """Return what decides what the person practises next, as `standings` does.

        Args:
            whole: with every review that made a due date.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.records.mastery.known import Known, known

        def told(store: "Store", person: "Person") -> "Known":
            return known(store, person, self.library, self.clock(), self.cache, whole=whole)

        return self.remembered(told) or Known()

    def lately(self) -> "Lately | None":
        """Return how the person did lately; None where nobody has a record of theirs.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.cli.lately import lately

        def told(store: "Store", person: "Person") -> "Lately":
            return lately(store, person, self.library, self.clock(), self.cache)

        return self.remembered(told)

    def remembered(self, told: "Callable[[Store, Person], T]") -> "T | None":
        """Ask the records about the person; None where there are none of theirs.

        No records are made; there may be none to open.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.records.names import valid_name

        name = valid_name(self.name)
        with self.open_records() as store:
            person = None if store is None else store.known_person(name, self.team)
            return None if store is None or person is None else told(store, person)

    def unknown(self) -> "UsageError | None":
        """Return US103 where there are records, and nobody in them is called as who practises.

        Whoever looks at somebody's figures and mistyped the name is told so.

        Raises:
            UsageError, RecordsError: as in `standings`.
        """
        from salesdojo.records.names import valid_name

        name = valid_name(self.name)
        with self.open_records() as store:
            if store is None or store.known_person(name, self.team) is not None:
                return None
            return store.people.nobody_called(name)

    def say_unknown(self) -> None:
        """Say on standard error what `unknown` returns, where somebody else is known."""
        error = self.unknown()
        if error is not None and error.values["nearest"] != "-":
            words = f"{error.code} {error.cause(self.language)}"
            say_error(words, error.remedy(self.language))

    @contextmanager
    def open_records(self) -> "Iterator[Store | None]":
        """Give the records that are there; None where there are none, and none are made.

        Raises:
            RecordsError: DB0xx, what keeps them from being read.
        """
        if not self.has_records:
            yield None
            return
        from salesdojo.records.store import Store

        try:
            store = Store.open(self.database, on_wait=self.on_wait, make=False)
        except RecordsError as error:
            if error.code != "DB027":  # a file with nothing in it yet
                raise
            yield None
            return
        with store:
            yield store

    @cached_property
    def on_wait(self) -> Callable[[float], None]:
        """Told while another program holds the database: says so once a second."""
        return _Waiting(self.language)


class _Waiting:
    """Says how long a lock has been waited for: from 1 s on, at most once a second."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said = 0

    def __call__(self, seconds: float) -> None:
        whole = int(seconds)
        if whole > self._said:
            say_error(message("cli.waiting", self._language, seconds=whole))
        self._said = whole  # smaller again when another wait begins


def surroundings(wish: Arguments) -> Surroundings:
    """Return what the arguments and the environment say."""
    return Surroundings(
        language=wish.language,
        database=settings.as_database_url(wish.db) if wish.db else settings.database_url(),
        name=wish.person if wish.person is not None else _operating_system_user(),
        cache=settings.cache_folder(),
        pack=settings.shipped_pack(),
        team=wish.team if wish.team is not None else settings.team(),
    )


def _operating_system_user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        # A container may run as a number that no one has given a name.
        return f"user{os.getuid()}"
