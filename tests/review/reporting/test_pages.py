"""A page is one file, safe whatever stands in it, and told to everyone."""

import re
import shlex
from base64 import b64encode
from hashlib import sha256
from itertools import product

import pytest

from salesdojo.cli.parsing import parse
from salesdojo.content.visible import visible
from salesdojo.records.model import Person
from salesdojo.review.reporting.commands import Commands
from salesdojo.review.reporting.csv_rows import csv_rows
from salesdojo.review.reporting.page import page
from salesdojo.review.reporting.parts import Cell, Column, Report, Section, Table
from salesdojo.review.reporting.plots import (
    Bar,
    Bars,
    Day,
    Days,
    Dot,
    Dots,
    HeatMap,
    heat_rows,
    label,
    square,
)
from support.reports import read

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> ' onclick='x",
    "{{7*7}} {% raw %} {# x",
    "[@click=app.quit]x[/]",
    "\x1b]52;c;aGk=\x07\x1b[2Ja\rb\x00",
    "\u202eabc \u2028 \ud800",
    "=cmd|' /C calc'!A0",
    "'; DROP TABLE attempt;--",
    "%s%n {0.__class__} &amp; &#60;",
    "]]><!-- --!> -->",
    "👩‍👩‍👧‍👦 𠮷野家 ﾊﾝｶｸ e\u0301",
)
TAGS = frozenset({
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "nav", "ul", "li",
    "main", "section", "h2", "svg", "desc", "path", "text", "rect", "g", "circle", "details",
    "summary", "div", "table", "caption", "thead", "tr", "th", "tbody", "td", "code", "footer",
})  # fmt: skip


def report(words: str) -> Report:
    """Return a report in which every text is `words`."""
    plots = (
        Bars(words, words, (Bar(words, 0.5, words, 0.2, 0.8), Bar(words, None, words))),
        Dots(words, words, (Dot(1, 2, True, words),), 20, 40, words, words),
        Days(words, words, (Day(0, 0, words, 1),), (words,) * 7, ((0, words),), 26),
        HeatMap(
            words, words, (words,), heat_rows([words], [[4]]), ((1, square(1, 0, 0), words),), 40
        ),
    )
    columns = (Column(words), Column(words, "figure"), Column(words, "command"))
    table = Table(words, columns, ((Cell(words),) * 3,))
    whole = Section("whole", words, (words,), plots, (table,), whole=words)
    return Report("en", words, words, words, (whole, Section("none", words, empty=words)))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_from_files_and_people_are_shown_and_never_obeyed(words: str) -> None:
    shown, plain = read(page(report(words))), read(page(report("plain")))
    assert shown.tags == plain.tags
    assert [one[:2] for one in shown.attributes] == [one[:2] for one in plain.attributes]
    assert set(shown.tags) <= TAGS
    # A label beside a plot may be cut.
    assert shown.text.count(visible(words).strip()) >= plain.text.count("plain") - 1


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_in_csv_act_on_no_terminal(words: str) -> None:
    _, *rows = csv_rows(report(words))
    assert rows == [("whole", visible(words), visible(words), visible(words), visible(words))] * 2


@pytest.mark.parametrize("words", [*HOSTILE, "あ" * 10_000, "", "   "], ids=range(15))
def test_the_labels_of_plots_are_short(words: str) -> None:
    assert len(label(words)) <= 26 + 8


def test_a_page_asks_for_nothing_and_allows_nothing_but_its_own_style() -> None:
    written = page(report("plain")).decode()
    told = read(written.encode())
    assert set(told.values("href")) == {"#figures", "#whole", "#none"}
    assert not told.values("src")
    assert not told.values("style")
    assert "url(" not in written
    assert "@import" not in written
    assert "http:" not in written.replace("http-equiv", "")
    assert "https:" not in written
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = [one for one in told.values("content") if "default-src" in one]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    )


def test_a_page_can_be_read_without_seeing_it() -> None:
    told = read(page(report("plain")))
    assert told.values("lang") == ["en"]
    assert [tag for tag in told.tags if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h2"]
    ids = told.values("id")
    assert len(ids) == len(set(ids))
    for named in (*told.values("aria-labelledby"), *(one[1:] for one in told.values("href"))):
        assert set(named.split()) <= set(ids)
    pictures = told.tags.count("svg")
    assert told.values("role").count("img") + told.values("aria-hidden").count("true") == pictures
    assert told.values("scope").count("col") == 3
    assert told.values("scope").count("row") == 1


@pytest.mark.parametrize(
    ("name", "team"),
    list(product(("Aoki", "-rf", "a; rm -rf ~", "$(id)", "it's", '"x"', "佐藤 花子"), ("", "a b"))),
)
def test_a_command_on_a_page_can_be_typed_as_it_stands(name: str, team: str) -> None:
    typed = shlex.split(Commands(Person("p1", name, team)).history("call"))
    assert typed[0] == "salesdojo"
    wish = parse(typed[1:], "en")
    assert (wish.person, wish.team, wish.scenario) == (name, team or None, "call")
