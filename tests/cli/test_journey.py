"""`salesdojo journey`: listed, played line by line and by a script, left and taken up."""

import json
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from support.journeys import PACK, write_journey_pack

from .conftest import Say

GOOD, DEAF = "ask_usual;remind", "show_product;ask_late"


@pytest.fixture(name="pack", autouse=True)
def _pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a pack with a journey."""
    root = write_journey_pack(tmp_path / "pack")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_journey_played_by_a_script(say: Say, snapshot: Snapshot, language: str) -> None:
    said = say("journey", "hoshino", "--choose", DEAF, "--lang", language)
    assert said.code == 0
    snapshot.assert_match(said.out, f"deaf_{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_journey_played_line_by_line(say: Say, snapshot: Snapshot, language: str) -> None:
    typed = "ask_usual\nremind\n"
    said = say("journey", "hoshino", "--plain", "--seed", "1", "--lang", language, typed=typed)
    assert said.code == 0
    snapshot.assert_match(said.out, f"played_{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_list_says_where_one_stands(say: Say, snapshot: Snapshot, language: str) -> None:
    def listed() -> str:
        return say("journey", "--lang", language).out

    lines = [listed()]
    say("journey", "hoshino", "--plain", typed="q\n")
    lines.append(listed())
    say("journey", "hoshino", "--plain", typed="ask_usual\nq\n")
    lines.append(listed())
    say("journey", "hoshino", "--plain", typed="remind\n")
    lines.append(listed())
    snapshot.assert_match("".join(lines), f"list_{language}.txt")


def test_as_json_every_chapter_says_what_it_began_with_and_what_was_closed(say: Say) -> None:
    told = json.loads(say("journey", "hoshino", "--choose", DEAF, "--json").out)
    assert [told[key] for key in ("journey", "outcome", "deal", "stage", "quality")] == [
        "hoshino", "stalled", "open", "closing", 0,
    ]  # fmt: skip
    first, second = told["chapters"]
    assert (first["scenario"], first["stage"], first["quality"]) == ("first_visit", "discovery", 0)
    assert second["begun"] == {"meters": {"trust": 20}, "facts": []}
    assert second["closed"] == [
        {
            "scene": "again",
            "choice": "remind",
            "opened_by": [{"fact": "overtime", "chapter": 1}],
        }
    ]


def test_the_list_as_json(say: Say) -> None:
    (row,) = json.loads(say("journey", "--json").out)
    assert (row["id"], row["scenarios"]) == ("hoshino", ["first_visit", "second_visit"])
    assert (row["chapter"], row["finished"], row["outcome"]) == (None, 0, None)
    say("journey", "hoshino", "--choose", GOOD)
    say("journey", "hoshino", "--plain", typed="ask_usual\nq\n")
    (row,) = json.loads(say("journey", "--json").out)
    assert (row["chapter"], row["finished"], row["outcome"]) == (2, 1, "won")
    assert row["talking"] is False  # opened, and left before a word was said


def test_a_journey_goes_on_where_it_was_left(say: Say) -> None:
    left = say("journey", "hoshino", "--plain", typed="ask_usual\nq\n")
    assert "Go on with: salesdojo journey hoshino" in left.out
    again = say("journey", "hoshino", "--plain", typed="remind\n")
    assert again.out.startswith("Chapter 2 of 2")
    assert "You know: They work late every day" in again.out
    assert "the deal is won" in again.out
    assert "Chapter 1 (Discovery)" in again.out


def test_fresh_begins_the_journey_anew(say: Say) -> None:
    say("journey", "hoshino", "--plain", typed="ask_usual\nq\n")
    assert say("journey", "hoshino", "--plain", "--fresh").out.startswith("Chapter 1 of 2")


def test_a_chapter_under_way_keeps_its_seed(say: Say) -> None:
    say("journey", "hoshino", "--plain", "--seed", "5", typed="ask_usual\nq\n")
    said = say("journey", "hoshino", "--plain", "--seed", "6")
    assert (said.code, "US008" in said.err) == (2, True)


def test_a_script_leaves_an_unfinished_journey_alone(say: Say) -> None:
    say("journey", "hoshino", "--plain", typed="ask_usual\nq\n")
    say("journey", "hoshino", "--choose", "insist")
    assert say("journey", "hoshino", "--plain").out.startswith("Chapter 2 of 2")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("hosino",), "US090"),
        (("hoshino", "--choose", "ask_usual"), "US091"),
        (("hoshino", "--choose", "ask_usual;"), "US091"),
        (("hoshino", "--choose", ";remind"), "US091"),
        (("hoshino", "--choose", "insist;remind"), "US092"),
        (("hoshino", "--choose", "ask_usual;remind;remind"), "US092"),
        (("hoshino", "--choose", "zzz"), "PR001"),
        (("--choose", "a"), "US093"),
        (("hoshino", "--json"), "US004"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(
    say: Say, arguments: tuple[str, ...], code: str
) -> None:
    said = say("journey", *arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    (row,) = json.loads(say("journey", "--json").out)
    assert (row["chapter"], row["finished"]) == (None, 0)


def test_a_pack_without_journeys_says_so(say: Say, pack: Path) -> None:
    (pack / "pack.yaml").write_text(PACK.partition("journeys:")[0], encoding="utf-8")
    assert json.loads(say("journey", "--json").out) == []
    assert say("journey").out == "This pack has no journeys.\n"
    assert say("journey", "hoshino").code == 2


def test_facts_known_from_the_start_are_on_the_card(say: Say) -> None:
    said = say("play", "second_visit", "--plain")
    assert "You know: They work late every day" in said.out
