"""Assignments on the screen: the manager's list and form, and what a trainee is told."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.widgets import Input, Select

from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.mode import Mode
from salesdojo.records.values import solution
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.assign import AssignScreen
from salesdojo.tui.screens.assignment import AssignmentScreen
from salesdojo.tui.screens.assignments import AssignmentsScreen, show_assignments
from salesdojo.tui.screens.briefing import BriefingScreen
from tui.screens_as_text import SIZES, as_text, dojo, press, settled

# The clock of the tests stands at the 14th of November 2023.
SOON, LATER, OVER = date(2023, 11, 20), date(2023, 12, 1), date(2023, 11, 1)


def wanted(app: DojoApp, name: str, what: str, **changes: Any) -> Assignment:
    keys: dict[str, Any] = {
        "kind": Kind.SCENARIO,
        "scenarios": (what,),
        "people": (app.memory.person(),),
        "teams": (),
        "due": SOON,
        **changes,
    }
    return Assignment(id=name, what=what, **keys)


def assign(app: DojoApp, *assignments: Assignment) -> None:
    app.memory.store().assignments.set(assignments, None, app.memory.clock())


def play(app: DojoApp, name: str, *choices: str) -> None:
    found = app.library.scenario(name)
    session = app.memory.begin(found, Mode.PRACTICE, "en", cache=app.cache, fresh=False)
    for choice in choices:
        session.take(choice)
    session.result(solution(found, app.cache))


def managed(home: Path, **changes: Any) -> DojoApp:
    app = dojo(home, **changes)
    people = app.memory.store().people
    for name in ("Baba", "Chiba", "[red]Rex[/]"):
        people.add(name, "east")
    week = wanted(
        app, "week", "week",
        kind=Kind.COURSE, scenarios=("first_call", "second_call"), teams=("east",), minimum=80,
    )  # fmt: skip
    exam = wanted(app, "exam", "discount", mode=Mode.EXAM, attempts=2, due=LATER)
    assign(app, week, exam, wanted(app, "old", "second_call", due=OVER))
    play(app, "first_call", "ask", "offer")
    return app


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_the_people_of_one_and_the_form(
    tmp_path: Path, size: tuple[int, int], language: str, snapshot: Snapshot
) -> None:
    app = managed(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        snapshot.assert_match(as_text(app), f"{language}/{size[0]}_list.txt")
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, AssignmentScreen)
        snapshot.assert_match(as_text(app), f"{language}/{size[0]}_people.txt")
        await press(pilot, "escape", "n")
        assert isinstance(app.screen, AssignScreen)
        snapshot.assert_match(as_text(app), f"{language}/{size[0]}_form.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_trainee_is_told_on_the_first_screen_and_in_the_briefing(
    tmp_path: Path, language: str, snapshot: Snapshot
) -> None:
    app = managed(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        snapshot.assert_match(as_text(app), f"{language}/home.txt")
        app.open_briefing("discount")
        await settled(pilot)
        assert isinstance(app.screen, BriefingScreen)
        snapshot.assert_match(as_text(app), f"{language}/briefing.txt")


async def test_of_many_assignments_those_due_nearest_to_today_are_listed(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    days = [SOON + timedelta(days=number) for number in range(-30, 30)]
    assign(app, *(wanted(app, f"of_{day:%m_%d}", "discount", due=day) for day in days))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        told = as_text(app)
        assert "60 in all" in told
        assert "The 20 due nearest to today" in told
        # The clock stands at the 14th.
        assert [day.isoformat() for day in days if day.isoformat() in told] == [
            f"2023-11-{day:02}" for day in range(4, 24)
        ]


async def test_the_palette_leads_to_the_list(tmp_path: Path) -> None:
    app = managed(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "?", *"assignments", "enter")
        assert isinstance(app.screen, AssignmentsScreen)


async def test_names_are_never_markup(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    app.memory.store().people.add("[red]Rex[/]", "[b]east")
    assign(app, wanted(app, "one", "gone[b]", people=(), teams=("[b]east",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        assert "gone[b]" in as_text(app)
        assert "[b]east" in as_text(app)
        await press(pilot, "enter")
        assert "[red]Rex[/]" in as_text(app)


async def test_the_form_says_what_is_wrong_and_sets_what_is_right(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    app.memory.store().people.add("Baba", "east")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        assert "Nothing is assigned yet" in as_text(app)
        await press(pilot, "n", "ctrl+s")
        assert "Choose what is to be done" in as_text(app)
        form = app.screen
        form.query_one("#assign-what", Select).value = (Kind.COURSE, "week")
        await press(pilot, "ctrl+s")
        assert "Choose for whom" in as_text(app)
        form.query_one("#assign-whom", Select).value = "east"
        assert "a day, such as 2023-11-28" in as_text(app)
        for name, written, told in (
            ("due", " ", "Write by when it is due."),
            ("due", "2023-02-30", "2023-02-30 is not a day"),
            ("due", "2023-11-01", "is over"),
            ("due", "2023-11-20", ""),
            ("minimum", "most", "Minimum quality needs a whole number"),
            ("minimum", "101", "101 cannot be a minimum quality"),
            ("minimum", "80", ""),
            ("attempts", "0", "0 cannot be a number of attempts"),
        ):
            form.query_one(f"#assign-{name}", Input).value = written
            if told:
                await press(pilot, "ctrl+s")
                assert told in as_text(app)
        form.query_one("#assign-attempts", Input).value = "3"
        form.query_one("#assign-mode", Select).value = Mode.EXAM
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AssignmentsScreen)
        assert "2023-11-20" in as_text(app)
        assert "1 not started" in as_text(app)
    with app.memory.store() as store:
        (kept,) = store.assignments.kept()
    told_of = kept.assignment
    assert (told_of.kind, told_of.what, told_of.teams) == (Kind.COURSE, "week", ("east",))
    assert told_of.scenarios == ("first_call", "second_call", "discount")
    assert (told_of.minimum, told_of.attempts, told_of.mode) == (80, 3, Mode.EXAM)


async def test_the_form_is_filled_in_with_keys_alone(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    app.memory.person()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        await press(pilot, "n", "enter", "down", "enter", "tab", "enter", "down", "enter", "tab")
        await press(pilot, *"2023-11-20", "ctrl+s")
        assert isinstance(app.screen, AssignmentsScreen)
        assert "Aoki" in as_text(app)


async def test_w_twice_withdraws_and_once_does_not(tmp_path: Path) -> None:
    app = managed(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_assignments(app)
        await settled(pilot)
        await press(pilot, "w", "down", "w")
        assert len(app.memory.store().assignments.kept()) == 3
        await press(pilot, "w")
        assert len(app.memory.store().assignments.kept()) == 2
        assert "2 in all" in as_text(app)


async def test_todays_session_puts_assigned_drills_first_and_says_why(tmp_path: Path) -> None:
    from tui.small_pack import DRILLS, small_library

    app = dojo(tmp_path, library=small_library(tmp_path, drills=DRILLS))
    assign(app, wanted(app, "one", "wrong_name"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Assigned: The wrong name. Due by" in as_text(app)
        await press(pilot, "t")
        assert "Assigned. Due by" in as_text(app)


async def test_damaged_records_are_told_and_the_list_stays(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    (tmp_path / "dojo.db").write_bytes(b"no database at all" * 100)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        show_assignments(app)
        await settled(pilot)
        await press(pilot, "enter", "n", "enter", "ctrl+s", "escape")
        assert isinstance(app.screen, AssignmentsScreen)
