"""Walking the plain data of a negotiation table, whatever its shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from salesdojo.content.document import Path
from salesdojo.content.reference_parts import entries, mapping, scenes
from salesdojo.content.table_options import option_text, range_fault, range_numbers
from salesdojo.content.text import Text

SIDES: Final = ("ours", "theirs")
"""The trainee's side and the customer's."""

MOST_POINTS: Final = 10_000
"""Points of an option, and of a reserve."""


def tables(data: object) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield the table of each scene that has one: its path, what is written."""
    for _, path, scene in scenes(data):
        if isinstance(scene.get("table"), dict):
            yield (*path, "table"), scene["table"]


@dataclass(frozen=True, slots=True)
class WrittenIssue:
    """An issue as it is written, right or wrong."""

    id: str
    path: Path
    written: Mapping[str, Any]
    unlocks: Sequence[tuple[Path, Mapping[str, Any]]]
    """What interests add to it: the path of each, what is written."""

    @property
    def range(self) -> tuple[float, float, float] | None:
        """First, last and step of its range, where they are numbers."""
        ends = mapping(self.written.get("range"))
        first, last, step = (ends.get(key) for key in ("from", "to", "step"))
        if is_number(first) and is_number(last) and is_number(step):
            return first, last, step
        return None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of its range; none without one, or where it has a fault."""
        if self.range is None or range_fault(*self.range) is not None:
            return ()
        return range_numbers(*self.range)

    @property
    def texts(self) -> Iterator[tuple[Path, Text]]:
        """Each option, with the path of what it comes from."""
        for number in self.numbers:
            yield (*self.path, "range"), Text.of(number)
        for position, option in enumerate(entries(self.written.get("options"))):
            if is_option(option):
                yield (*self.path, "options", position), option_text(option)
        for path, unlocked in self.unlocks:
            if is_option(unlocked.get("option")):
                yield (*path, "option"), option_text(unlocked["option"])

    @property
    def open(self) -> int:
        """How many options are open from the start."""
        return len(self.numbers) + len(entries(self.written.get("options")))

    def points(self, side: str, *, locked: bool) -> list[int]:
        """Return the points of a side, of locked options too where they are wanted."""
        found = [one for one in self._open_points(side) if is_points(one)]
        if locked:
            added = (unlocked.get(side) for _, unlocked in self.unlocks)
            found += [one for one in added if is_points(one)]
        return found

    def _open_points(self, side: str) -> Sequence[Any]:
        written = self.written.get(side)
        if "range" not in self.written:
            return entries(written)
        # Whatever the curve, nothing lies beyond the ends.
        return (0, mapping(written).get("points"))


def issues(table: Mapping[str, Any], path: Path) -> Iterator[WrittenIssue]:
    """Yield each issue of a table."""
    for name, written in mapping(table.get("issues")).items():
        if isinstance(written, dict):
            unlocks = [
                ((*path, "interests", interest, "unlocks"), one["unlocks"])
                for interest, one in mapping(table.get("interests")).items()
                if mapping(one).get("issue") == name and isinstance(one.get("unlocks"), dict)
            ]
            yield WrittenIssue(name, (*path, "issues", name), written, unlocks)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_points(value: object) -> TypeGuard[int]:
    """Tell whether a value can be points; others are told of as a matter of shape."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_POINTS


def is_option(value: object) -> bool:
    """Tell whether a value can be an option: words, words by language, or a number."""
    if isinstance(value, dict):
        return bool(value) and all(isinstance(words, str) for words in value.values())
    return is_number(value) or isinstance(value, str)
