"""Reviews on the screen: the queue, somebody's debrief, judging blind, and what a trainee sees."""

import re
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.records.mode import Mode
from salesdojo.records.reviews.review_queue import Wanted
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.session import Session
from salesdojo.records.values import solution
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.history import HistoryScreen
from salesdojo.tui.screens.judge_blind import JudgeBlindScreen
from salesdojo.tui.screens.review_debrief import ReviewDebriefScreen
from salesdojo.tui.screens.review_queue import ReviewQueueScreen, show_queue
from support.records import raw
from tui.practised import Clock
from tui.screens_as_text import as_text, dojo, press, settled

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
HOSTILE = "[@click=app.quit]x[/] [/ 見積[b] \x1b[2J 割引 [5%]"


def played(app: DojoApp, who: str, name: str, *choices: str, mode: Mode = Mode.PRACTICE) -> str:
    """Let somebody finish a talk in the app's records; return the attempt's id."""
    found, store = app.library.scenario(name), app.memory.store()
    session = Session.start(
        store, store.person(who, "east"), found, seed=7, mode=mode, language="en",
        clock=app.memory.clock, new_id=app.memory.new_id,
    )  # fmt: skip
    for choice in choices:
        session.take(choice)
    session.result(solution(found, app.cache))
    return session.record.id


def waiting(home: Path, who: str = "Baba", **changes: Any) -> DojoApp:
    """Give Aoki's dojo, in whose records others' talks wait for a review."""
    app = dojo(home, clock=Clock(), **changes)
    played(app, who, "first_call", "pitch", "boast")
    played(app, "Chiba", "second_call", "ask", "offer", mode=Mode.EXAM)
    return app


def exam(app: DojoApp) -> str:
    """Return the attempt that stands first in the queue."""
    return app.memory.store().reviews.to_review(Wanted(app.memory.person().id))[0].attempt


def said(app: DojoApp, attempt: str) -> list[tuple[str, int | None, str | None]]:
    heard = app.memory.store().reviews.of_attempt(attempt)
    return [(one.said.kind.value, one.said.turn, one.said.words) for one in heard]


@BOTH_LANGUAGES
async def test_the_queue_shows_exams_first_and_why(
    tmp_path: Path, language: str, snapshot: Snapshot
) -> None:
    app = waiting(tmp_path, language=language)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        snapshot.assert_match(as_text(app), f"queue-{language}.txt")
        await press(pilot, "tab")
        await settled(pilot)
        assert "Exam" not in as_text(app)


async def test_the_queue_can_be_of_one_team_person_or_scenario(tmp_path: Path) -> None:
    app = waiting(tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        for key in ("t", "p", "s"):
            await press(pilot, key)
            await settled(pilot)
        told = as_text(app)
        assert "Shown: team east, Chiba" in told
        assert "Baba" not in told
        for key in ("s", "p", "t"):
            await press(pilot, key)
            await settled(pilot)
        assert "Baba" in as_text(app)


@BOTH_LANGUAGES
async def test_a_reviewer_comments_gives_another_level_and_concludes(
    tmp_path: Path, language: str, snapshot: Snapshot
) -> None:
    app = waiting(tmp_path, language=language)
    attempt = exam(app)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReviewDebriefScreen)
        await press(pilot, "tab", "c", *"Well", "space", *"asked", "enter")
        await settled(pilot)
        await press(pilot, "o", "tab", "enter")
        assert app.screen is not screen
        await press(pilot, *"high", "enter")
        await settled(pilot)
        await press(pilot, "r", "home")
        await settled(pilot)
        assert said(app, attempt) == [
            ("read", None, None),
            ("comment", 1, "Well asked"),
            ("level", None, "high"),
            ("done", None, None),
        ]
        app.clear_notifications()
        await settled(pilot)
        snapshot.assert_match(as_text(app), f"reviewed-{language}.txt")
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(app.screen, ReviewQueueScreen)
        assert "Chiba" not in as_text(app)
        await press(pilot, "tab")
        await settled(pilot)
        assert "Chiba" in as_text(app)


