"""`salesdojo assign`: set, listed and withdrawn, one by one or from a file."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from .conftest import Say

PLAN = """\
book: east
assignments:
  price: {scenario: price_copier, people: [Hanako], due: 2099-12-18, minimum: 80, mode: exam}
  week: {course: first_week, teams: [east], due: 2099-12-20, attempts: 3}
"""


@pytest.fixture
def east(say: Say) -> None:
    for name in ("Hanako", "Taro\u3000[b]"):
        say("people", "add", name, "--team", "east")
    say("people", "add", "Hanako", "--team", "west")


@pytest.fixture
def plan(home: Path) -> Path:
    file = home / "plan.yaml"
    file.write_text(PLAN.replace("[Hanako],", "[Hanako], team: east,"))
    return file


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_printed(
    say: Say, snapshot: Snapshot, language: str, home: Path, plan: Path
) -> None:
    file, other = str(plan), home / "other.yaml"
    other.write_text(PLAN.replace("80", "70").replace("  week", "  weak"))
    bad = home / "bad.yaml"
    bad.write_text(PLAN.replace("price_copier", "price_copyer").replace("12-20", "02-30"))
    said = [
        say(*words, "--lang", language)
        for words in (
            ("assign",),
            ("assign", "--file", file, "--dry-run"),
            ("assign", "--file", file),
            ("assign", "--file", file),
            ("assign",),
            ("assign", "list", "week"),
            ("assign", "set", "drills:inquiry", "--to-team", "east", "--due", "2099-12-31",
             "--id", "asking"),
            ("assign", "set", "drills:inquiry", "--to-team", "east", "--due", "2099-12-31",
             "--id", "asking"),
            ("assign", "set", "drills:inquiry", "--to-team", "east", "--due", "2099-12-30",
             "--id", "asking", "--minimum", "60"),
            ("assign", "withdraw", "asking"),
            ("assign", "withdraw", "asking"),
            ("assign", "--file", str(other)),
            ("assign", "--file", str(bad)),
            ("list", "--as", "Taro\u3000[b]"),
            ("progress", "--as", "Taro\u3000[b]"),
            ("assign", "--all"),
        )
    ]  # fmt: skip
    told = (f"{one.out}{one.err}" for one in said)
    snapshot.assert_match("\n".join(told).replace(str(home), "HOME"), f"assign_{language}.txt")
    assert [one.code for one in said] == [0] * 11 + [2, 2, 0, 0, 0]


@pytest.mark.usefixtures("east")
def test_prune_withdraws_what_vanished(say: Say, plan: Path) -> None:
    say("assign", "--file", str(plan))
    plan.write_text("\n".join(line for line in plan.read_text().split("\n") if "week" not in line))
    assert "week: no longer in the file" in say("assign", "--file", str(plan)).out
    assert len(json.loads(say("assign", "--json").out)) == 2
    assert "- week: withdrawn" in say("assign", "--file", str(plan), "--prune").out
    (left,) = json.loads(say("assign", "--json").out)
    assert left["id"] == "price"


@pytest.mark.usefixtures("east")
def test_a_team_is_told_of_what_it_has_alone(say: Say, plan: Path) -> None:
    say("assign", "--file", str(plan))
    assert json.loads(say("assign", "--json", "--team", "west").out) == []
    both = json.loads(say("assign", "--json", "--team", "east").out)
    assert [(one["id"], one["counts"]["not_started"]) for one in both] == [
        ("price", 1),
        ("week", 2),
    ]


@pytest.mark.usefixtures("east")
def test_what_is_played_changes_the_status(say: Say) -> None:
    say("assign", "set", "cold_call", "--to-team", "east", "--due", "2099-12-18", "--id", "call")
    who = ("--as", "Hanako", "--team", "east")
    say("play", "cold_call", "--plain", "--seed", "1", *who, typed="1\n1\n")
    (call,) = json.loads(say("assign", "--json").out)
    assert [one["status"] for one in call["standings"]] == ["in_progress", "not_started"]
    assert "assigned, due 2099-12-18" in say("list", *who).out
    (told,) = json.loads(say("progress", "--json", *who).out)["assigned"]
    assert (told["id"], told["status"], told["left"]) == ("call", "in_progress", ["cold_call"])


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Due by 2099-12-18. It is done when you pass with a quality of at least 80."),
        ("ja", "期限は 2099年12月18日です。品質 80 以上で合格すれば完了です。あと 1 回です。"),
    ],
)
def test_a_briefing_line_by_line_says_what_is_asked_for(
    say: Say, language: str, asked: str
) -> None:
    rules = ("--due", "2099-12-18", "--minimum", "80", "--attempts", "1")
    say("assign", "set", "cold_call", "--to-team", "east", *rules)
    play = ("play", "cold_call", "--plain", "--lang", language)
    assert asked in say(*play, "--as", "Hanako", "--team", "east", typed="").out
    assert asked not in say(*play, "--as", "Mika", typed="").out


@pytest.mark.usefixtures("east")
def test_today_is_a_day_to_do_it_and_yesterday_is_not(say: Say) -> None:
    words = ("assign", "set", "cold_call", "--to-team", "east", "--due")
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - the local day is meant
    assert "US112" in say(*words, yesterday.isoformat()).err
    assert say(*words, date.today().isoformat()).code == 0  # noqa: DTZ011 - likewise


@pytest.mark.usefixtures("east")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "cold_cal", "--to-team", "east", "--due", "2099-12-18"), "US110"),
        (("set", "cold_call", "--due", "2099-12-18"), "US111"),
        (("set", "cold_call", "--to-team", "", "--due", "2099-12-18"), "US111"),
        (("set", "cold_call", "--to-team", "east", "--due", "2099-02-30"), "US116"),
        (("set", "cold_call", "--to-team", "east", "--due", "9000-01-01"), "US116"),
        (("set", "cold_call", "--to-team", "east", "--due", "x\x1b[31m"), "US116"),
        (("set", "cold_call", "--to", "Nobody", "--due", "2099-12-18"), "US103"),
        (("set", "cold_call", "--to", "Hanako", "--due", "2099-12-18"), "US102"),
        (("set", "cold_call", "--to-team", "e", "--due", "2099-1-1", "--minimum", "0"), "US116"),
        (("set", "cold_call", "--to-team", "e", "--due", "2099-11-11", "--minimum", "0"), "US113"),
        (("set", "cold_call", "--to-team", "e", "--due", "2099-11-11", "--attempts", "0"), "US114"),
        (("set", "cold_call", "--to-team", "e", "--due", "2099-11-11", "--id", "A b"), "US115"),
        (("set", "cold_call", "--to-team", "east"), "US117"),
        (("set",), "US117"),
        (("--prune",), "US119"),
        (("--exam",), "US119"),
        (("set", "--all"), "US119"),
        (("set", "--file", "x"), "US039"),
        (("cold_call",), "US034"),
        (("withdraw",), "US035"),
        (("withdraw", "nope"), "DB071"),
        (("list", "nope"), "DB071"),
        (("--file", "none.yaml"), "US118"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_what_makes_no_sense_is_told(say: Say, words: tuple[str, ...], code: str) -> None:
    said = say("assign", *words)
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    assert "\x1b" not in said.err


def test_without_records_nothing_is_made_by_looking(say: Say, home: Path) -> None:
    assert say("assign").out == "Nothing is assigned.\n"
    assert say("assign", "--json").out == "[]\n"
    assert "DB027" in say("assign", "withdraw", "x").err
    assert not (home / "dojo.db").exists()
