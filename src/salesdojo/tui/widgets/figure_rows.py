"""Rows of figures to choose from, laid out for the width there is."""

from collections.abc import Callable, Iterable, Sequence

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Row = tuple[str | None, Content]
"""Its id, and what it shows; a row without an id is a heading."""
RowsIn = Callable[[int], Iterable[Row]]
"""Makes the rows for a width in cells."""


class FigureRows(OptionList):
    """A list whose rows follow its width; the row highlighted stays the same."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """List nothing yet."""
        super().__init__(id=id, markup=False, compact=True, classes="body")
        self._rows_in: RowsIn = _nothing
        self._width = 0
        """That the rows were laid out for."""

    @property
    def chosen(self) -> str | None:
        """The id of the row highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    def show(self, rows_in: RowsIn) -> None:
        """Show other rows."""
        self._rows_in = rows_in
        self._fill()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out in the new width."""
        if self.scrollable_content_region.width != self._width:
            self._fill()

    def _fill(self) -> None:
        chosen = self.chosen
        self._width = self.scrollable_content_region.width
        rows = tuple(self._rows_in(self._width))
        self.set_options(Option(shown, id=name, disabled=name is None) for name, shown in rows)
        ids = [name for name, _ in rows]
        places = [place for place, name in enumerate(ids) if name is not None]
        if places:
            self.highlighted = ids.index(chosen) if chosen in ids and chosen else places[0]


def _nothing(_: int) -> Sequence[Row]:
    return ()
