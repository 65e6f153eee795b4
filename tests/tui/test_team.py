"""The team on the screen: who needs help, sorted and searched, down to each decision."""

import re
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.color import Color
from textual.theme import Theme

from salesdojo.records.store import Store
from salesdojo.records.tallies.summary_json import read_summary
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.compare import CompareScreen
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.screens.history import HistoryScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.progress import ProgressScreen
from salesdojo.tui.screens.team import TeamScreen
from salesdojo.tui.screens.team_session import TeamSessionScreen
from salesdojo.tui.screens.teams import TeamsScreen
from salesdojo.tui.team_app import TeamApp
from salesdojo.tui.themes import THEMES
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.heat_map import HeatMap
from support.practised_team import NAMES, NOW, company, opened
from support.records import raw
from tui.screens_as_text import SIZES, as_text, dojo, dojo_keys, press, settled

AT_BOTH_SIZES = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
IN_BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
HOSTILE = "[@click=app.quit]x[/] [/ 見積[b]\x1b[2J\u202eabc\r\n=1"


def team_app(home: Path, **changes: Any) -> TeamApp:
    """Return an app at the company's team."""
    made = company(home)
    made.store.close()
    keys = {"library": made.library, "clock": lambda: NOW, "team": "east", **changes}
    return TeamApp(**dojo_keys(home, **keys))


def table(app: DojoApp) -> HeatMap:
    return app.screen.query_one(HeatMap)


def names(app: DojoApp) -> list[str]:
    return [row.person.name for row in table(app)._rows]  # noqa: SLF001 - what is shown


def chosen(app: DojoApp) -> tuple[str, str]:
    row, column = table(app).row, table(app).column
    assert row is not None
    assert column is not None
    return row.person.name, column.id


@AT_BOTH_SIZES
@IN_BOTH_LANGUAGES
async def test_a_team_its_reasons_its_session_and_its_pipeline(
    tmp_path: Path, snapshot: Snapshot, size: tuple[int, int], language: str
) -> None:
    app = team_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key, name in (("w", "why"), ("t", "session"), ("f", "funnel")):
            snapshot.assert_match(as_text(app), "team.txt")
            await press(pilot, key)
            snapshot.assert_match(as_text(app), f"{name}.txt")
            await press(pilot, "escape")
        await press(pilot, "right", "right", "right")
        snapshot.assert_match(as_text(app), "cell.txt")
        await press(pilot, "enter")
        snapshot.assert_match(as_text(app), "evidence.txt")


async def test_a_cell_leads_to_the_attempts_and_on_to_each_decision_read_only(
    tmp_path: Path,
) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "right", "right", "right", "enter")
        assert isinstance(app.screen, EvidenceScreen)
        assert "Chiba: Inquiry" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, HistoryScreen)
        assert "Chiba, page 1" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        shown = as_text(app)
        assert "You are looking at Chiba's attempt" in shown
        assert "Retry" not in shown
        await press(pilot, "tab", "t", "n", "w", "enter")
        assert isinstance(app.screen, DebriefScreen)
        shown = as_text(app)
        assert "It shows how things stand." in shown  # why the line is what it is
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)
        assert "Let me tell you of our product." in as_text(app)
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, TeamScreen)
        assert chosen(app) == ("Chiba", "inquiry")


async def test_looking_leaves_the_records_as_they_are(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    before = raw(tmp_path / "dojo.db", "SELECT count(*) FROM person, attempt")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "n", "m", "t", "escape", "h", "enter", "tab", "t", "n")
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, TeamScreen)
    assert raw(tmp_path / "dojo.db", "SELECT count(*) FROM person, attempt") == before


async def test_a_part_of_the_suggested_session_opens_as_its_briefing_and_adds_nobody(
    tmp_path: Path,
) -> None:
    app = team_app(tmp_path, person="Manager")
    before = raw(tmp_path / "dojo.db", "SELECT count(*) FROM person")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "t")
        assert isinstance(app.screen, TeamSessionScreen)
        rows = app.screen.query_one(FigureRows)
        first = rows.chosen
        assert first is not None
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        title = app.library.scenario(first).title.spoken("en")
        assert title in as_text(app)
        await press(pilot, "escape")
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert title in as_text(app)
        await press(pilot, "enter")
        await press(pilot, "escape", "question_mark", *"items", "enter", "escape", "escape")
        assert isinstance(app.screen, TeamScreen)
        await press(pilot, "h", "escape")
    assert raw(tmp_path / "dojo.db", "SELECT count(*) FROM person") == before


