"""The card before the talk: whom one meets, what is judged, and how it begins."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.widgets import OptionList

from salesdojo.records.mode import Mode
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.history import HistoryScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.talk import TalkScreen
from tui.practised import practised
from tui.screens_as_text import SIZES, as_text, dojo, press, settled
from tui.small_pack import both, customer, scenario, small_library


def begin(app: DojoApp, name: str, *choices: str, mode: Mode = Mode.PRACTICE) -> None:
    session = app.memory.begin(app.library.scenario(name), mode, "en", cache=None, fresh=False)
    for choice in choices:
        session.take(choice)
    app.memory.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_briefing_shows_customer_situation_goal_and_rubric(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = dojo(tmp_path, language=language, first="first_call")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), "briefing.txt")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_shows_the_four_levels_of_each_criterion(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = dojo(tmp_path, language=language, first="first_call")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        snapshot.assert_match(as_text(app), "briefing.txt")


async def test_an_exam_hides_the_rubric_and_says_so(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "60% Inquiry" in as_text(app)
        assert "A Levels" in as_text(app).splitlines()[-1]
        await press(pilot, "e")
        shown = as_text(app)
        assert "A Levels" not in shown
        assert "60% Inquiry" not in shown
        assert "stays hidden until the debrief" in shown
        assert "Exam: no hints" in shown
        await press(pilot, "e")
        assert "60% Inquiry" in as_text(app)


async def test_levels_stay_unfolded_when_the_language_changes(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "a", "l")
        assert "影響と背景まで聞く。" in as_text(app)


async def test_a_click_on_a_criterion_shows_its_levels(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        lines = as_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "60% Inquiry" in line)
        await pilot.click(offset=(lines[row].index("Inquiry"), row))
        await settled(pilot)
        assert "Asks about impact and cause." in as_text(app)
        assert "Is rude." not in as_text(app)


async def test_only_criteria_that_the_scenario_judges_are_shown(tmp_path: Path) -> None:
    plain = scenario("plain", both("話", "Talk"))
    for scene in plain["scenes"].values():
        for choice in scene.get("choices", {}).values():
            choice.get("points", {}).pop("manners", None)
    app = dojo(tmp_path, library=small_library(tmp_path, plain), first="plain")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Inquiry" in as_text(app)
        assert "40% Manners" not in as_text(app)


async def test_enter_starts_the_talk_in_the_mode_chosen(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "e", "enter")
        assert isinstance(app.screen, TalkScreen)
        record = app.memory.unfinished("first_call")
        assert record is not None
        assert record.mode is Mode.EXAM


async def test_enter_pressed_twice_starts_one_talk(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.start_talk("first_call", mode=Mode.PRACTICE, fresh=False)
        app.start_talk("first_call", mode=Mode.PRACTICE, fresh=False)
        await settled(pilot)
        talks = [screen for screen in app.screen_stack if isinstance(screen, TalkScreen)]
        assert len(talks) == 1
        assert len(app.memory.store().attempts(app.memory.person())) == 1


@pytest.mark.parametrize("mode", list(Mode))
async def test_an_unfinished_talk_is_continued_in_its_own_mode(tmp_path: Path, mode: Mode) -> None:
    app = dojo(tmp_path, first="first_call")
    begin(app, "first_call", "ask", mode=mode)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Decisions saved: 1." in as_text(app)
        assert "Enter Continue  F Start again" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, TalkScreen)
        (record,) = app.memory.store().attempts(app.memory.person())
        assert (record.mode, record.saved) == (mode, 1)


async def test_f_begins_afresh_and_keeps_the_other_attempt_in_the_records(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    begin(app, "first_call", "ask")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "f")
        assert isinstance(app.screen, TalkScreen)
        old, new = app.memory.store().attempts(app.memory.person())
        assert old.abandoned_at is not None
        assert (old.saved, new.saved) == (1, 0)


async def test_a_dojo_opened_afresh_does_not_offer_the_unfinished_talk(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call", fresh=True)
    begin(app, "first_call", "ask")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Decisions saved" not in as_text(app)
        await press(pilot, "enter")
        assert len(app.memory.store().attempts(app.memory.person())) == 2


async def test_escape_goes_back_to_the_list(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_talk_that_cannot_be_stored_is_explained(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_call")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.memory.close()
        (tmp_path / "dojo.db").write_bytes(b"this is no database at all" * 100)
        await press(pilot, "enter")
        assert "Code DB010" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)


async def test_an_unknown_scenario_is_explained_with_the_nearest(tmp_path: Path) -> None:
    app = dojo(tmp_path, first="first_cal")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Code CT001" in as_text(app)
        assert "first_call" in as_text(app)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_line_can_be_reached_in_the_smallest_terminal(
    tmp_path: Path, language: str
) -> None:
    from rich.cells import cell_len

    app = dojo(tmp_path, language=language, first="first_call")
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        seen = as_text(app)
        for _ in range(40):
            await pilot.press("down")
        await settled(pilot)
        seen += as_text(app)
        assert max(cell_len(line) for line in seen.splitlines()) <= 40
        assert ("事実と違うことを言う" if language == "ja" else "Says what is not true") in seen


@pytest.mark.parametrize(
    ("language", "label"), [("ja", "大切にしていること"), ("en", "Cares about")]
)
async def test_a_customer_who_cares_about_nothing_named_has_no_line_for_it(
    tmp_path: Path, language: str, label: str
) -> None:
    nobody = {**customer(), "cares": []}
    one = scenario("first_call", both("最初の電話", "The first call"), customer=nobody)
    app = dojo(tmp_path, library=small_library(tmp_path, one), language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.open_briefing("first_call")
        await settled(pilot)
        assert "Midori" in as_text(app) or "みどり" in as_text(app)
        assert label not in as_text(app)


@pytest.mark.parametrize(("language", "key"), [("ja", "H 履歴"), ("en", "H History")])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_h_lists_the_attempts_at_this_scenario_and_comes_back(
    tmp_path: Path, language: str, key: str, size: tuple[int, int]
) -> None:
    app = practised(tmp_path, language=language)
    begin(app, "second_call", "ask")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "2")
        bar = as_text(app).splitlines()[-1]  # at its longest: an attempt is unfinished
        assert key in bar
        assert "Esc" in bar
        await press(pilot, "h")
        assert isinstance(app.screen, HistoryScreen)
        attempts = app.screen.query_one("#history", OptionList)
        assert attempts.option_count == 2
        titles = {"ja": ("二度目の電話", "最初の電話"), "en": ("The second call", "The first call")}
        assert titles[language][0] in as_text(app)
        assert titles[language][1] not in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)