async def test_words_that_could_not_be_kept_need_not_be_written_again(tmp_path: Path) -> None:
    app = waiting(tmp_path)
    attempt = exam(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        await press(pilot, "enter")
        raw(
            tmp_path / "dojo.db",
            "CREATE TRIGGER full BEFORE INSERT ON review BEGIN SELECT RAISE(ABORT, 'no room'); END",
        )
        for keys in (("tab", "c", *"Well", "enter"), ("o", "tab", *"high", "enter")):
            await press(pilot, *keys)
            assert not isinstance(app.screen, ReviewDebriefScreen)  # it says what is wrong
            await press(pilot, "escape")
        raw(tmp_path / "dojo.db", "DROP TRIGGER full")
        await press(pilot, "c", "enter", "o", "enter", "c")
        assert "Well" in as_text(app)  # what is kept is what stands there
        assert said(app, attempt) == [
            ("read", None, None),
            ("comment", 1, "Well"),
            ("level", None, "high"),
        ]


async def test_words_left_with_escape_stand_there_the_next_time(tmp_path: Path) -> None:
    app = waiting(tmp_path)
    attempt = exam(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        await press(pilot, "enter", "tab")
        for keys in (("c", *"Well"), ("o", "tab", *"high")):
            await press(pilot, *keys, "escape")
        assert said(app, attempt) == [("read", None, None)]
        await press(pilot, "c", "enter", "o", "enter")
        assert said(app, attempt) == [
            ("read", None, None),
            ("comment", 1, "Well"),
            ("level", None, "high"),
        ]


@BOTH_LANGUAGES
async def test_every_key_of_the_queue_is_shown_in_eighty_columns(
    tmp_path: Path, language: str
) -> None:
    app = waiting(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        shown = as_text(app).splitlines()[-2:]
        for key in ("Enter", "B", "Tab", "T", "P", "S", "Esc", "L"):
            assert re.search(rf"(^| ){key} ", " ".join(shown)), key


async def test_nothing_can_be_played_from_somebody_elses_debrief(tmp_path: Path) -> None:
    app = waiting(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "tab", "t", "n", "w", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReviewDebriefScreen)


@BOTH_LANGUAGES
async def test_who_judges_blind_sees_what_was_said_and_not_what_it_was_worth(
    tmp_path: Path, language: str, snapshot: Snapshot
) -> None:
    app = waiting(tmp_path, language=language)
    attempt = exam(app)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        await press(pilot, "b")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, JudgeBlindScreen)
        snapshot.assert_match(as_text(app), f"blind-{language}.txt")
        await press(pilot, "2", "enter")
        assert app.screen is screen
        await press(pilot, "3", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReviewDebriefScreen)
        assert [kind for kind, _, _ in said(app, attempt)] == ["blind", "blind"]
        await press(pilot, "escape")
        await settled(pilot)
        await press(pilot, "b")
        await settled(pilot)
        assert "DB078" in as_text(app)


@BOTH_LANGUAGES
async def test_a_trainee_is_told_reads_it_and_is_told_no_more(
    tmp_path: Path, language: str, snapshot: Snapshot
) -> None:
    app = dojo(tmp_path, clock=Clock(), language=language)
    store = app.memory.store()
    found = app.library.scenario("first_call")
    session = app.memory.begin(found, Mode.PRACTICE, "en", cache=app.cache, fresh=False)
    for choice in ("pitch", "boast"):
        session.take(choice)
    result = session.result(solution(found, app.cache))
    attempt, ada = session.record.id, store.person("Ada [5%]").id
    criterion = next(iter(result.criteria))
    at = app.memory.clock()
    store.reviews.keep(Said("v1", attempt, Kind.COMMENT, ada, at, turn=1, words=HOSTILE))
    level = Said("v2", attempt, Kind.LEVEL, ada, at, criterion=criterion, level=3, words="Kind")
    store.reviews.keep(level)
    store.reviews.keep(Said("v3", attempt, Kind.DONE, ada, at))
    later = app.library.scenario("second_call")  # what stands first is another attempt
    session = app.memory.begin(later, Mode.PRACTICE, "en", cache=app.cache, fresh=False)
    for choice in ("ask", "offer"):
        session.take(choice)
    session.result(solution(later, app.cache))
    async with app.run_test(size=(100, 50)) as pilot:
        await settled(pilot)
        assert ("1 of your attempts" if language == "en" else "1 件") in as_text(app)
        await press(pilot, "h")
        await settled(pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert "! " in as_text(app)
        await press(pilot, "u")
        await settled(pilot)
        assert isinstance(app.screen, DebriefScreen)
        snapshot.assert_match(as_text(app), f"read-{language}.txt")
        await press(pilot, "escape")
        await settled(pilot)
        assert "! " not in as_text(app)
        assert store.reviews.unread(app.memory.person()) == ()


async def test_hostile_names_and_words_are_only_shown(tmp_path: Path) -> None:
    app = waiting(tmp_path, who="[/ 見積[b] 割引 [5%]")
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        show_queue(app)
        await settled(pilot)
        assert "[/ 見積[b]" in as_text(app)
        await press(pilot, "down", "enter")
        await settled(pilot)
        assert "[/ 見積[b] 割引 [5%]" in as_text(app)
        await press(pilot, "c")
        assert "割引 [5%]" in as_text(app)