async def test_figures_of_somebody_else_name_the_person_and_never_say_you(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ProgressScreen)
        shown = as_text(app)
        assert "Do now" not in shown
        assert "Next" in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceScreen)
        shown = as_text(app)
        assert shown.splitlines()[0].strip().startswith("Baba: Belt")
        assert not re.search(r"\byours?\b|\byou\b", shown, re.IGNORECASE)


async def test_a_name_leads_to_the_persons_own_page(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ProgressScreen)
        assert as_text(app).splitlines()[0].endswith("Baba")
        await press(pilot, "t")
        assert as_text(app).splitlines()[0].endswith("Baba")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, TeamScreen)


async def test_s_sorts_by_the_column_chosen_and_back_again(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert names(app)[:2] == ["Chiba", "Baba"]  # who needs help most
        await press(pilot, "s")
        assert names(app) == sorted(NAMES)
        await press(pilot, "s")
        assert names(app) == sorted(NAMES, reverse=True)
        await press(pilot, "right", "right", "s")
        assert (names(app)[0], names(app)[-1]) == ("Chiba", "Mori")  # longest away, never
        await press(pilot, "right", "s")
        assert (names(app)[0], names(app)[-2:]) == ("Baba", ["Doi", "Mori"])
        await press(pilot, "s")
        assert (names(app)[0], names(app)[-2:]) == ("Aoki", ["Doi", "Mori"])
        assert chosen(app)[0] == "Chiba"


async def test_every_column_sorts_both_ways_with_nothing_last(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for _ in range(12):
            await press(pilot, "s")
            column = table(app).column
            assert column is not None
            first = [column.key(row) for row in table(app)._rows]  # noqa: SLF001
            await press(pilot, "s")
            second = [column.key(row) for row in table(app)._rows]  # noqa: SLF001
            told = [one for one in first if one is not None]
            assert told in (sorted(told), sorted(told, reverse=True))
            assert [one for one in second if one is not None] == told[::-1]
            for keys in (first, second):
                assert keys[len(told) :] == [None] * (len(NAMES) - len(told))
            await press(pilot, "right")


async def test_part_of_a_name_or_n_shows_fewer_people_and_escape_everyone(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        assert names(app) == ["Chiba", "Baba", "Endo", "Ito", "Kato", "Mori"]
        await press(pilot, "slash", "B", "a", "b")
        assert names(app) == ["Baba"]
        await press(pilot, "enter", "slash", "x", "enter")
        assert names(app) == []
        assert "Nobody is called so" in as_text(app)
        await press(pilot, "escape", "n")
        assert len(names(app)) == len(NAMES)
        assert isinstance(app.screen, TeamScreen)


async def test_the_name_stands_still_while_the_columns_pass(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(60, 24)) as pilot:
        await settled(pilot)
        assert "closed" not in as_text(app)
        await press(pilot, *["right"] * 15)
        shown = as_text(app)
        assert chosen(app)[1] == "close"
        assert "25% (2/8)" in shown
        assert "  Chiba " in shown
        await press(pilot, *["left"] * 15)
        assert "Inquiry" in as_text(app)


async def test_a_click_chooses_and_another_opens(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.click(HeatMap, offset=(30, 3))
        await settled(pilot)
        assert chosen(app) == ("Endo", "inquiry")
        await pilot.click(HeatMap, offset=(30, 3))
        await settled(pilot)
        assert isinstance(app.screen, EvidenceScreen)


async def test_esc_ends_what_began_at_the_team_and_the_palette_opens_it_elsewhere(
    tmp_path: Path,
) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape")
    assert app.return_code == 0
    made = opened(tmp_path)
    made.store.close()
    for wanted, language in (("team", "en"), ("チーム", "ja")):
        ours = dojo(
            tmp_path, library=made.library, clock=lambda: NOW, team="east", language=language
        )
        async with ours.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await press(pilot, "question_mark", *wanted, "enter")
            assert isinstance(ours.screen, TeamScreen)
            await press(pilot, "escape")
            assert isinstance(ours.screen, HomeScreen)


async def test_of_several_teams_one_is_chosen_and_of_none_nobody_is_told(tmp_path: Path) -> None:
    made = company(tmp_path)
    made.store.people.add("Hanako", "west")
    made.store.close()
    app = TeamApp(**dojo_keys(tmp_path, library=made.library, clock=lambda: NOW))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, TeamsScreen)
        await press(pilot, "l", "l", "down", "enter")
        assert isinstance(app.screen, TeamScreen)
        assert names(app) == ["Hanako"]
        await press(pilot, "escape")
        assert isinstance(app.screen, TeamsScreen)
        await press(pilot, "enter")
        assert names(app)[:2] == ["Chiba", "Baba"]
    empty = tmp_path / "empty"
    app = TeamApp(**dojo_keys(empty, library=made.library, clock=lambda: NOW))
    empty.mkdir()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Nobody is in this team." in as_text(app)
        await press(pilot, "enter", "s", "h", "w", "n", "t", "f")


async def test_an_unknown_team_is_told_in_words(tmp_path: Path) -> None:
    app = team_app(tmp_path, team="north")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "There is nobody in the team north" in as_text(app)


@IN_BOTH_LANGUAGES
async def test_a_hostile_name_is_only_a_name(tmp_path: Path, language: str) -> None:
    app = team_app(tmp_path, language=language)
    with sqlite3.connect(tmp_path / "dojo.db") as database:
        database.execute("UPDATE person SET name = ? WHERE name = 'Chiba'", (HOSTILE,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "[@click=app" in as_text(app)
        keys = ["enter", "escape", "w", "escape", "right", "right", "right", "enter", "escape"]
        for key in [*keys, "h", "enter", "c", "escape", "escape"]:
            await press(pilot, key)
            assert not set(as_text(app)) & {"\x1b", "\r", "\u202e"}
        assert app.is_running


@pytest.mark.parametrize("size", [(1, 1), (20, 8), (40, 12), (300, 80)])
async def test_any_size_is_laid_out(tmp_path: Path, size: tuple[int, int]) -> None:
    app = team_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "end", "right", "right", "right", "right")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert chosen(app)[1] == "manners"
        assert "Manners" in as_text(app)


@pytest.fixture
def many(tmp_path: Path) -> TeamApp:
    """Let 500 people have what one of the company's has kept."""
    app = team_app(tmp_path)
    database = sqlite3.connect(tmp_path / "dojo.db")
    made_by, shown, totals = database.execute(
        "SELECT made_by, shown, totals FROM summary"
        " JOIN person ON person.id = summary.person WHERE name = 'Ito'"
    ).fetchone()
    assert read_summary(shown)
    for number in range(500):
        key = f"p{number:03}"
        database.execute(
            "INSERT INTO person (id, team, name) VALUES (?, 'east', ?)", (key, f"Person {number}")
        )
        database.execute(
            "INSERT INTO summary (person, through, made_by, shown, totals) VALUES (?, 0, ?, ?, ?)",
            (key, made_by, shown, totals),
        )
    database.commit()
    database.close()
    return app


async def test_five_hundred_people_are_sorted_and_moved_through_at_once(many: TeamApp) -> None:
    async with many.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert len(names(many)) == 500 + len(NAMES)
        screen = many.screen
        assert isinstance(screen, TeamScreen)
        spent = []
        for _ in range(5):
            begun = time.process_time()
            screen.action_sort()
            table(many).render()
            spent.append(time.process_time() - begun)
        assert min(spent) < 0.1
        await press(pilot, "end", "pageup")
        assert many.screen is screen


async def test_who_is_told_anew_is_counted_while_it_lasts(tmp_path: Path) -> None:
    app = team_app(tmp_path)
    raw(tmp_path / "dojo.db", "UPDATE summary SET through = 0")
    told: list[tuple[int, int]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, TeamScreen)
        assert app.screen._anew == (11, 11)  # noqa: SLF001 - it is gone from the screen
        assert len(names(app)) == len(NAMES)
    assert told == []
    with Store.open(f"sqlite:///{tmp_path / 'dojo.db'}") as store:
        store.summaries.of_team("east", NOW, lambda *step: told.append(step))
    assert told == []  # they were kept


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_can_be_read_on_every_ground_of_the_map(theme: Theme) -> None:
    background = Color.parse(theme.background or "")
    for hue in (theme.accent, theme.primary):
        for part in (0.22, 0.45):
            ground = background.blend(Color.parse(hue or ""), part)
            bright, dark = sorted(
                (_luminance(ground), _luminance(Color.parse(theme.foreground or ""))), reverse=True
            )
            assert (bright + 0.05) / (dark + 0.05) >= 4.5


def _luminance(color: Color) -> float:
    parts = (part / 255 for part in color.rgb)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
