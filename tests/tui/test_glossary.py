"""The glossary on the screen: found by any name, shown whole, and only words."""

from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot
from textual.widgets import Input

from salesdojo.content.model import Synonym, Term
from salesdojo.content.text import Text
from salesdojo.tui.screens.briefing import BriefingScreen
from salesdojo.tui.screens.glossary import GlossaryScreen
from salesdojo.tui.screens.home import HomeScreen
from tui.screens_as_text import SIZES, as_text, dojo, settled
from tui.small_pack import both
from tui.talking import IN_COMPANY, acts, hostile_term, press, settle


def term(reading: str, ja: str, en: str, *synonyms: Synonym, note: Text | None = None) -> Term:
    return Term(
        id=ja,
        reading=reading,
        name=Text.of(both(ja, en)),
        meaning=Text.of(both(f"{ja}の意味。", f"What {en} means.")),
        example=Text.of(both(f"これは{ja}です。", f"This is {en}.")),
        synonyms=synonyms,
        note=note,
    )


TERMS = (
    term(
        "しょうだん",
        "商談",
        "sales talk",
        Synonym(
            Text.of(both("打ち合わせ", "meeting")),
            Text.of(both("取引に限らない。", "Not only about deals.")),
        ),
    ),
    term("りんぎ", "稟議", "approval round", note=Text.of(both("日本の慣行。", "A custom."))),
    term("クロージング", "クロージング", "closing"),
)


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_glossary_shows_terms_and_an_entry(
    tmp_path: Path, snapshot: Snapshot, language: str, size: tuple[int, int]
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)  # the first screen, which shows behind it
        await app.push_screen(GlossaryScreen(TERMS, language))
        await settle(pilot)
        snapshot.assert_match(as_text(app), "glossary.txt")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("rinngi", "Nothing matches"),
        ("りんぎ", "What approval round means."),
        ("リンギ", "What approval round means."),
        ("稟", "What approval round means."),
        ("CLOS", "What closing means."),
        ("meeting", "What sales talk means."),
        ("打ち合わせ", "What sales talk means."),
    ],
)
async def test_a_term_is_found_by_either_language_reading_or_synonym(
    tmp_path: Path, typed: str, shown: str
) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GlossaryScreen(TERMS, "en"))
        app.screen.query_one(Input).value = typed
        await settle(pilot)
        assert shown in as_text(app)


async def test_letters_search_and_arrows_choose(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GlossaryScreen(TERMS, "en"))
        await press(pilot, "l")
        assert app.language == "en"
        # "l" is in "sales talk", "approval round" and "closing" alike.
        await press(pilot, "down")
        assert "What approval round means." in as_text(app)
        await press(pilot, "up", "up")
        assert "What closing means." in as_text(app)
        await press(pilot, "ctrl+l")
        assert "クロージングの意味。" in as_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_glossary_opens_at_the_term_asked_for(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GlossaryScreen(TERMS, "en", "稟議"))
        await settle(pilot)
        assert "What approval round means." in as_text(app)
        assert "A custom." in as_text(app)


async def test_an_empty_glossary_says_so(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GlossaryScreen((), "en"))
        await press(pilot, "down", "enter", "pagedown")
        assert "Nothing matches" in as_text(app)


@pytest.mark.slow
async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for words in IN_COMPANY:
            glossary = GlossaryScreen((hostile_term(words), *TERMS), "en", words)
            await app.push_screen(glossary)
            await settle(pilot)
            assert acts(app) == [], words
            await press(pilot, "pagedown", "down", "up")
            assert acts(app) == [], words
            assert app.screen is glossary, words
            assert app.is_running
            await app.pop_screen()


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_term_names_what_practises_it_and_enter_opens_it(
    tmp_path: Path, language: str
) -> None:
    app = dojo(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        practised = app.library.entries[0]
        app.screen.query_one(Input).value = practised.terms[0]
        await settle(pilot)
        assert practised.title.spoken(language) in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert practised.title.spoken(language) in as_text(app)


async def test_enter_does_not_leave_a_talk(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GlossaryScreen(TERMS, "en", entries=app.library.entries))
        await press(pilot, "enter")
        assert isinstance(app.screen, GlossaryScreen)
        assert "Practise " not in as_text(app)


async def test_enter_is_offered_only_where_something_practises_the_term(tmp_path: Path) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert "Enter Practise" in as_text(app)
        app.screen.query_one(Input).value = "nothing is called this"
        await settle(pilot)
        assert "Practise" not in as_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, GlossaryScreen)
