"""`progress`: courses and certificates, as they stand months later."""

import json
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.records.reviews.remark import Remark, RemarkKind
from salesdojo.records.store import Store
from tui.small_pack import COURSES, write_pack

from .conftest import Say

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
PASSING = "ask,offer"


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the small pack with its courses be the one that ships."""
    root = write_pack(tmp_path / "pack", courses=COURSES)
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    return root


def set_clock(monkeypatch: pytest.MonkeyPatch, month: int, year: int = 2026) -> None:
    """Let it be noon on the 10th of that month."""
    noon = int(datetime(year, month, 10, 12, tzinfo=UTC).timestamp()) * 1_000_000_000
    monkeypatch.setattr("time.time_ns", lambda: noon)


def play(say: Say, *scenarios: str) -> None:
    for scenario in scenarios:
        assert say("play", scenario, "--choose", PASSING).code == 0


@BOTH_LANGUAGES
def test_courses_are_locked_open_certified_and_run_out(
    say: Say, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    set_clock(monkeypatch, 1)
    play(say, "first_call")
    snapshot.assert_match(say("progress", "--lang", language).out, f"begun_{language}.txt")
    set_clock(monkeypatch, 2)
    play(say, "second_call", "discount")
    snapshot.assert_match(say("progress", "--lang", language).out, f"certified_{language}.txt")
    set_clock(monkeypatch, 8)
    snapshot.assert_match(say("progress", "--lang", language).out, f"run_out_{language}.txt")


@BOTH_LANGUAGES
def test_trend_days_due_mistakes_and_close_rate_are_printed(
    say: Say, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    set_clock(monkeypatch, 1)
    play(say, "first_call", "discount")
    say("play", "first_call", "--choose", "pitch,boast")
    say("play", "second_call", "--choose", "pitch,boast")
    set_clock(monkeypatch, 2)
    snapshot.assert_match(say("progress", "--lang", language).out, f"lately_{language}.txt")


def test_trend_calendar_due_recurring_and_outcomes_as_json_are_a_contract(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1)
    newcomer = json.loads(say("progress", "--json").out)
    assert newcomer["trend"]["talks"] == {"change": None, "attempts": []}
    assert newcomer["calendar"] == {"today": "2026-01-10", "days_this_month": 0, "days": {}}
    assert (newcomer["due"], newcomer["recurring"]) == ([], [])
    assert newcomer["outcomes"]["all"]["all"]["close_rate"] is None
    play(say, "first_call")
    say("play", "first_call", "--choose", "pitch,boast")
    say("play", "second_call", "--choose", "pitch,boast")
    set_clock(monkeypatch, 2)
    told = json.loads(say("progress", "--json").out)
    assert told["trend"]["talks"]["attempts"] == [
        {"at": "2026-01-10T12:00:00+00:00", "scenario": name, "value": value, "repeat": repeat}
        for name, value, repeat in (
            ("first_call", 100, False),
            ("first_call", 0, True),
            ("second_call", 0, False),
        )
    ]
    assert told["calendar"]["days"] == {"2026-01-10": 3}
    assert {(one["kind"], one["id"]) for one in told["due"]} == {
        ("criterion", "inquiry"),
        ("criterion", "manners"),
    }
    asked, lied = told["recurring"]
    assert (asked["kind"], asked["about"], asked["name"]) == ("question", None, None)
    assert (lied["kind"], lied["about"], lied["name"]["en"]) == (
        "breach",
        "lies",
        "Says what is not true",
    )
    assert [(one["scenario"], one["turn"], one["better"]) for one in lied["decisions"]] == [
        ("second_call", 2, "offer"),
        ("first_call", 2, "offer"),
    ]
    outcomes = told["outcomes"]["outbound"]
    assert (outcomes["first"]["advanced"], outcomes["first"]["lost"]) == (1, 1)
    assert (outcomes["all"]["lost"], outcomes["all"]["close_rate"]) == (2, 0.0)
    assert outcomes["all"]["stages"]["approach"]["decided"] == 2
    assert told["outcomes"]["inbound"]["all"]["stages"] == {}


def test_where_blocks_cannot_be_written_the_trend_is_in_digits(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(say, "first_call", "second_call")
    assert "\u2588\u2588" in say("progress").out
    monkeypatch.setattr("salesdojo.cli.progress_lately.speaks_utf8", lambda: False)
    said = say("progress").out
    assert "\u2588" not in said
    assert "talks  99 " in said


def test_courses_as_json_are_a_contract(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    newcomer = json.loads(say("progress", "--json").out)
    assert [one["state"] for one in newcomer["courses"]] == ["open", "locked", "open"]
    set_clock(monkeypatch, 1)
    play(say, "first_call")
    set_clock(monkeypatch, 2)
    play(say, "second_call")
    week, deals, calls = json.loads(say("progress", "--json").out)["courses"]
    assert week == {
        "id": "week",
        "name": {"ja": "最初の一週間", "en": "First week"},
        "certifies": {"ja": "お客様の前に一人で立てる", "en": "May meet customers alone"},
        "state": "certified",
        "passed": 2,
        "of": 2,
        "next": None,
        "locked_by": [],
        "since": "2026-01-10",
        "until": "2026-07-10",
        "scenarios": [
            {"id": "first_call", "passed_on": "2026-01-10"},
            {"id": "second_call", "passed_on": "2026-02-10"},
        ],
    }
    assert (deals["state"], deals["next"], deals["until"]) == ("open", "discount", None)
    assert (calls["state"], calls["since"]) == ("finished", None)


def test_the_belt_as_json_is_a_contract(say: Say) -> None:
    belt = json.loads(say("progress", "--json").out)["belt"]
    (mastery,) = belt["requirements"]
    assert [part["criterion"] for part in mastery.pop("criteria")] == ["inquiry", "manners"]
    assert belt == {
        "grade": None,
        "next": "10-kyu",
        "reachable": False,
        "requirements": [{"kind": "mastery", "have": 0.0, "need": 0.05, "most": 0.0}],
        "missing": ["mastery"],
        "expires": None,
        "rested": None,
    }


def test_a_clock_set_back_takes_no_certificate_away(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 3)
    play(say, "first_call", "second_call")
    set_clock(monkeypatch, 1, year=1999)
    said = say("progress", "--json")
    assert said.code == 0
    assert json.loads(said.out)["courses"][0]["state"] == "certified"


@pytest.mark.parametrize("year", [-285_000, 285_000])
def test_a_clock_that_no_calendar_has_breaks_no_command(
    say: Say, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: (year - 1970) * 31_556_952 * 1_000_000_000)
    play(say, "first_call")
    attempt = json.loads(say("history", "--json").out)["attempts"][0]["attempt"]
    with Store.open(f"sqlite:///{os.environ['SALESDOJO_DB']}") as store:
        at = store.attempt(attempt).begun_at
        wrong = RemarkKind.WRONG
        store.remarks.keep(Remark("r1", attempt, 1, "ask", wrong, "Nobody says so.", "en", at))
    for words in (("progress",), ("practise", "--plan"), ("analyse", "first_call", "--remarks")):
        for form in ((), ("--json",)):
            said = say(*words, *form)
            assert (said.code, said.err) == (0, "")


def test_the_day_of_a_remark_is_the_day_where_the_reader_sits(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        evening = int(datetime(2026, 3, 10, 22, tzinfo=UTC).timestamp()) * 1000
        play(say, "first_call")
        attempt = json.loads(say("history", "--json").out)["attempts"][0]["attempt"]
        with Store.open(f"sqlite:///{os.environ['SALESDOJO_DB']}") as store:
            wrong = RemarkKind.WRONG
            store.remarks.keep(Remark("r1", attempt, 1, "ask", wrong, None, "en", evening))
        assert "2026-03-11" in say("analyse", "first_call", "--remarks").out
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_pack_without_courses_has_no_table_of_them(say: Say, pack: Path) -> None:
    manifest = json.loads((pack / "pack.yaml").read_text("utf-8"))
    del manifest["courses"]
    (pack / "pack.yaml").write_text(json.dumps(manifest), encoding="utf-8")
    play(say, "first_call")
    assert "Courses" not in say("progress").out
    assert json.loads(say("progress", "--json").out)["courses"] == []
