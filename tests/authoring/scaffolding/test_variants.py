"""Case B begins with the same structure and asks for every text anew."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo import settings
from salesdojo.authoring.scaffolding.begun import put
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.placeholders import PlaceholderWriter, scalar
from salesdojo.authoring.scaffolding.variant import Source, begun_variant
from salesdojo.content.catalogue import Stage
from salesdojo.content.document_reading import read_document
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import solve
from support.packs import SCENARIO, changed, write_pack
from support.scaffolds import every_text, new_pack, readable

SHIPPED = {
    file.stem: file
    for stage in Stage
    for file in sorted((settings.shipped_pack() / stage.value).glob("*.yaml"))
}


def variant_of(path: Path, folder: Path, languages: tuple[str, ...] = ("ja", "en")) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    to = folder / "other_story.yaml"
    source = Source.read(path)
    assert source.problems == ()
    put(begun_variant(to.stem, source, languages, Destination.around(folder), to).files)
    return to


def structure(scenario: Scenario) -> Iterator[object]:
    """Yield all of a scenario that is no text."""
    for scene in scenario.scenes.values():
        yield scene.id, scene.end, scene.goto, scene.seconds, scene.timeout, scene.fixed_order
        yield scene.satisfaction, [line.when for line in scene.customer]
        for choice in scene.choices.values():
            yield choice.id, dict(choice.points), choice.effects, choice.learn, choice.breach
            yield choice.when, choice.repeat, choice.goto
    yield scenario.golden_paths, scenario.start, tuple(scenario.facts), scenario.stage
    yield {name: (meter.start, meter.hidden) for name, meter in scenario.meters.items()}


Pair = tuple[Scenario, Path, Scenario]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Pair]:
    """Return what gives a shipped scenario, the file of its variant and that; each made once."""

    @cache
    def made(name: str) -> Pair:
        path = variant_of(SHIPPED[name], tmp_path_factory.mktemp("variants"))
        return readable(SHIPPED[name]), path, readable(path)

    return made


@pytest.mark.parametrize("name", SHIPPED)
def test_it_is_as_hard_as_the_original(name: str, pair: Callable[[str], Pair]) -> None:
    original, _, other = pair(name)
    assert list(structure(other)) == list(structure(original))
    assert other.variant_of == name
    assert sorted(map(str, solve(other).values.values())) == sorted(
        map(str, solve(original).values.values())
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_of_the_original_is_left_but_in_comments(
    name: str, pair: Callable[[str], Pair]
) -> None:
    original, path, other = pair(name)
    told = every_text(other)
    assert {text.partition(": ")[0] for text in told} == {"Write here", "ここに書く"}
    written = path.read_text("utf-8")
    comments = "\n".join(line for line in written.splitlines() if line.lstrip().startswith("#"))
    for text in every_text(original):
        assert " ".join(text.split()) in comments


def test_one_language_quotes_that_one_alone(tmp_path: Path) -> None:
    path = variant_of(SHIPPED["price_copier"], tmp_path, ("en",))
    written = path.read_text("utf-8")
    assert "Take 20% off and we sign today" in written
    assert "藤堂" not in written
    assert readable(path).title.spoken("ja") == "Write here: the title"


def test_in_another_pack_it_names_only_what_is_there(tmp_path: Path) -> None:
    pack = new_pack(tmp_path / "ours", Stage.DISCOVERY)
    path = variant_of(SHIPPED["price_copier"], pack / "negotiation")
    other = readable(path)
    assert other.variant_of is None
    assert "variant_of: price_copier" in path.read_text("utf-8")
    assert other.customer.id == "shibata"
    assert other.rubric.id == "negotiation"
    assert (pack / "rubrics" / "negotiation.yaml").is_file()
    assert other.terms == ()


def test_a_variant_of_a_scenario_of_the_same_pack_says_so(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    assert readable(variant_of(pack / "approach" / "talk.yaml", pack / "approach")).variant_of == (
        "talk"
    )


def test_nothing_is_begun_from_a_broken_scenario(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, talk=changed(SCENARIO, "level: 1", "level: 9"))
    source = Source.read(pack / "approach" / "talk.yaml")
    assert [problem.code for problem in source.problems] == ["SD105"]
    assert source.written == {}


def test_a_hostile_text_stays_within_its_comment(tmp_path: Path) -> None:
    hostile = '"line\\nend: won\\n- x # y ]} [@click=app.quit] z"'
    pack = write_pack(tmp_path, talk=SCENARIO.replace("say: Why is that?", f"say: {hostile}"))
    written = variant_of(pack / "approach" / "talk.yaml", pack / "approach").read_text("utf-8")
    assert "# line end: won - x # y ]} [@click=app.quit] z\n" in written


VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.integers(-99, 99)


@given(VALUES)
def test_every_scalar_is_read_back_as_it_was(value: str | int) -> None:
    document = read_document("x", f"key: {scalar(value)}\n".encode())
    if not document.problems:  # some characters are refused wherever they stand
        assert document.data == {"key": value}


@given(st.lists(st.dictionaries(st.sampled_from(["to", "when", "weight"]), VALUES, min_size=1)))
def test_lists_of_mappings_are_read_back_as_they_were(ways: list[dict[str, Any]]) -> None:
    written = {"scenes": {"a": {"goto": ways or "b"}}}
    text = "\n".join(PlaceholderWriter(("en",)).lines(written)) + "\n"
    document = read_document("x", text.encode())
    if not document.problems:
        assert document.data == written
