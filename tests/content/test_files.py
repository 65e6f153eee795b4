"""Opening a file that may be anything."""

import os
import socket
from pathlib import Path

import pytest

from salesdojo.content.files import LARGEST_FILE, UnreadableFileError, file_bytes
from salesdojo.content.reading import read_scenario
from salesdojo.content.writing import write_whole

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def fault_of(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableFileError) as raised:
        file_bytes(path)
    return raised.value.code, raised.value.form


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\r\n\xff")
    assert file_bytes(tmp_path / "a") == b"a\r\n\xff"


def test_a_large_file_is_cut_one_byte_beyond_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (2 * LARGEST_FILE))
    assert len(file_bytes(tmp_path / "a")) == LARGEST_FILE + 1


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "no") == ("SD001", "missing")
    assert fault_of(tmp_path / ("x" * 300)) == ("SD001", "missing")
    assert fault_of(Path("a\0b")) == ("SD001", "missing")


@posix
def test_a_link_to_itself_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert fault_of(tmp_path / "a") == ("SD001", "missing")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").touch(mode=0)
    assert fault_of(tmp_path / "a") == ("SD001", "denied")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path) == ("SD023", "")


@posix
def test_a_pipe_is_no_file_and_nobody_waits_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    assert fault_of(tmp_path / "a") == ("SD023", "")


@posix
def test_devices_and_sockets_are_no_files(tmp_path: Path) -> None:
    assert fault_of(Path("/dev/zero")) == ("SD023", "")
    with socket.socket(socket.AF_UNIX) as listening:
        place = os.path.relpath(tmp_path / "s")
        listening.bind(place)
        assert fault_of(Path(place)) == ("SD023", "")


@posix
def test_a_scenario_that_is_a_device_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    reading = read_scenario(tmp_path / "zero.yaml")
    assert [problem.code for problem in reading.problems] == ["SD023"]
    assert "folder, a device or a pipe" in reading.problems[0].message("en")


@posix
def test_the_root_folder_is_no_scenario() -> None:
    assert [problem.code for problem in read_scenario(Path("/")).problems] == ["SD023"]


@posix
def test_a_scenario_in_a_deleted_folder_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert [problem.code for problem in read_scenario(Path("x.yaml")).problems] == ["SD001"]


@posix
def test_a_scenario_at_an_impossible_path_is_missing(tmp_path: Path) -> None:
    reading = read_scenario(tmp_path / ("x" * 300) / "a.yaml")
    assert [problem.code for problem in reading.problems] == ["SD001"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a", b"first")
    write_whole(tmp_path / "new" / "a", b"second")
    assert (tmp_path / "new" / "a").read_bytes() == b"second"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a"]


def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
