"""Whole stories of each tool: they play, and what was lost is named with its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.following import replay
from salesdojo.practice.solving import solve

from .conftest import STORIES, Carry

PLAYED = {
    "reception.twee": (
        "ask_for_the_boss,this_is_mori,push_on,say_who_you_are,ask_for_the_department", "advanced"
    ),
    "price_talk.twee": ("wait,start,ask_why,propose_two_packages", "won"),
    "first_visit.twee": ("choice_1,choice_1", "advanced"),
    "complaint.html": ("apologise_and_ask_for_the_invoice,promise_a_call_by_five", "advanced"),
    "second_visit.json": (
        "may_i_ask_what_has_changed_since_spring,then_let_us_look_at_the_total_cost,name_the_price",
        "stalled",
    ),
}  # fmt: skip


def ended(scenario: Scenario, choices: str) -> Outcome | None:
    return replay(scenario, 0, choices.split(",")).outcome


@pytest.mark.parametrize("name", PLAYED)
def test_a_story_plays_to_its_end(carry: Carry, name: str) -> None:
    choices, outcome = PLAYED[name]
    scenario = carry(name).scenario
    assert ended(scenario, choices) == outcome
    # It can also be scored: its states are few enough to be explored.
    solve(scenario)


def test_what_twine_could_not_give_is_named_with_passage_and_line(carry: Carry) -> None:
    assert carry("reception.twee").losses == [
        ("macro", "Help", 22), ("style", "Told", 27), ("printed", "Told", 27),
    ]  # fmt: skip
    assert carry("price_talk.twee").losses == [
        ("assignment", "Start", 13), ("printed", "Reason", 16), ("macro", "Reason", 16),
        ("missing", "Reason", 19), ("special", "PassageFooter", 34), ("special", "Code", 37),
    ]  # fmt: skip
    assert carry("first_visit.twee").losses == []


def test_lines_of_a_published_page_are_those_of_the_page(carry: Carry) -> None:
    page = (STORIES / "complaint.html").read_text("utf-8").splitlines()
    lost = carry("complaint.html").lost
    assert [(one.kind, one.what) for one in lost] == [
        ("special", "<style>"), ("macro", "(live: 2s)"), ("macro", '(print: "...")'),
    ]  # fmt: skip
    for one, words in zip(lost, ("<style", "(live: 2s)", "(live: 2s)"), strict=True):
        assert one.place.line is not None
        assert words in page[one.place.line - 1]


def test_what_ink_could_not_give_is_named_with_its_knot(carry: Carry) -> None:
    assert carry("second_visit.json").losses == [("fallback", "opening.topics", None)]


def test_japanese_names_become_numbers_with_the_name_beside_them(carry: Carry) -> None:
    carried = carry("first_visit.twee")
    assert list(carried.scenario.scenes) == ["scene_1", "scene_2", "scene_3", "scene_4"]
    assert "  scene_2:\n    # In the story: 応接室\n" in carried.yaml
    (meter,) = carried.scenario.meters.values()
    assert (meter.id, meter.name.spoken("ja"), meter.start) == ("meter_1", "信頼", 40)


def test_a_page_of_one_line_is_read_without_any_network(tmp_path: Path) -> None:
    """The importer opens nothing but the file: no module that could is loaded."""
    code = (
        "import sys; from salesdojo.authoring.importing.detect import story_in\n"
        "story_in('x', 'x', open(sys.argv[1], 'rb').read())\n"
        "print(sorted({'socket', 'urllib.request', 'http.client'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(STORIES / "complaint.html")],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
