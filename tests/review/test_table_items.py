"""A table among the items of a scenario: one decision, told by how negotiations ended there."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, pvariance

import pytest

from salesdojo.cli.items_json import items_as_json
from salesdojo.cli.items_words import items_in_words
from salesdojo.content.library import Library
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import explored
from salesdojo.practice.spread import spreads
from salesdojo.records.reviews.remark import Remark, RemarkKind
from salesdojo.records.store import Store
from salesdojo.review.item_model import LEAST, DecisionItem, Untold
from salesdojo.review.item_rows import choice_rows
from salesdojo.review.items import items, overview
from support.records import url
from support.servers import Base, Server
from support.table_talks import OPENING, bargained, table_document
from tui.small_pack import small_library

ROADS = (
    ("warm", "ask why_delivery", "ask why_pilot", "as several"),
    ("warm", "as expert"),
    ("cold", "as splitter"),
    ("warm", OPENING, "walk_away"),
    ("cold", OPENING, "accept"),
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path, table_document())


@pytest.fixture
def talk(library: Library) -> Scenario:
    return library.scenario("renewal")


def bargain(place: Path | Base, home: Path) -> None:
    """Let as many as are needed play the talk, on each road in turn."""
    talk = small_library(home, table_document()).scenario("renewal")
    with Store.open(url(place)) as store:
        for number in range(LEAST):
            bargained(store, talk, *ROADS[number % len(ROADS)], who=f"p{number}")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of what they did, to be copied."""
    home = tmp_path_factory.mktemp("bargained")
    bargain(home / "dojo.db", home)
    return home / "dojo.db"


@pytest.fixture(scope="module")
def template(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    """Give a database of what they did on a server, to be cloned."""
    with server.cloned() as base:
        bargain(base, tmp_path_factory.mktemp("bargained"))
        yield base


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give a store of one's own in which they have all played, once of either kind."""
    with ExitStack() as opened:
        if request.param == "sqlite":
            place: Path | Base = tmp_path / "dojo.db"
            shutil.copyfile(request.getfixturevalue("file"), tmp_path / "dojo.db")
        else:
            server: Server = request.getfixturevalue("server")
            template: Base = request.getfixturevalue("template")
            place = opened.enter_context(server.cloned(template.name))
        yield opened.enter_context(Store.open(url(place)))


def losses(store: Store) -> list[float]:
    """Return what the table cost each person, to a tenth."""
    ids = [store.recent.latest(store.person(f"p{number}"), 1)[0] for number in range(LEAST)]
    return [
        round(sum(one.loss for one in recent.result.decisions if one.scene == "terms"), 1)
        for recent in ids
    ]


def table(store: Store, library: Library) -> DecisionItem:
    shown = items(store, library, None, "renewal").shown
    assert shown is not None
    assert [item.scene for item in shown.decisions] == ["hello", "terms"]
    return shown.decisions[1]


def test_the_table_is_one_decision_with_the_figures_of_any(
    store: Store, library: Library, talk: Scenario
) -> None:
    item, lost = table(store, library), losses(store)
    assert item.met == LEAST
    assert item.loss == pytest.approx(mean(lost))
    most = spreads(explored(talk))["terms"]
    assert item.facility == pytest.approx((most - mean(lost)) / most)
    assert pvariance(lost) > 0
    assert not isinstance(item.discrimination, Untold)
    assert not isinstance(item.weight, Untold)


def test_its_rows_are_the_endings_that_were_come_to(store: Store, library: Library) -> None:
    item = table(store, library)
    told = {one.id: (one.taken, one.best, one.conditional) for one in item.choices}
    assert told == {
        "deal_asked": (12, True, False),
        "deal": (6, False, False),
        "walked_away": (6, False, False),
        "no_time": (6, False, False),
    }
    assert all(one.ending for one in item.choices)
    says = {one.id: (one.say.spoken("ja"), one.say.spoken("en")) for one in item.choices}
    assert says["deal_asked"] == ("質問をしたうえで合意", "A deal, after questions")
    away = next(one for one in item.choices if one.id == "walked_away")
    assert away.loss == pytest.approx(losses(store)[3])


def test_an_ending_that_is_rare_is_no_option_that_misleads_nobody(
    place: Path | Base, library: Library, talk: Scenario
) -> None:
    with Store.open(url(place)) as store:
        for number in range(LEAST):
            bargained(store, talk, "warm", "as expert", who=f"p{number}")
        bargained(store, talk, "warm", "walk_away", who="q")
        rare = next(one for one in table(store, library).choices if one.id == "walked_away")
        assert (rare.taken, rare.signs, rare.dead) == (1, (), False)
        (row,) = overview(store, library, None).rows
        assert {one.scene for one in row.unused} == {"hello"}  # type: ignore[union-attr]


def test_remarks_on_moves_stand_at_the_table(store: Store, library: Library) -> None:
    attempt = store.recent.latest(store.person("p3"), 1)[0].attempt
    store.remarks.keep(Remark("r", attempt, 2, OPENING, RemarkKind.UNCLEAR, "Which?", "en", 9))
    item = table(store, library)
    assert [one.remark.choice for one in item.heard] == [OPENING]
    found = items(store, library, None, "renewal")
    words = items_in_words(found, "en")
    assert f"({OPENING}" in " ".join(words.split())
    rows = [row for row in choice_rows(found, "en") if row[4] == "terms"]
    assert {row[-1] for row in rows} == {None}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_in_words_endings_are_told_and_not_quoted(
    store: Store, library: Library, language: str
) -> None:
    words = items_in_words(items(store, library, None, "renewal"), language)
    told = {"en": "A deal, after questions", "ja": "質問をしたうえで合意"}[language]
    assert f"\n      {told}\n" in words
    assert "propose" not in words


def test_as_json_the_endings_are_the_choices(store: Store, library: Library) -> None:
    plain = json.loads(json.dumps(items_as_json(items(store, library, None, "renewal"))))
    choices = plain["shown"]["decisions"][1]["choices"]
    assert [one["choice"] for one in choices] == ["deal_asked", "deal", "walked_away", "no_time"]
