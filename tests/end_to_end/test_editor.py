"""An editor with the real YAML language server completes, explains and warns."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo import settings
from salesdojo.content.catalogue import Stage
from support.packs import SCENARIO, changed, place_of
from support.scaffolds import scaffold
from support.yaml_server import YamlServer, server_program

MODELINE = "# yaml-language-server: $schema=schemas/scenario.schema.json\n"
TALK = MODELINE + SCENARIO

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def program() -> Path:
    return server_program()


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[YamlServer]:
    folder = tmp_path_factory.mktemp("editor")
    shutil.copytree(settings.schemas_folder(), folder / "schemas")
    with YamlServer(folder, program) as running:
        yield running
        assert running.connections == []


def test_a_good_scenario_has_nothing_underlined(server: YamlServer) -> None:
    assert server.diagnostics(TALK) == []


@pytest.mark.parametrize(
    "file",
    [
        "negotiation/price_copier.yaml",
        "rubrics/complaint.yaml",
        "customers/oka.yaml",
        "glossary.yaml",
        "pack.yaml",
    ],
)
def test_nothing_that_ships_is_underlined(server: YamlServer, file: str) -> None:
    first, _, rest = (settings.shipped_pack() / file).read_text("utf-8").partition("\n")
    schema = first.rpartition("/")[2]
    text = f"# yaml-language-server: $schema=schemas/{schema}\n{rest}"
    assert server.diagnostics(text) == []


@pytest.mark.parametrize("stage", Stage)
def test_nothing_in_a_scaffold_is_underlined(
    server: YamlServer, stage: Stage, tmp_path: Path
) -> None:
    text = scaffold(tmp_path, stage, ("ja", "en")).read_text("utf-8")
    assert server.diagnostics(MODELINE + text) == []


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        ("    end: won", "    end: winning", "Valid values"),
        ("stage: approach", "stage: aproach", "Valid values"),
        ("level: 1", "level: 9", "above the maximum"),
        ("        points: {inquiry: 3}", "        pionts: {inquiry: 3}", "pionts is not allowed"),
        ("start: opening", "start: Opening", "英小文字"),
        ("    customer: Goodbye.\n", "", 'Missing property "customer"'),
        ("    end: lost", "    end: lost\n    goto: done", "not allowed"),
    ],
)
def test_what_is_wrong_is_underlined_where_it_stands(
    server: YamlServer, good: str, wrong: str, message: str
) -> None:
    text = changed(TALK, good, wrong)
    found = server.diagnostics(text)
    assert any(message in said for _, _, said in found), found
    line = place_of(TALK, good)[0]
    assert line in [near for at, _, _ in found for near in (at, at + 1)]


def test_every_key_of_a_scenario_is_offered_and_explained(server: YamlServer) -> None:
    offered = server.completions(MODELINE + "|\n")
    wanted = {"id", "title", "stage", "rubric", "customer", "briefing", "meters", "facts", "scenes"}
    assert wanted <= offered.keys()
    assert "営業のどの段階か" in offered["stage"]


def test_the_values_of_a_key_are_offered(server: YamlServer) -> None:
    text = changed(TALK, "stage: approach", "stage: |")
    assert {"lead", "approach", "coaching"} <= server.completions(text).keys()
    ends = server.completions(changed(TALK, "    end: won", "    end: |"))
    assert {"won", "advanced", "declined", "stalled", "lost"} <= ends.keys()


def test_the_keys_of_a_choice_are_offered_but_not_those_it_has(server: YamlServer) -> None:
    text = changed(TALK, "        learn: [cash]\n", "        |\n")
    offered = server.completions(text).keys()
    assert {"learn", "reply", "when", "breach", "repeat"} <= offered
    assert not {"say", "why", "points"} & offered


def test_both_languages_are_offered_inside_a_text(server: YamlServer) -> None:
    text = changed(TALK, "        say: Why is that?", "        say:\n          |")
    assert {"ja", "en", "ja, en"} <= server.completions(text).keys()


def test_a_whole_scene_and_a_whole_choice_are_offered(server: YamlServer) -> None:
    scene = changed(TALK, "scenes:\n", "scenes:\n  newest:\n    |\n")
    assert {"scene with choices", "end", "customer"} <= server.completions(scene).keys()
    choice = changed(TALK, "    choices:\n", "    choices:\n      newest:\n        |\n")
    assert {"choice", "say", "why"} <= server.completions(choice).keys()


def test_the_keys_of_a_customer_written_in_place_are_offered(server: YamlServer) -> None:
    """They stand in another schema: the server finds it beside the first."""
    offered = server.completions(changed(TALK, "customer: someone", "customer:\n  |"))
    assert {"name", "company", "role", "manner", "cares"} <= offered.keys()


@pytest.mark.parametrize(
    ("passage", "english", "japanese"),
    [
        ("        points: {inquiry: 3", "Points by criterion", "評価項目ごとの点"),
        ("        say: Why", "The line that the trainee may say", "選択肢のセリフ"),
        ("    customer: Well", "What the customer says", "お客様のセリフ"),
        ("        learn: [", "The facts it uncovers", "分かる事実"),
        ("stage: app", "Where in the sales pipeline", "営業のどの段階か"),
        ("meters: {trust", "Figures of the talk", "選択肢で動く数値"),
    ],
)
def test_a_key_is_explained_in_both_languages(
    server: YamlServer, passage: str, english: str, japanese: str
) -> None:
    key = passage.lstrip()
    marked = passage.replace(key, f"{key[:2]}|{key[2:]}")
    told = server.hover(changed(TALK, passage, marked))
    assert english in told
    assert japanese in told


def test_settings_can_name_the_schema_instead(program: Path, tmp_path: Path) -> None:
    schema = settings.schemas_folder() / "scenario.schema.json"
    with YamlServer(tmp_path, program, **{schema.as_uri(): "*.yaml"}) as running:
        assert running.diagnostics(SCENARIO) == []
        (found,) = running.diagnostics(changed(SCENARIO, "level: 1", "level: 9"))
        assert "above the maximum" in found[2]
        assert running.connections == []
