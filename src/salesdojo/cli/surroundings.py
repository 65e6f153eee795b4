"""What a command finds around it: the pack, the database, the person, the clock."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo import settings
from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import say_error
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

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

    @cached_property
    def library(self) -> "Library":
        """The pack, from the cache where it is known."""
        from salesdojo.content.library import open_library

        return open_library(self.pack, self.cache)

    @cached_property
    def store(self) -> "Store":
        """The records; made when they are missing."""
        from salesdojo.records.store import Store

        return Store.open(self.database, on_wait=self._waiting)

    @cached_property
    def person(self) -> "Person":
        """Who practises, as the records know them."""
        return self.store.person(self.name)

    @property
    def clock(self) -> Callable[[], int]:
        """UTC in milliseconds."""
        return lambda: time.time_ns() // 1_000_000

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
        """Whether there may be records; False spares importing the database."""
        prefix = "sqlite:///"
        return not self.database.startswith(prefix) or Path(self.database[len(prefix) :]).exists()

    def _waiting(self, seconds: float) -> None:
        say_error(message("cli.waiting", self.language, seconds=round(seconds)))


def surroundings(wish: Arguments) -> Surroundings:
    """Return what the arguments and the environment say."""
    return Surroundings(
        language=wish.language,
        database=settings.as_database_url(wish.db) if wish.db else settings.database_url(),
        name=wish.person if wish.person is not None else _operating_system_user(),
        cache=settings.cache_folder(),
        pack=settings.shipped_pack(),
    )


def _operating_system_user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        # A container may run as a number that no one has given a name.
        return f"user{os.getuid()}"
