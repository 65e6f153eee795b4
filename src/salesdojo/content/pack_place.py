"""Where a file's pack is: the nearest folder above it with a ``pack.yaml``."""

import os
from pathlib import Path


def pack_around(path: Path) -> Path | None:
    """Return the folder of the pack that `path` lies in, or None."""
    try:
        above = path.absolute().parents
    except FileNotFoundError:  # the folder we stand in was deleted
        return None
    # os.path, for Path.is_file raises where a folder may not be entered.
    return next((one for one in above if os.path.isfile(one / "pack.yaml")), None)  # noqa: PTH113
