"""Twine: headers, links, and what its dialects can say about numbers and booleans."""

import pytest

from salesdojo.authoring.importing.detect import story_in
from salesdojo.authoring.importing.links import link_parts

from .conftest import Carry


@pytest.mark.parametrize(
    ("inside", "parts"),
    [
        ("Offer", ("Offer", "Offer")),
        ("Say so->Offer", ("Say so", "Offer")),
        ("Offer<-Say so", ("Say so", "Offer")),
        ("Say so|Offer", ("Say so", "Offer")),
        ("a -> b->Offer", ("a -> b", "Offer")),
        ("Offer<-a <- b", ("a <- b", "Offer")),
        ("->Offer", ("Offer", "Offer")),
    ],
)
def test_a_link_is_written_in_four_ways(inside: str, parts: tuple[str, str]) -> None:
    assert link_parts(inside) == parts


def harlowe(*passages: str) -> str:
    return ':: StoryData\n{"format": "Harlowe"}\n\n' + "\n\n".join(passages) + "\n"


def sugarcube(*passages: str) -> str:
    return ':: StoryData\n{"format": "SugarCube"}\n\n' + "\n\n".join(passages) + "\n"


def chapbook(text: str) -> str:
    return ':: StoryData\n{"format": "Chapbook"}\n\n:: Start\n' + text


def test_escaped_brackets_tags_and_metadata_of_a_header_are_read() -> None:
    text = ':: A \\[b\\] \\{c\\} [won two] {"position":"1,2"}\nx\n'
    (scene,) = story_in("s", "s", text.encode()).scenes
    assert (scene.name, scene.tags) == ("A [b] {c}", ("won", "two"))


def test_the_start_is_the_one_named_else_start_else_the_first(carry: Carry) -> None:
    named = ':: StoryData\n{"start": "B"}\n\n:: Start\nx\n\n:: B\ny\n'
    assert carry(named).scenario.start == "b"
    assert carry(":: A\nx\n\n:: Start\ny\n").scenario.start == "start"
    assert carry(":: A\nx\n\n:: B\ny\n").scenario.start == "a"


def test_windows_line_ends_and_utf_16_are_read(carry: Carry) -> None:
    text = ":: Start\r\n商談です。\r\n[[はい->次]]\r\n[[いいえ->次]]\r\n\r\n:: 次\r\n終わり\r\n"
    for content in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        carried = carry(content)
        assert carried.written["scenes"]["start"]["customer"] == "商談です。"


def test_a_passage_without_a_link_ends_as_its_tag_says(carry: Carry) -> None:
    carried = carry(":: Start\n[[a]]\n[[b]]\n\n:: a [won]\nx\n\n:: b\ny\n")
    scenes = carried.written["scenes"]
    assert (scenes["a"]["end"], scenes["b"]["end"]) == ("won", "stalled")
    assert (
        "    # fill in: won, advanced, declined, stalled or lost\n    end: stalled" in carried.yaml
    )


@pytest.mark.parametrize(
    ("words", "called"),
    [("Yes", "choice_yes"), ("No", "choice_no"), ("On", "choice_on"), ("null", "choice_null")],
)
def test_words_that_yaml_takes_for_something_else_are_no_ids(
    carry: Carry, words: str, called: str
) -> None:
    text = f":: a\nx\n[[{words}->b]]\n[[Ask->b]]\n\n:: b\ny\n"
    assert list(carry(text).written["scenes"]["a"]["choices"]) == [called, "ask"]


@pytest.mark.parametrize("words", ["b", "Continue->b", "次へ->b", "...->b"])
def test_a_scene_that_only_continues_goes_on_by_itself(carry: Carry, words: str) -> None:
    scenes = carry(f":: a\nx\n[[{words}]]\n\n:: b\ny\n").written["scenes"]
    assert scenes["a"] == {"customer": "x", "goto": "b"}


def test_a_single_link_that_says_something_is_the_trainees_line(carry: Carry) -> None:
    scenes = carry(":: a\nx\n[[Thank you.->b]]\n\n:: b\ny\n").written["scenes"]
    assert scenes["a"]["choices"]["thank_you"]["say"] == "Thank you."


def test_scenes_that_only_lead_round_ask_before_they_go_on(carry: Carry) -> None:
    scenes = carry(":: a\nx\n[[b]]\n\n:: b\ny\n[[a]]\n").written["scenes"]
    assert scenes["a"]["goto"] == "b"
    assert scenes["b"]["choices"]["onward"] | {"why": ""} == {
        "say": "a", "why": "", "repeat": True, "goto": "a"
    }  # fmt: skip


