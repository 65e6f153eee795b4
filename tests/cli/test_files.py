"""Scenarios that are files: the one of the documentation, and what becomes of it."""

import re
import shutil
from pathlib import Path

import pytest

from support.clean_pack import write_clean_pack

from .conftest import Say

EXEMPLAR = "ask_day,ask_cost,explore,sum_up,fix_date"

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "trainers" / "format.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The whole scenario of the documentation, as a trainer would save it."""
    found = re.search(r"```yaml\n(.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL)
    assert found is not None
    (tmp_path / "own").mkdir()
    written = tmp_path / "own" / "first_call.yaml"
    written.write_text(found[1], encoding="utf-8")
    return written


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_scenario_of_the_documentation_plays(say: Say, file: Path) -> None:
    said = say("play", str(file), "--choose", "say_who,ask_department", "--json")
    assert said.code == 0
    assert '"quality": 100' in said.out


def test_a_faulty_file_is_answered_with_place_and_code(say: Say, file: Path) -> None:
    replaced(file, "points: {opening: 3}", "points: {openning: 3}")
    said = say("play", str(file), "--choose", "say_who")
    assert said.code == 2
    assert re.search(r"first_call\.yaml:\d+:\d+: SD202 ", said.err)
    assert "opening" in said.err


def test_an_attempt_goes_on_as_the_scenario_was_when_it_began(say: Say, file: Path) -> None:
    say("play", str(file), "--plain", "--seed", "1", typed="1\n")
    replaced(file, "Reception, good morning.", "Hello?")
    said = say("play", str(file), "--plain")
    assert "goes on with the scenario as it was" in said.out
    assert "resumed 1" in said.out
    assert "Reception, good morning." in said.out
    assert "Hello?" in say("play", str(file), "--plain", "--fresh").out


@pytest.mark.parametrize("fate", ["broken", "deleted"])
def test_an_attempt_goes_on_when_its_scenario_is_gone(say: Say, file: Path, fate: str) -> None:
    say("play", str(file), "--plain", "--seed", "1", typed="1\n")
    if fate == "broken":
        file.write_text("scenes: [", encoding="utf-8")
    else:
        shutil.rmtree(file.parent)
    said = say("play", str(file), "--plain")
    assert said.code == 0
    assert "resumed 1" in said.out


def test_an_unfinished_practice_never_becomes_an_exam(say: Say, file: Path) -> None:
    say("play", str(file), "--plain", "--seed", "1", typed="1\n")
    for option in (["--exam"], ["--seed", "2"]):
        said = say("play", str(file), "--plain", *option)
        assert said.code == 2
        assert "US008" in said.err
    said = say("play", str(file), "--plain", "--exam", "--fresh")
    assert "what is judged is not shown" in said.out


def test_what_cannot_be_scored_is_not_begun(say: Say, file: Path) -> None:
    replaced(file, "when: trust >= 50, to: told", "when: turn > 99999, to: told")
    for way in (["--plain"], ["--choose", "say_who,ask_department"]):
        said = say("play", str(file), *way)
        assert said.code == 2
        assert "PR003" in said.err
    assert "trainee has not played yet." in say("progress").out


def test_watching_does_not_turn_in_circles(say: Say, file: Path) -> None:
    replaced(
        file,
        "      say_who:\n",
        "      chat:\n        say: Hm.\n        why: Hm.\n        repeat: true\n"
        "        goto: opening\n      say_who:\n",
    )
    said = say("play", str(file), "--watch")
    assert said.code == 0
    assert said.out.count("You: Hm.") == 1
    assert "Outcome: advanced." in said.out


def test_many_draws_in_a_row_take_no_time(say: Say, file: Path) -> None:
    chain = "".join(
        f"  c{n}:\n    customer: Hm.\n    goto: [{{weight: 1, to: c{n + 1}}}, "
        f"{{weight: 2, to: c{n + 2}}}]\n"
        for n in range(60)
    )
    ends = "  c60:\n    customer: Hm.\n    goto: help\n  c61:\n    customer: Hm.\n    goto: help\n"
    replaced(file, "  help:\n", f"{chain}{ends}  help:\n")
    said = say("play", str(file), "--choose", "say_who,ask_department", "--json")
    assert said.code == 0
    assert '"quality": 100' in said.out


def test_inside_a_pack_an_id_names_a_scenario_of_that_pack(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_clean_pack(tmp_path / "own_pack")
    for folder in (root, root / "discovery"):
        monkeypatch.chdir(folder)
        assert "quiet_line" in say("analyse", "quiet_line").out
        assert say("graph", "quiet_line").code == 0
        assert say("play", "quiet_line", "--choose", EXEMPLAR, "--json").code == 0
        # What ships can still be named.
        assert say("graph", "cold_call").code == 0
    monkeypatch.chdir(tmp_path)
    assert "CT001" in say("analyse", "quiet_line").err
