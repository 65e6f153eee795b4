"""`salesdojo keys`: experts' blind keys, how far they agree, and the empty ones to fill in."""

import json
import re
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from support.keys import KEYS, keyed, write_keys
from support.packs import SCENARIO, changed, write_pack

from .conftest import Say

RIVAL = "x" * 40
DOCS = Path(__file__).parents[2] / "docs" / "trainers"


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The scenario of the small pack, seen from its folder."""
    path = write_pack(tmp_path / "pack") / "approach/talk.yaml"
    monkeypatch.chdir(path.parent)
    return path


def judged(expert: str, ask: int, push: int, percent: int) -> str:
    return keyed(expert, ask, push, f"borderline: {{opening: {percent}}}\n")


@pytest.fixture
def keyed_talk(talk: Path) -> Path:
    """The same with four experts, who differ about one choice and not about the other."""
    write_keys(
        talk,
        mori=judged("mori", 3, -1, 60),
        sato=judged("sato", 3, 0, 70)
        + "notes: {opening: {push: {ja: 強引ですが害はありません。, en: Pushy but harmless.}}}\n",
        suzuki=judged("suzuki", 3, 0, 50),
        tanaka=judged("tanaka", 1, -1, 60),
    )
    return talk


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_report_reads_well(
    say: Say, keyed_talk: Path, snapshot: Snapshot, language: str
) -> None:
    said = say("keys", keyed_talk.name, "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"keys_{language}.txt")


def test_whoever_has_an_empty_key_is_waited_for_and_nobody_is_told_to_begin(
    say: Say, talk: Path
) -> None:
    assert "Begin with:" in say("keys", talk.name).out
    say("keys", talk.name, "--write", "sato")
    assert say("keys", talk.name).out == "sato has not keyed anything yet.\n"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_too_few_experts_are_said_to_be_too_few(
    say: Say, talk: Path, snapshot: Snapshot, language: str
) -> None:
    left_out = "expert: sato\nkeys: {opening: {ask: 3}}\n"
    write_keys(talk, tanaka=KEYS, sato=left_out, mori="expert: mori\nkeys: {}\n")
    said = say("keys", talk.name, "--lang", language)
    assert (said.code, said.err) == (0, "")
    snapshot.assert_match(said.out, f"few_{language}.txt")


def test_json_is_a_contract(say: Say, keyed_talk: Path) -> None:
    said = say("keys", keyed_talk.name, "--json")
    assert said.code == 0
    told = json.loads(said.out)
    assert list(told) == [
        "scenario", "experts", "waiting", "enough", "required", "settled", "alpha", "choices",
        "pass_mark", "missing", "unjudged", "outdated", "problems",
    ]  # fmt: skip
    assert told["choices"][1] == {
        "scene": "opening",
        "choice": "push",
        "line": 28,
        "author": -1,
        "keys": {"mori": -1, "sato": 0, "suzuki": 0, "tanaka": -1},
        "agreement": 50,
        "most": [0, -1],
        "most_agreement": 50,
        "verdict": "rewrite",
    }
    assert told["pass_mark"]["percent"] == 60
    assert told["pass_mark"]["standard_error"] == 4.1
    assert (told["settled"], told["required"], told["problems"]) == (False, 70, 0)


@pytest.mark.parametrize(("percent", "code"), [("50", 0), ("51", 1), ("70", 1), ("100", 1)])
def test_agreement_can_be_required(say: Say, keyed_talk: Path, percent: str, code: int) -> None:
    assert say("keys", keyed_talk.name, "--require-agreement", percent).code == code


def test_required_agreement_needs_three_experts(say: Say, talk: Path) -> None:
    assert say("keys", talk.name, "--require-agreement", "70").code == 1
    write_keys(talk, a=keyed("a", 3, -1), b=keyed("b", 3, -1))
    assert say("keys", talk.name, "--require-agreement", "70").code == 1
    write_keys(talk, c=keyed("c", 3, -1))
    assert say("keys", talk.name, "--require-agreement", "100").code == 0


def test_what_is_asked_again_after_a_rewrite_is_said(say: Say, keyed_talk: Path) -> None:
    for name in ("anna", "bert", "carl"):
        say("keys", keyed_talk.name, "--write", name)
        file = keyed_talk.parent / "talk.keys" / f"{name}.yaml"
        filled = file.read_text("utf-8").replace("    ask:", "    ask: 3")
        file.write_text(filled.replace("    push:", "    push: -1"), encoding="utf-8")
    assert "earlier wording" not in say("keys", keyed_talk.name).out
    text = changed(SCENARIO, "say: Sign here", "say: Please sign here")
    keyed_talk.write_text(text, encoding="utf-8")
    said = say("keys", keyed_talk.name).out
    assert "anna keyed an earlier wording, which no longer counts: opening." in said
    assert "anna has not keyed" not in said
    assert "(mori, sato, suzuki, tanaka)" in said


@pytest.mark.parametrize("percent", ["0", "101", "-5"])
def test_a_percentage_that_is_none_is_refused(say: Say, talk: Path, percent: str) -> None:
    said = say("keys", talk.name, f"--require-agreement={percent}")
    assert (said.code, said.out) == (2, "")
    assert "US080" in said.err


def test_a_faulty_key_is_named_and_left_out(say: Say, keyed_talk: Path) -> None:
    write_keys(keyed_talk, faulty=KEYS.replace("tanaka", "faulty").replace("ask", "aks"))
    said = say("keys", keyed_talk.name)
    assert said.code == 1
    assert "faulty.yaml:4:13: SD228 This scene has no choice aks. Did you mean ask?" in said.err
    assert "(mori, sato, suzuki, tanaka)" in said.out


def test_without_keys_the_way_to_begin_is_said(say: Say, talk: Path) -> None:
    for named in (talk.name, "price_copier"):
        said = say("keys", named)
        assert said.code == 0
        assert "--write" in said.out


def test_a_broken_scenario_is_said_first(say: Say, talk: Path) -> None:
    talk.write_text(changed(SCENARIO, "inquiry: 3", "inqiury: 3"), encoding="utf-8")
    said = say("keys", talk.name)
    assert said.code == 2
    assert "SD202" in said.err
    assert "CT002" in said.err


def test_an_unknown_id_is_answered_with_the_nearest(say: Say, talk: Path) -> None:
    assert talk.is_file()
    said = say("keys", "price_copy")
    assert said.code == 2
    assert "CT001" in said.err
    assert "price_copier" in said.err


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_empty_key_is_written_once(
    say: Say, talk: Path, snapshot: Snapshot, language: str
) -> None:
    said = say("keys", talk.name, "--write", "tanaka", "--lang", language)
    assert said.code == 0
    file = talk.parent / "talk.keys" / "tanaka.yaml"
    snapshot.assert_match(file.read_text("utf-8"), f"blank_{language}.yaml")
    before = file.read_bytes()
    again = say("keys", talk.name, "--write", "tanaka")
    assert again.code == 2
    assert "US023" in again.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["T", "田中", "../tanaka", "", "con", "a" * 41, "-x", "a.yaml"])
def test_a_name_that_no_file_can_have_is_refused(say: Say, talk: Path, name: str) -> None:
    said = say("keys", talk.name, f"--write={name}")
    assert said.code == 2
    assert "US081" in said.err
    assert sorted(path.name for path in talk.parent.iterdir()) == ["talk.yaml"]


def test_nothing_is_written_into_the_pack_that_ships(say: Say, talk: Path) -> None:
    assert talk.is_file()
    said = say("keys", "price_copier", "--write", "tanaka")
    assert said.code == 2
    assert "US082" in said.err


def test_a_scenario_of_the_pack_we_stand_in_may_be_named_by_its_id(say: Say, talk: Path) -> None:
    assert say("keys", "talk", "--write", "tanaka").code == 0
    assert (talk.parent / "talk.keys" / "tanaka.yaml").is_file()


def test_a_folder_that_cannot_be_written_is_said(say: Say, talk: Path) -> None:
    (talk.parent / "talk.keys").write_text("a file in the way")
    said = say("keys", talk.name, "--write", "tanaka")
    assert said.code == 2
    assert "US083" in said.err


@pytest.mark.parametrize("other", [("--json",), ("--require-agreement", "70")])
def test_what_would_be_ignored_is_refused(say: Say, talk: Path, other: tuple[str, ...]) -> None:
    said = say("keys", talk.name, "--write", "tanaka", *other)
    assert said.code == 2
    assert other[0] in said.err
    assert not (talk.parent / "talk.keys").exists()


def test_the_report_fits_eighty_columns(say: Say, talk: Path) -> None:
    from salesdojo.content.width import display_width

    long = SCENARIO.replace("      push:\n", f"      {RIVAL}:\n").replace(
        "say: Sign here", f"say: {'あ' * 300}"
    )
    talk.write_text(long, encoding="utf-8")
    files = {
        name: f"expert: {name}\nkeys: {{opening: {{ask: {ask}, {RIVAL}: {push}}}}}\n"
        for name, ask, push in (("a", 1, 3), ("b", 3, 1), ("c", 0, 0), ("d", -1, -1))
    }
    write_keys(talk, **files)
    for language in ("en", "ja"):
        lines = say("keys", talk.name, "--lang", language).out.splitlines()
        wide = [line for line in lines if display_width(line) > 80 and RIVAL not in line]
        assert wide == []
        assert any(line.startswith("  xxx") and display_width(line) <= 80 for line in lines)


def test_what_a_file_says_never_reaches_the_terminal_raw(say: Say, talk: Path) -> None:
    note = json.dumps("[@click=app.quit]x[/] a\u200bb")
    files = {name: keyed(name, key, 0, f"notes: {{opening: {{push: {note}}}}}\n")
             for name, key in (("a", 1), ("b", 3), ("c", 0))}  # fmt: skip
    write_keys(talk, **files)
    said = say("keys", talk.name)
    assert "[@click=app.quit]x[/] a<U+200B>b" in said.out


def test_a_link_to_a_folder_elsewhere_is_not_followed(say: Say, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "tanaka.yaml").write_text(KEYS)
    (talk.parent / "talk.keys").symlink_to(tmp_path / "elsewhere")
    said = say("keys", talk.name)
    assert said.code == 1
    assert "SD022" in said.err
    said = say("keys", talk.name, "--write", "sato")
    assert said.code == 2
    assert "US084" in said.err
    assert not (tmp_path / "elsewhere" / "sato.yaml").exists()


@pytest.mark.parametrize("name", ["keys.md", "keys.ja.md"])
def test_the_documentation_is_what_happens(
    name: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commands, on the scenario of format.md, with its key given by three experts."""
    monkeypatch.chdir(tmp_path)
    page = (DOCS / name).read_text("utf-8")
    (example,) = re.findall(r"```yml\n(.*?)```", page, re.DOTALL)
    scenario, *_ = re.findall(
        r"```yaml\n(.*?)```", (DOCS / "format.md").read_text("utf-8"), re.DOTALL
    )
    file = tmp_path / "first_call.yaml"
    file.write_text(scenario, encoding="utf-8")
    commands = re.findall(r"^salesdojo (keys first_call.*)$", page, re.MULTILINE)
    for command in commands:
        assert say(*command.split()).code == ("--require" in command), command
    assert (tmp_path / "first_call.keys" / "tanaka.yaml").is_file()
    names = ("tanaka", "sato", "suzuki")
    write_keys(file, **{name: example.replace("tanaka", name) for name in names})
    assert say(*commands[-1].split()).code == 0
    assert "Pass mark by modified Angoff: 65.0" in say(*commands[1].split()).out
