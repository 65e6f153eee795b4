"""One cause is told once: at the place where it can be mended."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.reading import read_scenario
from support.packs import PACK, RUBRIC, SCENARIO, changed, write_pack


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a pack whose course names its only talk."""
    return write_pack(tmp_path / "pack")


def told(root: Path, *, selected: str | None = None) -> list[tuple[str, str]]:
    """Return the file and the code of all that `salesdojo check` tells of a pack, but warnings."""
    report = check(groups([root]), Selection.read(selected, "SD6"), None)
    return [
        (Path(one.path).relative_to(root).as_posix(), one.code)
        for one in report.problems
        if one.severity == "error"
    ]


def break_rubric(root: Path) -> None:
    """Make the weights of the rubric total another sum than 100."""
    (root / "rubrics" / "practice.yaml").write_text(changed(RUBRIC, "weight: 60", "weight: 61"))


def test_a_rubric_with_an_error_is_told_once_however_many_scenarios_use_it(root: Path) -> None:
    for name in ("second", "third"):
        text = changed(SCENARIO, "id: talk", f"id: {name}")
        (root / "approach" / f"{name}.yaml").write_text(text)
    break_rubric(root)
    assert told(root) == [("rubrics/practice.yaml", "SD217")]


def test_whoever_asks_for_the_scenario_alone_is_told_of_its_rubric(root: Path) -> None:
    break_rubric(root)
    report = check(groups([root / "approach" / "talk.yaml"]), Selection(), None)
    assert [one.code for one in report.problems] == ["SD208"]


def test_a_scenario_that_is_played_names_the_error_and_not_what_it_makes_unusable(
    root: Path,
) -> None:
    break_rubric(root)
    reading = read_scenario(root / "approach" / "talk.yaml")
    assert [one.code for one in reading.problems] == ["SD217"]
    assert reading.scenario is None


def test_what_is_not_selected_does_not_silence_what_is(root: Path) -> None:
    break_rubric(root)
    assert told(root, selected="SD208") == [("approach/talk.yaml", "SD208")]


@pytest.mark.parametrize("name", ["talk.yml", "talk.yaml.txt", "talk.YAML"])
def test_a_file_with_another_ending_is_not_missed_as_well(root: Path, name: str) -> None:
    (root / "approach" / "talk.yaml").rename(root / "approach" / name)
    assert told(root) == [(f"approach/{name}", "SD021")]


def test_a_folder_with_the_name_of_a_file_is_told(root: Path) -> None:
    (root / "approach" / "talk.yaml").unlink()
    (root / "approach" / "talk.yaml").mkdir()
    assert told(root) == [("approach/talk.yaml", "SD023")]


def test_a_folder_that_is_not_read_is_told_and_not_what_lies_in_it(root: Path) -> None:
    (root / "approach").rename(root / "aproach")
    assert told(root) == [("aproach", "SD025")]


def test_a_file_called_otherwise_than_its_id_is_told_once(root: Path) -> None:
    (root / "approach" / "talk.yaml").rename(root / "approach" / "other.yaml")
    assert told(root) == [("approach/other.yaml", "SD211")]


def test_a_scenario_that_is_nowhere_is_missed(root: Path) -> None:
    pack = changed(PACK, "scenarios: [talk]", "scenarios: [talk, tolk]")
    (root / "pack.yaml").write_text(pack)
    assert ("pack.yaml", "SD220") in told(root)
