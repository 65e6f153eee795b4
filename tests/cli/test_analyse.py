"""`salesdojo analyse`: figures as tables, and as JSON."""

import json
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from salesdojo.content.width import display_width as width
from support.clean_pack import TABLE, write_clean_pack
from support.packs import RUBRIC, SCENARIO, changed, write_pack

from .conftest import Say

SHIPPED = (
    "reception_gate",
    "cold_call",
    "nothing_wrong",
    "price_copier",
    "think_it_over",
    "billed_twice",
)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_figures_of_a_scenario_as_a_trainer_reads_them(
    say: Say, snapshot: Snapshot, language: str
) -> None:
    said = say("analyse", "cold_call", "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"cold_call_{language}.txt")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("scenario", SHIPPED)
def test_every_table_fits_80_columns(say: Say, scenario: str, language: str) -> None:
    lines = say("analyse", scenario, "--lang", language).out.splitlines()
    assert [line for line in lines if width(line) > 80] == []


@pytest.mark.parametrize("scenario", SHIPPED)
def test_no_shipped_scenario_is_passed_without_thinking(say: Say, scenario: str) -> None:
    analysed = json.loads(say("analyse", scenario, "--json").out)
    players = analysed["players"]
    assert players["random"]["pass_after_5"] < 0.01
    assert (players["first"]["pass"], players["longest"]["pass"]) == (0, 0)


def test_analyse_as_json_is_a_contract(say: Say) -> None:
    analysed = json.loads(say("analyse", "price_copier", "--json").out)
    assert list(analysed)[:7] == [
        "scenario", "states", "best", "worst", "best_path", "players", "coverage",
    ]  # fmt: skip
    assert (analysed["scenario"], analysed["best"], analysed["worst"]) == ("price_copier", 100, 0)
    assert list(analysed["players"]) == ["random", "first", "longest", "greedy"]
    for player in analysed["players"].values():
        assert list(player)[:4] == ["mean", "pass", "pass_after_5", "outcomes"]
        assert list(player["outcomes"]) == ["won", "advanced", "declined", "stalled", "lost"]
    assert analysed["coverage"]["opening"] == 1


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_best_path_is_perfect_when_it_is_played(say: Say, scenario: str) -> None:
    best_path = json.loads(say("analyse", scenario, "--json").out)["best_path"]
    said = say("play", scenario, "--seed", "0", "--choose", ",".join(best_path), "--json")
    assert json.loads(said.out)["quality"] == 100


@pytest.mark.parametrize("language", ["en", "ja"])
def test_two_scenarios_beside_each_other(say: Say, snapshot: Snapshot, language: str) -> None:
    said = say("analyse", "cold_call", "--compare", "price_copier", "--lang", language)
    assert said.code == 0
    snapshot.assert_match(said.out, f"compared_{language}.txt")


def test_a_case_that_is_not_as_hard_as_its_original_is_found_out(say: Say, tmp_path: Path) -> None:
    original = write_pack(tmp_path / "one") / "approach" / "talk.yaml"
    harder = changed(RUBRIC, "pass: 70", "pass: 100")
    easier = changed(SCENARIO, "points: {inquiry: -1}", "points: {inquiry: 3}")
    other = write_pack(tmp_path / "two", talk=easier, practice=harder) / "approach" / "talk.yaml"
    said = say("analyse", str(other), "--compare", str(original))
    assert said.code == 1
    assert "They are not equally hard." in said.out
    as_json = say("analyse", str(other), "--compare", str(original), "--json")
    assert as_json.code == 1
    comparison = json.loads(as_json.out)["comparison"]
    assert (comparison["original"], comparison["equally_hard"]) == ("talk", False)
    assert comparison["figures"]["mean"]["difference"] == 50


def test_a_scenario_too_large_to_be_scored_exactly_is_refused(say: Say, tmp_path: Path) -> None:
    def hub(name: str, onward: str) -> str:
        questions = "".join(
            f"      q{number}: {{say: And {number}?, why: It tells, points: {{inquiry: 1}}, "
            f"learn: [f{name}{number}], goto: {name}}}\n"
            for number in range(8)
        )
        return (
            f"  {name}:\n    customer: Well?\n    choices:\n{questions}"
            f"      go: {{say: Let us go on., why: Enough, goto: {onward}}}\n"
        )

    names = [f"f{hub}{number}" for hub in ("one", "two", "three") for number in range(8)]
    facts = "".join(f"  {name}: A fact\n" for name in names)
    large = changed(SCENARIO, "  cash: Cash is short\n", f"  cash: Cash is short\n{facts}")
    hubs = hub("one", "two") + hub("two", "three") + hub("three", "opening")
    large = changed(large, "  opening:\n", f"{hubs}  opening:\n")
    large = changed(large, "start: opening", "start: one")
    large = changed(large, "when: trust > 60", f"when: {' + '.join(names)} > 12")
    file = write_pack(tmp_path, talk=large) / "approach" / "talk.yaml"
    said = say("analyse", str(file))
    assert (said.code, said.out) == (2, "")
    assert "PR003" in said.err


@pytest.mark.parametrize(("name", "code"), [("nowhere", "CT001"), ("nowhere.yaml", "CT002")])
def test_a_scenario_that_is_not_there_is_said(say: Say, name: str, code: str) -> None:
    for arguments in (("analyse", name), ("analyse", "cold_call", "--compare", name)):
        said = say(*arguments)
        assert (said.code, said.out) == (2, "")
        assert code in said.err


def test_a_talk_without_decisions_is_analysed_too(say: Say, tmp_path: Path) -> None:
    over = changed(SCENARIO, "start: opening", "start: hello")
    over = changed(over, "scenes:\n", "scenes:\n  hello:\n    customer: Hm.\n    goto: done\n")
    file = write_pack(tmp_path, talk=over) / "approach" / "talk.yaml"
    said = say("analyse", str(file))
    assert said.code == 0
    assert "The best path (decisions: 0)" in said.out
    assert "There is no decision" in said.out


def test_a_text_for_all_languages_is_counted_once(say: Say, tmp_path: Path) -> None:
    file = write_pack(tmp_path) / "approach" / "talk.yaml"
    said = say("analyse", str(file))
    assert said.code == 0
    assert "all          100%  50%" in said.out
    assert "longest (" not in said.out


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_negotiation_table_as_a_trainer_reads_it(
    say: Say, tmp_path: Path, snapshot: Snapshot, language: str
) -> None:
    file = write_clean_pack(tmp_path, renewal=TABLE) / "negotiation/renewal.yaml"
    said = say("analyse", str(file), "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert [line for line in said.out.splitlines() if width(line) > 80] == []
    snapshot.assert_match(said.out, f"renewal_{language}.txt")


def test_the_tables_of_a_scenario_as_json_are_a_contract(say: Say, tmp_path: Path) -> None:
    file = write_clean_pack(tmp_path, renewal=TABLE) / "negotiation/renewal.yaml"
    (table,) = json.loads(say("analyse", str(file), "--json").out)["tables"]
    assert list(table) == [
        "scene", "outcomes", "frontier", "rational", "reserve", "nash", "joint", "egalitarian",
        "kalai_smorodinsky", "moods", "players",
    ]  # fmt: skip
    assert table["nash"] == {"ours": 5400, "theirs": 5200}
    assert list(table["players"]["expert"]) == [
        "mean", "deals", "claim", "efficiency", "relationship", "discipline", "discovery",
    ]  # fmt: skip
    assert "tables" not in json.loads(say("analyse", "price_copier", "--json").out)


def test_a_case_b_with_a_table_can_be_compared(say: Say, tmp_path: Path) -> None:
    root = write_clean_pack(tmp_path, renewal=TABLE)
    other = root / "negotiation/renewal_b.yaml"
    other.write_text(changed(TABLE, "id: renewal", "id: renewal_b"), encoding="utf-8")
    said = say("analyse", str(other), "--compare", str(root / "negotiation/renewal.yaml"))
    assert (said.code, said.err) == (0, "")
