"""Opens the dojo as the command line does, on the small pack; run in terminals by tests.

python open_dojo.py FOLDER [FILE]: records, cache and pack lie in FOLDER; FILE is a scenario.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from salesdojo.content.library import Library, open_library
from salesdojo.content.reading import read_scenario
from salesdojo.tui.launching import launch


@dataclass(frozen=True)
class Here:
    """The surroundings of one test."""

    home: Path
    language: str = "en"
    name: str = "Aoki"
    team: str | None = None

    @property
    def database(self) -> str:
        return f"sqlite:///{self.home / 'dojo.db'}"

    @property
    def cache(self) -> Path:
        return self.home / "cache"

    @cached_property
    def library(self) -> Library:
        return open_library(self.home / "pack", self.cache)

    @property
    def clock(self) -> Callable[[], int]:
        return lambda: time.time_ns() // 1_000_000

    @property
    def new_id(self) -> Callable[[], str]:
        return lambda: os.urandom(8).hex()

    @property
    def new_seed(self) -> Callable[[], int]:
        return lambda: 7


if __name__ == "__main__":
    file = sys.argv[2:]
    first = read_scenario(Path(file[0])).scenario if file else None
    sys.exit(launch(Here(Path(sys.argv[1])), first=first))
