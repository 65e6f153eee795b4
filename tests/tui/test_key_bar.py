"""The line of keys: what does not fit is left out, but for what leads to all of it."""

import pytest
from textual.app import App, ComposeResult

from salesdojo.tui.widgets.key_bar import Key, KeyBar
from tui.screens_as_text import as_text

KEYS = (
    Key("Enter", "tui.home_key_open", "screen.open"),
    Key("T", "today.home_key", "screen.today"),
    Key("?", "tui.app_key_palette", "app.command_palette", always=True),
    Key("Q", "tui.app_key_quit", "app.quit"),
)


class Keys(App[None]):
    """A line of keys and nothing else."""

    def compose(self) -> ComposeResult:
        yield KeyBar(KEYS, "en")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Enter Open  T Today  ? Help  Q Quit"),
        (36, "Enter Open  T Today  ? Help"),
        (24, "Enter Open  ? Help"),
        (12, "? Help"),
    ],
)
async def test_help_is_shown_in_every_width(width: int, shown: str) -> None:
    app = Keys()
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        assert as_text(app).strip() == shown
