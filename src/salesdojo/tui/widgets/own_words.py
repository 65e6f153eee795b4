"""A field for somebody's own words: one line, no character that acts, cut at a length."""

from textual.widgets import Input

from salesdojo.content.own_words import own_words
from salesdojo.content.visible import visible


class OwnWords(Input):
    """What is typed or pasted is cleaned and cut as it comes, not refused."""

    def __init__(self, longest: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Take at most `longest` characters."""
        super().__init__(id=id, select_on_focus=False, compact=True)
        self.longest = longest

    @property
    def words(self) -> str:
        """What was written, as it is kept."""
        return own_words(self.value, self.longest)

    def insert(self, text: str, index: int) -> None:
        """Insert what there is room for."""
        clean = self._clean(text, self.longest - len(self.value))
        if clean:
            super().insert(clean, index)

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part by what there is room for."""
        room = self.longest - len(self.value) + abs(end - start)
        super().replace(self._clean(text, room), start, end)

    def _clean(self, text: str, room: int) -> str:
        shown = (" " if one == "\t" else one for one in text[: 4 * self.longest])
        return "".join(one for one in shown if visible(one) == one)[: max(0, room)]
