"""Which files the paths someone typed stand for."""

import os
from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.errors import ContentError
from support.keys import write_keys
from support.packs import FILES, SCENARIO, write_pack

as_nobody = pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


def asked(*paths: Path) -> dict[str, list[str]]:
    """Return, by root, the kind and path of each file."""
    return {
        group.root.name + ("" if group.is_pack else " (loose)"): [
            f"{file.kind} {os.path.relpath(file.path, group.root)}" for file in group.files
        ]
        for group in groups(paths)
    }


def found(*paths: Path) -> list[tuple[str, str]]:
    """Return the code and the file's name of each problem."""
    problems = check(groups(paths), Selection.read("SD0,SD2", None), None).problems
    return [(problem.code, Path(problem.path).name) for problem in problems]


WHOLE = [
    "scenario approach/talk.yaml",
    "customer customers/someone.yaml",
    "glossary glossary.yaml",
    "pack pack.yaml",
    "rubric rubrics/practice.yaml",
]


def test_a_pack_stands_for_every_file_in_it(pack: Path) -> None:
    assert asked(pack) == {"pack": WHOLE}
    assert found(pack) == []


def test_a_folder_inside_a_pack_stands_for_the_files_in_it(pack: Path) -> None:
    assert asked(pack / "approach") == {"pack": ["scenario approach/talk.yaml"]}
    assert asked(pack / "approach", pack / "rubrics") == {
        "pack": ["scenario approach/talk.yaml", "rubric rubrics/practice.yaml"]
    }
    assert found(pack / "approach") == []


def test_a_folder_stands_for_every_pack_below_it_and_the_files_beside_them(
    tmp_path: Path, pack: Path
) -> None:
    write_pack(tmp_path / "deep/er/second")
    write_pack(tmp_path / "node_modules/third")
    write_pack(tmp_path / ".hidden/fourth")
    (tmp_path / "talk.yaml").write_text(SCENARIO)
    assert asked(tmp_path) == {
        f"{tmp_path.name} (loose)": ["scenario talk.yaml"],
        "second": WHOLE,
        pack.name: WHOLE,
    }


def test_loose_files_find_what_they_name_beside_them(tmp_path: Path) -> None:
    for relative in ("rubrics/practice.yaml", "customers/someone.yaml", "glossary.yaml"):
        (tmp_path / relative).parent.mkdir(exist_ok=True)
        (tmp_path / relative).write_text(FILES[relative])
    (tmp_path / "talk.yaml").write_text(SCENARIO)
    (tmp_path / "notes.txt").write_text("not ours")
    assert asked(tmp_path) == {
        f"{tmp_path.name} (loose)": [
            "customer customers/someone.yaml",
            "glossary glossary.yaml",
            "rubric rubrics/practice.yaml",
            "scenario talk.yaml",
        ]
    }
    assert found(tmp_path) == []


def test_one_file_of_a_pack_is_seen_in_its_pack(pack: Path) -> None:
    assert asked(pack / "approach/talk.yaml") == {"pack": ["scenario approach/talk.yaml"]}
    assert found(pack / "approach/talk.yaml") == []
    assert asked(pack / "pack.yaml") == {"pack": ["pack pack.yaml"]}


def test_one_file_outside_a_pack_falls_back_to_the_shipped_one(tmp_path: Path) -> None:
    alone = tmp_path / "talk.yaml"
    alone.write_text(SCENARIO)
    (tmp_path / "other.yaml").write_text("id: other")
    assert asked(alone) == {f"{tmp_path.name} (loose)": ["scenario talk.yaml"]}
    # `practice` and `someone` are in no pack it could know.
    assert {code for code, _ in found(alone)} == {"SD206", "SD208"}


def test_keys_are_told_of_with_their_scenario(pack: Path) -> None:
    folder = write_keys(pack / "approach/talk.yaml", tanaka="expert: someone_else\nkeys: {}\n")
    assert asked(pack) == {"pack": WHOLE}
    assert {name for _, name in found(pack)} == {"tanaka.yaml"}
    assert {name for _, name in found(pack / "approach/talk.yaml")} == {"tanaka.yaml"}
    assert folder.is_dir()


