"""A file is written whole, or stays as it was; and others may read what they could before."""

import os
import stat
from pathlib import Path

import pytest

from salesdojo.content.writing import write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "folder" / "new", b"one")
    finally:
        os.umask(before)
    assert mode(tmp_path / "folder" / "new") == 0o666 & ~umask


def test_a_file_that_was_there_keeps_its_permissions(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    write_whole(place, b"one")
    place.chmod(0o640)
    write_whole(place, b"two")
    assert (mode(place), place.read_bytes()) == (0o640, b"two")


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a_folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "a_folder", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a_folder"]
