"""The journeys on the screen: played on chapter by chapter, and told when a deal is over."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.pilot import Pilot
from textual.widgets import OptionList

from salesdojo.content.library import open_library
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.drills import DrillsScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.journeys import JourneysScreen
from salesdojo.tui.screens.story import StoryScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.journey_list import JourneyList
from support.journeys import PACK, write_journey_pack
from tui.screens_as_text import SIZES, as_text, dojo, press, settled
from tui.small_pack import DRILLS, small_library


def opened(home: Path, **changes: str) -> DojoApp:
    return dojo(home, library=open_library(write_journey_pack(home / "pack"), None), **changes)


async def say(pilot: Pilot[None], line: str) -> None:
    """Take the choice with this id, then read to the end."""
    screen = pilot.app.screen
    assert isinstance(screen, TalkScreen)
    shown = [choice.id for choice in screen._attempt.shown]  # noqa: SLF001 - shuffled by the seed
    await press(pilot, str(shown.index(line) + 1), "enter")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_from_the_first_chapter_to_the_story(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = opened(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "j")
        snapshot.assert_match(as_text(app), "journeys.txt")
        await press(pilot, "enter", "enter")
        await say(pilot, "show_product")
        assert isinstance(app.screen, DebriefScreen)
        snapshot.assert_match(as_text(app).splitlines()[-1], "debrief_keys.txt")
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "enter")
        await say(pilot, "ask_late")
        await press(pilot, "enter")
        assert isinstance(app.screen, StoryScreen)
        snapshot.assert_match(as_text(app), "story.txt")
        await press(pilot, "escape")
        snapshot.assert_match(as_text(app), "finished.txt")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_was_learned_stands_in_the_next_briefing(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        await say(pilot, "ask_usual")
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "They work late every day" in as_text(app)
        assert "Chapter 2 of 2  Closing, level 2" in as_text(app)


async def test_a_chapter_left_in_the_middle_is_taken_up_without_its_briefing(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        assert isinstance(app.screen, TalkScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, JourneysScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "F " not in as_text(app).splitlines()[-1]


async def test_a_scenario_opened_over_a_chapter_is_none_of_its_journey(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        app.open_briefing("second_visit")  # as the palette does
        await settled(pilot)
        await press(pilot, "enter")
        await say(pilot, "remind")
        assert isinstance(app.screen, DebriefScreen)
        keys = as_text(app).splitlines()[-1]
        assert "N Again" in keys
        assert "Go on" not in keys
        assert "Esc Journeys" in keys
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "n")
        assert isinstance(app.screen, TalkScreen)
        await say(pilot, "remind")
        await press(pilot, "escape")
        assert isinstance(app.screen, JourneysScreen)


async def test_a_scenario_opened_over_a_drill_leads_back_to_the_drills(tmp_path: Path) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "r", "enter", "enter", "enter")
        assert isinstance(app.screen, TalkScreen)
        app.open_briefing("first_call")
        await settled(pilot)
        await press(pilot, "enter")
        await say(pilot, "ask")  # and whatever stands first after it
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        keys = as_text(app).splitlines()[-1]
        assert "Next drill" not in keys
        assert "Esc Drills" in keys
        await press(pilot, "escape")
        assert isinstance(app.screen, DrillsScreen)


async def test_a_chapter_tried_again_from_a_turn_goes_on_with_its_journey(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "tab", "t")
        await say(pilot, "ask_usual")
        assert "Go on" in as_text(app).splitlines()[-1]
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "They work late every day" not in as_text(app)


async def test_a_journey_that_another_window_finished_is_told_and_not_begun_anew(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "enter", "enter")
        await say(pilot, "ask_late")
        (journey,) = app.library.pack.journeys
        other = app.memory.journey(journey, app.library, "en", None)
        assert other.over
        await press(pilot, "enter")
        assert isinstance(app.screen, StoryScreen)
        store = app.memory.store()
        assert len(store.journeys.of_person(app.memory.person())) == 1


async def test_the_journey_asked_for_on_the_command_line_is_the_one_highlighted(
    tmp_path: Path,
) -> None:
    twice = PACK + PACK.partition("journeys:\n")[2].replace("  hoshino:", "  again:")
    library = open_library(write_journey_pack(tmp_path / "pack", pack=twice), None)
    app = dojo(tmp_path, library=library, journey="again")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert app.screen.query_one(JourneyList).chosen == "again"


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_in_the_narrowest_terminal_a_journey_keeps_its_name(
    tmp_path: Path, language: str
) -> None:
    app = opened(tmp_path, language=language)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "escape")
        name = {"ja": "ほしの製作所との商談", "en": "The deal with Hoshino"}[language]
        place = {"ja": "次は第", "en": "chapter 2 of 2 comes next"}[language]
        assert name in as_text(app)
        assert place in as_text(app)


async def test_that_there_is_no_story_is_said_until_there_is_one(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "s", "l")
        assert "まだ終えた章がありません" in as_text(app)
        await press(pilot, "l", "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "escape")
        assert "No chapter is finished yet" not in as_text(app)


async def test_a_chapter_is_not_tried_again_by_itself(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "n")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, JourneysScreen)


async def test_a_story_is_told_when_a_chapter_is_finished_and_not_before(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "s")
        assert isinstance(app.screen, JourneysScreen)
        assert "No chapter is finished yet" in as_text(app)
        await press(pilot, "enter", "enter")
        await say(pilot, "show_product")
        await press(pilot, "escape", "s")
        assert isinstance(app.screen, StoryScreen)
        await press(pilot, "l", "pagedown", "up", "l", "enter")
        assert isinstance(app.screen, JourneysScreen)


async def test_the_row_of_the_first_screen_opens_the_journeys(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, JourneysScreen)
        await press(pilot, "l")
        assert app.screen.query_one(OptionList).highlighted == 0
        assert "ジャーニー" in as_text(app)


async def test_a_pack_without_journeys_has_no_room_for_them(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Journeys" not in as_text(app)
        await press(pilot, "j")
        assert isinstance(app.screen, HomeScreen)