def test_more_than_nine_links_are_split_and_all_can_be_reached(carry: Carry) -> None:
    links = "\n".join(f"[[word {n}->end]]" for n in range(30))
    scenario = carry(f":: a\nx\n{links}\n\n:: end\ny\n").scenario
    said = {
        c.say.spoken("en") for scene in scenario.scenes.values() for c in scene.choices.values()
    }
    assert {f"word {n}" for n in range(30)} <= said
    assert max(len(scene.choices) for scene in scenario.scenes.values()) == 9


def test_links_can_be_taken_again_where_one_comes_back(carry: Carry) -> None:
    text = (
        ":: a\nx\n[[Ask->b]]\n[[Leave->end]]\n\n"
        ":: b\ny\n[[Back to it->a]]\n[[Go->end]]\n\n:: end\nz\n"
    )
    choices = carry(text).scenario.scenes["a"].choices
    assert [choice.repeat for choice in choices.values()] == [True, True]


def test_names_alike_get_ids_of_their_own(carry: Carry) -> None:
    text = ":: A b\n[[x->A-b]]\n[[x->a_b]]\n\n:: A-b\nx\n\n:: a_b\ny\n"
    carried = carry(text)
    assert list(carried.scenario.scenes) == ["a_b", "a_b_2", "a_b_3"]
    assert list(carried.written["scenes"]["a_b"]["choices"]) == ["x", "x_2"]


def test_a_very_long_name_is_cut_to_an_id(carry: Carry) -> None:
    assert list(carry(f":: {'long ' * 30}\nx\n").scenario.scenes) == ["long_" * 7 + "long"]


def test_what_harlowe_sets_and_asks_is_carried(carry: Carry) -> None:
    text = harlowe(
        ":: Start\n(set: $trust to 40, $met to false)\nHello.\n[[Ask->b]]\n[[Push->c]]",
        ":: b\n(set: $trust to it + 15)(set: $met to true)\n"
        "(if: $trust > 50 and $met is true)[Good.](else-if: $met)[Fair.](else:)[Bad.]\n"
        "[[Go->end]]\n(unless: $trust < 20)[[[Stay->end]]]",
        ":: c\n(set: $trust to $trust - 60)\nNo.\n[[Sorry->b]]\n[[Leave->end]]",
        ":: end\nBye.",
    )
    carried = carry(text)
    assert carried.lost == ()
    assert carried.written["meters"]["trust"] == {"start": 40, "name": "trust"}
    assert carried.written["facts"] == {"met": "met"}
    scenes = carried.written["scenes"]
    assert scenes["start"]["choices"]["ask"]["effect"] == {"trust": 15}
    assert scenes["start"]["choices"]["ask"]["learn"] == ["met"]
    assert scenes["start"]["choices"]["push"]["effect"] == {"trust": -60}
    assert scenes["b"]["customer"] == [
        {"say": "Good.", "when": "trust > 50 and met == 1"},
        {"say": "Fair.", "when": "met"},
        {"say": "Bad."},
    ]
    assert scenes["b"]["choices"]["stay"]["when"] == "trust >= 20"


def test_what_sugarcube_sets_and_asks_is_carried(carry: Carry) -> None:
    text = sugarcube(
        ":: StoryInit\n<<set $trust = 30, $met to false>>",
        ":: Start\nHello.\n[[Ask|b][$trust += 20]]\n"
        '<<link "Push" "b">><<set $trust -= 5>><</link>>',
        ":: b\n<<if $trust gte 50 && !$met>>Good.<<elseif $trust lt 10 or $met>>Bad."
        "<<else>>Hm.<</if>>\n"
        '[[Go->end]]\n<<button "Stay">><<set $met to true>><<goto "Start">><</button>>',
        ":: end\nBye.",
    )
    carried = carry(text)
    assert carried.lost == ()
    scenes = carried.written["scenes"]
    assert carried.written["meters"]["trust"]["start"] == 30
    assert scenes["start"]["choices"]["ask"]["effect"] == {"trust": 20}
    assert scenes["start"]["choices"]["push"]["effect"] == {"trust": -5}
    assert scenes["b"]["choices"]["stay"]["learn"] == ["met"]
    assert scenes["b"]["choices"]["stay"]["goto"] == "start"
    assert [line.get("when") for line in scenes["b"]["customer"]] == [
        "trust >= 50 and not met", "trust < 10 or met", None,
    ]  # fmt: skip


