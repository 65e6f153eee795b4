"""ink: choices, conditions, calls; what needs a game is named with its knot."""

import json
from typing import Any

import pytest

from salesdojo.authoring.importing.detect import story_in
from salesdojo.errors import ContentError
from salesdojo.practice.following import replay

from .conftest import Carry


def compiled(*content: Any, **named: Any) -> bytes:
    root = [[*content, None], "done", {**named, "#f": 1}]
    return json.dumps({"inkVersion": 21, "root": root, "listDefs": {}}).encode()


def test_what_needs_a_game_is_named(carry: Carry) -> None:
    lost = carry("constructs.json").lost
    assert sorted({(one.kind, one.what) for one in lost}) == [
        ("alternatives", "lobby"), ("assignment", "trust"), ("condition", "{...} Soothe"),
        ("external", "ring"), ("function", "RANDOM"), ("list", "moods"), ("printed", "trust"),
        ("printed", "{...}"), ("thread", "side_door"),
    ]  # fmt: skip


def test_text_under_a_condition_becomes_lines_with_when(carry: Carry) -> None:
    lines = carry("constructs.json").written["scenes"]["lobby"]["customer"]
    assert [(line.get("when"), line["say"].splitlines()[2]) for line in lines] == [
        ("trust > 60", '"Mr Mori!"'), ("met", '"You again."'), (None, '"And you are?"'),
    ]  # fmt: skip


def test_a_tunnel_is_walked_there_and_back(carry: Carry) -> None:
    scenes = carry("constructs.json").written["scenes"]
    assert scenes["buyer"]["customer"] == '"I have five minutes."\n"Name your terms."'
    thirty = scenes["buyer"]["choices"]["thirty_days"]
    assert thirty["reply"] == '"Agreed."'
    assert scenes[thirty["goto"]]["customer"] == '"Fine."\n"We shall see."'


def test_a_function_is_computed_where_it_can_be(carry: Carry) -> None:
    choices = carry("constructs.json").written["scenes"]["lobby"]["choices"]
    assert choices["ask_for_the_buyer"]["effect"] == {"trust": "=55"}


def test_once_only_and_sticky_choices_differ(carry: Carry) -> None:
    choices = carry("second_visit.json").scenario.scenes["opening_topics"].choices
    assert [(name[:8], choice.repeat) for name, choice in choices.items()] == [
        ("may_i_as", False), ("show_the", False), ("then_let", False), ("what_a_f", True),
        ("fallback", False),
    ]  # fmt: skip


def test_only_what_follows_the_trainees_words_is_the_reply(carry: Carry) -> None:
    choices = carry("second_visit.json").written["scenes"]["opening_topics"]["choices"]
    assert [choice.get("reply") for choice in choices.values()] == [
        '"Our budget was cut."', "You open the brochure.",
        '"Then let us look at the total cost," you say.', None, None,
    ]  # fmt: skip


def test_visits_that_a_condition_asks_for_are_facts(carry: Carry) -> None:
    carried = carry("constructs.json")
    choices = carried.written["scenes"]["lobby"]["choices"]
    assert choices["look_around"]["when"] == "not buyer"
    assert "buyer" in choices["ask_for_the_buyer"]["learn"]


def test_a_knot_nobody_comes_to_is_kept(carry: Carry) -> None:
    carried = carry("constructs.json").written["scenes"]["forgotten"]
    assert carried == {"customer": "Nobody comes here.", "end": "lost"}


def test_glue_joins_lines(carry: Carry) -> None:
    assert '"Warm today." She fans herself.' in carry("constructs.json").yaml


def test_a_title_tag_is_the_title(carry: Carry) -> None:
    assert carry("second_visit.json").scenario.title.spoken("en") == "The second visit"


def test_an_effect_is_felt_in_play(carry: Carry) -> None:
    scenario = carry("second_visit.json").scenario
    attempt = replay(scenario, 0, ["may_i_ask_what_has_changed_since_spring"])
    assert [choice.id for choice in attempt.offered][:1]
    assert "then_let_us_look_at_the_total_cost" in {choice.id for choice in attempt.offered}


@pytest.mark.parametrize(
    "root",
    [
        compiled("^a", {"->": "0"}),
        compiled("^a", {"f()": "f"}, f=["^b", {"f()": "f"}, None]),
        compiled("^a", {"->t->": "f"}, f=["^b", {"->t->": "f"}, None]),
        compiled("^a", {"->": "nowhere"}),
        compiled("^a", {"->": "x", "var": True}),
        compiled("^a", "ev", "+", "-", "*", "out", "/ev", "pop", "du", "~ret", "->->"),
        compiled("^a", "/str", "/#", "str", "#", "^b"),
        compiled("^a", {"*": "0", "flg": "many"}, {"*": "0.c"}, {"->": ".^.^.^.^.^.^"}),
        compiled("^a", {"->": "k0"}, **{
            f"k{n}": [f"^{n}", {"->": f"k{n + 1}"}, None] for n in range(390)
        }),
    ],
)  # fmt: skip
def test_strange_instructions_still_make_a_scenario(carry: Carry, root: bytes) -> None:
    assert carry(root).scenario.scenes


@pytest.mark.parametrize("version", [15, 18, 22, "21", None])
def test_another_version_of_ink_is_said(version: object) -> None:
    content = json.dumps({"inkVersion": version, "root": [], "listDefs": {}}).encode()
    with pytest.raises(ContentError, match="US078"):
        story_in("s.json", "s", content)
