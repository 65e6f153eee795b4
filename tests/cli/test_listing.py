"""`list`, `terms`, `progress`, `completion`, help: what they print in both languages."""

import json

import pytest
from pytest_snapshot.plugin import Snapshot

from .conftest import Say


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("list",), ("list", "--help"), ("play", "--help"), ("db", "--help"),
     ("terms", "closing"), ("progress",)],
    ids="_".join,
)  # fmt: skip
def test_what_is_printed(
    say: Say, snapshot: Snapshot, arguments: tuple[str, ...], language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("COLUMNS", "80")
    if "--help" in arguments and len(arguments) > 1:
        with pytest.raises(SystemExit) as ended:
            say(*arguments, "--lang", language)
        assert ended.value.code == 0
        return
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


def test_a_played_scenario_shows_first_best_and_latest(say: Say) -> None:
    exemplar = (
        "ask_reason,match_scope,ask_this_year,ask_worry,tie_to_result,"
        "two_packages,ask_line,visit_trade,ask_approval,back_plan"
    )
    say("play", "price_copier", "--choose", exemplar)
    (entry,) = (
        entry for entry in json.loads(say("list", "--json").out) if entry["id"] == "price_copier"
    )
    assert (entry["first"], entry["best"], entry["latest"], entry["attempts"]) == (100, 100, 100, 1)
    (row,) = json.loads(say("progress", "--json").out)
    assert (row["id"], row["passed"]) == ("price_copier", True)


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
