"""One scenario file: where it finds what it names."""

from pathlib import Path

from salesdojo.content.reading import read_scenario
from support.packs import CUSTOMER, FILES, RUBRIC, SCENARIO, changed, write_pack


def codes(path: Path) -> list[str]:
    return [problem.code for problem in read_scenario(path).problems]


def test_inside_a_pack_the_pack_is_asked(tmp_path: Path) -> None:
    reading = read_scenario(write_pack(tmp_path) / "approach/talk.yaml")
    assert reading.problems == ()
    assert reading.scenario is not None
    assert reading.scenario.rubric.id == "practice"
    assert reading.scenario.scenes["gone"].end == "lost"


def test_outside_a_pack_the_files_own_folder_is_asked(tmp_path: Path) -> None:
    for relative in ("rubrics/practice.yaml", "customers/someone.yaml"):
        path = tmp_path / relative
        path.parent.mkdir()
        path.write_text(FILES[relative], encoding="utf-8")
    (tmp_path / "talk.yaml").write_text(SCENARIO, encoding="utf-8")
    assert codes(tmp_path / "talk.yaml") == []


def test_outside_a_pack_the_pack_that_ships_stands_behind(tmp_path: Path) -> None:
    text = changed(SCENARIO, "rubric: practice", "rubric: negotiation")
    text = changed(text, "customer: someone", "customer: toudou")
    text = changed(text, "        breach: false_identity\n", "")
    text = changed(text, "minutes: 5", "minutes: 5\nvariant_of: price_copier")
    (tmp_path / "talk.yaml").write_text(text, encoding="utf-8")
    reading = read_scenario(tmp_path / "talk.yaml")
    assert reading.problems == ()
    assert reading.scenario is not None
    assert reading.scenario.customer.id == "toudou"


def test_other_folders_beside_a_loose_file_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "x.yaml").touch()
    (tmp_path / "talk.yaml").write_text(SCENARIO, encoding="utf-8")
    assert codes(tmp_path / "talk.yaml") == ["SD208", "SD206"]


def test_the_problems_of_a_rubric_come_with_the_scenario(tmp_path: Path) -> None:
    root = write_pack(tmp_path, practice="id: practice\n")
    reading = read_scenario(root / "approach/talk.yaml")
    assert reading.scenario is None
    assert {Path(problem.path).name for problem in reading.problems} == {
        "talk.yaml",
        "practice.yaml",
    }


def test_a_warning_keeps_nobody_from_playing(tmp_path: Path) -> None:
    root = write_pack(tmp_path, talk=changed(SCENARIO, "goal: A deal", "goal: Be #1"))
    reading = read_scenario(root / "approach/talk.yaml")
    assert [problem.code for problem in reading.problems] == ["SD026"]
    assert reading.scenario is not None
    assert reading.scenario.briefing.goal.spoken("en") == "Be"


def test_a_warning_in_a_rubric_and_a_customer_keeps_nobody_from_playing(tmp_path: Path) -> None:
    root = write_pack(
        tmp_path,
        practice=changed(RUBRIC, "name: Practice", "name: Practice #1"),
        someone=changed(CUSTOMER, "role: Buyer", "role: Buyer #1"),
    )
    reading = read_scenario(root / "approach/talk.yaml")
    assert [problem.code for problem in reading.problems] == ["SD026", "SD026"]
    assert reading.scenario is not None


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path / "no.yaml") == ["SD001"]


def test_a_scene_may_have_another_speaker(tmp_path: Path) -> None:
    text = changed(
        SCENARIO, "customer: Goodbye.", "speaker: {ja: 受付, en: Desk}\n    customer: Goodbye."
    )
    reading = read_scenario(write_pack(tmp_path, talk=text) / "approach/talk.yaml")
    assert reading.scenario is not None
    speaker = reading.scenario.scenes["gone"].speaker
    assert speaker is not None
    assert speaker.spoken("en") == "Desk"
