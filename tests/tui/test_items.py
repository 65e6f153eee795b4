"""Items on the screen: scenarios, a scenario's decisions, a decision's choices."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from pytest_snapshot.plugin import Snapshot
from rich.cells import cell_len

from salesdojo.content.library import Library
from salesdojo.i18n import message
from salesdojo.records.reviews.remark import LONGEST_WORDS, Remark, RemarkKind
from salesdojo.records.store import Store
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.decision_items import DecisionItemsScreen
from salesdojo.tui.screens.items import ItemsScreen, show_items
from salesdojo.tui.screens.scenario_items import ScenarioItemsScreen
from support.deal import BEST, deal
from support.records import decision
from support.scenarios import choice, scenario
from support.trainees import play
from tui.screens_as_text import SIZES, as_text, dojo, press, settled
from tui.small_pack import small_library
from tui.talking import IN_COMPANY, acts

BOTH = pytest.mark.parametrize("language", ["ja", "en"])
ROADS = (
    BEST,
    ("tell", "pitch", "thanks", "plan"),
    ("push", "argue", "rush", "thanks", "beg"),
    ("ask", "pitch", "thanks", "wait"),
)


def practised(home: Path, many: int = 32, **keys: object) -> DojoApp:
    """Return an app whose company has practised a deal; few did another, and an older one."""
    library = packed(home)
    shutil.copyfile(_records(many), home / "dojo.db")
    return dojo(home, library=library, **keys)


def packed(home: Path) -> Library:
    return small_library(home, deal(), deal("other_deal", title="Another deal"))


@cache
def _records(many: int) -> Path:
    """Return the file of what the company did; each test goes on in a copy of its own."""
    home = Path(mkdtemp(prefix="salesdojo-items-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    library, older = packed(home), small_library(home / "older", deal(top=2))
    with Store.open(f"sqlite:///{home / 'dojo.db'}") as store:
        for number in range(many):
            person = store.person(f"p{number}")
            road = ROADS[number % len(ROADS)]
            name = play(store, person, library.scenario("deal"), road)
            if not number:
                store.append(name, decision(1, road[0], scene="open"))
                told = Remark("r", name, 1, road[0], RemarkKind.UNCLEAR, "Whom?", "en", 9)
                store.remarks.keep(told)
        play(store, store.person("q"), library.scenario("other_deal"), BEST)
        play(store, store.person("q"), older.scenario("deal"), BEST)
    return home / "dojo.db"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@BOTH
async def test_from_all_scenarios_to_the_choices_of_a_decision_and_back(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = practised(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        snapshot.assert_match(as_text(app), "all.txt")
        await press(pilot, "enter")
        snapshot.assert_match(as_text(app), "scenario.txt")
        await press(pilot, "enter")
        assert isinstance(app.screen, DecisionItemsScreen)
        snapshot.assert_match(as_text(app), "decision.txt")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ItemsScreen)


async def test_the_palette_opens_them_once(tmp_path: Path) -> None:
    app = practised(tmp_path, many=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p", *"itemswhat", "enter")
        assert isinstance(app.screen, ItemsScreen)
        assert as_text(app).splitlines()[0].endswith("everyone")
        depth = len(app.screen_stack)
        show_items(app)
        assert len(app.screen_stack) == depth


async def test_s_sorts_v_shows_the_next_version_n_and_b_turn_decisions(tmp_path: Path) -> None:
    app = practised(tmp_path, many=2)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        for order in ("gain", "unused", "mean", "pack"):
            await press(pilot, "s")
            assert message(f"items.screen_note_{order}", "en") in as_text(app)
        lines = as_text(app)
        assert lines.index("The deal") < lines.index("Another deal")
        assert "1 more version" in lines
        await press(pilot, "enter")
        assert "The version of the pack" in as_text(app)
        await press(pilot, "v")
        assert "An older version" in as_text(app)
        await press(pilot, "v")
        assert "The version of the pack" in as_text(app)
        await press(pilot, "enter")
        for key, scene in (("n", "doubt"), ("n", "need"), ("b", "doubt"), ("b", "open")):
            await press(pilot, key)
            assert f"Decision {scene}" in as_text(app)
        await press(pilot, "b")
        assert "Decision close" in as_text(app)


@BOTH
async def test_where_nobody_finished_anything_it_says_what_will_stand_here(
    tmp_path: Path, language: str
) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, deal()), language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        assert message("items.screen_none", language)[:16] in as_text(app)
        await press(pilot, "enter", "s", "l", "escape")
        app.push_screen(ScenarioItemsScreen("deal"))
        await settled(pilot)
        assert message("items.scenario_none", app.language)[:12] in as_text(app)
        await press(pilot, "enter", "v", "escape")
        assert app.is_running


@BOTH
async def test_every_screen_fits_whatever_size_the_terminal_becomes(
    tmp_path: Path, language: str
) -> None:
    app = practised(tmp_path, many=30, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        for keys in ((), ("enter",), ("enter",)):
            await press(pilot, *keys)
            at_first = as_text(app)
            for size in ((40, 12), (63, 20), (120, 40), (20, 8), (200, 60)):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                lines = as_text(app).splitlines()
                assert max(map(cell_len, lines)) <= size[0]
                assert len(lines) <= size[1]
            await pilot.resize_terminal(80, 24)
            await settled(pilot)
            await press(pilot, "home", "home")
            assert as_text(app) == at_first


@pytest.mark.parametrize("words", IN_COMPANY)
async def test_hostile_words_are_only_words(tmp_path: Path, words: str) -> None:
    said = words.encode("utf-8", "replace").decode() or " "
    lines = {"ask": choice(say=said, goto="end"), "go": choice(say=said, goto="end")}
    talk = scenario({"open": {"choices": lines}, "end": {"end": "lost"}}, title=said)
    app = dojo(tmp_path, library=small_library(tmp_path, deal()))
    with Store.open(f"sqlite:///{tmp_path / 'dojo.db'}") as store:
        name = play(store, store.person("p"), talk, ("ask",))
        store.append(name, decision(1, "ask", scene="open"))
        spoken = said[:LONGEST_WORDS].replace("\0", "")
        store.remarks.keep(Remark("r", name, 1, "ask", RemarkKind.WRONG, spoken, "en", 9))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        for keys in (("l",), ("enter",), ("enter",), ("end",)):
            await press(pilot, *keys)
            assert acts(app) == []
        assert isinstance(app.screen, DecisionItemsScreen)
