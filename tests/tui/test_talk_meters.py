"""A talk's meters: in sight on every screen, and once."""

from pathlib import Path

import pytest

from tui.screens_as_text import as_text, dojo
from tui.small_pack import small_library
from tui.talking import Clock, begin, press, show, visit


@pytest.mark.parametrize("size", [(80, 24), (104, 24), (120, 31), (104, 32), (160, 50)])
async def test_every_meter_stands_on_the_screen_once(tmp_path: Path, size: tuple[int, int]) -> None:
    library = small_library(tmp_path, visit())
    app, scenario = dojo(tmp_path, library=library), library.scenario("visit")
    async with app.run_test(size=size) as pilot:
        await show(pilot, begin(app, scenario), library.glossary, clock=Clock())
        assert as_text(app).count("Trust ") == 1
        await press(pilot, "1")
        assert as_text(app).count("Trust ") == 1
        assert "50 +10" in as_text(app)
