"""The files a scenario rests on are watched beside it."""

from pathlib import Path

import pytest

from salesdojo.authoring.previewing.companions import companions
from salesdojo.authoring.previewing.source_lines import source_lines
from salesdojo.content.document_reading import read_document
from support.packs import write_pack


def beside(file: Path, written: str) -> set[str]:
    found = companions(file, read_document(str(file), written.encode()))
    return {str(path.relative_to(file.parents[1])) for path in found}


def test_a_scenario_rests_on_the_rubric_and_customer_of_its_pack(tmp_path: Path) -> None:
    file = write_pack(tmp_path) / "approach" / "talk.yaml"
    written = "rubric: practice\ncustomer: someone\n"
    assert beside(file, written) == {
        "glossary.yaml",
        "rubrics/practice.yaml",
        "customers/someone.yaml",
    }


def test_outside_a_pack_they_lie_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "mine" / "talk.yaml"
    assert beside(file, "rubric: practice\n") == {
        "mine/glossary.yaml",
        "mine/rubrics/practice.yaml",
    }


@pytest.mark.parametrize("written", ["rubric: ../../etc/passwd", "rubric: [a]", "- a", "a: [", ""])
def test_no_other_file_is_named(tmp_path: Path, written: str) -> None:
    assert beside(write_pack(tmp_path) / "approach" / "talk.yaml", written) == {"glossary.yaml"}


def test_lines_are_shown_whatever_the_bytes_are(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    file.write_bytes(b"\xef\xbb\xbfid: a\r\nb\xff\n")
    assert source_lines(file) == ("id: a", "b\ufffd", "")
    assert source_lines(tmp_path / "missing.yaml") == ()
    assert source_lines(tmp_path) == ()