def test_a_jump_under_a_condition_becomes_a_conditional_way(carry: Carry) -> None:
    text = harlowe(
        ":: Start\n(set: $trust to 40)\nHello.\n[[Ask->fork]]\n[[Wait->b]]",
        ':: fork\n(if: $trust > 50)[(goto: "b")](else:)[(goto: "c")]',
        ":: b\nGood.", ":: c\nBad.",
    )  # fmt: skip
    assert carry(text).written["scenes"]["start"]["choices"]["ask"]["goto"] == [
        {"when": "trust > 50", "to": "b"}, {"to": "c"},
    ]  # fmt: skip


def test_a_number_beyond_a_meter_is_held_and_named(carry: Carry) -> None:
    text = harlowe(":: Start\n(set: $money to 500)\nHello.\n[[a]]\n[[b]]", ":: a\nx",
                   ":: b\n(set: $money to it - 300)\ny")  # fmt: skip
    carried = carry(text)
    assert carried.losses == [("clamped", "Start", 5)]
    assert carried.written["meters"]["money"]["start"] == 100
    assert carried.written["scenes"]["start"]["choices"]["b"]["effect"] == {"money": -100}


def test_more_than_eight_numbers_are_too_many(carry: Carry) -> None:
    sets = "".join(f"(set: $n{n} to {n})" for n in range(10))
    asks = "".join(f"(if: $n{n} > 50)[big]" for n in (8, 9))
    carried = carry(harlowe(f":: Start\n{sets}\n{asks}\n[[a]]\n[[b]]", ":: a\nx", ":: b\ny"))
    assert [kind for kind, *_ in carried.losses].count("too_many") == 2
    assert len(carried.scenario.meters) == 8


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        (harlowe(":: Start\n(random: 1, 6)\nx"), "macro", "(random: 1, 6)"),
        (harlowe(':: Start\n(set: $n to "Mori")\nx'), "assignment", '$n to "Mori"'),
        (harlowe(":: Start\n(set: $n to (random: 1, 6))\nx"), "assignment", "$n to (random: 1"),
        (harlowe(":: Start\n(if: $n contains 3)[y]\nx"), "condition", "$n contains 3"),
        (harlowe(':: Start\n(link: "More")[y]\nx'), "reveal", "More"),
        (harlowe(":: Start\n$n"), "printed", "$n"),
        (sugarcube(':: Start\n<<audio "ring" play>>x'), "macro", '<<audio "ring" play>>'),
        (sugarcube(":: Start\n<<set $n to random(1, 6)>>x"), "assignment", "$n to random(1"),
        (sugarcube(":: Start\n<<if visited() > 2>>y<</if>>x"), "condition", "visited() > 2"),
        (sugarcube(":: Start\n<<script>>alert(1)<</script>>x"), "macro", "<<script>>"),
        (chapbook("trust: 5\n--\nx"), "assignment", "trust: 5"),
        (chapbook("[if trust]\nx"), "macro", "[if trust]"),
        (chapbook("<% s.x = 1 %>x"), "macro", "<% s.x = 1 %>"),
        (":: Start\n[[gone]]\n[[a]]\n\n:: a\nx", "missing", "gone"),
        (":: Start\nx\n\n:: Start\ny", "twice", "Start"),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_is_named(carry: Carry, text: str, kind: str, what: str) -> None:
    carried = carry(text + "\n")
    assert (kind, what) in {(one.kind, one.what) for one in carried.lost}
    assert all(one.place.line is not None for one in carried.lost)


def test_the_words_around_what_is_lost_stay(carry: Carry) -> None:
    text = harlowe(':: Start\n(text-style: "bold")[Hello] (live: 1s)[there]')
    assert carry(text).written["scenes"]["start"]["customer"] == "Hello there"


def forking(set_before: str, set_after: str) -> str:
    return harlowe(
        ":: Start\n(set: $n to 10)\nHello.\n[[Ask->fork]]\n[[Wait->b]]",
        f':: fork\n{set_before}(if: $n > 10)[(goto: "b")](else:)[(goto: "c")]',
        f":: b\n{set_after}Good.", f":: c\n{set_after}Bad.",
    )  # fmt: skip


def test_what_changes_before_it_is_asked_for_is_carried_as_it_is(carry: Carry) -> None:
    assert carry(forking("(set: $n to it + 5)", "")).lost == ()


def test_what_is_asked_for_before_it_changes_is_named(carry: Carry) -> None:
    kinds = {kind for kind, *_ in carry(forking("", "(set: $n to it + 5)")).losses}
    assert kinds == {"order"}
