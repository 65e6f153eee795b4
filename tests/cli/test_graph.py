"""`graph`: which format, where to, and what is said when it cannot be."""

import sys
from pathlib import Path

import pytest

from support.packs import SCENARIO, changed, write_pack

from .conftest import Say


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A scenario's file in a pack of its own."""
    return write_pack(tmp_path / "pack") / "approach" / "talk.yaml"


def test_text_is_printed_unless_another_format_is_asked_for(say: Say, talk: Path) -> None:
    said = say("graph", str(talk))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "A talk (talk)"
    for form, beginning in (
        ("svg", '<?xml version="1.0" encoding="UTF-8"?>\n<svg '),
        ("mermaid", "flowchart TD\n"),
        ("dot", 'digraph "talk" {\n'),
    ):
        said = say("graph", str(talk), "--format", form)
        assert said.code == 0
        assert said.out.startswith(beginning)


def test_the_pack_that_ships_can_be_drawn_by_id(say: Say) -> None:
    said = say("graph", "price_copier", "--lang", "ja")
    assert said.code == 0
    assert "* signed (終了: 成約)" in said.out


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.svg", "<?xml"), ("a.SVG", "<?xml"), ("a.mmd", "flowchart"), ("a.gv", "digraph"),
     ("a.txt", "A talk"), ("a", "A talk")],
)  # fmt: skip
def test_a_file_s_ending_says_the_format(
    say: Say, talk: Path, tmp_path: Path, name: str, beginning: str
) -> None:
    said = say("graph", str(talk), "--output", str(tmp_path / name))
    assert (said.code, said.out) == (0, "")
    assert name in said.err
    assert (tmp_path / name).read_text("utf-8").startswith(beginning)


def test_a_format_that_is_asked_for_wins_over_the_ending(
    say: Say, talk: Path, tmp_path: Path
) -> None:
    place = tmp_path / "picture.png"
    said = say("graph", str(talk), "--output", str(place))
    assert (said.code, place.exists()) == (2, False)
    assert "US072" in said.err
    assert say("graph", str(talk), "--output", str(place), "--format", "dot").code == 0
    assert place.read_text("utf-8").startswith("digraph")


@pytest.mark.parametrize("place", ["", ".", "/dev/null", "talk.yaml/x.svg", "a\0b.svg"])
def test_where_nothing_can_be_written_it_says_so(
    say: Say, talk: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(talk.parent)
    said = say("graph", str(talk), "--format", "svg", "--output", place)
    assert said.code == 2
    assert "US070" in said.err
    assert "picture is in" not in said.err
    assert sorted(talk.parent.iterdir()) == [talk]
    assert Path("/dev/null").is_char_device()


def test_what_a_link_leads_to_is_written(say: Say, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    assert say("graph", str(talk), "--output", str(tmp_path / "link.svg")).code == 0
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_text("utf-8").startswith("<?xml")


def test_a_faulty_file_is_answered_with_its_problems(say: Say, tmp_path: Path) -> None:
    root = write_pack(tmp_path, talk=changed(SCENARIO, "goto: done", "goto: doen"))
    said = say("graph", str(root / "approach" / "talk.yaml"))
    assert (said.code, said.out) == (2, "")
    assert "SD201" in said.err
    assert "CT002" in said.err


def test_what_cannot_be_solved_is_drawn_as_written(say: Say, tmp_path: Path) -> None:
    onward = "goto: [{when: turn > 99999, to: done}, {to: opening}]"
    endless = changed(SCENARIO, "goto: done", onward)
    endless = changed(endless, "say: Why is that?", "say: Why is that?\n        repeat: true")
    root = write_pack(tmp_path, talk=endless)
    said = say("graph", str(root / "approach" / "talk.yaml"))
    assert said.code == 0
    assert "too large to be solved" in said.err
    assert "%" not in said.out
    assert "  opening (start)" in said.out


def test_without_the_library_only_svg_is_refused(
    say: Say, talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "graphlay", None)
    said = say("graph", str(talk), "--format", "svg")
    assert (said.code, said.out) == (2, "")
    assert "US071" in said.err
    assert say("graph", str(talk), "--format", "mermaid").code == 0
