"""`list`, `terms`, `progress`, `completion`, help: what they print in both languages."""

import json
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.cli.commands import COMMANDS
from tui.small_pack import DRILLS, write_pack

from .conftest import Say

EXEMPLAR = (
    "walk_through,ask_past_scare,wait_pen,count_together,ask_who_feels,ask_same_day,"
    "ask_before,trace_route,list_three,meet_deputy"
)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("list",), ("terms", "closing"), ("progress",),
     *((command, "--help") for command in COMMANDS)],
    ids="_".join,
)  # fmt: skip
def test_what_is_printed(
    say: Say, snapshot: Snapshot, arguments: tuple[str, ...], language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("COLUMNS", "80")
    said = say(*arguments, "--lang", language)
    assert said.code == 0
    name = "_".join(word.strip("-") for word in arguments)
    snapshot.assert_match(said.out, f"{name}_{language}.txt")


def test_list_as_json_is_a_contract(say: Say) -> None:
    entries = json.loads(say("list", "--all", "--json").out)
    assert len(entries) >= 6
    for entry in entries:
        assert list(entry) == [
            "id", "kind", "stage", "level", "title", "first", "best", "latest", "attempts",
        ]  # fmt: skip
        assert set(entry["title"]) == {"ja", "en"}
        assert (entry["first"], entry["attempts"]) == (None, 0)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_drills_are_listed_under_the_criterion_they_train(
    say: Say, snapshot: Snapshot, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_pack(tmp_path / "pack", drills=DRILLS)
    monkeypatch.setattr("salesdojo.settings.shipped_pack", lambda: pack)
    assert "all_set" not in say("list").out
    snapshot.assert_match(say("list", "--all", "--lang", language).out, f"drills_{language}.txt")
    kinds = {one["id"]: one["kind"] for one in json.loads(say("list", "--all", "--json").out)}
    assert [name for name, kind in kinds.items() if kind == "drill"] == [
        "all_set", "wrong_name", "no_time",
    ]  # fmt: skip


def test_a_played_scenario_shows_first_best_and_latest(say: Say) -> None:
    exemplar = (
        "ask_reason,match_scope,ask_this_year,ask_worry,tie_to_result,"
        "as expert,ask_approval,back_plan"
    )
    say("play", "price_copier", "--choose", exemplar)
    (entry,) = (
        entry for entry in json.loads(say("list", "--json").out) if entry["id"] == "price_copier"
    )
    assert (entry["first"], entry["best"], entry["latest"], entry["attempts"]) == (100, 100, 100, 1)
    progress = json.loads(say("progress", "--json").out)
    (row,) = progress["scenarios"]
    assert (row["id"], row["passed"]) == ("price_copier", True)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_progress_shows_what_the_attempts_say_one_can_do(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    for _ in range(3):
        say("play", "nothing_wrong", "--choose", EXEMPLAR)
    said = say("progress", "--lang", language)
    snapshot.assert_match(said.out, f"skills_{language}.txt")
    skills = json.loads(say("progress", "--json").out)["skills"]
    inquiry = next(skill for skill in skills if skill["criterion"] == "inquiry")
    assert [one["weight"] for one in inquiry["attempts"]] == [1, 0.5, 1 / 3]
    assert inquiry["low"] < inquiry["ability"] < inquiry["high"]


@pytest.mark.parametrize(
    ("word", "headword"),
    [
        ("closing", "クロージング"),
        ("くろーじんぐ", "クロージング"),
        ("販売部門", "営業部門"),
        ("しょうだん", "商談"),
        ("LEAD", "リード"),
    ],
)
def test_a_term_is_found_by_either_language_a_reading_or_a_synonym(
    say: Say, word: str, headword: str
) -> None:
    assert headword in [term["id"] for term in json.loads(say("terms", word, "--json").out)]


def test_an_unknown_term_is_said(say: Say) -> None:
    said = say("terms", "quantum")
    assert (said.code, said.out) == (2, "")
    assert "US006" in said.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_is_a_script_that_names_the_commands(say: Say, shell: str) -> None:
    said = say("completion", shell)
    assert said.code == 0
    assert "price" not in said.out
    assert "progress" in said.out


@pytest.mark.parametrize("command", ["list", "progress"])
def test_reading_adds_nobody(say: Say, command: str) -> None:
    say("play", "cold_call", "--plain", "--seed", "1", typed="1\n")
    assert say(command, "--as", "Typo").code == 0
    assert json.loads(say("db", "status", "--json").out)["rows"]["person"] == 1


@pytest.mark.parametrize("command", ["list", "progress"])
def test_an_empty_database_is_not_filled_by_reading(say: Say, home: Path, command: str) -> None:
    (home / "dojo.db").touch()
    assert say(command).code == 0
    assert (home / "dojo.db").stat().st_size == 0


@pytest.mark.parametrize("command", ["list", "progress"])
@pytest.mark.parametrize("name", ["", "a\x1bb", "x" * 81])
def test_a_name_nobody_can_have_is_said_before_there_are_records(
    say: Say, command: str, name: str
) -> None:
    said = say(command, "--as", name)
    assert said.code == 2
    assert "US021" in said.err
