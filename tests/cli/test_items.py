"""`items`: what it prints in both languages, for programs, and what it refuses."""

import csv
import json
import sqlite3
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.content.library import Library, open_library
from salesdojo.records.reviews.remark import Remark, RemarkKind
from salesdojo.records.store import Store
from support.deal import BEST, deal
from support.records import decision
from support.scenarios import choice, scenario
from support.trainees import play
from tui.small_pack import both, drill, write_pack

from .conftest import Say

BOTH = pytest.mark.parametrize("language", ["en", "ja"])
ROADS = (
    BEST,
    ("tell", "pitch", "thanks", "plan"),
    ("push", "argue", "rush", "thanks", "beg"),
    ("ask", "pitch", "thanks", "wait"),
)
HOSTILE = '=HYPERLINK("x")[bold]<script>\x1b[31m\u202e'


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a pack with the deal be the one that ships."""
    root = tmp_path / "pack"
    written(root)
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    return root


def written(root: Path, **keys: Any) -> Library:
    other = deal("other_deal", title="Another deal")
    write_pack(root, deal(**keys), other, drills=[drill("one_line", both("一言", "One line"))])
    return open_library(root, None)


def practised(home: Path, root: Path, many: int = 32, of: str = "p") -> None:
    """Let people play the deal, the first of them twice, and one the other deal."""
    library = open_library(root, None)
    with Store.open(f"sqlite:///{home / 'dojo.db'}") as store:
        for number in range(many):
            road = ROADS[number % 8 % len(ROADS)]
            person = store.person(f"{of}{number}")
            name = play(store, person, library.scenario("deal"), road)
            if number < 2:
                store.append(name, decision(1, road[0], scene="open"))
                remark = Remark(
                    name, name, 1, road[0], RemarkKind.UNCLEAR, "Whom?" * number, "en", 9
                )
                store.remarks.keep(remark)
                play(store, person, library.scenario("deal"), BEST)
        play(store, store.person(f"{of}0"), library.scenario("other_deal"), BEST)


@BOTH
def test_it_tells_of_every_scenario_and_of_one(
    say: Say, home: Path, pack: Path, snapshot: Snapshot, language: str
) -> None:
    practised(home, pack)
    for name, arguments in {"overview": (), "deal": ("deal",), "few": ("other_deal",)}.items():
        said = say("items", *arguments, "--lang", language)
        assert (said.code, said.err) == (0, "")
        snapshot.assert_match(said.out, f"{name}_{language}.txt")


@BOTH
def test_where_nobody_finished_anything_it_says_so(
    say: Say, home: Path, pack: Path, snapshot: Snapshot, language: str
) -> None:
    assert pack.is_dir()
    said = [say("items", *arguments, "--lang", language) for arguments in ((), ("deal",))]
    assert [one.code for one in said] == [0, 0]
    snapshot.assert_match("\n".join(one.out for one in said), f"nobody_{language}.txt")
    assert not (home / "dojo.db").exists()
    assert json.loads(say("items", "deal", "--json").out)["shown"] is None
    assert json.loads(say("items", "--json").out)["scenarios"] == []


def test_older_versions_are_named_and_can_be_asked_for(say: Say, home: Path, pack: Path) -> None:
    practised(home, pack, many=2)
    revision = open_library(pack, None).revision("deal")
    written(pack, top=2)
    # Nobody began with the new one yet: those who did with the old one go on with it.
    practised(home, pack, many=1)
    told = json.loads(say("items", "deal", "--json").out)
    assert [one["current"] for one in told["versions"]] == [False, True]
    assert told["shown"]["revision"] == revision
    practised(home, pack, many=1, of="q")
    assert revision[:12] in say("items", "deal", "--lang", "en").out
    older = json.loads(say("items", "deal", "--revision", revision[:6], "--json").out)
    assert older["shown"]["revision"] == revision
    assert [one["current"] for one in older["versions"]] == [True, False]
    assert older["shown"]["decisions"][0]["choices"][0]["n"] == 1


def test_what_cannot_be_told_is_null_with_its_reason(say: Say, home: Path, pack: Path) -> None:
    practised(home, pack, many=2)
    told = json.loads(say("items", "deal", "--json").out)["shown"]
    assert told["consistency"] is None
    assert told["untold"]["consistency"] == "too_few"
    assert told["decisions"][0]["untold"]["facility"] == "too_few"
    assert "NaN" not in say("items", "deal", "--json").out
    row = json.loads(say("items", "--json").out)["scenarios"][0]
    assert (row["unused"], row["untold"]) == (None, {"unused": "too_few"})


def test_csv_has_a_row_for_each_choice_or_scenario(say: Say, home: Path, pack: Path) -> None:
    practised(home, pack)
    rows = list(csv.DictReader(StringIO(say("items", "deal", "--csv").out)))
    told = json.loads(say("items", "deal", "--json").out)["shown"]["decisions"]
    assert [(one["scene"], one["choice"]) for one in rows] == [
        (item["scene"], choice["choice"]) for item in told for choice in item["choices"]
    ]
    assert float(rows[0]["facility"]) == told[0]["facility"]
    assert [one["remarks"] for one in rows[:2]] == ["1", "1"]
    every = list(csv.DictReader(StringIO(say("items", "--csv", "--lang", "ja").out)))
    assert [(one["scenario"], one["title"]) for one in every] == [
        ("deal", "商談"), ("other_deal", "商談"),
    ]  # fmt: skip
    assert (every[1]["unused"], every[1]["second_gain"]) == ("", "")
    assert say("items", "--bom").out.startswith("\ufeffscenario,")


def test_words_of_a_file_are_only_words(say: Say, home: Path, pack: Path) -> None:
    # A file may not have such words; records of another program may.
    say_it = {"ask": choice(say=HOSTILE, goto="end"), "go": choice(say=HOSTILE, goto="end")}
    talk = scenario({"open": {"choices": say_it}, "end": {"end": "lost"}}, title=HOSTILE)
    assert pack.is_dir()
    with Store.open(f"sqlite:///{home / 'dojo.db'}") as store:
        name = play(store, store.person("p"), talk, ("ask",))
        store.append(name, decision(1, "ask", scene="open"))
        store.remarks.keep(Remark("r", name, 1, "ask", RemarkKind.WRONG, HOSTILE, "en", 9))
    for arguments in ((), ("talk",), ("talk", "--csv"), ("--csv",)):
        said = say("items", *arguments).out
        assert not {"\x1b", "\u202e"} & set(said)
    (row, *_) = csv.DictReader(StringIO(say("items", "talk", "--csv").out))
    assert row["say"].startswith("'=HYPERLINK")


@BOTH
def test_what_makes_no_sense_is_refused(say: Say, home: Path, pack: Path, language: str) -> None:
    practised(home, pack, many=1)
    for arguments, code in {
        ("no_deal",): "CT001",
        ("deal", "--revision", "abc"): "RV040",
        ("deal", "--json", "--csv"): "US039",
        ("deal", "other"): "US036",
    }.items():
        said = say("items", *arguments, "--lang", language)
        assert (said.code, said.out) == (2, "")
        assert code in said.err


def test_tallies_that_were_never_told_are_no_figures(say: Say, home: Path, pack: Path) -> None:
    practised(home, pack, many=1)
    with sqlite3.connect(home / "dojo.db") as base:
        base.execute("DELETE FROM derived")
    said = say("items")
    assert (said.code, said.out) == (2, "")
    assert "DB070" in said.err
    with Store.open(f"sqlite:///{home / 'dojo.db'}") as store:
        assert store.tallies.tell() == 3
    assert say("items").code == 0
