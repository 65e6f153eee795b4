"""A small file that is a convenience: written whole or not at all, and done without."""

import os
from contextlib import suppress
from pathlib import Path


def keep_file(file: Path, written: bytes, *, private: bool = False) -> bool:
    """Write `file` and the folders it needs; say whether that could be done.

    Several windows may write it at once: one of them wins, and no half is left behind.

    Args:
        file: to be written.
        written: what shall stand in it.
        private: a folder that is made for it is its owner's alone.
    """
    half = file.with_name(f"{file.name}.{os.getpid()}.half")
    try:
        file.parent.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
        half.write_bytes(written)
        half.replace(file)
    except OSError:
        with suppress(OSError):
            half.unlink()
        return False
    return True
