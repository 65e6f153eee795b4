"""What is begun is written whole, or not at all."""

from pathlib import Path

import pytest

from salesdojo.authoring.scaffolding.begun import NewFile, put
from salesdojo.errors import UsageError


def test_what_was_written_before_a_failure_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    files = (
        NewFile(tmp_path / "pack" / "closing" / "talk.yaml", "id: talk\n"),
        NewFile(tmp_path / "taken" / "rubric.yaml", "id: rubric\n"),
    )
    with pytest.raises(UsageError, match="US085"):
        put(files)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    (tmp_path / "taken").unlink()
    put(files)
    assert all(file.path.is_file() for file in files)


def test_folders_that_were_there_stay(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "taken").write_text("a file, no folder")
    files = (
        NewFile(tmp_path / "pack" / "pack.yaml", "id: pack\n"),
        NewFile(tmp_path / "taken" / "x.yaml", "id: x\n"),
    )
    with pytest.raises(UsageError, match="US085"):
        put(files)
    assert list((tmp_path / "pack").iterdir()) == []
