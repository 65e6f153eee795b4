"""The debrief: every figure with its reason, and the way back into the talk."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.pilot import Pilot
from textual.widgets import Digits

from salesdojo.content.model import Scenario
from salesdojo.i18n.figures import loss_figure, quality_figure, signed_figure
from salesdojo.records.mode import Mode
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.message import MessageScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.decision_card import DecisionCard
from tui.screens_as_text import SIZES, as_text, dojo
from tui.small_pack import DRILLS, both, small_library
from tui.small_pack import scenario as document
from tui.talking import Clock, begin, locked, press, settle, show, visit

PERFECT = ("1", "1")
"""Keys of the best choices: ask, offer."""
POOR = ("2", "2")
"""Keys of a loss and a breach: pitch, lie."""


def opened(home: Path, language: str = "en") -> tuple[DojoApp, Scenario]:
    library = small_library(home, visit())
    return dojo(home, library=library, language=language), library.scenario("visit")


async def played(
    pilot: Pilot[None], app: DojoApp, scenario: Scenario, *keys: str, mode: Mode = Mode.PRACTICE
) -> str:
    """Play to the end and on to the debrief; return all of it as lines."""
    await show(pilot, begin(app, scenario, mode=mode), clock=Clock())
    await press(pilot, *keys, "enter")
    assert isinstance(app.screen, DebriefScreen)
    return await whole(pilot, app)


async def whole(pilot: Pilot[None], app: DojoApp) -> str:
    """Return the debrief as it is on a screen that holds all of it."""
    was = app.size
    await pilot.resize_terminal(was.width, 120)
    await pilot.pause()
    shown = as_text(app)
    await pilot.resize_terminal(was.width, was.height)
    await pilot.pause()
    return shown


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_debrief_tells_everything(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app, scenario = opened(tmp_path, language)
    async with app.run_test(size=size) as pilot:
        shown = await played(pilot, app, scenario, "h", *POOR)
        snapshot.assert_match(as_text(app), "first.txt")
        snapshot.assert_match(shown, "whole.txt")
        await press(pilot, "tab")
        snapshot.assert_match(as_text(app), "chosen.txt")


async def test_forty_columns_and_twelve_rows_can_be_read(
    tmp_path: Path, snapshot: Snapshot
) -> None:
    app, scenario = opened(tmp_path, "ja")
    async with app.run_test(size=(40, 12)) as pilot:
        shown = await played(pilot, app, scenario, *POOR)
        snapshot.assert_match(as_text(app), "first.txt")
        snapshot.assert_match(shown, "whole.txt")


async def test_perfect_play_is_a_hundred_and_passes(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, app, scenario, *PERFECT)
        assert app.screen.query_one(Digits).value == "100"
        assert "Passed" in shown
        assert "Not passed" not in shown
        assert "The pass mark is 70." in shown
        assert "80 out of 100" in shown
        assert shown.count("cost nothing") == 2
        assert "Better" not in shown


async def test_a_poor_talk_says_why_it_did_not_pass_and_what_was_better(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, app, scenario, *POOR)
        for words in (
            "Not passed",
            "below the pass mark of 70",
            "A breach fails the attempt: Says what is not true",
            "Inquiry is below its minimum, level 2.",
            "Level 1 of 4",
            "Talks without asking.",
            "Asks about the present only.",
            "No. 1 -1",
            "Better     When are you busiest?",
            "Missed     There is much overtime at month's end",
            "Say        When are you busiest?",
        ):
            assert words in shown
        assert shown.count("Costs are worked out with hindsight") == 1


async def test_facts_uncovered_and_hints_read_are_told(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, app, scenario, "h", *PERFECT)
        assert "Uncovered  There is much overtime at month's end" in shown
        assert "Missed     The budget is set in April" in shown
        assert "1: before decision 1" in shown
        assert "hint read" in shown


async def test_what_a_costly_line_left_behind_is_no_success_and_never_advised(
    tmp_path: Path,
) -> None:
    talk = document("promise", both("約束", "A promise"))
    talk["facts"]["promised"] = both("相手は無料だと思っている", "They think it is free")
    talk["scenes"]["hello"]["choices"]["pitch"]["learn"] = ["promised"]
    for scene in ("hello", "busy"):
        talk["scenes"][scene]["order"] = "fixed"
    library = small_library(tmp_path, talk)
    app = dojo(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, app, library.scenario("promise"), "2", "1")
        assert "Harm done  They think it is free" in shown
        assert "Missed     There is much overtime" in shown
    other = dojo(tmp_path / "other", library=library)
    async with other.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, other, library.scenario("promise"), "1", "1")
        assert "Uncovered  There is much overtime" in shown
        assert "They think it is free" not in shown


@pytest.mark.parametrize(
    ("key", "cost", "said"), [("2", "cost 100", False), ("3", "cost 133.3", True)]
)
async def test_where_more_is_lost_than_there_is_it_says_that_quality_stops_at_nothing(
    tmp_path: Path, key: str, cost: str, *, said: bool
) -> None:
    library = small_library(tmp_path, drills=DRILLS)
    app = dojo(tmp_path, library=library)
    async with app.run_test(size=(120, 24)) as pilot:
        shown = await played(pilot, app, library.scenario("all_set"), key)
        assert cost in shown
        assert ("below 0" in shown) == said
        assert app.screen.query_one(Digits).value == "0"


async def test_losses_add_up_to_what_is_missing_from_a_hundred(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await played(pilot, app, scenario, "3", "1")
        assert app.screen.query_one(Digits).value == "60"
        assert "cost 40" in shown


async def test_a_retry_from_a_decision_is_marked_and_counts_for_nothing(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await played(pilot, app, scenario, "1", "2")
        await press(pilot, "tab", "tab", "t")
        assert isinstance(app.screen, TalkScreen)
        shown = as_text(app)
        assert "Retry from decision 2" in shown
        assert "We all stay late" in shown
        assert "saved 1" in shown
        await press(pilot, "1", "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "Retry from decision 2" in as_text(app)
        assert "It does not count as a new attempt." in await whole(pilot, app)
        standing = app.memory.store().standings(app.memory.person())["visit"]
        assert (standing.attempts, standing.best, standing.latest) == (1, 60.0, 60.0)


async def test_a_retry_wants_a_decision_chosen(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await played(pilot, app, scenario, *POOR)
        await press(pilot, "t")
        assert isinstance(app.screen, DebriefScreen)
        await pilot.pause(0.1)
        assert "Choose a decision" in as_text(app)


async def test_a_retry_that_cannot_be_stored_says_so(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario, patience=0.05), clock=Clock())
        await press(pilot, *POOR, "enter", "tab")
        with locked(tmp_path / "dojo.db"):
            await press(pilot, "t")
            assert isinstance(app.screen, MessageScreen)
        await press(pilot, "enter", "t")
        assert isinstance(app.screen, TalkScreen)


async def test_a_result_that_cannot_be_stored_is_tried_again(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask", "offer", patience=0.05)
        await settle(pilot)
        with locked(tmp_path / "dojo.db"):
            await show(pilot, session)
            assert "DB0" in as_text(app)
        await press(pilot, "r", "enter")
        assert isinstance(app.screen, DebriefScreen)


async def test_decisions_are_chosen_round_the_ends(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await played(pilot, app, scenario, *POOR)
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "k", "j"):
            await press(pilot, key)
            assert isinstance(app.focused, DecisionCard)
            seen.append(app.focused.turn)
        assert seen == [1, 2, 1, 2, 1, 2]


async def test_the_language_switches_in_place(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await played(pilot, app, scenario, *POOR)
        await press(pilot, "tab", "tab", "l")
        assert isinstance(app.focused, DecisionCard)
        assert app.focused.turn == 2
        assert "> 2回目の発言" in as_text(app)
        assert "不合格" in await whole(pilot, app)


async def test_n_plays_again_in_the_same_mode(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await played(pilot, app, scenario, *PERFECT, mode=Mode.EXAM)
        await press(pilot, "n")
        assert isinstance(app.screen, TalkScreen)
        record = app.memory.unfinished("visit")
        assert record is not None
        assert (record.mode, record.saved, record.fork) == (Mode.EXAM, 0, None)


async def test_escape_goes_home_from_a_retry_of_a_retry(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await played(pilot, app, scenario, *POOR)
        await press(pilot, "tab", "t", "1", "1", "enter", "tab", "t", "1", "1", "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


def test_figures_never_flatter() -> None:
    assert [quality_figure(quality) for quality in (100, 69.99, 0, 33.333)] == [
        "100",
        "69.9",
        "0",
        "33.3",
    ]
    assert [loss_figure(loss) for loss in (0, 0.01, 5, 12.34)] == ["0", "< 0.1", "5", "12.3"]
    assert [signed_figure(amount) for amount in (0, -0.01, 2, -3.25)] == ["0", "0", "+2", "-3.2"]
