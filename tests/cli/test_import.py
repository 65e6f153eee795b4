"""`import`: the scenario on stdout, what was lost on stderr, and files that stay whole."""

import json
from pathlib import Path

import pytest
import yaml

from .conftest import Say

STORY = """\
:: StoryTitle
A talk

:: Start
Hello.
[[Ask->b]]
[[Leave->c]]

:: b [won]
Yes.

:: c [lost]
No.
"""
LOSSY = ":: Start\nHello. <<audio 1>>\n[[Ask->b]]\n[[Leave->b]]\n\n:: b\nYes.\n"


@pytest.fixture
def story(home: Path) -> Path:
    path = home / "My story.twee"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_all_carried_is_exit_0_and_the_scenario_plays(say: Say, story: Path, home: Path) -> None:
    said = say("import", str(story))
    assert said.code == 0
    assert "Everything was carried over." in said.err
    assert yaml.safe_load(said.out)["id"] == "my_story"
    played = home / "my_story.yaml"
    played.write_text(said.out, encoding="utf-8")
    result = json.loads(say("play", str(played), "--choose", "ask", "--json").out)
    assert result["outcome"] == "won"
    plainly = say("play", str(played), "--plain", "--seed", "1", typed="1\n").out
    assert "Outcome: won." in plainly or "Outcome: lost." in plainly


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "story.twee:2: Start: <<audio 1>> was left out; the text in it was kept."),
        ("ja", "story.twee:2: Start: <<audio 1>> は省き、中の文は残しました。"),
    ],
)
def test_what_is_lost_is_told_with_its_line_and_is_exit_1(
    say: Say, home: Path, language: str, sentence: str
) -> None:
    (home / "story.twee").write_text(LOSSY, encoding="utf-8")
    said = say("import", str(home / "story.twee"), "--lang", language)
    assert said.code == 1
    assert sentence in said.err
    assert yaml.safe_load(said.out)["scenes"]["start"]["customer"] == "Hello."


def test_json_lists_what_was_lost(say: Say, home: Path) -> None:
    (home / "story.twee").write_text(LOSSY, encoding="utf-8")
    said = say("import", str(home / "story.twee"), "--json")
    assert said.code == 1
    printed = json.loads(said.out)
    assert list(printed) == ["source", "id", "output", "scenes", "choices", "lost", "scenario"]
    assert printed["lost"] == [
        {
            "kind": "macro",
            "what": "<<audio 1>>",
            "where": "Start",
            "line": 2,
            "message": "<<audio 1>> was left out; the text in it was kept.",
        }
    ]
    assert yaml.safe_load(printed["scenario"])["id"] == "story"


def test_output_is_a_whole_file_called_by_its_id(say: Say, story: Path, home: Path) -> None:
    said = say("import", str(story), "--output", str(home / "first_call.yaml"))
    assert (said.code, said.out) == (0, "")
    assert yaml.safe_load((home / "first_call.yaml").read_text("utf-8"))["id"] == "first_call"
    assert say("play", str(home / "first_call.yaml"), "--choose", "ask").code == 0


def test_a_file_that_is_there_is_never_written_over(say: Say, story: Path, home: Path) -> None:
    there = home / "talk.yaml"
    there.write_text("mine", encoding="utf-8")
    said = say("import", str(story), "--output", str(there))
    assert said.code == 2
    assert "US023" in said.err
    assert there.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["My talk.yaml", "talk.txt", "商談.yaml", "talk"])
def test_an_output_that_no_scenario_can_be_called_is_refused(
    say: Say, story: Path, home: Path, name: str
) -> None:
    said = say("import", str(story), "--output", str(home / name))
    assert said.code == 2
    assert "US034" in said.err
    assert not (home / name).exists()


def test_an_output_that_cannot_be_written_is_said(say: Say, story: Path, home: Path) -> None:
    said = say("import", str(story), "--output", str(story / "talk.yaml"))
    assert said.code == 2
    assert "US085" in said.err
    assert home.is_dir()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "US075"),
        (b"", "US077"),
        (b"\x00\x01", "US077"),
        (b"<html></html>", "US077"),
        (b'{"inkVersion": 15, "root": []}', "US078"),
        (b":" * (5 * 2**20 + 1), "US076"),
        (b":: a\n" * 3000, "US079"),
        ("".join(f":: a{n}\nx\n[[a{n + 1}]]\n[[q]]\n" for n in range(399)).encode(), "US079"),
    ],
)
def test_what_cannot_be_imported_is_said_with_its_code(
    say: Say, home: Path, content: bytes | None, code: str
) -> None:
    path = home / "story.twee"
    if content is not None:
        path.write_bytes(content)
    said = say("import", str(path))
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    assert code in say("import", str(path), "--lang", "ja").err


def test_a_folder_is_no_story(say: Say, home: Path) -> None:
    said = say("import", str(home))
    assert said.code == 2
    assert "US075" in said.err


def test_a_file_must_be_named(say: Say) -> None:
    assert "US035" in say("import").err
