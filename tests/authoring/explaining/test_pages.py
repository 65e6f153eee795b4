"""The page of a code: complete, readable in a terminal, and the published ones current."""

import re
import runpy
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.authoring.explaining.page import explained, page, plain_page
from salesdojo.authoring.explaining.wrapping import wrapped
from salesdojo.content.codes import CODES
from salesdojo.content.width import display_width as width
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, catalogue

DOCS = Path(__file__).parents[3] / "docs"
ALL = pytest.mark.parametrize("code", CODES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_title_and_a_reason_and_no_other_has_any(language: str) -> None:
    parts = [key.split(".") for key in catalogue(language, "codes") if re.match(r"SD\d", key)]
    for part in ("title", "why"):
        assert {code for code, name in parts if name == part} == set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
@ALL
def test_a_reason_is_two_to_four_sentences(code: str, language: str) -> None:
    why = catalogue(language, "codes")[f"{code}.why"]
    ends = len(re.findall("[。]" if language == "ja" else r"[.](?=\s|$)", why))
    assert 2 <= ends <= 4


@pytest.mark.parametrize("language", LANGUAGES)
@ALL
def test_a_page_in_the_terminal_keeps_to_80_columns(code: str, language: str) -> None:
    for line in plain_page(code, language).split("\n"):
        assert width(line) <= 80 or line.startswith("    ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["SD202", "SD022", "SD026"])
def test_a_page_as_it_is_read(code: str, language: str, snapshot: Snapshot) -> None:
    snapshot.assert_match(explained(code, language) + "\n", f"{code}_{language}.txt")
    snapshot.assert_match(page(code, language), f"{code}_{language}.md")


@pytest.mark.parametrize("word", ["SD202", "sd202", " SD202 ", "202"])
def test_a_code_is_known_however_it_is_typed(word: str) -> None:
    assert explained(word, "en").startswith("SD202: No such criterion\n")


@pytest.mark.parametrize(
    ("word", "nearest"), [("SD2022", "SD202"), ("DS301", "SD301"), ("", "SD"), ("\x1b[2J", "SD")]
)
def test_the_nearest_code_is_named_for_an_unknown_one(word: str, nearest: str) -> None:
    with pytest.raises(UsageError) as raised:
        explained(word, "en")
    assert raised.value.code == "US050"
    assert str(raised.value.values["nearest"]).startswith(nearest)
    assert "\x1b" not in raised.value.cause("ja")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("日本語の文章です。", ["日本語の", "文章で", "す。"]),
        ("これは（とても）長い", ["これは", "（とて", "も）長い"]),
        ("see `a b c d e` now", ["see", "`a b c d e`", "now"]),
        ("", [""]),
    ],
)
def test_lines_break_where_they_may(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8).split("\n") == lines


def test_the_published_pages_are_current() -> None:
    """Made by docs/code_pages.py."""
    current = runpy.run_path(str(DOCS / "code_pages.py"))["pages"]()
    published = {file.name: file.read_text("utf-8") for file in (DOCS / "codes").glob("*.md")}
    assert published == current
