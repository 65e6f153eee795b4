"""Where things are on this machine: the shipped pack, the database, the cache.

Nothing is created here; whoever writes makes the folder.
"""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_FILE_URL: Final = re.compile(r"sqlite(?:\+pysqlite)?:///([^?]+)", re.DOTALL)
_IN_MEMORY: Final = ":memory:"


def _beside_the_package(name: str) -> Path:
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parents[1] / name


def shipped_pack() -> Path:
    """Return the folder of the pack that travels with the program."""
    return _beside_the_package("scenarios")


def schemas_folder() -> Path:
    """Return the folder of the JSON Schemas."""
    return _beside_the_package("schemas")


def cache_folder() -> Path:
    """Return the user's cache folder; what is in it can be deleted at any time.

    `SALESDOJO_CACHE` overrides it.
    """
    override = os.environ.get("SALESDOJO_CACHE")
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_cache_path("salesdojo", appauthor=False)


def state_folder() -> Path:
    """Return the user's folder for how far something came; without it, it begins again.

    `SALESDOJO_STATE` overrides it.
    """
    override = os.environ.get("SALESDOJO_STATE")
    if override:
        return Path(override)
    import platformdirs

    return platformdirs.user_state_path("salesdojo", appauthor=False)


def team() -> str | None:
    """Return the team of the person who practises, where `SALESDOJO_TEAM` names one."""
    return os.environ.get("SALESDOJO_TEAM") or None


def ascii_only() -> bool:
    """Tell whether pictures are drawn in plain signs: `SALESDOJO_ASCII` is set to something."""
    return bool(os.environ.get("SALESDOJO_ASCII"))


def database_url() -> str:
    """Return the database as an SQLAlchemy URL.

    `SALESDOJO_DB` (a file path or a URL) overrides the place platformdirs names.
    """
    override = os.environ.get("SALESDOJO_DB")
    if override:
        return as_database_url(override)
    import platformdirs

    return file_url(platformdirs.user_data_path("salesdojo", appauthor=False) / "dojo.db")


def as_database_url(place: str) -> str:
    """Return `place` as a URL: a URL stays, anything else is a file for SQLite.

    A shell does not expand ``~`` everywhere, so it is done here.
    """
    if _SCHEME.match(place):
        return place
    if place == _IN_MEMORY:
        return f"sqlite:///{place}"  # which the records refuse: nothing would be kept
    return file_url(Path(os.path.expanduser(place)))  # noqa: PTH111 - Path takes ./~x for ~x


def file_url(path: Path) -> str:
    """Return the URL of the SQLite file `path`, from which `file_of` reads the same path."""
    try:
        written = str(path.absolute())
    except FileNotFoundError:  # the folder we stand in was deleted; whoever opens it says so
        written = str(path)
    return "sqlite:///" + written.replace("%", "%25").replace("?", "%3F")


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite URL; None for other URLs and those that name no plain file."""
    found = _FILE_URL.fullmatch(url)
    if found is None:
        return None
    name = unquote(found[1], errors="surrogateescape")
    plain = name != _IN_MEMORY and "\0" not in name and not name.startswith("file:")
    return Path(name) if plain else None
