"""What takes seconds to make, made once a test run, however many processes run the tests."""

import fcntl
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

_KEPT: dict[str, Path] = {}


def keep_in(folder: Path) -> None:
    """Say which folder all processes of the run share; pytest takes it away in time."""
    _KEPT["folder"] = folder


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that `make` filled, here or in another process of the run.

    It is there only once `make` is through. Who uses it copies it, and writes nothing into it.
    """
    folder = _KEPT["folder"]
    home = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a process that ends lets go of it
        if not home.exists():
            half = Path(mkdtemp(dir=folder))
            make(half)
            half.rename(home)
    return home
