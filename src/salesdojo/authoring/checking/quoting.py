"""The lines that a report quotes, of the files in which something was found."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from salesdojo.content.encodings import readable_text
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.places import Places
from salesdojo.content.problem import Problem


def quoted_lines(problems: Iterable[Problem]) -> Mapping[str, Sequence[str]]:
    """Return the lines of each file with a problem, by its path; one that cannot be read has none.

    The file is read again: where it changed meanwhile, what stands there now is quoted.
    """
    lines: dict[str, Sequence[str]] = {}
    for path in dict.fromkeys(problem.path for problem in problems):
        try:
            text = readable_text(file_bytes(Path(path)))
        except UnreadableFileError:
            continue
        lines[path] = Places(text).lines
    return lines
