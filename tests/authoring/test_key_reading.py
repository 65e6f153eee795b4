"""Reading experts' files: whatever lies there, and a scenario that has changed since."""

import json
import os
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.keying.blind_key import Key
from salesdojo.authoring.keying.reading import KeysReading, read_keys
from salesdojo.authoring.keying.wording import wording_marks
from salesdojo.content.reading import read_scenario
from support.bad_files import UNREADABLE, Bad
from support.keys import KEYS, keyed, write_keys
from support.packs import SCENARIO, changed, write_pack


def read(path: Path) -> KeysReading:
    return read_keys(path, read_scenario(path).document)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """The scenario of the small pack."""
    return write_pack(tmp_path) / "approach/talk.yaml"


def test_a_key_is_read_with_its_notes_and_figures(talk: Path) -> None:
    write_keys(talk, tanaka=KEYS)
    (key,) = read(talk).keys
    assert key.expert == "tanaka"
    assert key.keys == {("opening", "ask"): Key.BEST, ("opening", "push"): Key.HARMFUL}
    assert key.borderline == {"opening": 60}
    assert key.notes["opening", "push"].spoken("ja") == "早すぎる"


def test_without_a_folder_there_are_no_keys(talk: Path) -> None:
    assert read(talk) == KeysReading((), ())


def test_a_faulty_file_is_told_and_the_others_count(talk: Path) -> None:
    write_keys(talk, tanaka=KEYS, sato=keyed("sato", 3, 7))
    found = read(talk)
    assert [key.expert for key in found.keys] == ["tanaka"]
    assert [problem.code for problem in found.problems] == ["SD104"]


@pytest.mark.parametrize("bad", UNREADABLE, ids=str)
def test_any_bytes_end_in_a_problem_with_its_place(bad: Bad, talk: Path) -> None:
    (write_keys(talk) / "tanaka.yaml").write_bytes(bad.content)
    found = read(talk)
    assert found.keys == ()
    assert (bad.code, bad.line, bad.column) in [
        (one.code, one.line, one.column) for one in found.problems
    ]


PARTS = ("expert", "wording", "borderline", "keys", "notes")
NAMES = st.sampled_from(["opening", "ask", "push", "done", "tanaka"])
HOSTILE = [
    "[@click=app.quit]x[/]",
    "../../etc/passwd",
    "{0.__class__}",
    "あ" * 10_000,
    "",
    "\u202e",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("where", ["expert: %s\nkeys: {}\n", "expert: tanaka\nkeys: {%s: {}}\n",
                                   "expert: tanaka\nkeys: {opening: {%s: 3}}\n",
                                   "expert: tanaka\nkeys: {}\nborderline: {%s: 3}\n"])  # fmt: skip
def test_a_strange_name_is_told_of_and_shown_safely(text: str, where: str, talk: Path) -> None:
    write_keys(talk, tanaka=where % json.dumps(text))
    found = read(talk)
    assert found.keys == ()
    for problem in found.problems:
        said = problem.message("en") + problem.message("ja")
        assert not any(ord(sign) < 32 for sign in said)
        assert len(said) < 600


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 120) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES | st.text(max_size=3), inner),
    max_leaves=12,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, anything)))
def test_whatever_an_expert_writes_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, written: dict[str, object]
) -> None:
    path = write_pack(tmp_path_factory.mktemp("pack")) / "approach/talk.yaml"
    write_keys(path, tanaka=json.dumps(written))
    found = read(path)
    assert bool(found.keys) != bool(found.problems)
    for problem in found.problems:
        assert problem.code != "SD100"
        assert problem.message("ja") != problem.message("en")


def test_a_file_full_of_wrong_names_is_told_of_quickly(talk: Path) -> None:
    names = ", ".join(f"scene_{n}: {{choice_{n}: 3}}" for n in range(4_900))
    write_keys(talk, tanaka=f"expert: tanaka\nkeys: {{{names}}}\n")
    began = perf_counter()
    assert {problem.code for problem in read(talk).problems} == {"SD227"}
    assert perf_counter() - began < 2


def test_a_folder_or_a_pipe_in_place_of_a_file_is_not_waited_for(talk: Path) -> None:
    folder = write_keys(talk)
    os.mkfifo(folder / "tanaka.yaml")
    assert [problem.code for problem in read(talk).problems] == ["SD023"]


def test_keys_of_an_earlier_wording_no_longer_count(talk: Path) -> None:
    mark = wording_marks(read_scenario(talk).document)["opening"]
    write_keys(talk, tanaka=f"{KEYS}wording: {{opening: {mark}}}\n")
    assert read(talk).keys[0].outdated == ()
    talk.write_text(changed(SCENARIO, "say: Sign here", "say: Please sign"), encoding="utf-8")
    (key,) = read(talk).keys
    assert key.outdated == ("opening",)
    assert (key.keys, key.borderline, key.notes) == ({}, {}, {})


def test_points_and_reasons_may_change_after_the_experts_have_keyed(talk: Path) -> None:
    before = wording_marks(read_scenario(talk).document)
    text = changed(SCENARIO, "inquiry: 3", "inquiry: 1").replace("Too early", "Much too early")
    talk.write_text(text, encoding="utf-8")
    assert wording_marks(read_scenario(talk).document) == before
