"""Progress on the screen: courses, skills and scenarios, and what every figure rests on."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from rich.cells import cell_len
from textual.pilot import Pilot

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.skills import Skill, Weighed
from salesdojo.tui.app import DojoApp
from salesdojo.tui.evidence_pages import EvidencePage, skill_page
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.message import MessageScreen
from salesdojo.tui.screens.progress import ProgressScreen
from salesdojo.tui.screens.talk import TalkScreen
from salesdojo.tui.widgets.progress_list import ProgressList
from tui.practised import opened, practised
from tui.screens_as_text import SIZES, as_text, press, settled
from tui.small_pack import both, small_library

SMALL = (40, 12)
HOSTILE = "[@click=app.quit]x[/] [/ [b"


def progress_list(app: DojoApp) -> ProgressList:
    return app.screen.query_one(ProgressList)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_courses_skills_and_scenarios_and_what_they_rest_on(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = practised(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        snapshot.assert_match(as_text(app), "progress.txt")
        await press(pilot, "enter")
        snapshot.assert_match(as_text(app), "belt.txt")
        await press(pilot, "escape", "tab", "enter")
        snapshot.assert_match(as_text(app), "course.txt")
        await press(pilot, "escape", "tab", "down", "enter")
        snapshot.assert_match(as_text(app), "skill.txt")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_newcomer_sees_the_courses_and_where_figures_will_stand(
    tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    app = opened(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        snapshot.assert_match(as_text(app), "progress.txt")
        await press(pilot, "tab", "tab")
        assert progress_list(app).chosen_part == ("belt", "belt")
        await press(pilot, "enter")
        snapshot.assert_match(as_text(app), "belt.txt")
        await press(pilot, "escape")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_tab_goes_from_part_to_part_and_round(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        parts, tops = [], []
        for _ in range(5):
            chosen = progress_list(app).chosen_part
            assert chosen is not None
            parts.append(chosen[0])
            tops.append(as_text(app).splitlines()[1].strip())
            await press(pilot, "tab")
        assert parts == ["belt", "course", "skill", "scenario", "belt"]
        assert tops == [
            "Belt",
            "Courses and certificates",
            "Skills, the weakest first",
            "Scenarios and drills   best",
            "Belt",
        ]


async def test_going_up_to_the_first_row_shows_its_heading_again(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "p", "end", "home")
        assert "Belt" in as_text(app)


async def test_the_scenario_that_renews_a_certificate_is_practised_and_the_date_moves_on(
    tmp_path: Path,
) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        assert "First week   ran out after 2026-07-10, pass again: The first call" in as_text(app)
        await press(pilot, "tab", "enter", "enter")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "enter")
        await say(pilot, "ask")
        await say(pilot, "offer")
        await press(pilot, "1", "escape")
        assert isinstance(app.screen, ProgressScreen)
        assert "First week   certified until 2026-08-10" in as_text(app)


async def say(pilot: Pilot[None], line: str) -> None:
    """Take the choice with this id, then read on."""
    screen = pilot.app.screen
    assert isinstance(screen, TalkScreen)
    shown = [choice.id for choice in screen._attempt.shown]  # noqa: SLF001 - shuffled by the seed
    await press(pilot, str(shown.index(line) + 1))


async def test_enter_on_a_scenario_opens_its_briefing(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "tab", "tab", "tab", "enter")
        assert isinstance(app.screen, BriefingScreen)


async def test_a_course_with_nothing_to_practise_offers_no_practice(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "tab", "down", "enter")
        assert "Enter" not in as_text(app).splitlines()[-1]
        await press(pilot, "enter")
        assert isinstance(app.screen, EvidenceScreen)


async def test_the_palette_opens_it_over_a_talk_which_goes_on_and_no_other_begins(
    tmp_path: Path,
) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter")
        talk = app.screen
        assert isinstance(talk, TalkScreen)
        await press(pilot, "question_mark")
        await pilot.press(*"Progress")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ProgressScreen)
        await press(pilot, "tab", "tab", "tab", "enter")
        assert isinstance(app.screen, ProgressScreen)
        await pilot.pause(0.2)
        assert "Finish or leave your talk" in as_text(app)
        await press(pilot, "escape")
        assert app.screen.id == talk.id


async def test_l_says_the_same_in_the_other_language_and_back(tmp_path: Path) -> None:
    app = practised(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "tab", "tab")
        english = as_text(app)
        await press(pilot, "l")
        assert "項目ごとの力" in as_text(app)
        await press(pilot, "l")
        assert as_text(app) == english
        await press(pilot, "enter")
        evidence = as_text(app)
        await press(pilot, "l")
        assert "数字の根拠" in as_text(app)
        await press(pilot, "l")
        assert as_text(app) == evidence


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_it_fits_whatever_size_the_terminal_becomes(tmp_path: Path, language: str) -> None:
    app = practised(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        at_first = as_text(app)
        for keys in ((), ("tab", "enter"), ("escape",)):
            await press(pilot, *keys)
            for size in ((40, 12), (63, 20), (64, 20), (120, 40), (200, 60)):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                lines = as_text(app).splitlines()
                assert max(map(cell_len, lines)) <= size[0]
            await pilot.resize_terminal(80, 24)
            await settled(pilot)
        await press(pilot, "home")
        assert as_text(app) == at_first


async def test_records_that_cannot_be_read_are_explained_once(tmp_path: Path) -> None:
    (tmp_path / "dojo.db").write_bytes(b"this is no database at all" * 100)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "p")
        assert isinstance(app.screen, MessageScreen)
        assert "Code DB010" in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ProgressScreen)
        assert "The records cannot be read now" in as_text(app)
        await press(pilot, "enter", "tab")
        assert isinstance(app.screen, ProgressScreen)


async def test_what_looks_like_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    courses = {
        "odd": {
            "name": both(HOSTILE, HOSTILE),
            "role": "sales_representative",
            "scenarios": ["first_call"],
            "certifies": both(HOSTILE, HOSTILE),
        }
    }
    app = opened(tmp_path, library=small_library(tmp_path, courses=courses))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "p")
        assert as_text(app).count(HOSTILE) == 1
        await press(pilot, "tab", "enter")
        assert as_text(app).count(HOSTILE) == 2


def test_the_hundredth_repeat_still_weighs_something_and_a_lost_scenario_keeps_its_id() -> None:
    evidence = tuple(
        Weighed(f"a{number}", "gone", 0, 1.0, 0.0, 1 / number) for number in (1, 3, 100, 101)
    )
    skill = Skill("inquiry", Text.of("Inquiry"), Ability(), evidence)
    page = skill_page(skill, {}, "en")
    assert [page.line(place)[3] for place in range(4)] == ["< 0.01", "0.01", "0.33", "1.00"]
    assert {page.line(place)[1] for place in range(4)} == {"gone"}


async def test_only_the_lines_in_sight_are_made(tmp_path: Path) -> None:
    made: list[int] = []

    def line(place: int) -> tuple[str, ...]:
        made.append(place)
        return (str(place), "talk")

    page = EvidencePage("A title", ("A sentence.",), (-9, 0), ("place", "what"), 1_000_000, line)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(EvidenceScreen(lambda _: page, None))
        await settled(pilot)
        await press(pilot, "end")
        assert "999999  talk" in as_text(app)
        assert len(made) < 200
