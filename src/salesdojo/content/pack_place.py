"""Where a file's pack is: the nearest folder above it with a ``pack.yaml``."""

import os
from pathlib import Path


def pack_around(path: Path) -> Path | None:
    """Return the folder of the pack that `path` lies in, or None.

    It is written as `path` is: from the folder we stand in, where both lie in that, so
    that what is said of its files stays short and means the same as what was typed.
    """
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder we stand in was deleted
        return None
    above = (here / path).parents
    # os.path, for Path.is_file raises where a folder may not be entered.
    found = next((one for one in above if os.path.isfile(one / "pack.yaml")), None)  # noqa: PTH113
    if found is None or path.is_absolute() or not found.is_relative_to(here):
        return found
    return found.relative_to(here)
