"""A new pack is whole: what it names is there, and nothing in it has a problem."""

import json
from pathlib import Path

import pytest

from salesdojo.authoring.scaffolding.begun import put
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.pack import PackPlan, begun_pack
from salesdojo.authoring.scaffolding.scenario import begun_scenario
from salesdojo.content.catalogue import Stage
from salesdojo.content.library import open_library
from salesdojo.content.schemas import KINDS, schema
from salesdojo.errors import UsageError
from support.packs import RUBRIC, changed, write_pack
from support.scaffolds import LANGUAGE_SETS, new_pack, readable


@pytest.mark.parametrize("languages", LANGUAGE_SETS, ids="_".join)
@pytest.mark.parametrize("stage", Stage)
def test_it_opens_without_problems_and_holds_what_it_needs(
    stage: Stage, languages: tuple[str, ...], tmp_path: Path
) -> None:
    root = new_pack(tmp_path / "our-pack", stage, languages)
    library = open_library(root, None)
    assert library.problems == ()
    assert library.pack.id == "our_pack"
    assert library.pack.languages == languages
    assert [entry.id for entry in library.entries] == ["first_talk"]
    assert library.pack.courses[0].scenarios == ("first_talk",)
    scenario = library.scenario("first_talk")
    assert {term.id for term in library.glossary} == set(scenario.terms) != set()


def test_its_files_tell_an_editor_where_their_schemas_are(tmp_path: Path) -> None:
    root = new_pack(tmp_path / "ours", Stage.CLOSING)
    for kind in KINDS:
        held = json.loads((root / "schemas" / f"{kind}.schema.json").read_text("utf-8"))
        assert held == schema(kind)
    files = [*root.glob("*.yaml"), *root.glob("*/*.yaml")]
    assert len(files) == 5
    for file in files:
        first = file.read_text("utf-8").partition("\n")[0]
        assert (file.parent / first.partition("$schema=")[2]).is_file()


def test_its_guide_is_in_each_language(tmp_path: Path) -> None:
    both = new_pack(tmp_path / "both", Stage.LEAD)
    assert "# 営業シナリオ" in (both / "README.md").read_text("utf-8")
    assert "# Sales scenarios" in (both / "README.en.md").read_text("utf-8")
    english = new_pack(tmp_path / "english", Stage.LEAD, ("en",))
    guide = (english / "README.md").read_text("utf-8")
    assert "salesdojo play lead/first_talk.yaml" in guide
    assert not (english / "README.ja.md").exists()


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        begun_pack(PackPlan(tmp_path, "first_talk", Stage.LEAD, ("en",)))
    assert refused.value.code == "US063"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_every_stage_can_be_added_to_a_pack_of_another(tmp_path: Path) -> None:
    root = new_pack(tmp_path / "ours", Stage.APPROACH)
    for stage in Stage:
        destination = Destination.around(root)
        path = destination.place(stage.value, f"{stage.value}_two")
        begun = begun_scenario(f"{stage.value}_two", stage, ("ja", "en"), destination, path)
        put(begun.files)
    library = open_library(root, None)
    assert library.problems == ()
    assert len(library.entries) == len(Stage) + 1
    assert {entry.customer_name.spoken("en") for entry in library.entries} == {
        "Tetsuya Onishi",
        "Aya Koike",
    }


def test_a_rubric_of_the_same_name_that_does_not_fit_is_left_alone(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    own = root / "rubrics" / "negotiation.yaml"
    own.write_text(RUBRIC.replace("id: practice", "id: negotiation"), encoding="utf-8")
    destination = Destination.around(root)
    path = root / "negotiation" / "haggle.yaml"
    begun = begun_scenario("haggle", Stage.NEGOTIATION, ("ja", "en"), destination, path)
    put(begun.files)
    assert [file.path.name for file in begun.files] == ["negotiation_2.yaml", "haggle.yaml"]
    scenario = readable(path)
    assert scenario.rubric.id == "negotiation_2"
    assert scenario.customer.id == "someone"
    assert scenario.terms == ()
    assert open_library(root, None).problems == ()


def test_a_rubric_under_which_the_golden_paths_would_not_come_true_is_not_taken(
    tmp_path: Path,
) -> None:
    root = new_pack(tmp_path / "ours", Stage.NEGOTIATION)
    own = root / "rubrics" / "negotiation.yaml"
    lenient = changed(own.read_text("utf-8"), "pass: 70", "pass: 40")
    own.write_text(changed(lenient, "    minimum: 2\n", ""), encoding="utf-8")
    destination = Destination.around(root)
    path = root / "negotiation" / "haggle.yaml"
    put(begun_scenario("haggle", Stage.NEGOTIATION, ("ja", "en"), destination, path).files)
    scenario = readable(path)
    assert (scenario.rubric.id, scenario.rubric.pass_mark) == ("negotiation_2", 70)


def test_a_rubric_of_ones_own_that_fits_is_taken(tmp_path: Path) -> None:
    root = new_pack(tmp_path / "ours", Stage.NEGOTIATION)
    own = root / "rubrics" / "negotiation.yaml"
    text = changed(own.read_text("utf-8"), "pass: 70", "pass: 80").replace(
        "negotiation", "haggling"
    )
    own.unlink()
    (root / "rubrics" / "haggling.yaml").write_text(text, encoding="utf-8")
    destination = Destination.around(root)
    path = root / "negotiation" / "haggle.yaml"
    put(begun_scenario("haggle", Stage.NEGOTIATION, ("ja", "en"), destination, path).files)
    assert readable(path).rubric.id == "haggling"
