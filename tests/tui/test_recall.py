"""Drills in which the trainee types a line before the choices are shown, and says of it after."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.events import Paste
from textual.pilot import Pilot

from salesdojo.practice.recalling import LONGEST_TYPED
from salesdojo.practice.solving import solve
from salesdojo.records.reviews.remark import LONGEST_WORDS, RemarkKind
from salesdojo.records.store import Store
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.practise import PractiseScreen
from salesdojo.tui.screens.remark import RemarkScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.own_words import OwnWords
from salesdojo.tui.widgets.recall_box import RecallBox
from tui.screens_as_text import SIZES, as_text, dojo
from tui.small_pack import DRILLS, small_library
from tui.talking import (
    IN_COMPANY,
    Clock,
    acts,
    begin,
    hostile_scenario,
    press,
    settle,
    show,
)
from tui.test_practise import practice

ASK = DRILLS[0]["scenes"][DRILLS[0]["start"]]["choices"]


def opened(home: Path, language: str = "en") -> DojoApp:
    app = dojo(home, library=small_library(home, drills=DRILLS), language=language)
    app.types_first = True
    return app


async def typing(pilot: Pilot[None], app: DojoApp, clock: Clock) -> TalkScreen:
    return await show(pilot, begin(app, app.library.scenario("all_set")), clock=clock)


def best(language: str) -> str:
    words: str = next(iter(ASK.values()))["say"][language]
    return words


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_choices_are_hidden_then_the_nearest_is_marked_and_confirmed(
    tmp_path: Path, language: str
) -> None:
    app, clock = opened(tmp_path, language), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        talk = await typing(pilot, app, clock)
        assert "Ctrl+L" in as_text(app)
        for words in ASK.values():
            assert words["say"][language][:8] not in as_text(app)
        typed = best(language)[:-2]
        await press(pilot, *typed, "enter")
        told = as_text(app)
        assert ("* nearest:" if language == "en" else "* 近い:") in told
        assert "30" in told
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert ("You typed" if language == "en" else "書いた言葉") in as_text(app)
        session = talk._session  # noqa: SLF001 - whose attempt it was
        with Store.open(app.memory.database) as store:
            (recall,) = store.recalls(session.record.id).values()
            (decision,) = store.decisions(session.record.id)
        assert (recall.typed, recall.nearest) == (typed, decision.choice)


async def test_escape_is_shown_as_the_way_to_choose_without_a_line(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typing(pilot, app, Clock())
        assert "Esc Choose without" in as_text(app).splitlines()[-1]
        await press(pilot, "h", "escape")
        shown = as_text(app)
        assert best("en")[:8] in shown
        assert "You typed" not in shown


async def test_no_time_passes_while_somebody_types(tmp_path: Path) -> None:
    app, clock = opened(tmp_path), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        await typing(pilot, app, clock)
        clock.now += 90
        await pilot.pause(0.25)
        await settle(pilot)
        assert "s left" not in as_text(app)
        await press(pilot, "x", "enter")
        assert "30 s left" in as_text(app)
        assert "None of the lines is near yours" in as_text(app)
        clock.now += 31
        await pilot.pause(0.25)
        await settle(pilot)
        assert "(Time ran out.)" in as_text(app)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_nothing_typed_shows_the_choices_at_once_and_records_nothing(
    tmp_path: Path, key: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        talk = await typing(pilot, app, Clock())
        await press(pilot, key)
        assert "nearest" not in as_text(app)
        await press(pilot, "1", "enter")
        with Store.open(app.memory.database) as store:
            assert store.recalls(talk._session.record.id) == {}  # noqa: SLF001


@pytest.mark.slow
async def test_hostile_words_are_cleaned_cut_and_harm_nothing(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for words in IN_COMPANY:
            await typing(pilot, app, Clock())
            app.screen.query_one(OwnWords).post_message(Paste(words))
            await settle(pilot)
            assert acts(app) == [], words
            assert len(app.screen.query_one(OwnWords).value) <= LONGEST_TYPED, words
            await press(pilot, "enter")
            assert acts(app) == [], words
            await press(pilot, "1", "enter")
            assert isinstance(app.screen, DebriefScreen), words
            assert acts(app) == [], words
            await app.pop_screen()


async def test_the_language_changes_while_somebody_types_and_their_words_stay(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await typing(pilot, app, Clock())
        await press(pilot, "q", "l", "ctrl+l")
        assert "ql" in as_text(app)
        assert "自分の言葉" in as_text(app)
        assert app.screen.query_one(RecallBox).is_open


async def test_the_briefing_offers_it_and_remembers(tmp_path: Path) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_briefing("all_set")
        await settle(pilot)
        assert "T Type first" in as_text(app)
        await press(pilot, "t")
        assert "T Choices at once" in as_text(app)
        await press(pilot, "enter")
        assert app.screen.query_one(RecallBox).is_open


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_one_key_tells_the_trainer_and_it_is_kept(tmp_path: Path, language: str) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS), language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        talk = await typing(pilot, app, Clock())
        await press(pilot, "1", "enter", "w")
        assert isinstance(app.screen, RemarkScreen)
        await press(pilot, "tab", *"古い w", "enter")
        assert isinstance(app.screen, DebriefScreen)
        with Store.open(app.memory.database) as store:
            (kept,) = store.remarks.of_attempt(talk._session.record.id)  # noqa: SLF001
        assert (kept.turn, kept.kind, kept.words) == (1, RemarkKind.UNCLEAR, "古い w")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_typing_choosing_looking_back_and_remarking_as_they_look(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = opened(tmp_path, language)
    async with app.run_test(size=size) as pilot:
        await typing(pilot, app, Clock())
        snapshot.assert_match(as_text(app), "asked.txt")
        await press(pilot, *best(language)[:-2], "enter")
        snapshot.assert_match(as_text(app), "nearest.txt")
        await press(pilot, "enter", "enter", "w")
        snapshot.assert_match(as_text(app), "remark.txt")


async def test_a_remark_on_hostile_words_in_hostile_words_is_only_words(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        for words in IN_COMPANY[:-1]:
            found = hostile_scenario(words)
            session = begin(app, found, "pitch", "lie")
            session.result(solve(found))
            await app.push_screen(RemarkScreen(session, 1, "pitch"))
            await settle(pilot)
            assert acts(app) == [], words
            app.screen.query_one(OwnWords).post_message(Paste(words))
            await settle(pilot)
            assert acts(app) == [], words
            await press(pilot, "enter")
            assert acts(app) == [], words
            with Store.open(app.memory.database) as store:
                (kept,) = store.remarks.of_attempt(session.record.id)
            assert len(kept.words or "") <= LONGEST_WORDS, words
            assert not isinstance(app.screen, RemarkScreen), words


async def test_in_a_session_of_practice_a_line_is_typed_first_and_the_session_goes_on(
    tmp_path: Path,
) -> None:
    app = practice(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t", "enter")
        assert app.screen.query_one(RecallBox).is_open
        await press(pilot, *best("en")[:-2], "enter", "enter", "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "You typed" in as_text(app)
        await press(pilot, "enter")
        assert "T Choices at once" in as_text(app)
        await press(pilot, "enter", "escape", "1", "enter", "escape")
        assert isinstance(app.screen, PractiseScreen)
        assert "That was your session" in as_text(app)
