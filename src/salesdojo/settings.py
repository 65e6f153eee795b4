"""Where things are on this machine: the shipped pack, the database, the cache.

Nothing is created here; whoever writes makes the folder.
"""

import os
from pathlib import Path


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


def database_url() -> str:
    """Return the database as an SQLAlchemy URL.

    `SALESDOJO_DB` (a file path or a URL) overrides the place platformdirs names.
    """
    override = os.environ.get("SALESDOJO_DB")
    if override:
        return as_database_url(override)
    import platformdirs

    return f"sqlite:///{platformdirs.user_data_path('salesdojo', appauthor=False) / 'dojo.db'}"


def as_database_url(place: str) -> str:
    """Return `place` as a URL: a URL stays, anything else is a file for SQLite."""
    return place if "://" in place else f"sqlite:///{Path(place).absolute()}"
