"""`new`: a scenario where a trainer expects it, and never over anything."""

import os
from pathlib import Path

import pytest

from salesdojo.content.library import open_library
from salesdojo.content.reading import read_scenario
from support.packs import SCENARIO, changed, write_pack

from .conftest import Say


@pytest.fixture
def here(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = home / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_outside_a_pack_it_is_printed(say: Say, here: Path) -> None:
    said = say("new", "late_delivery", "--stage", "follow_up", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert "\nid: late_delivery\n" in said.out
    assert list(here.iterdir()) == []
    (here / "late_delivery.yaml").write_text(said.out, encoding="utf-8")
    assert read_scenario(here / "late_delivery.yaml").problems == ()


@pytest.mark.usefixtures("here")
def test_a_next_step_can_be_typed_as_it_is_said(say: Say) -> None:
    said = say("new", "--pack", "our dojo", "--lang", "en")
    assert "Next: salesdojo check 'our dojo'\n" in said.err


def test_a_file_of_the_pack_we_stand_in_is_named_from_here(
    say: Say, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("new", "--pack", "ours", "--lang", "en")
    monkeypatch.chdir(here / "ours")
    said = say("new", "haggle", "--stage", "approach")
    assert said.err == "salesdojo: Written: approach/haggle.yaml\n"
    file = Path("approach/haggle.yaml")
    file.write_text(file.read_text("utf-8").replace("{opening:", "{opening_up:", 1), "utf-8")
    told = [say("check", *where).out for where in ([], [str(file)], ["approach", str(file)])]
    assert told[0].startswith("approach/haggle.yaml:")
    assert told == [told[0]] * 3


def test_inside_a_pack_it_goes_to_its_stage(
    say: Say, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("new", "--pack", "ours", "--stage", "closing", "--lang", "ja").code == 0
    monkeypatch.chdir(here / "ours" / "closing")
    said = say("new", "haggle", "--stage", "negotiation")
    assert (said.code, said.out) == (0, "")
    assert "haggle.yaml" in said.err
    assert (here / "ours" / "negotiation" / "haggle.yaml").is_file()
    assert say("new", "haggle_b", "--from", "haggle").code == 0
    library = open_library(here / "ours", None)
    assert library.problems == ()
    assert [entry.id for entry in library.entries] == ["haggle", "haggle_b", "first_talk"]
    assert library.scenario("haggle").title.languages == ()


def test_output_names_a_file_whose_name_is_the_id(say: Say, here: Path) -> None:
    assert say("new", "--stage", "lead", "--output", "cards.yaml").code == 0
    assert "\nid: cards\n" in (here / "cards.yaml").read_text("utf-8")
    (here / "below").mkdir()
    assert say("new", "more", "--stage", "lead", "--output", "below").code == 0
    assert (here / "below" / "more.yaml").is_file()
    said = say("new", "one", "--stage", "lead", "--output", "two.yaml")
    assert (said.code, said.out) == (2, "")
    assert "US039" in said.err


def test_a_dash_prints_even_inside_a_pack(say: Say, here: Path) -> None:
    write_pack(here)
    said = say("new", "haggle", "--stage", "negotiation", "--output", "-")
    assert "\nrubric: negotiation\n" in said.out
    assert not (here / "negotiation").exists()


def test_a_dash_prints_case_b_of_a_scenario_of_the_pack_around(
    say: Say, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("new", "--pack", "ours")
    monkeypatch.chdir(here / "ours")
    said = say("new", "first_talk_b", "--from", "first_talk", "--output", "-")
    assert (said.code, said.err) == (0, "")
    assert "\nid: first_talk_b\n" in said.out


def test_its_languages_are_those_of_the_pack_unless_asked(say: Say, here: Path) -> None:
    write_pack(here)
    say("new", "both", "--stage", "lead")
    assert "{ja: " in (here / "lead" / "both.yaml").read_text("utf-8")
    say("new", "one", "--stage", "lead", "--lang", "en")
    assert "ja: " not in (here / "lead" / "one.yaml").read_text("utf-8")
    said = say("new", "printed", "--stage", "lead", "--lang", "en,ja", "--output", "-")
    assert "# What good questions uncover" in said.out
    assert "# 良い質問で" in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "said_too"),
    [
        (("Late", "--stage", "lead"), "US060", "late_delivery"),
        (("nul", "--stage", "lead"), "US060", "nul"),
        (("a" * 41, "--stage", "lead"), "US060", ""),
        (("late", "--stage", "folow_up"), "US061", "follow_up"),
        (("late", "--stage", "drills"), "US068", "drills/"),
        (("late", "--stage", "lead", "--lang", "en,fr"), "US062", "fr"),
        (("late", "--stage", "lead", "--lang", "fr"), "US002", "fr"),
        (("late",), "US064", "--from"),
        (("--stage", "lead"), "US035", "--help"),
        (("late", "--from", "price_copie"), "CT001", "price_copier"),
        (("late", "--from", "missing.yaml"), "CT002", "SD001"),
        (("late", "--from", "cold_call", "--stage", "lead"), "US039", "--from"),
        (("--pack", "new", "--from", "cold_call"), "US039", "--pack"),
        (("--pack", "new", "--output", "x"), "US039", "--pack"),
        (("--pack", "new", "--stage", "x"), "US061", "x"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_written(
    say: Say, here: Path, arguments: tuple[str, ...], code: str, said_too: str
) -> None:
    said = say("new", *arguments)
    assert (said.code, said.out) == (2, "")
    assert code in said.err
    assert said_too in said.err
    assert list(here.iterdir()) == []


def test_nothing_is_ever_overwritten(say: Say, here: Path) -> None:
    write_pack(here)
    before = {file: file.read_bytes() for file in here.rglob("*.yaml")}
    for arguments in (
        ("talk", "--stage", "approach"),
        ("talk", "--stage", "closing"),  # an id is one for the whole pack
        ("--stage", "lead", "--output", "approach/talk.yaml"),
        ("--pack", "."),
        ("--pack", "pack.yaml"),
    ):
        said = say("new", *arguments)
        assert said.code == 2
        assert "US063" in said.err
    (here / "dangling.yaml").symlink_to("nowhere.yaml")
    assert "US063" in say("new", "--stage", "lead", "--output", "dangling.yaml").err
    assert {file: file.read_bytes() for file in here.rglob("*.yaml") if file.exists()} == before


def test_a_place_that_cannot_be_written_is_said(say: Say, here: Path) -> None:
    (here / "file").touch()
    said = say("new", "--stage", "lead", "--output", "file/below.yaml")
    assert said.code == 2
    assert "US085" in said.err or "US063" in said.err


def test_a_broken_original_is_listed(say: Say, here: Path) -> None:
    write_pack(here, talk=changed(SCENARIO, "level: 1", "level: 9"))
    said = say("new", "other", "--from", "talk")
    assert said.code == 2
    assert "SD105" in said.err
    assert "CT002" in said.err


def test_the_hook_of_a_pack_can_be_run(say: Say, here: Path) -> None:
    say("new", "--pack", "ours")
    assert os.access(here / "ours" / ".githooks" / "pre-commit", os.X_OK)
    assert (here / "ours" / "approach" / "first_talk.yaml").is_file()


def test_what_is_begun_passes_check(say: Say, here: Path) -> None:
    pytest.importorskip("salesdojo.cli.check_command", reason="`check` is the judge here")
    say("new", "--pack", "ours")
    for stage in ("lead", "discovery", "proposal", "negotiation", "closing", "contract",
                  "follow_up", "coaching"):  # fmt: skip
        place = here / "ours" / stage / f"{stage}_two.yaml"
        assert say("new", "--stage", stage, "--output", str(place)).code == 0
    said = say("check", "ours")
    assert said.code == 0
    assert "SD" not in said.out
