"""A negotiation without a screen: line by line, by a script, watched, and looked back on."""

import json
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.cli.remark_words import remarks_in_words
from salesdojo.content.reading import read_scenario
from salesdojo.records.reviews.remark import Heard, Remark, RemarkKind
from support.table_pack import GOLDEN, write_table_pack

from .conftest import Say
from .test_play import attempts_in

SCRIPT = ",".join(GOLDEN)
LINES = """\
open
?
h
w 1
質問 ２
p 1=300
p 1=#21
dance
p 1=#21 2=phased 3=net 60 4=１２ｍ
price=126 / 納期=#2 because 1
納期=1 wk if price for warranty
p 1=118 2=#2 4=#1 if 2 for 1
p 1=100 2=1 wk
"""
"""Every form that a move may be typed in, and answers that are none."""


@pytest.fixture
def talk(tmp_path: Path) -> str:
    return str(write_table_pack(tmp_path / "pack"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_negotiation_line_by_line(say: Say, talk: str, snapshot: Snapshot, language: str) -> None:
    said = say("play", talk, "--plain", "--seed", "0", "--lang", language, typed=LINES)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"plain_{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_negotiation_by_a_script_and_its_debrief(
    say: Say, talk: str, snapshot: Snapshot, language: str
) -> None:
    said = say("play", talk, "--choose", SCRIPT, "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"debrief_{language}.txt")


ENDS = {
    "walked": "ask why_delivery,walk_away",
    "gave_all": "propose price=90 delivery=1_wk payment=net_0 warranty=48_m",
    "stood_still": ",".join(
        ["propose price=130 delivery=8_wk payment=net_60 warranty=12_m", *["propose price=130"] * 7]
    ),
}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("end", ENDS)
def test_every_kind_of_end_is_told(
    say: Say, talk: str, snapshot: Snapshot, end: str, language: str
) -> None:
    said = say("play", talk, "--choose", f"open,{ENDS[end]}", "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out.partition("\n\n1. ")[2], f"{end}_{language}.txt")


def test_the_expert_loses_nothing(say: Say, talk: str) -> None:
    said = say("play", talk, "--choose", "open,as expert")
    assert "Quality 100 of 100" in said.out
    assert "(nothing better was possible)" in said.out
    assert "No talk with this customer would have brought you more points" in said.out


def test_the_json_of_a_script_tells_what_a_negotiation_came_to(say: Say, talk: str) -> None:
    told = json.loads(say("play", talk, "--choose", SCRIPT, "--json").out)
    assert [one["choice"].split()[0] for one in told["decisions"]] == [
        "open", "ask", "ask", "propose", "propose", "propose", "propose", "propose", "propose",
    ]  # fmt: skip
    (negotiation,) = told["negotiations"]
    assert negotiation["ending"] == negotiation["verdict"] == "deal"
    assert sum(negotiation["costs"]) == negotiation["best"]["ours"] - negotiation["deal"]["ours"]
    # What the negotiation cost stands at its last move.
    losses = [one["loss"] for one in told["decisions"]]
    assert losses[-1] > 0
    assert not any(losses[:-1])


def test_the_json_of_a_talk_without_a_table_has_no_negotiations(say: Say) -> None:
    told = json.loads(
        say("play", "manners_late_visit", "--choose", "time_and_choice", "--json").out
    )
    assert told["quality"] == 100
    assert "negotiations" not in told


def test_moves_typed_line_by_line_are_those_of_a_script(say: Say, talk: str) -> None:
    by_script = json.loads(say("play", talk, "--choose", SCRIPT, "--json").out)
    say("play", talk, "--plain", "--seed", "0", typed="\n".join(GOLDEN))
    told = json.loads(say("history", "--json").out)["attempts"]
    assert [one["quality"] for one in told] == [by_script["quality"]] * 2


def test_a_negotiation_broken_off_goes_on_where_it_stopped(say: Say, talk: str) -> None:
    first = say("play", talk, "--plain", "--seed", "0", typed="open\nw 1\nw 2\nq\n")
    assert "Round 3 of 8" in first.out
    assert "saved 3" in first.out
    again = say("play", talk, "--plain", typed="w 7\n")
    assert "resumed 3" in again.out
    assert "Round 3 of 8" in again.out
    assert "PR008" in again.out
    assert "saved" not in again.out.partition("resumed")[2].replace("saved)", "")
    last = say("play", talk, "--plain", typed="x\n")
    assert "saved 4" in last.out
    assert "You walked away without a deal." in last.out


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ("", ("US005", "ask why_delivery")),
        ("propose price=130", ("PR009", "delivery")),
        ("ask the_time", ("PR008", "why_pilot")),
        ("accept", ("PR006", "counter")),
        ("haggle", ("PR007", "propose")),
        ("as wizard", ("PR007", "propose")),
    ],
)
def test_a_wrong_script_says_what_could_be_said(
    say: Say, talk: str, moves: str, told: tuple[str, str]
) -> None:
    said = say("play", talk, "--choose", f"open,{moves}")
    assert said.code == 2
    assert all(word in said.err for word in told)


def test_nothing_is_kept_of_a_wrong_script(say: Say, talk: str, home: Path) -> None:
    assert say("play", talk, "--choose", "open,ask why_delivery,ask the_time").code == 2
    assert not attempts_in(home)


def test_watching_shows_the_experts_moves_and_what_they_come_to(
    say: Say, talk: str, home: Path
) -> None:
    said = say("play", talk, "--watch")
    assert said.code == 0
    assert said.out.count("\nYou: ") >= 3
    assert "Deal: " in said.out
    assert "Nothing was left on the table." in said.out
    assert not attempts_in(home)


def test_what_looks_at_attempts_and_scenarios_can_tell_of_moves(say: Say, talk: str) -> None:
    first = json.loads(say("play", talk, "--choose", SCRIPT, "--json").out)["attempt"]
    other = json.loads(say("play", talk, "--choose", "open,as splitter", "--json").out)["attempt"]
    for command in (
        ("history",),
        ("compare", first, other),
        ("compare", first, "--exemplar"),
        ("compare", first, "--exemplar", "--json"),
        ("analyse", talk),
        ("analyse", talk, "--json"),
        ("graph", talk, "--format", "text"),
        ("audit",),
        ("progress",),
        ("practise", "--minutes", "5", "--plan"),
    ):
        said = say(*command)
        assert (said.code, said.err) == (0, ""), command
    # Of moves no coach says why, and no empty line says it either.
    beside = say("compare", first, other).out.partition("[No. 2]")[2].splitlines()
    assert not [
        line for line in beside if line.strip().startswith("Why  ") or line.strip() == "Why"
    ]


def test_a_trainees_word_on_a_move_is_told_with_the_move(talk: str) -> None:
    scenario = read_scenario(Path(talk)).scenario
    assert scenario is not None
    move = "propose price=118 delivery=2_wk payment=net_60 warranty=48_m / delivery=phased"
    for text, words in (
        ("ask why_pilot", 'The move: ask "Would a pilot help?"'),
        (move, "The move: offer Price per seat 118 EUR, Delivery 2 wk, Payment net 60, Warranty"),
        ("walk_away", "The move: walk away"),
        # Of another revision: the table no longer knows it.
        ("ask of_old", "The move: ask of_old"),
    ):
        remark = Remark("r", "a", 2, text, RemarkKind.UNCLEAR, None, "en", 1_000)
        heard = Heard(remark, "talk", scenario.revision, "terms")
        said = remarks_in_words(scenario, [heard], "en")
        assert words in said
        assert said.count(text) == words.count(text)
