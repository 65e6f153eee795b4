"""The lines of a file as they stand, for showing a place in it."""

from pathlib import Path

from salesdojo.content.files import UnreadableFileError, file_bytes


def source_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of `path`, whatever its bytes are; none where it cannot be read."""
    try:
        text = file_bytes(path).decode("utf-8-sig", "replace")
    except UnreadableFileError:
        return ()
    return tuple(line.removesuffix("\r") for line in text.split("\n"))
