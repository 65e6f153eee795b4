"""Rows of figures to choose from, made by whoever shows them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.tui.widgets.row_list import RowList

Row = tuple[str | None, Content]
"""Its id, and what it shows; a row without an id is a heading."""
RowsIn = Callable[[int], Iterable[Row]]
"""Makes the rows for a width in cells."""


class FigureRows(RowList):
    """A list whose rows follow its width; the row highlighted stays the same."""

    def __init__(self, *, id: str, classes: str = "body") -> None:  # noqa: A002 - Textual's own name for it
        """List nothing yet."""
        super().__init__(id=id, classes=classes)
        self._rows_in: RowsIn = _nothing

    def show(self, rows_in: RowsIn) -> None:
        """Show other rows."""
        self._rows_in = rows_in
        self.fill()

    def rows(self) -> Iterator[Option]:
        """Yield the rows as they are made."""
        for name, shown in self._rows_in(self.row_width):
            yield Option(shown, id=name, disabled=name is None)


class PagedRows(FigureRows):
    """Rows of which others may take the place: it is the place highlighted that stays."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """List nothing yet."""
        super().__init__(id=id, classes="")

    def kept(self, chosen: str | None, place: int | None) -> int | None:  # noqa: ARG002 - whichever it was
        """Return the same place, or the last."""
        return min(place or 0, self.option_count - 1) if self.option_count else None


def _nothing(_: int) -> Sequence[Row]:
    return ()
