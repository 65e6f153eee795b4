"""What was begun, and that it is written only where nothing stands yet."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from salesdojo.content.writing import write_whole
from salesdojo.errors import UsageError


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be made."""

    path: Path
    text: str
    executable: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """A scenario that was begun, with the shared files that it needs."""

    text: str
    path: Path | None
    """Where it is to be written; None prints it."""
    beside: tuple[NewFile, ...] = ()
    """Files of the pack that it names and that were not there."""

    @property
    def files(self) -> tuple[NewFile, ...]:
        """All that is to be written, the scenario last."""
        own = () if self.path is None else (NewFile(self.path, self.text),)
        return (*self.beside, *own)


def put(files: Sequence[NewFile]) -> None:
    """Write `files`, none of them over anything.

    Raises:
        UsageError: US063 when something stands at one of the places, and nothing is
            written then; US085 when one cannot be written: what was written before it
            is taken back, so that the same can be tried again.
    """
    for file in files:
        refuse_to_cover(file.path)
    folders = {folder for file in files for folder in _missing_above(file.path)}
    for file in files:
        try:
            write_whole(file.path, file.text.encode())
            file.path.chmod(0o755 if file.executable else 0o644)
        except OSError as fault:
            _take_back(files, folders)
            raise unwritable(file.path, fault) from fault


def _missing_above(path: Path) -> Iterator[Path]:
    yield from takewhile(lambda folder: not os.path.lexists(folder), path.parents)


def _take_back(files: Iterable[NewFile], folders: Iterable[Path]) -> None:
    """Remove what was made: none of it was there before."""
    for file in files:
        with suppress(OSError):
            file.path.unlink()
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        with suppress(OSError):
            folder.rmdir()


def refuse_to_cover(path: Path) -> None:
    """Refuse a place where something stands, be it a link that leads nowhere.

    Raises:
        UsageError: US063.
    """
    if os.path.lexists(path):
        raise UsageError("US063", place=str(path))


def unwritable(path: Path, fault: OSError) -> UsageError:
    """Return the error for a place that cannot be written."""
    return UsageError("US085", place=str(path), reason=fault.strerror or type(fault).__name__)
