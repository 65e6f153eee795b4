"""The first screen: what comes next, the list, and the keys that work everywhere."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.screen import Screen

from salesdojo.content.library import open_library
from salesdojo.records.database.upgrading import upgrade
from salesdojo.records.mode import Mode
from salesdojo.records.store import Store
from salesdojo.tui.app import DojoApp
from salesdojo.tui.preferences import Preferences
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.drills import DrillsScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.practise import PractiseScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.themes import DAY, NIGHT
from salesdojo.tui.widgets.scenario_list import ScenarioList
from support.journeys import write_journey_pack
from support.records import as_version, url
from support.terminal import surroundings
from tui.practised import practised
from tui.screens_as_text import SIZES, as_text, dojo, press, settled
from tui.small_pack import DRILLS, both, scenario, small_library, write_pack

ON_SCREEN = "[@click=app.quit]x[/] [/ 見積[b [5%] [red"


def play(app: DojoApp, name: str, *choices: str) -> None:
    """Play `choices` of a scenario; a talk that comes to its end is scored."""
    from salesdojo.records.values import solution

    found = app.library.scenario(name)
    session = app.memory.begin(found, Mode.PRACTICE, "en", cache=None, fresh=False)
    for choice in choices:
        session.take(choice)
    if session.attempt.outcome is not None:
        session.result(solution(found, None))
    app.memory.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_newcomer_sees_the_first_course_and_every_scenario(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), "home.txt")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_someone_who_has_practised_sees_figures_and_what_is_open(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = dojo(tmp_path, language=language)
    play(app, "first_call", "ask", "offer")
    play(app, "first_call", "pitch", "offer")
    play(app, "second_call", "pitch", "boast")
    play(app, "discount", "ask")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), "home.txt")


@pytest.mark.parametrize(("language", "belt"), [("ja", "帯: 七級"), ("en", "Belt: 7th kyu")])
async def test_the_head_tells_the_belt_beside_the_name_where_there_is_room(
    tmp_path: Path, language: str, belt: str
) -> None:
    app = practised(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for width, height in ((80, 24), (120, 40)):
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert f"{belt}  Aoki\n" in as_text(app)
        await pilot.resize_terminal(40, 20)
        await settled(pilot)
        assert "Aoki\n" in as_text(app)
        pack = "小さな道場" if language == "ja" else "Small dojo"
        assert pack in as_text(app)


async def test_the_unfinished_talk_comes_first_and_says_how_many_decisions_are_kept(
    tmp_path: Path,
) -> None:
    app = dojo(tmp_path)
    play(app, "discount", "ask")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Decisions saved: 1." in as_text(app)
        assert app.screen.query_one(ScenarioList).chosen == "discount"


async def test_once_a_scenario_is_passed_the_next_of_the_course_is_proposed(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    play(app, "first_call", "ask", "offer")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.screen.query_one(ScenarioList).chosen == "second_call"
        assert "Passed so far: 1 of 3." in as_text(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    from rich.cells import cell_len

    app = dojo(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        text = as_text(app)
        assert max(cell_len(line) for line in text.splitlines()) <= size[0]
        assert "3 " in text or size[1] < 20


async def test_a_digit_opens_the_scenario_with_that_number(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        assert isinstance(app.screen, BriefingScreen)
        assert "20% off, please" in as_text(app)


async def test_a_digit_without_a_scenario_does_nothing(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        assert isinstance(app.screen, HomeScreen)


async def test_arrows_pass_over_the_names_of_stages(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down")
        assert app.screen.query_one(ScenarioList).chosen == "discount"


async def test_a_click_on_a_row_opens_it(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        rows = as_text(app).splitlines()
        line = next(number for number, row in enumerate(rows) if "The second call" in row)
        await pilot.click(offset=(10, line))
        await settled(pilot)
        assert isinstance(app.screen, BriefingScreen)


async def test_a_click_on_a_key_does_what_the_key_does(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        bar = as_text(app).splitlines()[23]
        await pilot.click(offset=(bar.index("日本語"), 23))
        await settled(pilot)
        assert app.language == "ja"


async def test_l_switches_the_language_in_place_and_back(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down")
        english = as_text(app)
        await press(pilot, "l")
        assert "二度目の電話" in as_text(app)
        assert app.screen.query_one(ScenarioList).chosen == "second_call"
        await press(pilot, "l")
        assert as_text(app) == english


async def test_d_switches_between_day_and_night(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        assert app.theme == DAY.name
        await press(pilot, "d")
        assert app.theme == NIGHT.name


async def test_language_and_theme_are_remembered(tmp_path: Path) -> None:
    file = tmp_path / "config" / "preferences.json"
    app = dojo(tmp_path, preferences=file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "d")
    assert Preferences.read(file) == Preferences("ja", DAY.name)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b"\xff\xfe", b'{"language": 3}', b"[" * 4096]
)
def test_preferences_that_make_no_sense_are_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content)
    assert Preferences.read(file) == Preferences()


def test_preferences_that_cannot_be_written_are_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    Preferences("ja").write(tmp_path / "file" / "preferences.json")
    assert (tmp_path / "file").read_text() == "in the way"
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


async def test_the_palette_finds_a_scenario_in_either_language(tmp_path: Path) -> None:
    app = dojo(tmp_path, language="ja")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        await pilot.press(*"あと2")
        await pilot.pause(0.5)
        assert "開く: 「あと2割」" in as_text(app)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize(("wanted", "kind"), [("Drills", DrillsScreen), ("Today", PractiseScreen)])
async def test_the_palette_leads_from_anywhere_to_what_the_first_screen_opens(
    tmp_path: Path, wanted: str, kind: type[Screen[None]]
) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "m", "question_mark", *wanted, "enter")
        await settled(pilot)
        assert isinstance(app.screen, kind)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_palette_says_that_a_talk_comes_first(tmp_path: Path) -> None:
    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter", "question_mark", *"Drills", "enter")
        await settled(pilot)
        assert isinstance(app.screen, TalkScreen)
        assert "Finish or leave your talk" in as_text(app)


async def test_a_pack_without_drills_offers_none_in_the_palette(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        shown = as_text(app)
        assert "Today's practice" in shown
        assert "(R on the first screen)" not in shown


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_narrowest_terminal_still_shows_the_way_to_everything(
    tmp_path: Path, language: str
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert "? " in as_text(app).splitlines()[-1]


async def test_a_terminal_too_small_says_so_and_comes_back_when_it_grows(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        before = as_text(app)
        await pilot.resize_terminal(39, 12)
        await settled(pilot)
        assert "40 columns and 12 rows" in " ".join(as_text(app).split())
        await press(pilot, "3")
        assert isinstance(app.screen, HomeScreen)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert as_text(app) == before
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (200, 2)])
async def test_no_size_brings_it_down(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await settled(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "The first call" in as_text(app)


async def test_what_looks_like_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    library = small_library(tmp_path, scenario("odd", both(ON_SCREEN, ON_SCREEN)))
    app = dojo(tmp_path, library=library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert as_text(app).count(ON_SCREEN) == 2
        await press(pilot, "enter")
        assert ON_SCREEN in as_text(app)


async def test_files_left_out_are_counted(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "approach" / "second_call.yaml").write_text("id: [", encoding="utf-8")
    from salesdojo.content.library import open_library

    app = dojo(tmp_path, library=open_library(root, None))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "problems: 1." in as_text(app)
        assert "The second call" not in as_text(app)


async def test_records_that_cannot_be_read_are_explained_and_the_list_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / "dojo.db").write_bytes(b"this is no database at all" * 100)
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Code DB010" in as_text(app)
        await press(pilot, "enter")
        assert "The first call" in as_text(app)


@pytest.mark.parametrize(
    ("language", "remedy"),
    [("en", "Run `salesdojo db upgrade`"), ("ja", "`salesdojo db upgrade` を実行")],
)
async def test_records_of_an_older_version_say_how_they_are_upgraded_and_then_serve(
    tmp_path: Path, language: str, remedy: str
) -> None:
    file = tmp_path / "dojo.db"
    with Store.open(url(file)) as store:
        store.person("Aoki")
    as_version(file, "0001")
    library = open_library(write_journey_pack(tmp_path / "travelled"), None)
    app = dojo(tmp_path, library=library, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert remedy in as_text(app)
        await press(pilot, "enter", "j", "enter")
        assert remedy in as_text(app)
        upgrade(url(file), "now")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, BriefingScreen)


def test_the_first_paint_loads_nothing_heavy(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    open_library(root, tmp_path / "cache")
    code = f"""
import sys
from pathlib import Path
from salesdojo.content.library import open_library
from salesdojo.tui.app import DojoApp
app = DojoApp(library=open_library(Path({str(root)!r}), Path({str(tmp_path / "cache")!r})),
    database="sqlite:///{tmp_path / "dojo.db"}", person="Aoki", language="ja",
    clock=lambda: 0, new_seed=lambda: 0, new_id=lambda: "a", cache=None)
from salesdojo.tui.memory import Memory
def picture(self, library, cache):
    print(" ".join(sorted({{name.partition(".")[0] for name in sys.modules}})))
    app.call_from_thread(app.exit)
Memory.picture = picture
app.run(headless=True, size=(80, 24))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    loaded = set(done.stdout.split())
    assert "textual" in loaded, done.stderr
    heavy = {"yaml", "jsonschema", "jsonschema_rs", "sqlalchemy", "alembic", "budoux"}
    assert not loaded & heavy
