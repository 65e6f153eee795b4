"""Which files of a folder belong to a pack, and which may not be in it."""

import os
from pathlib import Path

import pytest

from salesdojo.content.pack_files import pack_files
from support.packs import FILES, SCENARIO, write_pack


def told(root: Path) -> list[tuple[str, str, str]]:
    return [
        (Path(one.path).relative_to(root).as_posix(), one.code, one.form)
        for one in pack_files(root).problems
    ]


def test_a_pack_is_its_known_folders(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "README.md").write_text("Read me")
    (root / "docs").mkdir()
    (root / ".git").mkdir()
    (root / ".git" / "x.yaml").touch()
    (root / "approach" / ".talk.yaml.swp").touch()
    (root / "drills").mkdir()
    (root / "drills" / "short.yaml").write_text(SCENARIO)
    found = pack_files(root)
    assert found.problems == ()
    assert {file.relative for file in found.files} == {*FILES, "drills/short.yaml"}
    assert {file.id: file.drill for file in found.of("scenario").values()} == {
        "short": True,
        "talk": False,
    }


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Other.yaml", ""),
        ("1st.yaml", ""),
        ("two words.yaml", ""),
        ("商談.yaml", ""),
        ("a" * 41 + ".yaml", ""),
        ("x" * 250 + ".yaml", ""),
        ("con.yaml", "reserved"),
        ("lpt1.yaml", "reserved"),
        ("other.yml", "extension"),
        ("other.YAML", "extension"),
    ],
)
def test_a_name_that_is_no_id_is_refused(name: str, form: str, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "approach" / name).touch()
    assert told(root) == [(f"approach/{name}", "SD021", form)]


def test_names_that_differ_in_case_are_refused(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "approach" / "Talk.yaml").touch()
    if len(list((root / "approach").iterdir())) == 1:
        pytest.skip("this file system takes them for one")
    assert told(root) == [
        ("approach/Talk.yaml", "SD021", ""),
        ("approach/talk.yaml", "SD024", ""),
    ]


def test_links_may_not_leave_the_pack(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    outside = tmp_path / "outside.yaml"
    outside.write_text(SCENARIO)
    (root / "approach" / "away.yaml").symlink_to(outside)
    (root / "approach" / "up.yaml").symlink_to("../../outside.yaml")
    (root / "closing").symlink_to(tmp_path)
    (root / "approach" / "near.yaml").symlink_to("talk.yaml")
    assert told(root) == [
        ("approach/away.yaml", "SD022", ""),
        ("approach/up.yaml", "SD022", ""),
        ("closing", "SD022", ""),
    ]
    assert "near" in pack_files(root).of("scenario")


def test_a_pipe_in_a_pack_is_told_and_not_waited_for(tmp_path: Path) -> None:
    from salesdojo.content.library import open_library

    root = write_pack(tmp_path)
    os.mkfifo(root / "approach" / "pipe.yaml")
    library = open_library(root, None)
    assert [problem.code for problem in library.problems] == ["SD023"]
    assert [entry.id for entry in library.entries] == ["talk"]


@pytest.mark.parametrize(
    ("folder", "form"), [("aproach", "suggestion"), ("misc", ""), ("approach/deep", "")]
)
def test_a_folder_nobody_reads_is_told(folder: str, form: str, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / folder).mkdir()
    (root / folder / "other.yaml").touch()
    (root / folder / "another.yaml").touch()
    assert told(root) == [(folder, "SD025", form)]


def test_a_scenario_beside_the_manifest_is_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "lost.yaml").touch()
    assert told(root) == [("lost.yaml", "SD025", "file")]


def test_an_id_stands_for_one_file(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "closing").mkdir()
    (root / "closing" / "talk.yaml").write_text(SCENARIO)
    assert told(root) == [("closing/talk.yaml", "SD219", "")]
    assert [file.relative for file in pack_files(root).of("scenario").values()] == [
        "approach/talk.yaml"
    ]
