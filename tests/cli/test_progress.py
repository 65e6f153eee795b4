"""`progress`: courses and certificates, as they stand months later."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

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


def test_a_pack_without_courses_has_no_table_of_them(say: Say, pack: Path) -> None:
    manifest = json.loads((pack / "pack.yaml").read_text("utf-8"))
    del manifest["courses"]
    (pack / "pack.yaml").write_text(json.dumps(manifest), encoding="utf-8")
    play(say, "first_call")
    assert "Courses" not in say("progress").out
    assert json.loads(say("progress", "--json").out)["courses"] == []
