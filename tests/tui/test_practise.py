"""A session on the screen: its list, the talks that come back to it, and its end."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.pilot import Pilot

from salesdojo.records.mastery.known import Known
from salesdojo.records.planning.plan import plan
from salesdojo.records.planning.practised import Moment
from salesdojo.tui.practise_app import PractiseApp
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.practise import PractiseScreen
from salesdojo.tui.widgets.session_list import SessionList
from tui.screens_as_text import SIZES, as_text, dojo, dojo_keys, press, settled
from tui.small_pack import DRILLS, both, scenario, small_library


def practice(home: Path, minutes: int = 2, language: str = "en") -> PractiseApp:
    library = small_library(home, drills=DRILLS)
    session = plan(library.entries, library.pack, Known(), now=0, minutes=minutes)
    keys = dojo_keys(home, library=library, language=language)
    return PractiseApp(session, Moment(Known(), {}), **keys)


async def play_first_choice(pilot: Pilot[None]) -> None:
    """Play the row highlighted: a drill, of which the first line is the best."""
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, BriefingScreen)
    await press(pilot, "enter", "1", "enter")
    assert isinstance(pilot.app.screen, DebriefScreen)
    await press(pilot, "escape")
    assert isinstance(pilot.app.screen, PractiseScreen)


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_session_says_what_is_in_it_and_why(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = practice(tmp_path, 15, language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), "session.txt")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_talk_comes_back_to_the_session_until_it_is_over(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = practice(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await play_first_choice(pilot)
        assert app.screen.query_one(SessionList).highlighted == 1
        done, waiting = as_text(app).splitlines()[3:5], as_text(app).splitlines()[5:7]
        assert done[1].strip() == ("Done." if language == "en" else "終えました。")
        assert waiting[1].strip() not in {"Done.", "終えました。"}
        await play_first_choice(pilot)
        snapshot.assert_match(as_text(app), "over.txt")


async def test_after_a_drill_enter_goes_on_with_the_session(tmp_path: Path) -> None:
    app = practice(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", "1", "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "The wrong name" in as_text(app)
        await press(pilot, "enter", "1", "enter", "enter", "escape")
        assert isinstance(app.screen, PractiseScreen)
        assert "That was your session" in as_text(app)


async def test_what_was_left_is_still_to_do(tmp_path: Path) -> None:
    app = practice(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", "escape", "escape")
        assert isinstance(app.screen, PractiseScreen)
        assert app.screen.query_one(SessionList).highlighted == 0
        assert "Practised: 0 of 2" in as_text(app)


async def test_the_language_changes_where_one_stands(tmp_path: Path) -> None:
    app = practice(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "l")
        assert "今回のメニュー" in as_text(app)
        assert "まだ練習していません。" in as_text(app)


async def test_records_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "dojo.db").write_bytes(b"no database at all, but long enough to be looked at")
    app = practice(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "DB0" in as_text(app)


async def open_today(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await press(pilot, "t")
    assert isinstance(pilot.app.screen, PractiseScreen)


async def test_home_says_what_today_asks_for_and_t_opens_it(tmp_path: Path) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Today (T): 3 pieces, 3 min." in as_text(app)
        await open_today(pilot)
        await play_first_choice(pilot)
        assert "Practised: 1 of 3" in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "Today (T): 2 pieces, 2 min." in as_text(app)


async def test_m_changes_the_length_and_a_offers_what_was_done_once_more(tmp_path: Path) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS[:1]))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_today(pilot)
        await play_first_choice(pilot)
        await press(pilot, "m")
        assert app.screen.query_one(SessionList).chosen == "first_call"
        await press(pilot, "m")
        assert "Nothing new fits" in as_text(app)
        await press(pilot, "a")
        assert app.screen.query_one(SessionList).chosen == "all_set"


async def test_once_everything_that_fits_is_done_home_says_so(tmp_path: Path) -> None:
    library = small_library(
        tmp_path,
        scenario("long_call", both("長い電話", "A long call"), minutes=20),
        drills=DRILLS[:1],
    )
    app = dojo(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_today(pilot)
        await play_first_choice(pilot)
        await press(pilot, "escape")
        assert "Today (T): done." in as_text(app)
