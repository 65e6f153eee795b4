"""The report's page in a real browser: it asks for nothing, complains of nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo.review.reporting.page import page
from salesdojo.review.reporting.parts import Report
from support.browser import Tab, browser
from support.practised_team import Company, company
from support.reports import of_person, of_team

REPORTS = ("team", "person", "newcomer")
_PAGES = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Company:
    made = company(tmp_path_factory.mktemp("company"))
    made.store.person('<script>alert(1)</script>"><img src=x>', "east")
    made.store.person("Mori", "east")
    return made


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def report(made: Company, kind: str, language: str) -> Report:
    if kind == "team":
        return of_team(made, language)
    return of_person(made, "Endo" if kind == "person" else "Mori", language)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", REPORTS)
def test_a_page_asks_for_nothing_and_is_for_everyone(
    made: Company, tab: Tab, tmp_path: Path, kind: str, language: str
) -> None:
    file = tmp_path / f"{kind}.html"
    file.write_bytes(page(report(made, kind, language)))
    tab.begin()
    tab.open(file)
    assert tab.requests == [file.as_uri()]
    assert tab.complaints == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.violations() == []
    assert 1 <= len(_PAGES.findall(tab.pdf())) <= 6
    assert tab.requests == [file.as_uri()]


def test_on_a_phone_nothing_lies_beside_the_page(made: Company, tab: Tab, tmp_path: Path) -> None:
    file = tmp_path / "team.html"
    file.write_bytes(page(of_team(made)))
    tab.ask(
        "Emulation.setDeviceMetricsOverride",
        width=360,
        height=740,
        deviceScaleFactor=1,
        mobile=False,
    )
    tab.open(file)
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.ask("Emulation.clearDeviceMetricsOverride")


def test_the_browser_tells_of_what_a_page_must_not_do(tab: Tab, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_text(
        "<!DOCTYPE html><html><title>x</title><body><img src='http://198.51.100.1/x.png'>"
        "<script>console.error('no')</script></body></html>",
        "utf-8",
    )
    tab.begin()
    tab.open(file)
    assert tab.requests == [file.as_uri(), "http://198.51.100.1/x.png"]
    assert any("no" in one for one in tab.complaints)
    found = tab.violations()
    assert any(one.startswith("image-alt") for one in found)
    assert any(one.startswith("html-has-lang") for one in found)
