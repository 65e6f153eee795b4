"""A name or team that nobody has: who was meant is named, and nobody is made up."""

from pathlib import Path

import pytest

from .conftest import Say

NEAREST = {
    "en": "The nearest are: Hanako, Taro.",
    "ja": "近い名前: Hanako, Taro。",
}


@pytest.fixture(autouse=True)
def people(say: Say) -> None:
    """Let Hanako and Taro be in the team east, and another Hanako in west."""
    for name, team in (("Hanako", "east"), ("Taro", "east"), ("Hanako", "west")):
        say("people", "add", name, "--team", team)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "words",
    [
        ("people", "export", "Hanko"),
        ("people", "erase", "Hanko", "--yes"),
        ("assign", "set", "cold_call", "--to", "Hanko", "--due", "2099-12-18"),
        ("report", "--person", "Hanko"),
        ("export", "csv", "-", "--person", "Hanko"),
        ("review", "--person", "Hanko"),
        ("compare", "0001", "--as", "Hanko"),
    ],
    ids=repr,
)
def test_whoever_may_have_been_meant_is_named(
    say: Say, words: tuple[str, ...], language: str
) -> None:
    said = say(*words, "--lang", language)
    assert (said.code, said.out) == (2, "")
    assert "US103" in said.err
    assert NEAREST[language] in said.err


@pytest.mark.parametrize("command", ["history", "progress"])
def test_looking_at_nobody_says_so_and_adds_nobody(say: Say, command: str) -> None:
    said = say(command, "--as", "Hanko")
    assert said.code == 0
    assert (
        "salesdojo: US103 There is nobody called Hanko in the records.\n  The nearest" in said.err
    )
    assert say(command, "--as", "Taro").err == ""
    assert "Hanko" not in say("people", "list").out


def test_the_first_who_ever_practises_is_not_told_that_nobody_knows_them(
    say: Say, home: Path
) -> None:
    (home / "dojo.db").unlink()
    assert say("progress", "--as", "Hanko").err == ""
    assert not (home / "dojo.db").exists()


def test_an_assignment_for_a_team_of_nobody_is_set_with_a_word_about_it(say: Say) -> None:
    words = ("assign", "set", "cold_call", "--due", "2099-12-18", "--to-team")
    said = say(*words, "est")
    assert said.code == 0
    assert "Nobody is in the team est yet" in said.err
    assert "The nearest teams are: west, east." in said.err
    assert say(*words, "east").err == ""


def test_a_queue_of_a_team_of_nobody_is_refused(say: Say) -> None:
    said = say("review", "--of-team", "est")
    assert said.code == 2
    assert "RV003 There is nobody in the team est." in said.err


def test_an_export_of_one_person_is_never_of_two(say: Say) -> None:
    said = say("export", "csv", "-", "--person", "Hanako")
    assert (said.code, said.out) == (2, "")
    assert "US102" in said.err
    assert say("export", "csv", "-", "--person", "Hanako", "--team", "west").code == 0


def test_people_alone_lists_them(say: Say) -> None:
    assert say("people").out == say("people", "list").out


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "Is a directory"), ("ja", "ファイルではなくフォルダーです")]
)
def test_the_systems_reason_is_said_in_the_language_of_the_sentence(
    say: Say, home: Path, language: str, reason: str
) -> None:
    said = say("export", "csv", str(home), "--lang", language)
    assert said.code == 2
    assert "RV002" in said.err
    assert reason in said.err
