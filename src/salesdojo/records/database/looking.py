"""A look at what a path leads to, which may be anything, nowhere, or out of reach."""

import errno
import os
import stat
from pathlib import Path

from salesdojo.content.visible import visible
from salesdojo.errors import RecordsError


def is_file(path: Path, shown: str) -> bool:
    """Say whether the file `path` is there.

    Raises:
        RecordsError: DB004 it cannot be told, DB028 what is there is no file, DB029 a folder
            on the way may not be entered.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise out_of_reach(error, shown) from error
    if not stat.S_ISREG(found.st_mode):
        raise RecordsError("DB028", place=shown)
    return True


def out_of_reach(error: OSError, shown: str) -> RecordsError:
    """Return the error to show where the system refused to look at `shown`."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return RecordsError("DB029", place=shown)
    reason = visible(os.strerror(error.errno) if error.errno else str(error))
    return RecordsError("DB004", place=shown, reason=reason)
