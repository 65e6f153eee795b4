"""A list whose rows are laid out for the width there is."""

from collections.abc import Iterable
from typing import Final

from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_BESIDE: Final = 5
"""Cells of a screen that are not a row's text, for as long as nothing is laid out."""


class RowList(OptionList):
    """Rows to choose from; the one highlighted stays so when they are laid out again."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """List nothing yet."""
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self.row_width = 0
        """Cells that the rows were laid out for."""

    def rows(self) -> Iterable[Option]:
        """Yield the rows, `row_width` cells wide."""
        raise NotImplementedError

    @property
    def chosen(self) -> str | None:
        """The id of the row highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    @property
    def room(self) -> int:
        """Cells that a row can have."""
        width = self.scrollable_content_region.width
        return max(0, width or self.app.size.width - _BESIDE)

    @property
    def outgrown(self) -> bool:
        """Whether the rows were laid out for another room."""
        return self.room != self.row_width

    def on_mount(self) -> None:
        """Fill the list."""
        self.fill()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out in the new width."""
        if self.outgrown:
            self.fill()

    def fill(self, chosen: str | None = None) -> None:
        """Lay the rows out; the one with the id `chosen` is highlighted, else what was."""
        wanted, place = chosen or self.chosen, self.highlighted
        self.row_width = self.room
        self.set_options(self.rows())
        self.highlighted = self.kept(wanted, place)

    def kept(self, chosen: str | None, place: int | None) -> int | None:  # noqa: ARG002 - of use to some
        """Return the place to highlight where that row and that place were: else the first row."""
        if chosen is not None and chosen in self._id_to_option:
            return self.get_option_index(chosen)
        rows = (place for place, row in enumerate(self.options) if not row.disabled)
        return next(rows, None)


class SpokenRows(RowList):
    """Rows that say themselves in a language."""

    def __init__(self, language: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Speak `language`."""
        super().__init__(id=id)
        self.language = language

    def retranslate(self, language: str) -> None:
        """Show every row in `language`."""
        self.language = language
        self.fill()
