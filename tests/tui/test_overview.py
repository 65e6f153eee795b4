"""Progress at a glance, and the screens behind it: map, trend, funnel, recurring mistakes."""

import re
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from rich.cells import cell_len

from salesdojo.i18n import message
from salesdojo.tui.progress_rooms import ROOMS, show_room
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.cell import CellScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.screens.funnel import FunnelScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.pipeline_map import MapScreen
from salesdojo.tui.screens.progress import ProgressScreen
from salesdojo.tui.screens.recurring import RecurringScreen
from salesdojo.tui.screens.slips import SlipsScreen
from salesdojo.tui.screens.trend import TrendScreen
from salesdojo.tui.widgets.decision_card import DecisionCard
from salesdojo.tui.widgets.key_bar import KeyBar
from tui.practised import experienced, opened, play
from tui.screens_as_text import SIZES, as_text, press, settled

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
SCREENS = {
    "m": MapScreen,
    "t": TrendScreen,
    "f": FunnelScreen,
    "w": RecurringScreen,
}


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@BOTH
async def test_map_trend_funnel_and_recurring_mistakes(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = experienced(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "p", "tab")
        snapshot.assert_match(as_text(app), "glance.txt")
        for key, screen in SCREENS.items():
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            snapshot.assert_match(as_text(app), f"{key}.txt")
            await press(pilot, "escape")
            assert isinstance(app.screen, ProgressScreen)
        await press(pilot, "w", "c", "tab")
        snapshot.assert_match(as_text(app), "slips.txt")
        await press(pilot, "escape", "escape", "f", "enter")
        snapshot.assert_match(as_text(app), "stage.txt")
        await press(pilot, "escape", "escape", "m", "enter")
        snapshot.assert_match(as_text(app), "cell.txt")


@BOTH
async def test_a_newcomer_is_told_what_will_stand_there_and_what_to_do_first(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = opened(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        snapshot.assert_match(as_text(app), "glance.txt")
        for key in SCREENS:
            await press(pilot, key)
            snapshot.assert_match(as_text(app), f"{key}.txt")
            await press(pilot, "enter", "tab", "escape")
            while not isinstance(app.screen, ProgressScreen):
                await press(pilot, "escape")


@pytest.mark.slow
@BOTH
async def test_every_screen_fits_whatever_size_the_terminal_becomes(
    tmp_path: Path, language: str
) -> None:
    app = experienced(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        for keys in (("m",), ("m", "enter"), ("t",), ("f",), ("w",), ("w", "c")):
            await press(pilot, *keys)
            at_first = as_text(app)
            for size in ((40, 12), (63, 20), (64, 20), (120, 40), (200, 60)):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                lines = as_text(app).splitlines()
                assert max(map(cell_len, lines)) <= size[0]
                assert len(lines) <= size[1]
            await pilot.resize_terminal(80, 24)
            await settled(pilot)
            await press(pilot, "home")
            assert as_text(app) == at_first
            while not isinstance(app.screen, ProgressScreen):
                await press(pilot, "escape")


@pytest.mark.slow
async def test_l_says_every_screen_in_the_other_language_and_back(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        for keys, words in (
            ((), "今やること"),
            (("m",), "商談の地図"),
            (("m", "enter"), "アプローチ、難度1"),
            (("t",), "練習した日"),
            (("f",), "成約率"),
            (("w",), "繰り返している失点"),
            (("w", "c", "tab"), "発言"),
        ):
            await press(pilot, *keys)
            english = as_text(app)
            assert not re.search("[\u3040-\u30ff]", english.replace("日本語", ""))
            await press(pilot, "l")
            assert words in as_text(app)
            await press(pilot, "l")
            assert as_text(app) == english
            while not isinstance(app.screen, ProgressScreen):
                await press(pilot, "escape")


async def test_n_opens_what_is_best_done_now(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "n")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgressScreen)


async def test_a_cell_of_the_map_is_walked_to_and_its_scenario_practised(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "m")
        assert "[1/1 100*]" in as_text(app)
        await press(pilot, "down", "right", "right", "right", "left")
        assert "Negotiation, level 3" in as_text(app)
        assert "20% off, please: passed, best 100" in as_text(app)
        await press(pilot, "left", "enter")
        assert isinstance(app.screen, MapScreen)  # an empty cell has nothing to open
        assert "no scenario here" in as_text(app)
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, CellScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, ProgressScreen)


async def test_the_ends_of_the_map_hold_and_a_click_stands_then_opens(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "m", "up", "left", "left")
        assert "Approach, level 1" in as_text(app)
        await press(pilot, "end", *["right"] * 7)
        assert "Negotiation, level 5" in as_text(app)
        line = next(
            place for place, words in enumerate(as_text(app).splitlines()) if "Approach  " in words
        )
        await pilot.click(offset=(32, line))
        await settled(pilot)
        assert "Approach, level 2" in as_text(app)
        await pilot.click(offset=(32, line))
        await settled(pilot)
        assert isinstance(app.screen, CellScreen)


async def test_tab_goes_from_talks_to_drills_to_both(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "t")
        headings = []
        for _ in range(4):
            headings.append(as_text(app).splitlines()[4].split("  # ")[0].strip())
            await press(pilot, "tab")
        assert headings == [
            "Quality of the latest talks",
            "Quality of the latest drills",
            "Quality of the latest attempts",
            "Quality of the latest talks",
        ]
        await press(pilot, "end")
        assert "Each digit is an attempt" in as_text(app)


async def test_first_tries_and_the_ways_customers_are_met_are_told_apart(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "f")
        assert "Together, all tries" in as_text(app)
        await press(pilot, "a")
        assert "Together, first tries only" in as_text(app)
        await press(pilot, "tab")
        assert "Outbound, first tries only" in as_text(app)  # the pack has no inbound talk
        await press(pilot, "tab", "a")
        assert "Together, all tries" in as_text(app)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, EvidenceScreen)
        assert "Negotiation: how the talks ended" in as_text(app)


async def test_a_recurring_mistake_shows_its_lines_and_the_scenario_is_practised(
    tmp_path: Path,
) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "w", "c")
        assert isinstance(app.screen, SlipsScreen)
        shown = as_text(app)
        assert "Let me tell you of our product." in shown
        assert "When are you busiest?" in shown
        assert "Hiroshi Tanabe: Midori Printing, hello." in shown
        await press(pilot, "tab", "tab", "enter")
        assert isinstance(app.screen, BriefingScreen)


@BOTH
async def test_enter_on_a_recurring_mistake_opens_the_debrief_it_was_made_in_last(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = experienced(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "w", "enter")
        assert isinstance(app.screen, DebriefScreen)
        chosen = app.screen.focused
        assert isinstance(chosen, DecisionCard)
        assert chosen.choice == "pitch"
        snapshot.assert_match(as_text(app), "debrief.txt")
        await press(pilot, "escape")
        assert isinstance(app.screen, RecurringScreen)
        await press(pilot, "enter", "t", "escape", "escape")
        assert isinstance(app.screen, RecurringScreen)


async def test_each_case_of_a_mistake_opens_its_own_debrief(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "w", "c", "tab", "tab", "o")
        assert isinstance(app.screen, DebriefScreen)
        assert "Debrief: The first call" in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SlipsScreen)
        await press(pilot, "tab", "o")
        assert "Debrief: 20% off, please" in as_text(app)


async def test_over_an_open_talk_no_other_begins_from_a_mistake(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter")
        talk = app.screen
        show_room(app, "wrong")
        await settled(pilot)
        await press(pilot, "enter", "t")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "n")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape", "escape")
        assert app.screen is talk


@pytest.mark.slow
@BOTH
async def test_the_palette_opens_every_screen_behind_progress(
    tmp_path: Path, language: str
) -> None:
    app = experienced(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for name, screen in zip(ROOMS, SCREENS.values(), strict=True):
            await press(pilot, "question_mark")
            await pilot.press(*message(f"overview.command_{name}", language))
            await pilot.pause(0.5)
            await press(pilot, "enter")
            await pilot.pause(0.2)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)


async def test_the_skill_highlighted_tells_what_one_level_up_is_like(tmp_path: Path) -> None:
    app = opened(tmp_path)
    play(app, "first_call", "pitch", "offer")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        assert "On a skill, what one level up is like" in as_text(app)
        await press(pilot, "tab", "tab")
        assert "Inquiry: level 1 of 4" in as_text(app)
        assert "Level 2: Asks about the present only." in as_text(app)
        await press(pilot, "enter")
        assert "The latest first try at a talk shows level 1 of 4 (Basics)" in as_text(app)
        assert "What level 2 is like: Asks about the present only." in as_text(app)


async def test_the_key_bar_shows_every_key_and_each_works_by_mouse(tmp_path: Path) -> None:
    app = experienced(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        for words, screen in (
            ("M Map", MapScreen),
            ("T Trend", TrendScreen),
            ("F Funnel", FunnelScreen),
            ("W Mistakes", RecurringScreen),
        ):
            bar = app.screen.query_one(KeyBar)
            at = as_text(app).splitlines()[bar.region.y].index(words)
            await pilot.click(KeyBar, offset=(at, 0))
            await settled(pilot)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
