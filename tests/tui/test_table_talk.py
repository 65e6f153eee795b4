"""A talk that comes to a negotiation table: from the first offer to the debrief of it."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.pilot import Pilot

from salesdojo.content.model import Outcome
from salesdojo.practice.following import moves_of
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.compare import CompareScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.remark import RemarkScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.table_sheet import TableSheet
from salesdojo.tui.widgets.turn_card import TurnCard
from support.table_talks import OPENING, TABLE, table_talk
from tui.previewing import at_rest
from tui.screens_as_text import SIZES, as_text, dojo
from tui.talking import Clock, acts, begin, locked, press, settle, show

SMALL = (*SIZES, (60, 24))


def at_the_table(app: DojoApp, *moves: str, mode: Mode = Mode.PRACTICE) -> Session:
    return begin(app, table_talk(), "warm", *moves, mode=mode)


async def looked_back(pilot: Pilot[None], app: DojoApp, session: Session, player: str) -> str:
    """Play the table to its end, go on to the debrief, and return all of it as lines."""
    for move in moves_of(session.attempt, player):
        session.take(move)
    await show(pilot, session, clock=Clock())
    await press(pilot, "enter")
    assert isinstance(app.screen, DebriefScreen)
    return await whole(pilot, app)


async def whole(pilot: Pilot[None], app: DojoApp) -> str:
    was = app.size
    await pilot.resize_terminal(was.width, 200)
    await settle(pilot)
    shown = as_text(app)
    await pilot.resize_terminal(was.width, was.height)
    await settle(pilot)
    return shown


@pytest.mark.parametrize("size", SMALL, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_table_takes_the_place_of_the_choices(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await show(pilot, at_the_table(app), clock=Clock())
        snapshot.assert_match(await at_rest(pilot), "begun.txt")
        await press(pilot, "w")
        snapshot.assert_match(await at_rest(pilot), "questions.txt")
        await press(pilot, "1", "w", "2", "p", "down", "left", "2", "left", "p")
        await press(pilot, "up", "left", "left", "left")
        snapshot.assert_match(await at_rest(pilot), "bargained.txt")
        await press(pilot, "i")
        snapshot.assert_match(await at_rest(pilot), "wanted.txt")


@pytest.mark.parametrize("size", SMALL, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_debrief_tells_what_was_possible(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        shown = await looked_back(pilot, app, at_the_table(app), "as logroller")
        snapshot.assert_match(shown, "whole.txt")


async def test_forty_columns_and_twelve_rows_can_be_played(
    tmp_path: Path, snapshot: Snapshot
) -> None:
    app = dojo(tmp_path, language="ja")
    async with app.run_test(size=(40, 12)) as pilot:
        session = at_the_table(app)
        await show(pilot, session, clock=Clock())
        await press(pilot, "down", "left", "p")
        snapshot.assert_match(await at_rest(pilot), "offered.txt")
        await press(pilot, "w")
        snapshot.assert_match(await at_rest(pilot), "questions.txt")
        assert session.saved == 2


async def test_without_braille_the_plane_is_drawn_in_plain_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESDOJO_ASCII", "1")
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await looked_back(pilot, app, at_the_table(app), "as several")
        assert not any("\u2800" <= sign <= "\u28ff" for sign in shown)
        assert "o: the frontier" in shown.replace("\n ", "")


async def test_a_table_is_played_from_the_first_line_to_the_debrief(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = begin(app, table_talk())
        await show(pilot, session, clock=Clock())
        assert app.screen.query_one(Choices).has_focus
        await press(pilot, "1")
        assert app.screen.query_one(TableSheet).has_focus
        assert "saved 1" in as_text(app)
        await press(pilot, "w", "1", "left", "p", "j", "1", "2")
        assert [event.choice.id for event in session.attempt.events] == [
            "warm",
            "ask why_delivery",
            "propose price=128 delivery=8_wk payment=net_60 warranty=12_m",
            "reason migration",
        ]
        await press(pilot, *["left"] * 20, "p", "p", "a", "a")
        assert session.attempt.outcome is Outcome.WON
        assert "See what each of your choices cost" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        shown = await whole(pilot, app)
        assert "on the table" in shown
        assert "your points" in shown
        assert "Round by round" in shown


async def test_no_answer_shows_before_its_move_is_kept(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = at_the_table(app)
        await show(pilot, session)
        with locked(tmp_path / "dojo.db"):
            await pilot.press("p")
            await pilot.pause(0.1)
            assert "Round 1/8" in as_text(app)
            await pilot.press("p", "a", "w")
            assert "What do you ask?" not in as_text(app)
        await settle(pilot)
        assert "Round 2/8" in as_text(app)
        assert session.saved == 2


async def test_a_move_that_cannot_be_kept_is_told_and_tried_again(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, begin(app, table_talk(), "warm", patience=0.05))
        with locked(tmp_path / "dojo.db"):
            await press(pilot, "left", "p")
            assert "R tries again; nothing is lost" in as_text(app)
            assert "YOUR OFFER" not in as_text(app)
        await press(pilot, "r")
        assert "saved 2" in as_text(app)
        assert "Round 2/8" in as_text(app)
        await press(pilot, "left", "p")
        assert "saved 3" in as_text(app)


async def test_a_table_left_in_the_middle_is_taken_up_there(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = at_the_table(app, "ask why_pilot", OPENING)
        await show(pilot, session)
        await press(pilot, "left", "escape")
        assert not isinstance(app.screen, TalkScreen)
        await show(pilot, session.resumed())
        shown = as_text(app)
        assert "resumed 3" in shown
        assert "Round 3/8" in shown
        assert "4 wk" in shown
        await press(pilot, "left", "p")
        assert "Round 4/8" in as_text(app)


async def test_escape_takes_back_a_package_before_it_leaves(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, at_the_table(app))
        await press(pilot, "2", "left", "escape")
        assert isinstance(app.screen, TalkScreen)
        assert "Package 1" not in as_text(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, TalkScreen)


async def test_a_table_that_went_on_in_another_window_is_followed(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = at_the_table(app)
        await show(pilot, session)
        session.resumed().take(OPENING)
        await press(pilot, "left", "p")
        shown = as_text(app)
        assert "Another window went on with this talk" in shown
        assert "Round 2/8" in shown
        assert "4 wk" in shown


async def test_the_last_line_names_the_keys_and_a_click_on_one_does_it(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        session = at_the_table(app)
        await show(pilot, session)
        last = as_text(app).splitlines()
        assert "P Propose" in last[-2]
        await pilot.click(offset=(last[-2].index("W Ask") + 1, 22))
        await settle(pilot)
        assert "What do you ask?" in as_text(app)
        assert "1-9 Choose  Esc Back" in as_text(app)
        await press(pilot, "escape")
        assert "P Propose" in as_text(app)


async def test_an_exam_has_a_table_without_coach_and_hint(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, at_the_table(app, mode=Mode.EXAM))
        assert "Hint" not in as_text(app)
        await press(pilot, "p", "x", "x")
        assert "Coach" not in as_text(app)


async def test_two_tables_in_a_row_begin_afresh(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        second = {**TABLE, "rounds": 4, "goto": {**TABLE["goto"]}}
        scenario = table_talk({"goto": {**TABLE["goto"], "walked_away": "more"}}, second=second)
        await show(pilot, begin(app, scenario, "warm"))
        await press(pilot, "left", "left", "p", "x", "x")
        shown = as_text(app)
        assert "Round 1/4" in shown
        assert "< 130 EUR" in shown


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_language_changes_in_the_middle(tmp_path: Path, language: str) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, at_the_table(app))
        await press(pilot, "left", "l")
        shown = as_text(app)
        other = {"ja": "YOUR OFFER", "en": "こちらの提案"}[language]
        assert other in shown
        assert "128 EUR" in shown


async def test_a_retry_begins_at_the_moment_chosen(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(pilot, app, at_the_table(app), "as logroller")
        cards = list(app.screen.query(TurnCard))
        assert [card.turn for card in cards][:2] == [2, cards[1].turn]
        await press(pilot, "tab", "tab")
        assert app.focused is cards[1]
        turn = cards[1].turn
        await press(pilot, "w")
        assert isinstance(app.screen, RemarkScreen)
        await press(pilot, "escape", "t")
        assert isinstance(app.screen, TalkScreen)
        assert f"Round {turn - 1}/8" in as_text(app)


async def test_an_attempt_with_a_table_can_be_compared(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(pilot, app, at_the_table(app), "as splitter")
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)


async def test_a_negotiation_that_came_to_nothing_is_looked_back_on(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await looked_back(pilot, app, at_the_table(app), "walk_away")
        assert "You walked away without a deal." in shown
        assert "your points" in shown
        assert "*: the deal" not in shown


@pytest.mark.parametrize("words", ["[@click=app.quit]x[/]", "[red", "\x1b[2J", "あ" * 20, ""])
async def test_hostile_words_are_only_words(tmp_path: Path, words: str) -> None:
    issues = {
        name: {**issue, "label": {"ja": words or "-", "en": words or "-"}}
        for name, issue in TABLE["issues"].items()
    }
    questions = {name: {"ja": words or "-", "en": words or "-"} for name in TABLE["questions"]}
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        scenario = table_talk({"issues": issues, "questions": questions})
        session = begin(app, scenario, "warm")
        await show(pilot, session)
        await press(pilot, "p", "down", "left", "i")
        assert acts(app) == []
        await press(pilot, "1", "1", "w")
        assert acts(app) == []
        await press(pilot, "1")
        shown = await looked_back(pilot, app, session, "as several")
        assert acts(app) == []
        assert "Round by round" in shown
