"""Many files at once: the same report, whoever examines them, and whatever happens meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import AT_ONCE, FEW, Report, check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from support.clean_pack import FILES, SCENARIO, write_clean_pack
from support.faults import FAULTS

TALK_FAULTS = [fault for fault in FAULTS if set(fault.texts) == {"quiet_line"}]
"""Faults that are in the scenario alone: each can stand in a file of its own."""


def renamed(text: str, name: str) -> str:
    return text.replace("id: quiet_line", f"id: {name}", 1)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of more files than one process takes: each fault in its own, and clean ones."""
    root = write_clean_pack(tmp_path_factory.mktemp("many"))
    for number, fault in enumerate(TALK_FAULTS):
        name = f"faulty_{number}"
        path = root / f"closing/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(renamed(fault.texts["quiet_line"], name), encoding="utf-8")
    for number in range(12):
        path = root / f"approach/clean_{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(renamed(SCENARIO, f"clean_{number}"), encoding="utf-8")
    (root / "discovery/empty.yaml").write_bytes(b"")
    (root / "discovery/bytes.yaml").write_bytes(bytes(range(256)))
    os.mkfifo(root / "discovery/pipe.yaml")
    return root


def report(root: Path, monkeypatch: pytest.MonkeyPatch, cores: int) -> Report:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    return check(groups([root]), Selection(), None)


@pytest.fixture(scope="module")
def whole(many: Path) -> Report:
    """What one process finds in it."""
    with pytest.MonkeyPatch.context() as patching:
        return report(many, patching, 1)


def test_everything_is_found(whole: Report) -> None:
    assert whole.files >= 40
    codes = {problem.code for problem in whole.problems}
    assert {fault.code for fault in TALK_FAULTS} | {"SD023"} <= codes
    paths = {problem.path for problem in whole.problems}
    assert {Path(path).parent.name for path in paths} == {"closing", "discovery"}


@pytest.mark.parametrize("cores", [2, 5])
def test_several_processes_find_the_same(
    many: Path, whole: Report, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    assert report(many, monkeypatch, cores) == whole


def test_problems_come_by_path_line_and_column(whole: Report) -> None:
    places = [(problem.path, problem.line, problem.column) for problem in whole.problems]
    assert places == sorted(places)
    assert len(set(whole.problems)) == len(places)


def test_progress_is_told_file_by_file_to_the_last(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    steps: list[int] = []
    done = check(groups([many]), Selection(), None, on_progress=steps.append)
    assert steps == list(range(1, done.files + 1))


def test_progress_begins_behind_what_was_known(many: Path, tmp_path: Path) -> None:
    first = check(groups([many]), Selection(), tmp_path)
    steps: list[int] = []
    assert check(groups([many]), Selection(), tmp_path, on_progress=steps.append) == first
    unclean = len({problem.path for problem in first.problems})
    assert steps == list(range(first.files - unclean + 1, first.files + 1))


def meanwhile(root: Path, happens: Callable[[Path], object]) -> list[tuple[str, str]]:
    """Check a pack while something happens to its last file; return what is found in it."""
    path = root / "discovery/quiet_line.yaml"
    found = groups([root])
    steps: list[int] = []

    def once(done: int) -> None:
        if not steps:
            happens(path)
        steps.append(done)

    done = check(found, Selection(), root.parent / "cache", on_progress=once)
    assert len(steps) == done.files == len(FILES)
    return [(problem.code, Path(problem.path).name) for problem in done.problems]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_clean_pack(tmp_path / "pack")


def test_a_file_that_vanishes_meanwhile_is_a_problem(pack: Path) -> None:
    assert meanwhile(pack, Path.unlink) == [("SD001", "quiet_line.yaml")]


def test_a_file_that_changes_meanwhile_is_read_as_it_is_then(pack: Path) -> None:
    found = meanwhile(pack, lambda path: path.write_bytes(b"id: other\0"))
    assert {name for _, name in found} == {"quiet_line.yaml"}


def test_a_file_that_becomes_a_folder_meanwhile_is_a_problem(pack: Path) -> None:
    def folder(path: Path) -> None:
        path.unlink()
        path.mkdir()

    assert meanwhile(pack, folder) == [("SD023", "quiet_line.yaml")]


def test_a_file_that_becomes_a_pipe_meanwhile_is_a_problem(pack: Path) -> None:
    def pipe(path: Path) -> None:
        path.unlink()
        os.mkfifo(path)

    assert meanwhile(pack, pipe) == [("SD023", "quiet_line.yaml")]


def test_the_whole_pack_may_vanish_meanwhile(pack: Path) -> None:
    def move(path: Path) -> None:
        del path
        pack.rename(pack.with_name("moved"))

    found = meanwhile(pack, move)
    assert {code for code, _ in found} >= {"SD001"}


def test_few_files_start_no_process(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert len(FILES) <= FEW
    assert AT_ONCE <= FEW
    assert check(groups([pack]), Selection(), None) == Report((), len(FILES))


def test_a_glossary_that_cannot_be_read_is_told_once_and_not_by_every_term(tmp_path: Path) -> None:
    root = write_clean_pack(tmp_path, glossary="id: glossary\nterms: {a: b: c}\n")
    told = check(groups([root]), Selection(), None).problems
    assert [(Path(one.path).name, one.code[:3]) for one in told] == [("glossary.yaml", "SD0")]