def test_a_path_given_twice_is_checked_once(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    talk = pack / "approach/talk.yaml"
    again = [talk, Path("pack/approach/talk.yaml"), pack / "approach/../approach/talk.yaml"]
    assert sum(len(group.files) for group in groups(again)) == 1
    report = check(groups([pack, pack / "approach", *again]), Selection(), None)
    assert report.files == len(FILES)


def test_files_are_called_from_where_we_stand(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = {
        typed: next(file.name for group in groups([Path(typed)]) for file in group.files)
        for typed in ("pack", "pack/approach", "pack/approach/talk.yaml", str(pack / "approach"))
    }
    assert set(named.values()) == {"pack/approach/talk.yaml", str(pack / "approach/talk.yaml")}
    assert named[str(pack / "approach")] == str(pack / "approach/talk.yaml")
    monkeypatch.chdir(pack)
    (group,) = groups([Path("approach/talk.yaml")])
    assert [file.name for file in group.files] == ["approach/talk.yaml"]


@pytest.mark.parametrize("name", ["nothing.yaml", "no/such/folder", "a\0b", "x" * 300, ""])
def test_a_path_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    missing = tmp_path / name if name else Path("no-such-path")
    with pytest.raises(ContentError) as caught:
        groups([missing])
    assert caught.value.code == "CT006"
    assert caught.value.values["place"] == str(missing)


def test_a_folder_with_nothing_to_check_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("words")
    with pytest.raises(ContentError) as caught:
        groups([tmp_path])
    assert (caught.value.code, caught.value.values) == ("CT007", {"place": str(tmp_path)})


def test_an_empty_folder_inside_a_pack_is_said(pack: Path) -> None:
    (pack / "closing").mkdir()
    with pytest.raises(ContentError) as caught:
        groups([pack / "closing"])
    assert caught.value.code == "CT007"


@pytest.mark.parametrize("place", ["talk.yaml", "pack/approach/other.yaml"])
def test_a_broken_link_is_a_problem(tmp_path: Path, pack: Path, place: str) -> None:
    link = tmp_path / place
    link.symlink_to(pack / "approach/gone.yaml")
    assert found(link) == [("SD001", link.name)]


@pytest.mark.parametrize("place", ["pipe.yaml", "pack/approach/pipe.yaml"])
def test_a_pipe_is_a_problem_and_nobody_waits_for_it(
    tmp_path: Path, pack: Path, place: str
) -> None:
    pipe = tmp_path / place
    os.mkfifo(pipe)
    assert found(pipe) == [("SD023", "pipe.yaml")]
    if pipe.is_relative_to(pack):
        assert found(pack) == [("SD023", "pipe.yaml")]


@as_nobody
def test_a_folder_that_may_not_be_entered_is_said(pack: Path) -> None:
    closed = pack / "approach"
    closed.chmod(0)
    try:
        assert ("SD001", "approach") in found(pack)
        assert ("SD001", "approach") in found(closed)
        # Nobody can tell what is behind the door.
        with pytest.raises(ContentError) as caught:
            groups([closed / "talk.yaml"])
        assert caught.value.code == "CT006"
    finally:
        closed.chmod(0o755)


def test_a_link_that_leaves_the_pack_is_a_problem_even_when_it_is_named(
    tmp_path: Path, pack: Path
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(SCENARIO)
    link = pack / "approach/outside.yaml"
    link.symlink_to(outside)
    assert ("SD022", "outside.yaml") in found(pack)
    assert ("SD022", "outside.yaml") in found(link)


def test_a_link_to_a_folder_of_another_pack_is_a_problem(tmp_path: Path, pack: Path) -> None:
    other = write_pack(tmp_path / "other")
    (pack / "closing").symlink_to(other / "approach")
    assert ("SD022", "closing") in found(pack)
    assert asked(pack) == {"pack": WHOLE}


def test_what_a_pack_does_not_read_is_checked_when_it_is_named(pack: Path) -> None:
    stray = pack / "approach/notes.txt"
    stray.write_text("words\n")
    assert asked(pack) == {"pack": WHOLE}
    assert asked(stray) == {"pack": ["scenario approach/notes.txt"]}
    (problem,) = check(groups([stray]), Selection(), None).problems
    assert (problem.path, problem.code) == (str(stray), "SD103")


@pytest.mark.parametrize("name", ["README.yaml", "Talk.yaml", "con.yaml", "talk.yml"])
def test_a_name_no_pack_may_have_is_told_of(pack: Path, name: str) -> None:
    path = pack / "approach" / name
    path.write_text(SCENARIO)
    assert ("SD021", name) in found(pack) or ("SD024", name) in found(pack)
    assert ("SD021", name) in found(path) or ("SD024", name) in found(path)
