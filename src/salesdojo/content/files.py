"""Reading a file's bytes safely: a regular file, and never more than the limit."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

LARGEST_FILE: Final = 2**20
"""Bytes a file may have."""


class UnreadableFileError(Exception):
    """A file that cannot be read: the SD code that says why, and its form."""

    def __init__(self, code: str, form: str = "") -> None:
        """Keep the `code` and the `form` of its sentence."""
        super().__init__(code, form)
        self.code = code
        self.form = form


def file_bytes(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of `path`, cut one byte beyond `largest`.

    Raises:
        UnreadableFileError: SD001 when it cannot be opened, SD023 when it is a
            folder, a device, a pipe or a socket. It never waits for a writer.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as fault:
        raise _unopened(path, fault) from fault
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UnreadableFileError("SD023")
        return _read(handle, largest)
    except OSError as fault:
        raise UnreadableFileError("SD001") from fault
    finally:
        os.close(handle)


def _read(handle: int, largest: int) -> bytes:
    chunks = []
    left = largest + 1
    while left > 0 and (chunk := os.read(handle, left)):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _unopened(path: Path, fault: OSError | ValueError) -> UnreadableFileError:
    if isinstance(fault, ValueError):
        # A NUL in a path.
        return UnreadableFileError("SD001", "missing")
    if fault.errno in (errno.EISDIR, errno.ENXIO, errno.ENODEV):
        return UnreadableFileError("SD023")
    if fault.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return UnreadableFileError("SD001", "missing")
    if fault.errno == errno.EACCES:
        # Windows refuses to open a folder in this way.
        # os.path, for Path.is_dir raises where a folder on the way may not be entered.
        folder = os.path.isdir(path)  # noqa: PTH112
        return UnreadableFileError("SD023" if folder else "SD001", "" if folder else "denied")
    return UnreadableFileError("SD001")
