"""`review`: the queue, what reviewers say, and what they may not, in both languages."""

import json
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from tui.small_pack import write_pack

from .conftest import Say

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
NOON = 1_768_046_400_000_000_000
"""Of 10 January 2026."""
BLIND = ("--levels", "inquiry=3,manners=2")


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the small pack be the one that ships, ids count up, and noon be UTC's."""
    root, ids = write_pack(tmp_path / "pack"), count(1)
    with monkeypatch.context() as changed:
        changed.setattr("salesdojo.settings.shipped_pack", lambda: root)
        changed.setattr("time.time_ns", lambda: NOON)
        changed.setattr(
            "salesdojo.cli.surroundings.Surroundings.new_id",
            property(lambda _: lambda: f"{next(ids):04}aaaabbbbcccc"),
        )
        changed.setenv("TZ", "UTC")
        time.tzset()
        yield root
    time.tzset()


@pytest.fixture(name="played")
def _played(say: Say) -> str:
    """Let Aoki play two talks; return how the first one's id begins."""
    for name, road in (("first_call", "pitch,boast"), ("second_call", "ask,offer")):
        assert say("play", name, "--choose", road, "--as", "Aoki").code == 0
    told = json.loads(say("review", "--as", "Ada", "--json").out)
    return str(next(one["attempt"] for one in told if one["scenario"] == "first_call"))[:8]


@BOTH_LANGUAGES
def test_an_attempt_is_listed_read_commented_on_and_concluded(
    say: Say, played: str, snapshot: Snapshot, language: str
) -> None:
    ada = ("--as", "Ada", "--lang", language)
    listed = say("review", *ada).out
    for arguments in (
        ("comment", played, "--turn", "1", "--words", "Ask first.\x1b[2J"),
        ("comment", played, "--words", "[red] Good\nwork"),
        ("override", played, "--criterion", "manners", "--level", "3", "--words", "polite"),
        ("done", played),
    ):
        said = say("review", *arguments, *ada)
        assert (said.code, said.err) == (0, "")
        listed += said.out
    listed += say("review", *ada).out + say("review", "reviewed", *ada).out
    snapshot.assert_match(listed, f"listed_{language}.txt")
    shown = say("review", "show", played, *ada).out
    assert "\x1b" not in shown
    snapshot.assert_match(shown, f"shown_{language}.txt")


@BOTH_LANGUAGES
def test_blind_levels_come_before_everything_else_is_seen(
    say: Say, played: str, snapshot: Snapshot, language: str
) -> None:
    spoken = ("--lang", language)
    seen = say("review", "blind", played, "--as", "Ada", *spoken).out
    snapshot.assert_match(seen, f"blind_{language}.txt")
    for who in ("Ada", "Baba"):
        assert say("review", "blind", played, *BLIND, "--as", who, *spoken).code == 0
    assert "DB078" in say("review", "blind", played, "--as", "Ada", *spoken).err
    assert say("review", "show", played, "--as", "Chiba", *spoken).code == 0
    assert "DB078" in say("review", "blind", played, "--as", "Chiba", *spoken).err
    snapshot.assert_match(say("review", "--agreement", *spoken).out, f"agree_{language}.txt")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("comment", "{}"), "US121"),
        (("comment", "{}", "--words", " \t"), "US121"),
        (("comment", "{}", "--words", "あ" * 10_000), "US122"),
        (("comment", "{}", "--words", "x", "--turn", "9"), "DB077"),
        (("comment", "{}", "--words", "x", "--turn", "0"), "DB077"),
        (("comment", "{}", "--words", "x", "--turn", str(2**70)), "DB077"),
        (("comment", "nothing", "--words", "x"), "DB075"),
        (("comment",), "US035"),
        (("override", "{}", "--level", "3", "--words", "x"), "US035"),
        (("override", "{}", "--criterion", "charm", "--level", "3", "--words", "x"), "DB077"),
        (("override", "{}", "--criterion", "manners", "--level", "5", "--words", "x"), "US120"),
        (("override", "{}", "--criterion", "manners", "--level", "3"), "US121"),
        (("blind", "{}", "--levels", "inquiry=3"), "US123"),
        (("blind", "{}", "--levels", "inquiry"), "US124"),
        (("blind", "{}", "--levels", "inquiry=9,manners=1"), "US120"),
        (("blind", "{}", "--levels", "inquiry=３,manners=1"), "US120"),
        (("done", "{}", "--words", "x"), "US039"),
        (("list", "{}"), "US039"),
        (("--person", "Nobody"), "US103"),
        (("comment", "{}", "--words", "x", "--json"), "US039"),
        (("show", "{}", "--agreement"), "US039"),
        (("wrong",), "US034"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    say: Say, played: str, arguments: tuple[str, ...], code: str
) -> None:
    words = [played if one == "{}" else one for one in arguments]
    said = say("review", *words, "--as", "Ada")
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    shown = json.loads(say("review", "show", played, "--as", "Baba", "--json").out)
    assert shown["reviews"] == []


def test_nobody_reviews_their_own_and_the_trainee_exports_what_was_said(
    say: Say, played: str
) -> None:
    assert "DB076" in say("review", "done", played, "--as", "Aoki").err
    assert say("review", "comment", played, "--words", "Good", "--as", "Ada").code == 0
    told = json.loads(say("people", "export", "Aoki").out)
    assert [one["words"] for one in told["attempts"][0]["reviews"]] == ["Good"]


def test_the_json_is_a_contract(say: Say, played: str) -> None:
    asked = ("review", "--as", "Ada", "--json", "--scenario", "first_call")
    (first,) = json.loads(say(*asked).out)
    assert list(first) == [
        "attempt", "finished_at", "person", "team", "scenario", "mode", "quality", "passed",
        "outcome", "reasons", "blind", "reviewed_by", "reviewed_at", "rescored",
    ]  # fmt: skip
    assert (first["attempt"][:8], first["reasons"]) == (played, ["first"])
    told = json.loads(say("review", "--agreement", "--json").out)
    assert list(told) == ["levels", "overall", "machine", "criteria", "reviewers"]


def test_without_records_nothing_waits_and_nothing_is_made(say: Say, home: Path) -> None:
    assert say("review").code == 0
    assert say("review", "--agreement").code == 0
    assert "DB027" in say("review", "done", "abcd").err
    assert not (home / "dojo.db").exists()
