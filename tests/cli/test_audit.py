"""`audit` and `rescore`: what they print in both languages, and their exit codes."""

import json
import re
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from support.records import raw, unlock
from tui.small_pack import write_pack

from .conftest import Say

PASSING = "ask,offer"
FAILING = "pitch,offer"
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the small pack be the one that ships."""
    root = write_pack(tmp_path / "pack")
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: root)
    return root


def play(say: Say, choices: str = PASSING) -> str:
    said = say("play", "first_call", "--choose", choices, "--json")
    assert said.code == 0, said.err
    return str(json.loads(said.out)["attempt"])


def without_ids(text: str) -> str:
    text = re.sub(r"\b[0-9a-f]{32}\b", "ATTEMPT".ljust(32), text)
    return re.sub(r"\b[0-9a-f]{12}\b", "REVISION", text)


def without_decision(home: Path) -> None:
    unlock(home / "dojo.db")
    raw(home / "dojo.db", "DELETE FROM decision WHERE turn = 2")


def test_what_was_played_is_equal(say: Say) -> None:
    attempt = play(say)
    said = say("audit")
    assert (said.code, said.out) == (0, "1 equal, 0 differ, 0 missing.\n")
    assert json.loads(say("audit", attempt, "--json").out) == [
        {"attempt": attempt, "verdict": "equal"}
    ]


@BOTH_LANGUAGES
def test_what_differs_is_said_with_where(
    say: Say, snapshot: Snapshot, home: Path, language: str
) -> None:
    attempt = play(say)
    without_decision(home)
    said = say("audit", "--lang", language)
    assert said.code == 1
    snapshot.assert_match(without_ids(said.out), f"audit_{language}.txt")
    (row,) = json.loads(say("audit", "--json").out)
    assert (list(row)[:2], row["attempt"], row["verdict"]) == (
        ["attempt", "verdict"], attempt, "differs",
    )  # fmt: skip


@pytest.mark.parametrize("command", ["audit", "rescore"])
def test_without_records_there_is_nothing_to_find_and_nothing_made(
    say: Say, home: Path, command: str
) -> None:
    assert say(command).code == 0
    assert json.loads(say(command, "--json").out) in ([], {**EMPTY})
    assert not (home / "dojo.db").exists()


EMPTY = {
    "attempts": 0, "comparable": 0, "stale": 0, "changed": 0, "flips": [], "unplayable": [],
    "stored": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("audit", "nobody"), "DB017"),
        (("audit", "--person", "Nobody"), "DB051"),
        (("audit", "--since", "yesterday"), "US096"),
        (("audit", "nobody", "--since", "2026-01-01"), "US039"),
        (("rescore", "--rubric", "nowhere.yaml"), "US097"),
        (("rescore", "no_such_talk"), "CT001"),
    ],
)
def test_what_cannot_be_done_is_said(say: Say, arguments: tuple[str, ...], code: str) -> None:
    play(say)
    said = say(*arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err


def test_attempts_are_chosen_by_person_and_day(say: Say) -> None:
    play(say)
    assert say("audit", "--person", "trainee").out.startswith("1 equal")
    assert say("audit", "--since", "2000-01-01").out.startswith("1 equal")
    assert say("audit", "--since", "2999-01-01").out.startswith("0 equal")


@BOTH_LANGUAGES
def test_who_would_flip_is_listed_and_nothing_stored(
    say: Say, snapshot: Snapshot, pack: Path, language: str
) -> None:
    play(say, FAILING)
    file = lenient(pack)
    said = say("rescore", "--rubric", str(file), "--lang", language)
    assert said.code == 0, said.err
    snapshot.assert_match(without_ids(said.out), f"rescore_{language}.txt")
    assert json.loads(say("db", "status", "--json").out)["rows"]["result"] == 1


def test_applied_results_are_stored_once_and_equal(say: Say, pack: Path) -> None:
    attempt = play(say, FAILING)
    file = lenient(pack)
    told = json.loads(say("rescore", "--rubric", str(file), "--apply", "--json").out)
    assert [(one["attempt"], one["after"]["passed"]) for one in told["flips"]] == [(attempt, True)]
    assert told["stored"] == 1
    again = json.loads(say("rescore", "--rubric", str(file), "--apply", "--json").out)
    assert (again["stored"], again["comparable"]) == (0, 1)
    assert say("audit").out == "1 equal, 0 differ, 0 missing.\n"


def lenient(pack: Path) -> Path:
    """Write a rubric that passes nearly everybody, under a file name of its own."""
    (file,) = (pack / "rubrics").iterdir()
    rubric = json.loads(file.read_text("utf-8"))
    rubric["pass"] = 5
    del rubric["criteria"]["inquiry"]["minimum"]
    other = pack / "lenient.yaml"
    other.write_text(json.dumps(rubric), encoding="utf-8")
    return other
