"""`practise`: what a session is, how it is played without a screen, and what it says at the end."""

import json
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from tui.small_pack import DRILLS, SCENARIOS, write_pack
from tui.small_pack import drill as a_drill

from .conftest import Say

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the small pack with its drills be the one that ships."""
    root = write_pack(tmp_path / "pack", *SCENARIOS, drills=DRILLS)
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    return root


@BOTH_LANGUAGES
def test_the_plan_says_what_and_why_and_plays_nothing(
    say: Say, snapshot: Snapshot, language: str, home: Path
) -> None:
    said = say("practise", "--minutes", "15", "--plan", "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"plan_{language}.txt")
    assert not (home / "dojo.db").exists()


@BOTH_LANGUAGES
def test_a_session_is_played_one_after_the_other_and_summed_up(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    said = say("practise", "--minutes", "2", "--lang", language, typed="1\n3\n")
    assert (said.code, said.err) == (0, "")
    plan, summary = said.out.split("\n\n")[0], said.out.split("\n\n")[-1]
    snapshot.assert_match(f"{plan}\n\n{summary}", f"summed_up_{language}.txt")
    assert said.out.count("\nsaved 1\n") == 2


@BOTH_LANGUAGES
def test_what_the_records_say_is_the_reason_the_next_day(
    say: Say, snapshot: Snapshot, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        say("play", "all_set", "--choose", "ask")
        say("play", "first_call", "--choose", "pitch,offer")
    day = 86_400_000_000_000
    from time import time_ns

    monkeypatch.setattr("time.time_ns", lambda: time_ns() + 9 * day)
    said = say("practise", "--minutes", "5", "--plan", "--lang", language)
    snapshot.assert_match(said.out, f"plan_{language}.txt")


def test_the_session_as_json_is_a_contract(say: Say) -> None:
    say("play", "all_set", "--choose", "push")
    session = json.loads(say("practise", "--json").out)
    assert list(session) == ["asked", "minutes", "items", "due"]
    assert (session["asked"], session["minutes"]) == (5, len(session["items"]))
    for item in session["items"]:
        assert list(item) == [
            "id", "kind", "title", "minutes", "priority", "why", "criterion", "share", "due",
            "reason",
        ]  # fmt: skip
        assert set(item["reason"]) == {"ja", "en"}
    assert [(one["kind"], one["id"]) for one in session["due"]] == [
        ("criterion", "inquiry"),
        ("drill", "all_set"),
    ]
    for one in session["due"]:
        ((attempt,),) = (one["attempts"],)
        assert attempt["rating"] == "again"
        assert one["due"] > attempt["at"]


def test_what_was_done_today_is_left_out_unless_it_is_wished(say: Say) -> None:
    say("play", "all_set", "--choose", "ask")
    first = json.loads(say("practise", "--json").out)
    assert "all_set" not in [one["id"] for one in first["items"]]
    again = json.loads(say("practise", "--json", "--again").out)
    assert "all_set" in [one["id"] for one in again["items"]]


def test_leaving_in_the_middle_keeps_what_was_done(say: Say) -> None:
    said = say("practise", "--minutes", "2", typed="1\nq\n")
    assert said.code == 0
    assert "Practised: 1 of 2" in said.out
    assert "salesdojo practise --minutes 2" in said.out
    done = {one["id"] for one in json.loads(say("list", "--all", "--json").out) if one["attempts"]}
    assert len(done) == 1
    nothing = say("practise", "--minutes", "2", typed="q\n")
    assert "Nothing was finished" in nothing.out


def test_when_all_is_done_it_says_so(say: Say) -> None:
    for drill in DRILLS:
        say("play", drill["id"], "--choose", "ask")
    for _ in SCENARIOS:
        say("practise", "--minutes", "15", typed="1\n1\n")
    said = say("practise", "--minutes", "15")
    assert (said.code, said.err) == (0, "")
    assert "--again" in said.out


def test_a_pack_without_drills_has_nothing_for_two_minutes(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_pack(tmp_path / "bare", *SCENARIOS)
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    assert "in 2 minutes" in say("practise", "--minutes", "2").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--minutes", "3"), "US034"),
        (("--minutes", "soon"), "US032"),
        (("--plan", "--plain"), "US039"),
        (("--json", "--plain"), "US039"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(
    say: Say, arguments: tuple[str, ...], code: str
) -> None:
    said = say("practise", *arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err


def test_a_title_of_two_lines_is_one_line_of_a_session(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = a_drill("two_lines", {"ja": "一\n二", "en": "one\n  9. two"})
    root = write_pack(tmp_path / "other", *SCENARIOS, drills=(broken,))
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    said = say("practise", "--minutes", "2", "--plan")
    assert (said.code, said.err) == (0, "")
    assert len(said.out.splitlines()) == 3
    assert "1.  drill  1 min  one" in said.out
