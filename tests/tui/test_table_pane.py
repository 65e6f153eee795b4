"""The negotiation table's keys: what each does, what is said of it, and what it never shows."""

import pytest

from salesdojo.content.table import Ending
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Propose,
    Several,
    WalkAway,
)
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.table_sheet import TableSheet
from support.bargains import renewal
from support.tables import worked_example
from tui.bargaining import TableApp, press
from tui.screens_as_text import SIZES, as_text

BEST = (20, 4, 4, 3)
"""Our best of every issue."""


async def test_the_first_offer_begins_at_the_best_for_us() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)):
        assert app.package == BEST
        assert "Your value" in as_text(app)
        assert "100%" in as_text(app)


async def test_left_and_right_change_an_option_and_up_and_down_the_issue() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left", "left", "down", "left", "up", "up", "home", "end", "left")
        assert app.package == (18, 3, 4, 2)
        assert "126 EUR" in as_text(app)
        assert "24 m" in as_text(app)


async def test_keys_pressed_at_once_all_count() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["left"] * 7, "down", "left")
        assert app.package == (13, 3, 4, 3)


async def test_the_value_is_live_and_every_bar_has_its_figure() -> None:
    app = TableApp(worked_example())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *["left"] * 6, "down", *["left"] * 3, "down", "left", "left")
        await press(pilot, "down", "left")
        shown = as_text(app)
        assert "63%" in shown
        assert "walk away at 35%" in shown


async def test_p_proposes_and_the_counter_stands_beside_the_offer() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left", "p")
        assert app.moves == [Propose((19, 4, 4, 3))]
        shown = as_text(app)
        assert "Round 2/8" in shown
        assert "their offer 0%" in shown
        assert "HISTORY you 98 | them (to you) 0" in shown
        assert app.package == (19, 4, 4, 3)


async def test_2_lays_packages_aside_and_p_offers_all_of_them() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "Package 1 (100%): 130 EUR, 8 wk, net 60, 12 m" in as_text(app)
        await press(pilot, "2")
        assert "change it first" in as_text(app)
        await press(pilot, "left", "2", "left", "2")
        assert "Three packages are the most" in as_text(app)
        await press(pilot, "p")
        assert app.moves == [Several((BEST, (19, 4, 4, 3), (18, 4, 4, 3)))]
        assert "Package 1" not in as_text(app)


async def test_escape_takes_back_what_was_laid_aside() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "left", "escape")
        assert app.package == BEST
        await press(pilot, "p")
        assert app.moves == [Propose(BEST)]


async def test_w_lists_the_questions_and_what_is_told_stands_at_its_issue() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        shown = as_text(app)
        assert "What do you ask?" in shown
        assert "1 Why does delivery matter?" in shown
        await press(pilot, "1", "down")
        assert app.moves == [Ask("why_delivery")]
        shown = " ".join(as_text(app).split())
        assert "!! likes 1 wk; Our sup" in shown
        assert "They told you: Our support contract lapses on the 3rd." in shown
        assert "They like, best first: 1 wk > 2 wk > 4 wk > 6 wk > 8 wk." in shown
        await press(pilot, "w")
        assert "1 Why does delivery matter? (answered already)" in as_text(app)
        await press(pilot, "enter")  # What was not asked yet.
        assert app.moves == [Ask("why_delivery"), Ask("pilot")]


async def test_a_list_is_left_without_a_move() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "escape", "j", "1", "escape", "escape", "left")
        assert app.moves == []
        assert app.package == (19, 4, 4, 3)
        assert "YOUR OFFER" in as_text(app)


async def test_a_question_that_opens_an_option_tells_it_and_it_can_be_offered() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "phased" not in as_text(app)
        await press(pilot, "down", "end", "right")
        assert app.package == BEST
        await press(pilot, "w", "2")
        assert "New option: Delivery: phased." in as_text(app)
        await press(pilot, "right", "p")
        assert app.moves[-1] == Propose((20, 5, 4, 3))


async def test_points_of_theirs_show_only_where_they_were_told() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "down")
        assert "4000" not in as_text(app).replace("4000 | ", "")
        await press(pilot, "w", "2", "home")
        assert "4000 of 4000 pts" in as_text(app)


async def test_j_gives_a_reason_alone() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "1", "2")
        assert app.moves == [GiveReason("migration")]
        await press(pilot, "j")
        assert "We move you." not in as_text(app)
        assert "Usage grows." in as_text(app)


