"""`history` and `compare`: what they print in both languages, as JSON, and what they refuse."""

import json
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot

from tui.small_pack import SCENARIOS, Plain, both, scenario, write_pack

from .conftest import Say

BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])
MINUTE = 60_000_000_000
NOON = 1_768_046_400_000_000_000
"""Of 10 January 2026."""


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the small pack be the one that ships, ids and minutes count up, and noon be UTC's."""
    root, ids, minutes = write_pack(tmp_path / "pack"), count(1), count()
    with monkeypatch.context() as changed:
        changed.setattr("salesdojo.settings.shipped_pack", lambda: root)
        changed.setattr("time.time_ns", lambda: NOON + next(minutes) * MINUTE // 60)
        changed.setattr(
            "salesdojo.cli.surroundings.Surroundings.new_id",
            property(lambda _: lambda: f"{next(ids):04}aaaabbbbcccc"),
        )
        changed.setenv("TZ", "UTC")
        time.tzset()
        yield root
    time.tzset()


def play(say: Say, name: str, *roads: str) -> None:
    for road in roads:
        assert say("play", name, "--choose", road).code == 0


def edited(root: Path, *, points: int = 3, title: str = "The first call") -> None:
    """Edit the first call: an asked question is worth `points`."""
    call = scenario("first_call", both("最初の電話", title))
    call["scenes"]["hello"]["choices"]["ask"]["points"]["inquiry"] = points
    write_pack(root, call, *SCENARIOS[1:])


def listed(say: Say, *arguments: str) -> list[dict[str, Any]]:
    said = say("history", *arguments, "--json")
    assert (said.code, said.err) == (0, "")
    attempts: list[dict[str, Any]] = json.loads(said.out)["attempts"]
    return attempts


@BOTH_LANGUAGES
def test_attempts_are_listed_and_two_of_them_compared(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    play(say, "first_call", "pitch,boast", "ask,offer", "pitch,offer")
    play(say, "second_call", "ask,boast")
    spoken = ("--lang", language)
    snapshot.assert_match(say("history", *spoken).out, f"history_{language}.txt")
    assert "second" not in say("history", "first_call", "--lang", "en").out
    for name, others in {
        "exemplar": ("0001", "--exemplar"), "first": ("0003", "--first"), "two": ("0001", "0002"),
    }.items():  # fmt: skip
        said = say("compare", *others, *spoken)
        assert (said.code, said.err) == (0, "")
        snapshot.assert_match(said.out, f"{name}_{language}.txt")


@BOTH_LANGUAGES
def test_what_an_older_text_scored_is_told_and_other_words_are_not(
    say: Say, pack: Path, snapshot: Snapshot, language: str
) -> None:
    play(say, "first_call", "ask,offer")
    play(say, "second_call", "ask,offer")
    edited(pack, title="A call")
    assert [one["stale"] for one in listed(say)] == [False, False]
    edited(pack, points=2)
    assert [one["stale"] for one in listed(say)] == [False, True]
    play(say, "first_call", "ask,offer")
    snapshot.assert_match(say("history", "--lang", language).out, f"stale_{language}.txt")
    assert say("rescore", "first_call", "--apply").code == 0
    assert not any(one["stale"] for one in listed(say))
    assert say("compare", "0001", "0003", "--lang", language).code == 0


def test_of_a_scenario_that_the_pack_has_no_longer_nobody_can_say_whether_it_is_stale(
    say: Say, pack: Path
) -> None:
    play(say, "first_call", "ask,offer")
    (pack / "approach" / "first_call.yaml").unlink()
    courses = {"week": {"name": both("週", "Week"), "role": "sales_representative",
                        "scenarios": ["second_call"]}}  # fmt: skip
    write_pack(pack, *SCENARIOS[1:], courses=courses)
    assert [one["stale"] for one in listed(say)] == [None]
    said = say("history")
    assert (said.code, said.err) == (0, "")
    assert "first_call" in said.out
    assert "older" not in said.out.lower()


def test_the_history_as_json_is_a_contract(say: Say) -> None:
    assert json.loads(say("history", "--json").out) == {"attempts": [], "older": None}
    play(say, "first_call", "pitch,boast", "ask,offer")
    told = listed(say)
    assert [one["attempt"][:4] for one in told] == ["0002", "0001"]
    assert list(told[0]) == [
        "attempt", "scenario", "finished_at", "mode", "fork_of", "fork_turn", "journey", "chapter",
        "quality", "passed", "outcome", "marks", "stale",
    ]  # fmt: skip
    assert told[0] | {"finished_at": 0} == {
        "attempt": "0002aaaabbbbcccc", "scenario": "first_call", "finished_at": 0,
        "mode": "practice", "fork_of": None, "fork_turn": None, "journey": None, "chapter": None,
        "quality": 100, "passed": True, "outcome": "advanced", "marks": ["best", "latest"],
        "stale": False,
    }  # fmt: skip


def test_a_comparison_as_json_is_a_contract(say: Say) -> None:
    play(say, "first_call", "pitch,offer", "ask,offer")
    told = json.loads(say("compare", "0001", "0002", "--json").out)
    assert list(told) == [
        "scenario", "same_revision", "parting", "by_chance", "decisive", "left", "right",
        "criteria", "rows",
    ]  # fmt: skip
    assert (told["parting"], told["by_chance"], told["decisive"]) == (0, False, [0])
    assert [told[side]["attempt"][:4] for side in ("left", "right")] == ["0001", "0002"]
    assert [(row["kind"], row["gain"]) for row in told["rows"]] == [("apart", 90), ("same", 0)]
    alone = json.loads(say("compare", "0002", "--json").out)
    assert (alone["right"]["attempt"], alone["right"]["quality"]) == (None, 100)


@BOTH_LANGUAGES
def test_a_newcomer_reads_that_nothing_is_finished_and_nothing_is_made(
    say: Say, home: Path, language: str
) -> None:
    words = {"en": "has finished no", "ja": "まだ"}[language]
    for arguments in ((), ("first_call",), ("--before", "3")):
        said = say("history", *arguments, "--lang", language)
        assert (said.code, said.err) == (0, "")
        assert words in said.out or "nothing yet" in said.out
    assert not (home / "dojo.db").exists()


def test_an_unfinished_attempt_is_not_listed_nor_compared(say: Say) -> None:
    say("play", "first_call", "--plain", typed="\n1\nq\n")
    assert listed(say) == []
    assert say("compare", "0001").code == 2


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    "names",
    [("nobody",), ("000",), ("",), ("0001", "nobody"), ("\x1b[2J",), ("[red]",), ("あ" * 9999,)],
    ids=range(7),
)
def test_what_names_no_single_attempt_is_refused_in_words(
    say: Say, names: tuple[str, ...], language: str
) -> None:
    play(say, "first_call", "ask,offer")
    said = say("compare", *names, "--lang", language)
    assert (said.code, said.out) == (2, "")
    assert "DB055" in said.err
    assert "\x1b" not in said.err
    assert len(said.err) < 600


@BOTH_LANGUAGES
def test_somebody_elses_attempts_are_neither_listed_nor_compared(
    say: Say, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    play(say, "first_call", "ask,offer")
    monkeypatch.setenv("LOGNAME", "another")
    assert listed(say) == []
    for arguments in (("0001",), ("0001aaaabbbbcccc", "--exemplar")):
        said = say("compare", *arguments, "--lang", language)
        assert (said.code, said.out) == (2, "")
        # Nobody knows them yet, and looking adds nobody.
        assert "US103" in said.err
    assert "another" not in say("people", "list").out
    play(say, "first_call", "pitch,offer")
    assert say("compare", "0002", "0001").code == 2
    # It is the first itself: the other person's is nothing to compare with.
    assert say("compare", "0002", "--first").code == 2


def test_two_scenarios_and_two_wishes_are_refused(say: Say) -> None:
    play(say, "first_call", "ask,offer")
    play(say, "second_call", "ask,offer")
    for arguments, code in (
        (("0001", "0002"), "US098"), (("0001", "0002", "--first"), "US039"),
        (("0001", "--exemplar", "--first"), "US039"),
    ):  # fmt: skip
        said = say("compare", *arguments)
        assert (said.code, said.out) == (2, "")
        assert code in said.err


@pytest.mark.parametrize(
    ("number", "code", "many"),
    [("x", 2, 0), ("1.5", 2, 0), ("9" * 30, 0, 1), ("-" + "9" * 30, 0, 0), ("0", 0, 0)],
)
def test_a_place_in_the_list_may_be_anywhere_but_is_a_number(
    say: Say, number: str, code: int, many: int
) -> None:
    play(say, "first_call", "ask,offer")
    said = say("history", f"--before={number}", "--json")
    assert said.code == code
    assert said.out.count('"attempt"') == many


def test_pages_follow_each_other_to_the_oldest(say: Say) -> None:
    play(say, "first_call", *["ask,offer"] * 51)
    first = json.loads(say("history", "--json").out)
    assert (len(first["attempts"]), first["older"] is None) == (50, False)
    assert f"--before {first['older']}" in say("history").out
    rest = json.loads(say("history", "--json", "--before", str(first["older"])).out)
    assert [one["marks"] for one in rest["attempts"]] == [["best", "first"]]
    assert rest["older"] is None


HOSTILE = ("[red]x[/]", "שלום עולם مرحبا", "長い言葉" * 30, "<script>alert(1)</script>", "%s {x}")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_of_a_pack_are_printed_as_they_are(say: Say, pack: Path, words: str) -> None:
    call: Plain = scenario("first_call", both(words, words))
    for choice in call["scenes"]["hello"]["choices"].values():
        choice["say"] = choice["why"] = both(words, words)
    write_pack(pack, call, *SCENARIOS[1:])
    play(say, "first_call", "pitch,boast")
    for arguments in (("history",), ("compare", "0001")):
        said = say(*arguments)
        assert (said.code, said.err) == (0, "")
        assert words in said.out


def test_control_characters_and_very_long_words_in_a_name_do_nothing(say: Say) -> None:
    for name in ("\x1b[2Jmallory", "a" * 5000, "\u202etfel"):
        for command in (("history",), ("compare", "0001")):
            said = say(*command, "--as", name)
            assert said.code in {0, 2}
            assert "\x1b" not in said.out + said.err
            assert "\u202e" not in said.out + said.err
