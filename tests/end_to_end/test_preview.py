"""A file edited under a running preview, in a real terminal."""

import sys
from pathlib import Path

import pytest

from support.packs import SCENARIO, changed, write_pack
from support.terminal import SALESDOJO, Terminal, surroundings

REPOSITORY = Path(__file__).parents[2]


def previewed(home: Path, file: Path, columns: int = 80, lines: int = 24, **more: str) -> Terminal:
    command = [*SALESDOJO, "preview", str(file)]
    environment = surroundings(home, **more)
    return Terminal(command, environment, columns=columns, lines=lines)


def talk(home: Path) -> Path:
    return write_pack(home / "pack") / "approach" / "talk.yaml"


def save(file: Path, text: str) -> None:
    """Save as careful editors do: a new file takes the old one's name."""
    half = file.with_name(f".{file.name}.half")
    half.write_text(text, encoding="utf-8")
    half.replace(file)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_edit_shows_at_the_same_place_of_the_talk(
    tmp_path: Path, language: str, columns: int, lines: int
) -> None:
    file = talk(tmp_path)
    with previewed(tmp_path, file, columns, lines, SALESDOJO_LANG=language) as terminal:
        terminal.wait_for("opening")
        terminal.wait_for("ask")
        terminal.press("2" if "> 1 push" in terminal.text() else "1")
        terminal.wait_for("done")
        terminal.wait_for(r"Good\.")
        save(file, changed(SCENARIO, "customer: Good.", "customer: Splendid."))
        terminal.wait_for(r"Splendid\.")
        terminal.wait_for("reloaded 1")
        assert "done" in terminal.text()
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.timeout(60)
def test_a_broken_file_is_told_and_the_last_good_version_plays_on(tmp_path: Path) -> None:
    file = talk(tmp_path)
    with previewed(tmp_path, file) as terminal:
        terminal.wait_for("Why is that")
        save(file, changed(SCENARIO, "{inquiry: 3}", "{inquirry: 3}"))
        terminal.wait_for("OLD VERSION")
        terminal.wait_for("SD202")
        assert "Why is that" in terminal.text()
        terminal.press("x")
        terminal.wait_for("Enter to begin again")
        terminal.press("p")
        terminal.wait_for(r"\^")
        assert "points: {inquirry: 3}" in terminal.text()
        save(file, SCENARIO)
        terminal.settle(1.0)
        terminal.press("\x1b")
        terminal.wait_for("reloaded 2")
        assert "OLD VERSION" not in terminal.text()
        assert "SD202" not in terminal.text()


@pytest.mark.timeout(60)
def test_a_file_that_vanishes_is_missed_and_taken_up_when_it_returns(tmp_path: Path) -> None:
    file = talk(tmp_path)
    with previewed(tmp_path, file) as terminal:
        terminal.wait_for("Why is that")
        file.unlink()
        terminal.wait_for("The file is gone")
        assert "OLD VERSION" in terminal.text()
        file.write_text(changed(SCENARIO, "Why is that?", "What for?"), encoding="utf-8")
        terminal.wait_for(r"What for\?")
        assert "OLD VERSION" not in terminal.text()


@pytest.mark.timeout(60)
def test_a_change_in_the_rubric_shows_too(tmp_path: Path) -> None:
    file = talk(tmp_path)
    rubric = file.parents[1] / "rubrics" / "practice.yaml"
    with previewed(tmp_path, file) as terminal:
        terminal.wait_for("Why is that")
        terminal.settle()
        save(rubric, changed(rubric.read_text("utf-8"), "weight: 60", "weight: 6"))
        terminal.wait_for("OLD VERSION")
        terminal.wait_for("SD217")


@pytest.mark.timeout(60)
def test_the_editor_opens_at_the_line_and_the_preview_comes_back(tmp_path: Path) -> None:
    file = talk(tmp_path)
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "place, file = sys.argv[1], Path(sys.argv[2])\n"
        "print('EDITING', place, file.name)\n"
        "input()\n"
        "text = file.read_text('utf-8')\n"
        "file.write_text(text.replace('Why is that?', 'What for?'), 'utf-8')\n",
        encoding="utf-8",
    )
    with previewed(tmp_path, file, EDITOR=f"{sys.executable} {editor}") as terminal:
        terminal.wait_for("Why is that")
        terminal.press("e")
        terminal.wait_for(r"EDITING \+18 talk.yaml")
        terminal.press("\r")
        terminal.wait_for(r"What for\?")
        terminal.press("l")
        terminal.wait_for("始めから")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.timeout(60)
def test_an_editor_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with previewed(tmp_path, talk(tmp_path), VISUAL="no-such-editor") as terminal:
        terminal.wait_for("Why is that")
        terminal.press("e")
        terminal.wait_for("US067")
        terminal.press("\r")
        terminal.wait_for("1-9 Choose")


@pytest.mark.timeout(120)
def test_every_save_of_a_shipped_scenario_comes_to_the_screen(tmp_path: Path) -> None:
    """How soon is for benchmarks/preview_reload.py to say."""
    file = REPOSITORY / "scenarios" / "negotiation" / "price_copier.yaml"
    mine = tmp_path / "price_copier.yaml"
    text = file.read_text("utf-8")
    mine.write_text(text, encoding="utf-8")
    with previewed(tmp_path, mine) as terminal:
        terminal.wait_for("cut_now")
        for number in range(1, 4):
            save(mine, text.replace("20% off and we sign", f"Saved {number}"))
            terminal.wait_for(f"Saved {number}")
