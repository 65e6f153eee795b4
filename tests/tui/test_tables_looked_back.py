"""Negotiations on the screens behind the talk: among mistakes and items, compared, judged blind."""

from pathlib import Path
from typing import Any

import pytest

from salesdojo.records.history.looking_back import played_again
from salesdojo.review.item_model import LEAST
from salesdojo.review.reading import Reviewer
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.compare import CompareScreen
from salesdojo.tui.screens.decision_items import DecisionItemsScreen
from salesdojo.tui.screens.items import show_items
from salesdojo.tui.screens.judge_blind import JudgeBlindScreen
from salesdojo.tui.screens.recurring import RecurringScreen
from salesdojo.tui.screens.remark import RemarkScreen
from salesdojo.tui.screens.slips import SlipsScreen
from support.table_talks import OPENING, bargained, table_document
from tui.practised import Clock, opened
from tui.screens_as_text import as_text, press, settled
from tui.small_pack import small_library

BOTH = pytest.mark.parametrize("language", ["ja", "en"])


def dojo_of(home: Path, **changes: Any) -> DojoApp:
    library = small_library(home, table_document("renewal"), table_document("extension"))
    return opened(home, Clock(), library=library, **changes)


def play(app: DojoApp, name: str, *steps: str, who: str | None = None) -> str:
    store = app.memory.store()
    person = who or app.memory.person().name
    return bargained(store, app.library.scenario(name), *steps, who=person).record.id


@BOTH
async def test_a_talk_of_nothing_but_a_negotiation_tells_its_points_as_one(
    tmp_path: Path, language: str
) -> None:
    document = table_document("renewal")
    document["start"] = "terms"
    del document["scenes"]["hello"]
    app = opened(tmp_path, Clock(), library=small_library(tmp_path, document), language=language)
    play(app, "renewal", OPENING, "as expert")
    async with app.run_test(size=(100, 150)) as pilot:
        await settled(pilot)
        await press(pilot, "h", "enter")
        await settled(pilot)
        shown = as_text(app)
        told = {
            "en": ("at the negotiation table, taken together.", "Decision by decision"),
            "ja": ("まとめて評価した点です。", "発言ごとに"),
        }[language]
        assert told[0] in shown
        assert told[1] not in shown


@BOTH
async def test_a_mistake_at_the_table_shows_the_last_move_and_the_better_end(
    tmp_path: Path, language: str
) -> None:
    app = dojo_of(tmp_path, language=language)
    for name in ("renewal", "extension"):
        play(app, name, "warm", OPENING, "walk_away")
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "p", "w")
        assert isinstance(app.screen, RecurringScreen)
        await press(pilot, "c")
        assert isinstance(app.screen, SlipsScreen)
        shown = " ".join(as_text(app).split())
        better = {
            "en": "Ask first: \u201cWhy the hurry?\u201d, \u201cWould a pilot help?\u201d.",
            "ja": "まず質問する: 「納期を急がれるのはなぜですか。」",
        }[language]
        assert better in shown
        reasons = {"en": " Why ", "ja": " 理由 "}[language]
        assert reasons not in shown.replace(better, "")


@BOTH
async def test_a_table_among_the_items_opens_to_its_endings(tmp_path: Path, language: str) -> None:
    app = dojo_of(tmp_path, language=language)
    roads = (("warm", "as expert"), ("warm", "as splitter"), ("cold", "walk_away"))
    for number in range(LEAST):
        play(app, "renewal", *roads[number % 3], who=f"p{number}")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        show_items(app)
        await settled(pilot)
        await press(pilot, "enter")
        assert "terms" in as_text(app)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, DecisionItemsScreen)
        shown = as_text(app)
        for said in {
            "en": ("A deal, after questions", "Walked away, without having asked anything"),
            "ja": ("質問をしたうえで合意", "こちらから打ち切り(質問はせず)"),
        }[language]:
            assert said in shown
        assert "deal_asked" in shown
        assert "propose" not in shown


@BOTH
async def test_two_negotiations_stand_side_by_side(tmp_path: Path, language: str) -> None:
    app = dojo_of(tmp_path, language=language)
    one = play(app, "renewal", "warm", OPENING, "ask why_delivery", "walk_away")
    other = play(app, "renewal", "warm", OPENING, "as several")
    left = played_again(app.memory.store(), one, Clock()).session.attempt
    async with app.run_test(size=(100, 60)) as pilot:
        await settled(pilot)
        app.push_screen(CompareScreen(one, other))
        await settled(pilot)
        shown = as_text(app)
        assert left.events[2].choice.say.spoken(language)[:20] in shown
        reply = left.events[2].choice.reply
        assert reply is not None
        assert reply.spoken(language)[:20] in shown
        await press(pilot, "x")
        await press(pilot, "home")
        assert {"en": "the exemplar", "ja": "模範"}[language] in as_text(app)


@BOTH
async def test_who_judges_blind_reads_both_sides_of_the_table(
    tmp_path: Path, language: str
) -> None:
    app = dojo_of(tmp_path, language=language)
    name = play(app, "renewal", "warm", OPENING, "walk_away", who="Baba")
    store = app.memory.store()
    reviewer = Reviewer(store, store.person("Chiba"), Clock())
    reading = reviewer.read(name, openly=False)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        app.push_screen(JudgeBlindScreen(reviewer, reading))
        await settled(pilot)
        shown = " ".join(as_text(app).split())
        for event in reading.played.session.attempt.events[1:]:
            assert event.choice.reply is not None
            assert event.choice.reply.spoken(language)[:20] in shown


@BOTH
async def test_a_remark_on_a_move_shows_what_was_said(tmp_path: Path, language: str) -> None:
    app = dojo_of(tmp_path, language=language)
    found = app.library.scenario("renewal")
    session = bargained(app.memory.store(), found, "warm", OPENING, "walk_away", who="Aoki")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.push_screen(RemarkScreen(session, 2, OPENING))
        await settled(pilot)
        shown = "".join(as_text(app).split())
        said = session.attempt.events[1].choice.say.spoken(language)
        assert "".join(said.split())[:24] in shown
        await press(pilot, *"why", "enter")
        await settled(pilot)
    (heard,) = app.memory.store().remarks.of_scenario("renewal")
    assert (heard.scene, heard.remark.choice, heard.remark.words) == ("terms", OPENING, "why")
