"""The canonical form: what is stored with an attempt can be played as it was."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.content.reading import read_scenario
from salesdojo.errors import ContentError
from support.packs import RUBRIC, SCENARIO, changed, write_pack
from support.scenarios import scenarios


def revision(root: Path, **files: str) -> str:
    held = read_scenario(write_pack(root, **files) / "approach/talk.yaml").scenario
    assert held is not None
    return held.revision


@given(scenarios())
def test_a_scenario_comes_back_from_its_canonical_form(held: Scenario) -> None:
    again = scenario_from_canonical(held.canonical)
    assert again == held
    assert again.revision == held.revision == sha256(held.canonical).hexdigest()


def test_the_canonical_form_is_the_file_the_rubric_and_the_customer(tmp_path: Path) -> None:
    held = read_scenario(write_pack(tmp_path) / "approach/talk.yaml").scenario
    assert held is not None
    document = json.loads(held.canonical)
    assert list(document) == ["scenario", "rubric", "customer"]
    assert list(document["scenario"]["scenes"]) == ["opening", "done", "gone"]
    assert "tests" not in document["scenario"]
    assert document["customer"]["name"] == {"ja": "誰か", "en": "Someone"}
    assert "商談".encode() in held.canonical


def test_what_is_not_played_changes_no_revision(tmp_path: Path) -> None:
    plain = revision(tmp_path)
    assert revision(tmp_path, talk=f"# A comment\n{SCENARIO}") == plain
    assert revision(tmp_path, talk=SCENARIO.replace("\n", "\r\n")) == plain
    assert revision(tmp_path, talk=SCENARIO.partition("tests:")[0]) == plain


def test_what_is_played_changes_the_revision(tmp_path: Path) -> None:
    plain = revision(tmp_path)
    assert revision(tmp_path, talk=changed(SCENARIO, "{trust: 40}", "{trust: 41}")) != plain
    assert revision(tmp_path, practice=changed(RUBRIC, "pass: 70", "pass: 71")) != plain


@pytest.mark.parametrize(
    "stored", [b"", b"{}", b"[]", b"null", b"\xff", b'{"scenario": {}}', b'{"scenario": 5}']
)
def test_bytes_that_are_no_scenario_are_an_error(stored: bytes) -> None:
    with pytest.raises(ContentError) as raised:
        scenario_from_canonical(stored)
    assert raised.value.code == "CT003"
    assert raised.value.cause("ja") != raised.value.cause("en")
