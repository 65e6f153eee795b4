"""The picture as SVG: well-formed, harmless, the same every time, and complete for every reader."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from salesdojo.authoring.graphing.colours import DARK, LIGHT, SCENE, SCENE_DARK, Shade
from salesdojo.authoring.graphing.picture import picture, unsolved_picture
from salesdojo.authoring.graphing.svg import svg
from salesdojo.content.model import Scenario
from salesdojo.errors import UsageError
from salesdojo.practice.solving import explored
from support.long_talk import long_talk
from support.pictures import hostile_talk, small_talk
from support.scenarios import scenarios

NAMES = "{http://www.w3.org/2000/svg}"
HARMLESS = {"svg", "title", "desc", "style", "rect", "polygon", "path", "text", "g"}
ATTRIBUTES = {
    "class", "d", "width", "height", "x", "y", "rx", "points", "transform", "viewBox", "lang",
    "role", "aria-label", "aria-labelledby", "id", "stroke-width",
}  # fmt: skip


def read(document: str) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - our own document


def words(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{NAMES}text")]


@pytest.mark.slow
@pytest.mark.parametrize("talk", [hostile_talk, small_talk, long_talk])
def test_nothing_in_it_acts_or_comes_from_outside(talk: Callable[[], Scenario]) -> None:
    solved, written = picture(explored(talk())), unsolved_picture(talk())
    for document in (svg(solved, "ja"), svg(written, "en")):
        root = read(document)
        assert {element.tag.removeprefix(NAMES) for element in root.iter()} <= HARMLESS
        assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
        assert "url(" not in document
        assert "@import" not in document
        assert document.count("http") == 1, "the name space alone"


def test_every_scene_can_be_read_aloud_and_seen() -> None:
    root = read(svg(picture(explored(small_talk())), "en"))
    labels = [
        element.attrib["aria-label"] for element in root.iter() if "aria-label" in element.attrib
    ]
    assert labels == [
        "greeting: Hello. What is it? (start, moves on, best road, 100%)",
        "opening: So, what do you want? (best road, 100%)",
        "luck: Let me see. (chance, best road, 67%)",
        "annoyed: I am in a hurry. (dead end, best road, 50%)",
        "round: Well. (moves on, dead end, best road)",
        "island: Nobody comes here. (unreachable, 0%)",
        "signed: Agreed. (end: won, best road, 50%)",
        "gone: No, thank you. (end: lost, unreachable, 0%)",
    ]
    assert root.attrib["role"] == "graphics-document document"
    title, description = root.attrib["aria-labelledby"].split()
    named = {element.attrib.get("id"): element.text for element in root}
    assert named[title] == "A small talk"
    assert named[description] == (
        "A scenario of 8 scenes and 10 ways, drawn from the start at the top to the ends below."
    )
    assert {"★ ask", "offer", "threaten?", "★ chance 3/4", "end: won", "dead end"} <= set(
        words(root)
    )


def test_an_outcome_is_said_in_words_in_both_languages() -> None:
    drawing = picture(explored(long_talk()))
    for language, said in (
        (
            "en",
            {"end: won", "end: advanced", "end: rightly not pursued", "end: stalled", "end: lost"},
        ),
        ("ja", {"終了: 成約", "終了: 前進", "終了: 見送り", "終了: 停滞", "終了: 失注"}),
    ):
        assert said <= set(words(read(svg(drawing, language))))


def test_lines_are_as_wide_as_they_are_gone() -> None:
    root = read(svg(picture(explored(small_talk())), "en"))
    widths: dict[str, set[str]] = {}
    for group in root.iter(f"{NAMES}g"):
        title = group.find(f"{NAMES}title")
        if title is not None:
            ends = (title.text or "").splitlines()[0]
            widths[ends] = {
                path.attrib["stroke-width"] for path in group if "stroke-width" in path.attrib
            }
    assert widths["greeting to opening"] == {"7"}
    assert widths["opening to luck"] == {"5"}
    assert widths["opening to gone"] == {"1"}


def test_it_is_the_same_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from support.long_talk import long_talk\n"
        "from salesdojo.authoring.graphing.picture import picture\n"
        "from salesdojo.authoring.graphing.svg import svg\n"
        "from salesdojo.practice.solving import explored\n"
        "sys.stdout.buffer.write(svg(picture(explored(long_talk())), 'ja').encode())\n"
    )
    tests = str(Path(__file__).parents[2])
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code, tests],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(drawn) == 1


@given(scenarios(repeats=True))
@settings(max_examples=25, deadline=None)
def test_any_scenario_can_be_drawn(scenario: Scenario) -> None:
    drawing = picture(explored(scenario))
    found = read(svg(drawing, "ja"))
    labels = [element for element in found.iter() if "aria-label" in element.attrib]
    assert len(labels) == len(drawing.nodes)


def test_without_its_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "graphlay", None)
    with pytest.raises(UsageError) as refused:
        svg(picture(explored(small_talk())), "en")
    assert refused.value.code == "US071"


@pytest.mark.parametrize("shade", [*LIGHT.values(), *DARK.values(), SCENE, SCENE_DARK], ids=str)
def test_words_stand_out_from_what_they_are_on(shade: Shade) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: words 4.5 to 1, borders 3 to 1."""
    assert contrast(shade.ink, shade.fill) >= 4.5
    assert contrast(shade.line, shade.fill) >= 3


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