async def test_j_lets_a_reason_go_with_the_next_offer() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "2", "1")
        assert "Reason with it: Usage grows." in as_text(app)
        await press(pilot, "left", "p")
        assert app.moves == [Propose((19, 4, 4, 3), "usage")]
        assert "Reason with it" not in as_text(app)


async def test_a_reason_can_be_left_out_again() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "1", "1", "j", "3", "p")
        assert app.moves == [Propose(BEST)]


async def test_i_asks_what_is_wanted_and_what_is_given() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "down", "left", "left", "i")
        shown = as_text(app)
        assert "If they take which of these ..." in shown
        assert "1 Price: 130 EUR instead of their 90 EUR" in shown
        await press(pilot, "1")
        assert "1 Delivery: 4 wk instead of your 8 wk" in as_text(app)
        await press(pilot, "1")
        assert app.moves[-1] == IfThen((20, 2, 4, 3), give=1, want=0)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("i",), "An if-then answers an offer of theirs."),
        (("p", "i"), "An if-then gives less for yourself"),
        (("p", "2", "i"), "An if-then is one package"),
        (("a",), "They have made no offer that you could accept."),
    ],
)
async def test_a_move_that_cannot_be_made_is_said(keys: tuple[str, ...], words: str) -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert words in as_text(app)
        assert len(app.moves) == keys.count("p")


@pytest.mark.parametrize("key", ["w", "j"])
async def test_a_table_without_questions_or_reasons_says_so(key: str) -> None:
    app = TableApp(worked_example())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert "There is n" in as_text(app)
        assert not app.pane.choosing


async def test_an_offer_below_the_walk_away_point_is_warned_of_once() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "home", "down", "home", "down", "home", "p")
        assert app.moves == []
        assert "less than walking away (35%)" in as_text(app)
        await press(pilot, "left", "p")
        assert app.moves == [], "what was warned of was changed"
        await press(pilot, "p")
        assert app.moves == [Propose((0, 0, 0, 3))]


async def test_a_takes_their_offer_at_the_second_press() -> None:
    app = TableApp(worked_example())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "a")
        assert app.moves == [Propose(BEST)]
        await press(pilot, "a")
        assert app.moves[-1] == Accept()
        assert app.state.ending is Ending.DEAL


async def test_x_leaves_at_the_second_press_only() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x")
        assert "X once more ends the negotiation" in as_text(app)
        await press(pilot, "down", "x")
        assert app.moves == []
        await press(pilot, "x")
        assert app.moves == [WalkAway()]


async def test_nothing_can_be_moved_once_it_is_over() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x", "x", "p", "a", "w")
        assert app.moves == [WalkAway()]


async def test_the_last_round_is_said() -> None:
    app = TableApp(renewal(rounds=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert "This is the last round" in as_text(app)


async def test_the_mood_is_told_in_words_with_its_direction() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Customer: neutral\n" in as_text(app)
        await press(pilot, "w", "1")
        assert "Customer: neutral (rising)" in as_text(app)
        await press(pilot, "p", "p")
        assert "Customer: wary (falling)" in as_text(app)


async def test_the_mouse_changes_options() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        rows = as_text(app).splitlines()
        y = next(place for place, row in enumerate(rows) if "Delivery" in row)
        await pilot.click(TableSheet, offset=(rows[y].index("<"), y))
        await pilot.pause()
        assert app.package == (20, 3, 4, 3)
        await pilot.click(TableSheet, offset=(5, y + 1))
        await press(pilot, "left")
        assert app.package == (20, 3, 3, 3)


async def test_the_language_changes_where_it_stands() -> None:
    app = TableApp(renewal())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w")
        app.pane.retranslate("ja")
        await pilot.pause()
        assert "何を質問しますか。" in as_text(app)
        assert "納期はなぜ大事ですか。" in as_text(app)
        await press(pilot, "escape", "x")
        app.pane.retranslate("en")
        await pilot.pause()
        assert "You leave without a deal." in as_text(app)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [*SIZES, (60, 24), (40, 24), (40, 12)])
async def test_every_size_shows_the_issue_gone_to_and_its_value(
    language: str, size: tuple[int, int]
) -> None:
    app = TableApp(renewal(), language=language)
    async with app.run_test(size=size) as pilot:
        for _ in range(2):
            await press(pilot, "down", "left", "p", "p")
            shown = as_text(app)
            assert "> " in shown
            assert "%" in shown
            assert len(shown.splitlines()) <= size[1]
        await press(pilot, "w")
        assert app.query_one(Choices).has_focus
