"""How a file's path is written for other programs."""

from pathlib import PurePath
from urllib.parse import quote


def utf8(path: str) -> str:
    """Return `path` with stand-ins for bytes that are no Unicode."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def relative(path: str, base: PurePath) -> PurePath:
    """Return `path` as seen from the folder `base`, where it lies in it, else as it is."""
    pure = PurePath(path)
    return pure.relative_to(base) if pure.is_relative_to(base) else pure


def uri(path: str, base: PurePath) -> str:
    """Return `path` as a URI, percent-encoded; relative to the folder `base` where it can be."""
    pure = relative(path, base)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix(), errors="surrogateescape")
