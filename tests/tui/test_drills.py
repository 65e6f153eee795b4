"""The drills: chosen by criterion, played against the clock, one after the other."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.drills import DrillsScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.widgets.drill_list import DrillList
from salesdojo.tui.widgets.scenario_list import DRILLS as DRILL_ROW
from salesdojo.tui.widgets.scenario_list import ScenarioList
from tui.screens_as_text import SIZES, as_text, dojo, press, settled
from tui.small_pack import DRILLS, both, drill, small_library
from tui.talking import Clock, begin, show


def opened(home: Path, **changes: str) -> DojoApp:
    return dojo(home, library=small_library(home, drills=DRILLS), **changes)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_from_the_first_screen_to_the_next_drill(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = opened(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), "home.txt")
        await press(pilot, "r", "enter")
        snapshot.assert_match(as_text(app), "unfolded.txt")
        await press(pilot, "enter")
        snapshot.assert_match(as_text(app), "briefing.txt")
        await press(pilot, "enter", "1", "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert DRILLS[1]["title"][language] in as_text(app)
        await press(pilot, "escape")
        assert app.screen.query_one(DrillList).chosen == "no_time"
        snapshot.assert_match(as_text(app), "one_passed.txt")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "1" in next(row for row in as_text(app).splitlines() if "3" in row and "1" in row)


@pytest.mark.slow
async def test_after_the_last_drill_comes_the_first_and_a_lone_one_has_no_next(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for name, coming in (("no_time", "We have all we need"), ("wrong_name", None)):
            app.open_briefing(name)
            await settled(pilot)
            await press(pilot, "enter", "1", "enter")
            assert ("Next drill" in as_text(app)) == (coming is not None)
            await press(pilot, "enter")
            assert isinstance(app.screen, BriefingScreen if coming else DebriefScreen)
            assert coming is None or coming in as_text(app)
            await press(pilot, "escape")


async def test_the_row_of_the_drills_opens_them_and_escape_leads_back_from_a_debrief(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "end")
        assert app.screen.query_one(ScenarioList).chosen == DRILL_ROW
        await press(pilot, "enter", "down", "enter", "enter", "enter", "1", "enter")
        assert "Esc Drills" in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, DrillsScreen)
        await press(pilot, "up", "enter")
        assert "- Manners" not in as_text(app)


@pytest.mark.parametrize("line", ["1", "2"], ids=["passed", "failed"])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_one_line_proves_no_level_so_a_drill_speaks_of_none(
    tmp_path: Path, language: str, line: str
) -> None:
    level, minimum = {"en": ("evel", "minimum"), "ja": ("レベル", "最低")}[language]
    app = opened(tmp_path, language=language)
    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        app.open_briefing("all_set")
        await settled(pilot)
        _, card, below = as_text(app).partition("╭")  # above it stands how hard the drill is
        assert card
        assert level not in below
        await press(pilot, "enter", line, "enter")
        assert isinstance(app.screen, DebriefScreen)
        told = as_text(app)
        assert level not in told
        assert minimum not in told
        assert "100" in told


async def test_a_pack_without_drills_has_no_place_for_them(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        assert isinstance(app.screen, HomeScreen)
        assert "Drills" not in as_text(app)


async def test_of_what_was_passed_the_next_is_highlighted(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "r", "enter", "enter", "enter", "1", "enter", "escape")
        await press(pilot, "up", "enter", "enter")
        assert app.screen.query_one(DrillList).chosen == "no_time"


async def test_silence_in_a_drill_is_its_answer_and_the_debrief_says_so(tmp_path: Path) -> None:
    app = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, app.library.scenario("all_set")), clock=clock)
        assert "30 s left" in as_text(app)
        clock.now += 31
        await pilot.pause(0.25)
        await settled(pilot)
        assert "(Time ran out.) I see." in as_text(app)
        await press(pilot, "enter", "tab")
        assert "time ran out" in as_text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_sixty_drills_leave_the_pipeline_where_it_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    from rich.cells import cell_len

    words = ("高いですね" * 9, "That is very dear for what it is, " * 3)
    many = [
        drill(f"drill_{number}", both(*words), "inquiry" if number % 3 else "manners")
        for number in range(60)
    ]
    app = dojo(tmp_path, library=small_library(tmp_path, drills=many), language="ja")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        first = as_text(app)
        assert "最初の電話" in first
        assert first.count("高いですね") == 0
        await press(pilot, "r")
        assert "60" not in as_text(app)
        await press(pilot, "enter", "end", "home")
        assert max(cell_len(line) for line in as_text(app).splitlines()) <= size[0]
