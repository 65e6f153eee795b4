"""The talk on the screen: keys in, lines out, and nothing shown that is not kept."""

from pathlib import Path
from time import monotonic

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.widgets import OptionList

from salesdojo.content.model import Scenario
from salesdojo.errors import RecordsError
from salesdojo.records.mode import Mode
from salesdojo.records.store import Store
from salesdojo.tui import talk_records
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.glossary import GlossaryScreen
from salesdojo.tui.screens.pause import PauseScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.dialogue import Dialogue
from tui.screens_as_text import SIZES, as_text, dojo
from tui.small_pack import both, small_library
from tui.talking import (
    IN_COMPANY,
    Clock,
    acts,
    begin,
    hostile_scenario,
    hostile_term,
    locked,
    press,
    settle,
    show,
    visit,
)

LONE_SURROGATE = "\udc80"
WRITABLE = tuple(words for words in IN_COMPANY if words != LONE_SURROGATE)
"""No file can hold a lone surrogate."""


def opened(home: Path, language: str = "en") -> tuple[DojoApp, Scenario]:
    library = small_library(home, visit())
    return dojo(home, library=library, language=language), library.scenario("visit")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_talk_shows_who_said_what(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app, scenario = opened(tmp_path, language)
    async with app.run_test(size=size) as pilot:
        await show(pilot, begin(app, scenario), app.library.glossary, clock=Clock())
        snapshot.assert_match(as_text(app), "begun.txt")
        await press(pilot, "h", "1")
        snapshot.assert_match(as_text(app), "one_decision.txt")
        await press(pilot, "1")
        snapshot.assert_match(as_text(app), "over.txt")


async def test_forty_columns_and_twelve_rows_can_be_read(
    tmp_path: Path, snapshot: Snapshot
) -> None:
    app, scenario = opened(tmp_path, "ja")
    async with app.run_test(size=(40, 12)) as pilot:
        await show(pilot, begin(app, scenario), clock=Clock())
        await press(pilot, "1")
        snapshot.assert_match(as_text(app), "one_decision.txt")


async def test_no_reply_shows_before_its_decision_is_kept(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, patience=60)
        await show(pilot, session)
        with locked(tmp_path / "dojo.db"):
            pressed = monotonic()
            await pilot.press("1")
            while "Saving" not in (shown := as_text(app)):
                assert "When are you busiest?" in shown
                assert "We all stay late" not in shown
                assert monotonic() < pressed + 30
                await pilot.pause(0.02)
            assert monotonic() >= pressed + talk_records.QUIETLY
            await pilot.press("2")
            await pilot.pause()
            shown = as_text(app)
            assert "We all stay late" not in shown
            assert "saved 1" not in shown
        await settle(pilot)
        assert "We all stay late" in as_text(app)
        assert "saved 1" in as_text(app)
        assert session.saved == 1


async def test_what_cannot_be_kept_is_told_and_tried_again(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, patience=0.05)
        await show(pilot, session)
        with locked(tmp_path / "dojo.db"):
            await press(pilot, "1")
            shown = as_text(app)
            assert "DB0" in shown
            assert "R tries again; nothing is lost" in shown
            assert "We all stay late" not in shown
            await press(pilot, "l")
            assert "Rでもう一度保存します" in as_text(app)
            await press(pilot, "l")
        await press(pilot, "r")
        assert "We all stay late" in as_text(app)
        assert "saved 1" in as_text(app)
        assert "DB0" not in as_text(app)
        await press(pilot, "1")
        assert "saved 2" in as_text(app)


async def test_a_talk_that_went_on_in_another_window_is_followed(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session)
        session.resumed().take("pitch")
        await press(pilot, "1")
        shown = as_text(app)
        assert "Another window went on with this talk" in shown
        assert "resumed 1" in shown
        assert "Let me show you our product." in shown
        assert "We all stay late" not in shown
        await press(pilot, "1")
        assert "saved 2" in as_text(app)


async def test_a_window_whose_person_was_erased_says_so_and_adds_nobody(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        person = app.memory.person()
        session = begin(app, scenario)
        await show(pilot, session)
        with Store.open(app.memory.database) as store:
            store.people.erase(person, 1_000, new_seed=lambda: 9)
        await press(pilot, "1")
        shown = as_text(app)
        assert "DB060" in shown
        assert "Close this window." in shown
        assert "We all stay late" not in shown
        await press(pilot, "escape")
        await settle(pilot)
        with pytest.raises(RecordsError, match="DB060"):
            app.memory.person()
        with Store.open(app.memory.database) as store:
            assert store.people.listed() == ()


async def test_a_talk_taken_up_again_shows_what_was_said(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario, "ask").resumed())
        shown = as_text(app)
        assert "resumed 1" in shown
        assert "When are you busiest?" in shown
        assert "So what does it cost?" in shown


async def test_silence_takes_its_choice_when_time_is_up(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask")
        await show(pilot, session, clock=clock)
        assert "30 s left" in as_text(app)
        clock.now += 29.5
        await pilot.pause(0.25)
        assert "1 s left" in as_text(app)
        assert session.saved == 1
        clock.now += 1
        await pilot.pause(0.25)
        await settle(pilot)
        assert "(Time ran out.) (Say nothing.)" in as_text(app)
        assert session.attempt.events[-1].timed_out
        assert session.attempt.events[-1].choice.id == "silent"


async def test_a_key_that_comes_too_late_is_silence(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask")
        await show(pilot, session, clock=clock)
        clock.now += 30
        await press(pilot, "1")
        assert session.attempt.events[-1].choice.id == "silent"


async def test_a_pause_hides_the_talk_and_stops_the_clock(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask")
        await show(pilot, session, clock=clock)
        clock.now += 10
        await press(pilot, "p")
        assert isinstance(app.screen, PauseScreen)
        assert "So what does it cost?" not in as_text(app)
        clock.now += 1000
        await pilot.pause(0.25)
        await press(pilot, "p")
        assert "20 s left" in as_text(app)
        await press(pilot, "1")
        assert session.saved == 2


async def test_what_is_over_cannot_be_paused(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario, "ask"), clock=Clock())
        await press(pilot, "1")
        assert "P Pause" not in as_text(app)
        await press(pilot, "p")
        assert not isinstance(app.screen, PauseScreen)
        assert "The talk is over." in as_text(app)


async def test_no_time_passes_while_something_else_is_on_the_screen(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask")
        await show(pilot, session, clock=clock)
        clock.now += 10
        for leave, back in (("g", "escape"), ("ctrl+p", "escape"), ("p", "p")):
            await press(pilot, leave)
            clock.now += 1000
            await pilot.pause(0.25)
            await press(pilot, back)
            assert "20 s left" in as_text(app), leave
        await pilot.resize_terminal(30, 8)
        await settle(pilot)
        clock.now += 1000
        await pilot.pause(0.25)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "20 s left" in as_text(app)
        app.app_suspend_signal.publish(app)
        clock.now += 1000
        app.app_resume_signal.publish(app)
        await pilot.pause()
        clock.now += 5
        await pilot.pause(0.25)
        assert "15 s left" in as_text(app)
        await press(pilot, "1")
        assert session.saved == 2
        assert not session.attempt.events[-1].timed_out


async def test_a_glossary_opened_before_the_reply_holds_the_clock_too(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session, clock=clock)
        await pilot.press("1", "g")
        await settle(pilot)
        clock.now += 1000
        await pilot.pause(0.25)
        await press(pilot, "escape")
        assert "30 s left" in as_text(app)
        assert session.saved == 1


async def test_the_clock_of_an_exam_stands_still_for_nothing(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    clock = Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario, "ask", mode=Mode.EXAM)
        await show(pilot, session, clock=clock)
        await press(pilot, "g")
        clock.now += 31
        await pilot.pause(0.25)
        await settle(pilot)
        assert session.attempt.events[-1].timed_out


async def test_an_exam_has_no_hint_no_pause_and_no_coach(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario, mode=Mode.EXAM))
        assert "Exam" in as_text(app)
        await press(pilot, "h")
        assert "An exam has no hints." in as_text(app)
        await press(pilot, "p")
        assert isinstance(app.screen, TalkScreen)
        await press(pilot, "1")
        assert "We all stay late" in as_text(app)
        assert "Coach" not in as_text(app)
        assert "You learned" not in as_text(app)


async def test_the_coach_can_be_hidden(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "1")
        assert "How things stand comes first." in as_text(app)
        await press(pilot, "c")
        assert "How things stand comes first." not in as_text(app)
        assert "We all stay late" in as_text(app)
        await press(pilot, "c")
        assert "How things stand comes first." in as_text(app)


async def test_a_hint_asked_for_stays_when_the_coach_is_hidden(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "h", "c")
        assert "Ask how things stand first." in as_text(app)
        assert "C brings the coach back" in as_text(app)


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.EXAM])
async def test_a_talk_that_is_over_shows_only_keys_that_do_something(
    tmp_path: Path, mode: Mode
) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario, mode=mode), clock=Clock())
        await press(pilot, "1", "1")
        keys = as_text(app).splitlines()[-1]
        assert keys.startswith(" Enter See what each of your choices cost")
        for gone in ("Hint", "Pause", "1-9", "Leave"):
            assert gone not in keys
        assert ("Coach" in keys) == (mode is Mode.PRACTICE)


