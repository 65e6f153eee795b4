"""A file that has its name only when it is whole and durable, or standard output."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from salesdojo.content.problem import excerpt
from salesdojo.errors import ReviewError, UsageError

STDOUT: Final = "-"
_PRIVATE: Final = 0o600
"""What people practise, and how well, is theirs alone."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def whole_file(place: str, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give what is to be written to; where the block fails, what stood at `place` stands there.

    Raises:
        UsageError: US042 standard output cannot be written.
        ReviewError: RV001 a file is there and is not to be replaced, RV002 it cannot be
            written, RV004 the disk is full.
    """
    if place == STDOUT:
        with _told_apart():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    if "\0" in place:
        raise ReviewError("RV002", place=excerpt(place), reason=os.strerror(errno.EINVAL))
    try:
        target = Path(os.path.realpath(place)) if replace else Path(place)
        if not replace and os.path.lexists(target) and not target.is_dir():
            raise ReviewError("RV001", place=excerpt(place))
        with _half(target) as (half, written):
            yield written
            written.flush()
            os.fsync(written.fileno())
            _name(half, target, replace=replace)
        _sync(target.parent)
    except FileExistsError as there:
        raise ReviewError("RV001", place=excerpt(place)) from there
    except OSError as fault:
        raise _unwritable(place, fault) from fault


@contextmanager
def _told_apart() -> Iterator[None]:
    """Let a reader who has gone be one, and say of everything else that nothing can be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as lost:
        raise UsageError("US042", reason=_reason(lost)) from lost


@contextmanager
def _half(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # A name may have 255 bytes, which 40 signs never take.
    half = target.with_name(f".{target.name[:40]}.{os.getpid()}.half")
    if target.exists() and not target.is_file():
        # A device or a pipe: in its place would stand a file that is none.
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE)
    try:
        with os.fdopen(handle, "wb") as written:
            yield half, written
    finally:
        half.unlink(missing_ok=True)


def _name(half: Path, target: Path, *, replace: bool) -> None:
    if replace:
        half.replace(target)
        return
    try:
        target.hardlink_to(half)
    except OSError as error:
        # Some file systems have no links: there a look has to do.
        if error.errno == errno.EEXIST or os.path.lexists(target):
            raise
        half.rename(target)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _unwritable(place: str, fault: OSError) -> ReviewError:
    if fault.errno in _FULL:
        return ReviewError("RV004", place=excerpt(place))
    return ReviewError("RV002", place=excerpt(place), reason=excerpt(_reason(fault)))


def _reason(fault: OSError) -> str:
    return os.strerror(fault.errno) if fault.errno else str(fault)
