"""What takes seconds to make, made once a test run, however many processes run the tests."""

import atexit
import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

_KEPT: dict[str, Path] = {}


def keep_in(folder: Path) -> None:
    """Say which folder all processes of the run share; pytest takes it away in time."""
    _KEPT["folder"] = folder


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder that `make` filled, here or in another process of the run.

    It is there only once `make` is through. Who uses it copies it, and writes nothing into it.
    """
    folder = _folder()
    home = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a process that ends lets go of it
        if not home.exists():
            half = Path(mkdtemp(dir=folder))
            make(half)
            half.rename(home)
    return home


def _folder() -> Path:
    """Return the folder; one of our own where no test run has said which, as in the harness."""
    if "folder" not in _KEPT:
        keep_in(Path(mkdtemp(prefix="salesdojo-once-")))
        atexit.register(shutil.rmtree, _KEPT["folder"], ignore_errors=True)
    return _KEPT["folder"]