async def test_a_hint_is_shown_once_and_kept_with_the_decision(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session)
        await press(pilot, "h", "h")
        assert as_text(app).count("Ask how things stand first.") == 1
        await press(pilot, "1")
        assert session.hinted() == {1}
        await press(pilot, "h")
        assert "There is no hint here." in as_text(app)


async def test_the_language_can_be_switched_in_the_middle(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "h", "l")
        shown = as_text(app)
        assert "まず相手の事情を伺います。" in shown
        assert "お忙しい時期はいつですか。" in shown
        assert "Please keep" not in shown
        await press(pilot, "1", "l")
        shown = as_text(app)
        assert "We all stay late" in shown
        assert "saved 1" in shown
        assert "残業" not in shown


async def test_leaving_keeps_the_attempt_and_says_so(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "1", "escape")
        assert not isinstance(app.screen, TalkScreen)
        await pilot.pause(0.1)
        assert "Decisions saved: 1. You can go on" in as_text(app)
        record = app.memory.unfinished("visit")
        assert record is not None
        assert record.saved == 1


async def test_choices_are_taken_by_arrows_and_by_mouse(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session)
        await press(pilot, "down", "down", "up", "enter")
        assert session.attempt.events[-1].choice.id == "pitch"
        await pilot.click(Choices, offset=(8, 1))
        await settle(pilot)
        assert session.attempt.events[-1].choice.id == "lie"


