"""From an offset in a text to its line and column."""

from bisect import bisect_right
from itertools import accumulate

from salesdojo.content.problem import Mark


class Places:
    """The lines of a text, and where each begins."""

    def __init__(self, text: str) -> None:
        """Find the lines of `text`; they end as Unix or Windows has it."""
        self.text = text
        self._split = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._split)]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(line.removesuffix("\r") for line in self._split)

    def mark(self, offset: int) -> Mark:
        """Return the place of the character at `offset`; -1 is the end of the text."""
        offset = len(self.text) if offset < 0 else min(offset, len(self.text))
        # The last start lies behind the end of the text.
        line = bisect_right(self._starts, offset, hi=len(self._split))
        return Mark(line, offset - self._starts[line - 1] + 1)
