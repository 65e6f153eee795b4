"""The pack that ships, compiled once a test run and lent to every test's cache folder.

Compiling it takes longer than most commands do, and longer with every scenario that
ships. That a cache which is empty, old or damaged is done without is tested with small
packs, in content/test_library.py.
"""

import os
import shutil
from functools import cache
from pathlib import Path
from typing import Final

from salesdojo import settings
from salesdojo.content.library import Library, open_library
from salesdojo.practice.solving import Solution, solve
from support.once_a_run import made_once

SHIPPED: Final = settings.shipped_pack()
"""Asked for before any test puts a pack of its own in its place."""


def warm_cache(folder: Path) -> Path:
    """Put the compiled pack into the cache `folder`; return it."""
    shutil.copytree(_compiled(), folder, copy_function=_linked, dirs_exist_ok=True)
    return folder


@cache
def shipped_library() -> Library:
    """Return the pack that ships, opened."""
    return open_library(SHIPPED, _compiled())


@cache
def shipped_solution(scenario: str) -> Solution:
    """Return a scenario that ships, solved."""
    return solve(shipped_library().scenario(scenario))


@cache
def _compiled() -> Path:
    return made_once("warm", lambda folder: open_library(SHIPPED, folder))


def _linked(source: str, place: str) -> None:
    """Files of a cache are replaced, never written into: a link is as good as a copy."""
    try:
        os.link(source, place)
    except FileExistsError:
        return
    except OSError:
        shutil.copyfile(source, place)
