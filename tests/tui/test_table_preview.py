"""An author's preview of a talk with a negotiation table: bargained at while it is written."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.pilot import Pilot

from salesdojo.authoring.previewing.examination import solved_at_last
from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import follow
from salesdojo.practice.solving import Explored, explored
from salesdojo.practice.table import players
from salesdojo.tui.move_workings import move_workings
from salesdojo.tui.preview_app import PreviewApp
from salesdojo.tui.widgets.table_pane import TablePane
from support.table_talks import OPENING, TABLE, table_talk
from tui.previewing import at_rest, press, previewed, save, sees, shown
from tui.screens_as_text import SIZES
from tui.small_pack import Plain, both, write_pack
from tui.talking import visit

SAY_ASK = "1"
"""The key of the choice that leads to the table."""
IN_DELIVERY = ("down",)


def table_visit(**issues: Any) -> Plain:
    """Return the visit with a table behind its first choice; `issues` take the place of some."""
    plain = visit()
    scenes = plain["scenes"]
    scenes["door"]["choices"]["ask"]["goto"] = "terms"
    table = {
        **TABLE,
        "issues": {**TABLE["issues"], **issues},
        "behaviour": {"mood": "trust"},
        "interests": {"lapse": {**TABLE["interests"]["lapse"], "reveals": "rank"}},
        "points": {"claim": "inquiry", "efficiency": "manners"},
        "goto": {"deal": "good", "walked_away": "bad"},
    }
    scenes["terms"] = {
        "customer": both("条件を決めましょう。", "Let us talk terms."),
        "table": table,
    }
    return plain


def with_table(root: Path) -> Path:
    return write_pack(root / "pack", table_visit()) / "approach" / "visit.yaml"


def package(pilot: Pilot[None]) -> tuple[int, ...]:
    draft = pilot.app.screen.query_one(TablePane).draft
    assert draft is not None
    return draft.package


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_an_author_at_the_table(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    async with previewed(with_table(tmp_path), language=language, size=size) as pilot:
        await press(pilot, SAY_ASK, "left", "left", "down", "left", "p")
        snapshot.assert_match(await at_rest(pilot), "bargaining.txt")


async def test_every_move_is_answered_and_told_in_figures_of_both_sides(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path), size=(100, 50)) as pilot:
        opening = await press(pilot, SAY_ASK)
        assert "Let us talk terms." in opening
        assert "10000 / 0" in opening  # the best for us, before anything is offered
        stepped = await press(pilot, "left", "left")
        assert "9600 / 300" in stepped
        answered = await press(pilot, "p")
        assert "insulted -8 far_off" in answered
        told = await press(pilot, "w", "1")
        assert "Our support lapses on the 3rd." in told
        assert "good_question" in told
        left = await press(pilot, "x", "x")
        assert "walked_away" in left
        assert "Press Enter to begin again." in left


def test_a_move_is_told_with_both_sides_points_and_what_the_mood_moved_by() -> None:
    attempt = follow(Attempt(table_talk(), 1), "warm")
    attempt, offered = attempt.take(OPENING)
    _, asked = attempt.take("ask why_delivery")
    assert offered.table is not None
    assert asked.table is not None
    assert list(move_workings(offered, offered.table.turn, "en")) == [
        "to us 9600, to them 1500, they want 9958",
        "mood 55",
        "far_off countered",
    ]
    assert list(move_workings(asked, asked.table.turn, "en")) == [
        "they want 9930",
        "mood 55 to 58",
        "good_question +3 told",
        "learns cash",
    ]


async def test_the_keys_that_a_table_needs_are_its_own_and_tab_gives_them_back(
    tmp_path: Path,
) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        assert "Which reason do you give?" in await press(pilot, SAY_ASK, "j")
        await press(pilot, "escape")
        assert "Let us talk terms." in await press(pilot, "tab")
        assert "Jump to a scene" in await press(pilot, "j")
        await press(pilot, "escape")
        assert "YOUR OFFER" in await press(pilot, "tab")


async def test_a_move_is_taken_back_and_the_offer_in_the_making_stays(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        await press(pilot, SAY_ASK, "left", "p")
        offered = package(pilot)
        assert "Round 1/8" in await press(pilot, "b")
        assert package(pilot) == offered
        assert "Round 2/8" in await press(pilot, "p")
        await press(pilot, "left")
        assert "Round 1/8" in await press(pilot, "backspace")


async def test_a_named_player_bargains_to_the_end_of_the_table(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        players = await press(pilot, SAY_ASK, "tab")
        assert "as expert: let this player bargain to the end  costs nothing" in players
        await press(pilot, "4")
        assert "Come again next week." in await sees(pilot, "accept")


async def test_one_step_at_random_is_one_move(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        assert "Round 2/8" in await press(pilot, SAY_ASK, "s")


async def test_the_next_version_goes_on_after_the_same_moves(tmp_path: Path) -> None:
    file = with_table(tmp_path)
    async with previewed(file, size=(100, 50)) as pilot:
        await press(pilot, SAY_ASK, "w", "1", "left", "p", "left", *IN_DELIVERY)
        before = package(pilot)
        price = {**TABLE["issues"]["price"], "ours": {"toward": "high", "points": 3600}}
        save(file, table_visit(price=price))
        after = await sees(pilot, "Read again: same road, same scene.")
        assert "Round 3/8" in after
        assert "to us 9420, to them 150" in after
        assert package(pilot) == before
        assert "Round 4/8" in await press(pilot, "p")


async def test_a_move_that_cannot_be_made_any_more_is_named(tmp_path: Path) -> None:
    file = with_table(tmp_path)
    async with previewed(file, size=(100, 50)) as pilot:
        await press(pilot, SAY_ASK, "w", "1", "p")
        delivery = {
            **TABLE["issues"]["delivery"],
            "options": ["1 wk", "2 wk", "4 wk", "6 wk"],
            "ours": [0, 600, 1100, 1400],
            "theirs": [4000, 3000, 1500, 500],
        }
        save(file, table_visit(delivery=delivery))
        parted = await sees(pilot, "decision 3 is lost")
        assert "Round 2/8" in parted
        save(file, table_visit())
        assert "Round 3/8" in await sees(pilot, "Read again: same road, same scene.")


async def test_another_language_keeps_the_move_in_the_making(tmp_path: Path) -> None:
    async with previewed(with_table(tmp_path)) as pilot:
        await press(pilot, SAY_ASK, "left", "w")
        assert "何を質問しますか" in await press(pilot, "l")
        await press(pilot, "escape")
        assert "< 128" in shown(pilot)


async def test_a_table_is_bargained_at_before_its_figures_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, go_on = with_table(tmp_path), Event()

    def slowly(scenario: Scenario) -> Explored | None:
        assert go_on.wait(60)
        return solved_at_last(scenario)

    monkeypatch.setattr("salesdojo.tui.preview_reading.solved_at_last", slowly)
    app = PreviewApp(file, language="en")
    async with app.run_test(size=(100, 50)) as pilot:
        await sees(pilot, "Working out V and costs")
        await pilot.press(SAY_ASK)
        await sees(pilot, "Let us talk terms.")
        await pilot.press("left", "p")
        await sees(pilot, "Round 2/8")
        save(file, {**table_visit(), "start": "nowhere"})
        assert "Working out V" in await sees(pilot, "OLD VERSION")
        go_on.set()
        assert "Round 2/8" in await sees(pilot, "V now")
        save(file, table_visit())
        assert "Round 2/8" in await sees(pilot, "Read again: same road, same scene.")


def test_other_words_on_a_table_let_nobody_bargain_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    explored(table_talk())
    played: list[str] = []
    monkeypatch.setattr(players, "played", lambda *given: played.append(given[2]))
    words = {"text": {"ja": "3日で切れます。", "en": "It lapses on the third."}}
    lapse = {**TABLE["interests"]["lapse"], **words}
    explored(table_talk({"interests": {**TABLE["interests"], "lapse": lapse}}))
    assert played == []
