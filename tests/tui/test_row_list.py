"""Lists laid out for their width: what stays highlighted when the rows change."""

from collections.abc import Callable, Iterator

from textual.app import App, ComposeResult
from textual.content import Content

from salesdojo.tui.widgets.figure_rows import FigureRows, PagedRows, Row


class Listing(App[None]):
    """An app with one list."""

    def __init__(self, rows: FigureRows) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield self.rows


def of(*names: str | None) -> Callable[[int], Iterator[Row]]:
    """Return what makes a row a name; None makes a heading."""
    return lambda width: ((name, Content("x" * width)) for name in names)


async def test_the_row_highlighted_stays_wherever_it_comes_to_stand() -> None:
    rows = FigureRows(id="rows")
    async with Listing(rows).run_test() as pilot:
        rows.show(of(None, "a", "b", "c"))
        assert rows.chosen == "a"  # a heading is nothing to choose
        rows.highlighted = 3
        rows.show(of("c", "b", "a"))
        await pilot.pause()
        assert (rows.chosen, rows.highlighted) == ("c", 0)
        rows.show(of(None, "a", "b"))
        assert rows.chosen == "a"
        rows.show(of())
        assert rows.chosen is None


async def test_of_pages_the_place_highlighted_stays() -> None:
    rows = PagedRows(id="rows")
    async with Listing(rows).run_test() as pilot:
        rows.show(of("a", "b", "c"))
        rows.highlighted = 2
        rows.show(of("d", "e", "f"))
        await pilot.pause()
        assert rows.chosen == "f"
        rows.show(of("g"))
        assert rows.chosen == "g"
        rows.show(of())
        assert rows.chosen is None


async def test_rows_follow_the_width_and_keep_their_place() -> None:
    rows = FigureRows(id="rows")
    async with Listing(rows).run_test(size=(60, 12)) as pilot:
        rows.show(of("a", "b"))
        rows.highlighted = 1
        before = rows.row_width
        await pilot.resize_terminal(90, 12)
        await pilot.pause()
        assert rows.row_width == before + 30
        assert rows.get_option_at_index(0).prompt == Content("x" * rows.row_width)
        assert rows.chosen == "b"
