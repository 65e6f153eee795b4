"""Which files of a folder belong to a pack, and which may not be in it."""

import os
from pathlib import Path

import pytest

from salesdojo.content.key_files import key_files
from salesdojo.content.pack_files import pack_files
from support.keys import KEYS, write_keys
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


def test_blind_keys_lie_beside_their_scenario(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    folder = write_keys(root / "approach/talk.yaml", tanaka=KEYS, sato="anything")
    assert pack_files(root).problems == ()
    assert {file.relative for file in pack_files(root).files} == set(FILES)
    assert key_files(root / "approach/talk.yaml").files == (
        folder / "sato.yaml",
        folder / "tanaka.yaml",
    )


@pytest.mark.parametrize(
    ("folder", "form"),
    [("approach/other.keys", "scenario"), ("rubrics/practice.keys", ""), ("talk.keys", "")],
)
def test_keys_that_belong_to_no_scenario_are_told(folder: str, form: str, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / folder).mkdir()
    (root / folder / "tanaka.yaml").write_text(KEYS)
    assert told(root) == [(folder, "SD025", form)]


def test_what_may_not_be_among_keys_is_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    folder = write_keys(root / "approach/talk.yaml", tanaka=KEYS)
    (tmp_path / "outside.yaml").write_text(KEYS)
    (folder / "away.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "T.yaml").touch()
    (folder / "suzuki.yml").touch()
    (folder / "con.yaml").touch()
    (folder / "README.md").touch()
    (folder / "old").mkdir()
    (folder / "old" / "sato.yaml").touch()
    found = key_files(root / "approach/talk.yaml")
    assert found.files == (folder / "tanaka.yaml",)
    assert {(Path(one.path).name, one.code, one.form) for one in found.problems} == {
        ("away.yaml", "SD022", ""),
        ("T.yaml", "SD021", ""),
        ("suzuki.yml", "SD021", "extension"),
        ("con.yaml", "SD021", "reserved"),
        ("old", "SD025", "keys"),
    }


def test_a_folder_of_keys_may_not_lead_away(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "tanaka.yaml").write_text(KEYS)
    (root / "approach" / "talk.keys").symlink_to(tmp_path / "elsewhere")
    found = key_files(root / "approach/talk.yaml")
    assert found.files == ()
    assert [one.code for one in found.problems] == ["SD022"]
    assert told(root) == [("approach/talk.keys", "SD022", "")]


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
