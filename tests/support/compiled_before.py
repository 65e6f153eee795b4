"""Small packs compiled once a test process, wherever a test writes the same one again.

What compiling makes of a pack does not hang on where it lies (content/test_library.py holds
that a pack may move), so that its cache is lent to the next folder with the same files.
"""

import atexit
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from salesdojo.content.compiled_cache import CompiledCache
from salesdojo.content.library import open_library


def compiled_before(pack: Path) -> Path:
    """Return a cache folder that knows the pack in the folder `pack`."""
    folder = _home() / _digest(pack)
    place = CompiledCache(folder, pack, "")._folder  # noqa: SLF001 - the place is its own affair
    assert place is not None
    known = folder / "packs" / "known"
    if not known.exists():
        open_library(pack, folder)
        place.rename(known)
    if not place.exists():
        place.symlink_to(known)
    return folder


def _digest(pack: Path) -> str:
    """Return what tells files that differ in name or content apart."""
    digest = sha256()
    for file in sorted(one for one in pack.rglob("*") if one.is_file()):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(pack)} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@cache
def _home() -> Path:
    folder = Path(mkdtemp(prefix="salesdojo-compiled-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
