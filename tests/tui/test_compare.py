"""Any other attempt beside one, by the quick cycle or out of a list; and a history told of age."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.widgets import OptionList

from salesdojo.content.library import Library
from salesdojo.content.model import Outcome
from salesdojo.content.visible import visible
from salesdojo.practice.solving import solve
from salesdojo.records.history.history import Mark, Past
from salesdojo.records.mode import Mode
from salesdojo.tui.app import DojoApp
from salesdojo.tui.history_rows import history_row
from salesdojo.tui.screens.compare import CompareScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.history import HistoryScreen, show_history
from salesdojo.tui.screens.other_attempt import OtherAttemptScreen
from salesdojo.tui.screens.progress import ProgressScreen
from salesdojo.tui.screens.talk import TalkScreen
from tui.practised import having_played, opened, play
from tui.screens_as_text import SIZES, as_text, press, settled
from tui.small_pack import SCENARIOS, Plain, both, scenario, small_library
from tui.talking import HOSTILE, IN_COMPANY, acts, begin, hostile_scenario

ROADS = (("pitch", "boast"), ("ask", "boast"), ("ask", "offer"), ("pitch", "offer"))
"""Of quality 0, 70, 100 and 10: first, nothing, best, latest."""
FIRST, SECOND, BEST, LATEST = (f"attempt{number}" for number in range(1, 5))
RIGHT_TO_LEFT = "שלום עולם مرحبا"
WIDE = "長い言葉" * 40
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def practised(home: Path, **changes: Any) -> DojoApp:
    if "library" not in changes:
        return having_played(home, *(("first_call", *road) for road in ROADS), **changes)
    app = opened(home, **changes)
    for road in ROADS:
        play(app, "first_call", *road)
    return app


def later_pack(home: Path, *, points: int, title: str = "The first call") -> Library:
    """Return the pack as it was edited later: an asked question is worth `points`."""
    call = scenario("first_call", both("最初の電話", title))
    call["scenes"]["hello"]["choices"]["ask"]["points"]["inquiry"] = points
    return small_library(home / "later", call, *SCENARIOS[1:])


def sides(app: DojoApp) -> tuple[str, str | None]:
    screen = app.screen
    assert isinstance(screen, CompareScreen)
    told = screen._told  # noqa: SLF001 - who stands side by side
    assert told is not None
    return told.left.record.id, None if told.right is None else told.right.record.id


@BOTH_LANGUAGES
@SIZED
async def test_a_history_a_comparison_and_the_list_of_others(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = practised(tmp_path, language=language)
    play(app, "second_call", "ask", "offer")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h")
        snapshot.assert_match(as_text(app), "history.txt")
        await press(pilot, "down", "d")
        snapshot.assert_match(as_text(app), "compared.txt")
        await press(pilot, "a")
        snapshot.assert_match(as_text(app), "others.txt")


@BOTH_LANGUAGES
async def test_forty_columns_and_twelve_rows_can_be_read(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = practised(tmp_path, language=language, library=later_pack(tmp_path, points=3))
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h")
        snapshot.assert_match(as_text(app), "history.txt")
        await press(pilot, "d")
        snapshot.assert_match(as_text(app), "compared.txt")
        await press(pilot, "a")
        snapshot.assert_match(as_text(app), "others.txt")


async def test_any_attempt_out_of_the_list_stands_beside_it(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen(LATEST))
        await settled(pilot)
        assert sides(app) == (LATEST, None)
        for downs, other in ((1, SECOND), (2, FIRST), (0, BEST)):
            await press(pilot, "a", "home", *["down"] * (downs - (downs > 0)))
            listed = app.screen.query_one(OptionList)
            assert listed.option_count == len(ROADS) - 1
            listed.highlighted = [BEST, SECOND, FIRST].index(other)
            await press(pilot, "enter")
            assert sides(app) == (LATEST, other)
        await press(pilot, "a", "escape")
        assert sides(app) == (LATEST, BEST)


async def test_x_goes_round_and_never_shows_an_attempt_beside_itself(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen(BEST))
        await settled(pilot)
        shown = []
        for _ in range(4):
            await press(pilot, "x")
            shown.append(sides(app)[1])
        assert shown == [FIRST, LATEST, None, FIRST]


async def test_the_only_attempt_has_no_other(tmp_path: Path) -> None:
    app = opened(tmp_path)
    play(app, "first_call", "ask", "boast")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen(FIRST))
        await settled(pilot)
        await press(pilot, "x")
        assert sides(app) == (FIRST, None)
        await press(pilot, "a", "enter")
        assert isinstance(app.screen, OtherAttemptScreen)
        assert "No other attempt" in as_text(app)
        await press(pilot, "l")
        assert "ほかに終えた練習" in as_text(app)


async def test_the_list_of_others_goes_on_to_older_ones(tmp_path: Path) -> None:
    app = opened(tmp_path)
    for number in range(52):
        play(app, "first_call", *ROADS[number % 4])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen("attempt52"))
        await settled(pilot)
        await press(pilot, "a", "n")
        assert app.screen.query_one(OptionList).option_count == 2
        await press(pilot, "n", "end", "enter")
        assert sides(app) == ("attempt52", "attempt1")
        await press(pilot, "a", "n", "b", "home", "enter")
        assert sides(app) == ("attempt52", "attempt51")


async def test_home_and_end_go_to_both_ends(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 12)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen(FIRST))
        await settled(pilot)
        body = app.screen.query_one("#compare-body")
        assert app.animation_level == "none"  # else either end is a second away
        await press(pilot, "end")
        assert body.scroll_offset.y == body.max_scroll_y > 0
        await press(pilot, "home")
        assert body.scroll_offset.y == 0


async def test_the_palette_over_a_comparison_goes_back_to_the_one_history(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "f", "enter", "c")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "ctrl+p", *"attempt history", "down", "enter")
        assert isinstance(app.screen, HistoryScreen)
        kinds = [type(screen) for screen in app.screen_stack]
        assert kinds.count(HistoryScreen) == 1
        assert DebriefScreen not in kinds
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgressScreen)


async def test_over_a_talk_begun_from_the_history_another_opens_and_the_talk_goes_on(
    tmp_path: Path,
) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "h", "enter", "tab", "t")
        assert isinstance(app.screen, TalkScreen)
        show_history(app)
        await settled(pilot)
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, TalkScreen)


@BOTH_LANGUAGES
async def test_results_of_an_older_scoring_are_told_and_those_of_other_words_are_not(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    played = practised(tmp_path, library=small_library(tmp_path, *SCENARIOS))
    words = {"en": "by an older text", "ja": "以前の内容"}[language]
    for points, stale in ((3, False), (2, True)):
        library = later_pack(tmp_path, points=points, title="A call")
        app = opened(tmp_path, library=library, language=language)
        assert (
            library.scenario("first_call").revision
            != played.library.scenario("first_call").revision
        )
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await press(pilot, "p", "h")
            assert (words in as_text(app)) is stale
            assert ("~" in as_text(app)) is stale
            if stale:
                snapshot.assert_match(as_text(app), "stale.txt")
                await press(pilot, "enter")
                assert isinstance(app.screen, DebriefScreen)


def with_words(words: str) -> tuple[Plain, ...]:
    spoken = both(words, words)
    call = scenario("first_call", spoken)
    call["meters"]["trust"]["name"] = call["facts"]["overtime"] = spoken
    for scene in call["scenes"].values():
        scene["customer"] = spoken
        for choice in scene.get("choices", {}).values():
            choice["say"] = choice["why"] = spoken
    return (call, *SCENARIOS[1:])


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
@pytest.mark.parametrize("words", [*HOSTILE[:4], RIGHT_TO_LEFT, WIDE], ids=range(6))
async def test_hostile_words_of_a_pack_are_only_words(
    tmp_path: Path, words: str, size: tuple[int, int]
) -> None:
    app = practised(tmp_path, library=small_library(tmp_path, *with_words(words)))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.push_screen(HistoryScreen())
        await settled(pilot)
        assert "not passed" in as_text(app) or size[0] < 60
        for keys in (("space",), ("l",), ("f",), ("f", "d"), ("end",), ("a",), ("l", "end")):
            await press(pilot, *keys)
            assert acts(app) == []
        await press(pilot, "enter")
        assert sides(app) == (LATEST, FIRST)
        assert acts(app) == []


@pytest.mark.parametrize("words", IN_COMPANY[:-1], ids=range(len(IN_COMPANY) - 1))
async def test_hostile_words_of_what_was_played_are_only_words(tmp_path: Path, words: str) -> None:
    app = opened(tmp_path)
    found = hostile_scenario(words)
    for road in (("pitch", "lie"), ("ask", "offer")):
        begin(app, found, *road).result(solve(found))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(CompareScreen(FIRST))
        await settled(pilot)
        for keys in (("end",), ("a",), ("l",), ("enter",), ("end",)):
            await press(pilot, *keys)
            assert acts(app) == []
        assert sides(app) == (FIRST, SECOND)


@pytest.mark.parametrize("words", [*HOSTILE, RIGHT_TO_LEFT, WIDE], ids=range(len(HOSTILE) + 2))
@pytest.mark.parametrize("width", [32, 72, 112])
def test_a_row_is_as_wide_as_its_list_whatever_the_title_is(words: str, width: int) -> None:
    past = Past(
        number=1, attempt="a", scenario="talk", at=0, mode=Mode.PRACTICE, fork=None, journey=None,
        chapter=None, quality=100.0, passed=False, outcome=Outcome.LOST, revision="r",
        marks=frozenset(Mark),
    )  # fmt: skip
    for language in ("en", "ja"):
        row = history_row(past, words, width, language, sign="*", stale=True)
        assert row.cell_length == width
        assert visible(row.plain) == row.plain
