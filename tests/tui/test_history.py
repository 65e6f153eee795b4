"""The history on the screen: every attempt's debrief, and two of them side by side."""

from pathlib import Path
from typing import Any

import pytest

from salesdojo.records.history.history import PAGE
from salesdojo.records.mode import Mode
from salesdojo.records.values import solution
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.compare import CompareScreen, DifferenceRow
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.history import HistoryScreen
from salesdojo.tui.screens.progress import ProgressScreen
from tui.screens_as_text import SIZES, as_text, dojo, press, settled


def play(app: DojoApp, name: str, *choices: str) -> None:
    found = app.library.scenario(name)
    session = app.memory.begin(found, Mode.PRACTICE, "en", cache=app.cache, fresh=False)
    for choice in choices:
        session.take(choice)
    session.result(solution(found, app.cache))


def practised(home: Path, **changes: Any) -> DojoApp:
    app = dojo(home, **changes)
    play(app, "first_call", "pitch", "boast")
    play(app, "second_call", "ask", "offer")
    play(app, "first_call", "ask", "offer")
    return app


async def test_escape_leads_from_a_debrief_to_the_history_and_on_to_the_progress(
    tmp_path: Path,
) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "Not passed" in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgressScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_one_marked_and_enter_on_another_shows_both_from_where_they_part(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "space", "end", "enter")
        assert isinstance(app.screen, CompareScreen)
        await settled(pilot)
        assert "Here they part" in as_text(app)
        assert isinstance(app.focused, DifferenceRow)
        await press(pilot, "l")
        assert "ここで分かれた" in as_text(app)


async def test_two_scenarios_are_not_compared_and_f_lists_one_only(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "space", "down", "enter")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "space", "f")
        assert "The first call" not in as_text(app)


async def test_a_newcomer_reads_that_nothing_is_finished(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "enter", "d", "space", "f", "n", "b")
        assert isinstance(app.screen, HistoryScreen)
        assert "Nothing finished yet" in as_text(app)
        assert as_text(app).splitlines()[-1].split() == ["Esc", "Back", "L", "日本語"]


async def test_keys_are_shown_where_they_do_something(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        keys = as_text(app).splitlines()[-1]
        assert "Enter Debrief" in keys
        assert "F This scenario only" in keys
        for elsewhere in ("N Older", "B Newer"):
            assert elsewhere not in keys
        await press(pilot, "f")
        assert "F All scenarios" in as_text(app).splitlines()[-1]


async def test_n_is_shown_while_there_are_older_pages_and_b_while_there_are_newer(
    tmp_path: Path,
) -> None:
    app = dojo(tmp_path)
    for _ in range(PAGE + 1):
        play(app, "first_call", "ask", "offer")
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        keys = as_text(app).splitlines()[-1]
        assert ("N Older" in keys, "B Newer" in keys) == (True, False)
        await press(pilot, "n")
        keys = as_text(app).splitlines()[-1]
        assert ("N Older" in keys, "B Newer" in keys) == (False, True)


async def test_c_in_a_debrief_shows_the_exemplar(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "end", "enter", "c")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "home")
        await press(pilot, "escape")
        assert isinstance(app.screen, DebriefScreen)