async def test_a_number_without_a_choice_does_nothing(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session)
        await press(pilot, "9", "0", "4")
        assert session.saved == 0


async def test_hidden_meters_stay_hidden_and_others_show_how_they_moved(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario))
        assert "40" in as_text(app)
        await press(pilot, "1")
        shown = as_text(app)
        assert "50 +10" in shown
        assert "Mood" not in shown


async def test_an_underlined_term_opens_the_glossary_at_its_entry(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, scenario), app.library.glossary)
        row, column = _place(as_text(app), "sales talk")
        await pilot.click(offset=(column + 1, row))
        await settle(pilot)
        assert isinstance(app.screen, GlossaryScreen)
        assert "A talk about a deal." in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TalkScreen)
        await press(pilot, "g")
        assert app.screen.query_one(OptionList).highlighted == 0


async def test_another_size_shows_what_was_said_from_its_beginning_until_it_was_read(
    tmp_path: Path,
) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "1")
        await pilot.resize_terminal(40, 13)
        await settle(pilot)
        assert "You: " in as_text(app)
        await press(pilot, "pagedown", "pagedown", "pagedown")
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert "PgDn: more" not in as_text(app)


async def test_a_long_talk_says_that_there_is_more_and_scrolls(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await show(pilot, begin(app, scenario))
        await press(pilot, "1")
        assert "PgDn: more" in as_text(app)
        await press(pilot, "pagedown", "pagedown", "pagedown")
        assert "PgDn: more" not in as_text(app)
        assert "Hiroshi Tanabe: So what" in as_text(app)
        dialogue = app.screen.query_one(Dialogue)
        assert dialogue.scroll_y == dialogue.max_scroll_y


async def test_no_size_of_terminal_breaks_a_talk(tmp_path: Path) -> None:
    app, scenario = opened(tmp_path, "ja")
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, scenario)
        await show(pilot, session)
        for size in ((1, 1), (2, 40), (300, 3), (40, 12), (200, 100)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await press(pilot, "1")
        assert session.saved == 1


async def test_a_scene_can_have_a_speaker_of_its_own(tmp_path: Path) -> None:
    plain = visit()
    plain["scenes"]["table"]["speaker"] = both("部長", "The manager")
    library = small_library(tmp_path, plain)
    app = dojo(tmp_path, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, library.scenario("visit")))
        await press(pilot, "1", "1")
        shown = as_text(app)
        assert "Hiroshi Tanabe  Month's end." in shown
        assert "The manager     So what does it cost?" in shown
        assert "The manager     That sounds fair." in shown


@pytest.mark.slow
@pytest.mark.parametrize("words", WRITABLE, ids=range(len(WRITABLE)))
async def test_hostile_words_are_only_words(tmp_path: Path, words: str) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, hostile_scenario(words))
        await show(pilot, session, (hostile_term(words),))
        await press(pilot, "h")
        assert acts(app) == []
        await press(pilot, "1")
        assert acts(app) == []
        await press(pilot, "1", "1")
        assert isinstance(app.screen, DebriefScreen)
        assert acts(app) == []
        await press(pilot, "tab", "l", "pagedown")
        assert acts(app) == []
        assert app.is_running


@pytest.mark.parametrize("words", ["[@click=app.quit]x[/]", "[/ 見積[b]", "割引 [5%]", "[red"])
async def test_brackets_show_as_they_were_written(tmp_path: Path, words: str) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, hostile_scenario(words)))
        await press(pilot, "1")
        # Title, direction, line, hint apart, said, reply, reason, fact, line, three choices.
        assert as_text(app).count(words) >= 10


def _place(shown: str, words: str) -> tuple[int, int]:
    """Return row and column of `words`, in a screen of narrow letters."""
    lines = shown.splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    return row, lines[row].index(words)
