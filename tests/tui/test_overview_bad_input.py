"""Progress screens with hostile text, and with records that cannot be read."""

from pathlib import Path

import pytest

from salesdojo.tui.screens.message import MessageScreen
from salesdojo.tui.screens.progress import ProgressScreen
from tui.practised import opened, play
from tui.screens_as_text import as_text, press, settled
from tui.small_pack import both, scenario, small_library

HOSTILE = "[@click=app.quit]x[/] [/ [b"
SCREENS = "mtfw"


@pytest.mark.slow
async def test_what_looks_like_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    names = ("odd", "odder")
    written = [scenario(name, both(HOSTILE, HOSTILE)) for name in names]
    for one in written:
        one["scenes"]["hello"]["customer"] = HOSTILE
        one["scenes"]["hello"]["choices"]["ask"]["say"] = HOSTILE
        one["scenes"]["hello"]["choices"]["pitch"]["why"] = HOSTILE
    app = opened(tmp_path, library=small_library(tmp_path, *written), person="[b]x[/] [/")
    for name in names:
        play(app, name, "pitch", "offer")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        for keys in ((), ("m",), ("m", "enter"), ("w",), ("w", "c"), ("f", "enter"), ("t",)):
            await press(pilot, *keys)
            if keys in {("m",), ("m", "enter"), ("w", "c"), ("f", "enter")}:
                assert HOSTILE in as_text(app)
            assert app.is_running
            while not isinstance(app.screen, ProgressScreen):
                await press(pilot, "escape")


async def test_records_that_cannot_be_read_are_explained_on_each_screen(tmp_path: Path) -> None:
    (tmp_path / "dojo.db").write_bytes(b"this is no database at all" * 100)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "p", "enter")
        for key in SCREENS:
            await press(pilot, key)
            assert isinstance(app.screen, MessageScreen)
            await press(pilot, "enter")
            assert "The records cannot be read now" in as_text(app)
            await press(pilot, "enter", "tab", "escape")
            assert isinstance(app.screen, ProgressScreen)
