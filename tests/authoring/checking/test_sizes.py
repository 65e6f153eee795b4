"""Files as large as they may be, each in another way: answered, whatever is in them."""

from pathlib import Path

import pytest

from salesdojo.authoring.checking.run import check
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import groups
from salesdojo.content.files import LARGEST_FILE
from support.clean_pack import write_clean_pack
from support.large_files import LARGE

HEAVY = {"deep_conditions", "many_sums", "more_states", "many_states"}
"""Those that take more seconds than a test should: they are for measuring by hand."""


@pytest.mark.parametrize("name", sorted(LARGE.keys() - HEAVY))
def test_a_large_file_is_answered(name: str, tmp_path: Path) -> None:
    text = LARGE[name]()
    assert len(text.encode()) < LARGEST_FILE
    path = write_clean_pack(tmp_path) / "discovery/large.yaml"
    path.write_text(text, encoding="utf-8")
    codes = {problem.code for problem in check(groups([path]), Selection(), None).problems}
    assert "SD607" in codes or codes <= {"SD309", "SD207", "SD102", "SD403", "SD410", "SD301"}
    assert not codes & {"SD002", "SD006", "SD015", "SD016"}
