"""A small file that is a convenience: whole, or as it was, and nothing beside it."""

import resource
from pathlib import Path

from salesdojo.records.kept_file import keep_file


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def test_it_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "kept.json"
    assert keep_file(file, b"1")
    assert keep_file(file, b"2", private=True)
    assert (file.read_bytes(), names(file.parent)) == (b"2", ["kept.json"])


def test_the_folder_of_a_private_one_is_its_owners_alone(tmp_path: Path) -> None:
    assert keep_file(tmp_path / "state" / "kept.json", b"1", private=True)
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_where_there_is_no_room_the_old_one_stays_and_no_half(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        kept = keep_file(file, b"x" * 1_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not kept
    assert (file.read_bytes(), names(tmp_path)) == (b"before", ["kept.json"])
