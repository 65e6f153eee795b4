"""A file read: plain values, and where in the file each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from salesdojo.content.problem import Mark, Problem, errors_among

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value; the empty path is the whole file."""

BEGINNING: Final = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where values and their keys begin, by path."""

    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]

    def value(self, path: Path) -> Mark:
        """Return where the value at `path` begins, or the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, BEGINNING)

    def key(self, path: Path) -> Mark:
        """Return where the key of the value at `path` begins; an entry of a list has none."""
        return self.keys.get(path) or self.value(path)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as plain values with their places, and what was wrong with it so far."""

    name: str
    """How problems call the file."""
    data: Any
    """Mappings, lists, strings, integers, floats, booleans, None; None when unreadable."""
    marks: Marks
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    """The file's lines without their ends."""
    refused: frozenset[Path] = frozenset()
    """Values that could not be taken as they stand; None is in their place."""
    readable: bool = True
    """False where reading stopped: `data` is no use then."""

    @property
    def usable(self) -> bool:
        """Whether nothing that is wrong keeps the file from being used: warnings do not."""
        return self.readable and not errors_among(self.problems)

    def problem(self, path: Path, code: str, form: str = "", **values: str | int) -> Problem:
        """Build a problem at the value of `path`."""
        return Problem.at(self.name, self.marks.value(path), code, form, **values)

    def key_problem(self, path: Path, code: str, form: str = "", **values: str | int) -> Problem:
        """Build a problem at the key of `path`."""
        return Problem.at(self.name, self.marks.key(path), code, form, **values)

    def inside(self, path: Path, value: str, offset: int) -> Mark:
        """Return the place of the `offset`-th character of the text `value` at `path`.

        Where the text is folded or escaped, that is where it begins.
        """
        mark = self.marks.value(path)
        line, begin = self.lines[mark.line - 1], mark.column - 1
        quote = 1 if line.startswith(("'", '"'), begin) else 0
        if line.startswith(value, begin + quote):
            return Mark(mark.line, mark.column + offset + quote)
        return mark

    def inside_key(self, path: Path, offset: int) -> Mark:
        """Return the place of the `offset`-th character of the key of `path`, as it is written."""
        mark = self.marks.key(path)
        written = self.lines[mark.line - 1].startswith(str(path[-1]), mark.column - 1)
        return Mark(mark.line, mark.column + offset) if written else mark


def unreadable(name: str, problems: tuple[Problem, ...], lines: tuple[str, ...] = ()) -> Document:
    """Return the document of a file of which nothing could be kept."""
    return Document(name, None, Marks({}, {}), problems, lines, readable=False)


def dotted(path: Path) -> str:
    """Write `path` as ``scenes.opening.choices.ask.say``, ``known[2]``; long ones lose their head.

    An entry of a list is counted from 1.
    """
    written = "".join(
        f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path
    ).removeprefix(".")
    longest = 60
    return written if len(written) <= longest else f"...{written[-longest + 3 :]}"
