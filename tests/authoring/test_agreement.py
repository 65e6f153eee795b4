"""How far experts agree: counted by hand, and what `check` would say of it."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.keying.agreement import Verdict, agreement
from salesdojo.authoring.keying.blind_key import BlindKey, Key, authors_key
from salesdojo.authoring.keying.disagreeing import agreement_problems
from salesdojo.authoring.keying.reading import read_keys
from salesdojo.content.model import Scenario
from salesdojo.content.reading import read_scenario
from support.keys import blind, keyed, write_keys
from support.packs import SCENARIO, place_of, write_pack
from support.scenarios import choice, scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def talk(**points: dict[str, int]) -> Scenario:
    """One scene whose choices have these points."""
    choices = {name: choice(points=given, goto="done") for name, given in points.items()}
    return scenario({"opening": {"choices": choices}, "done": {"end": "won"}})


def experts(*keys: dict[str, int]) -> list[BlindKey]:
    return [
        blind(f"expert{number}", {("opening", name): key for name, key in one.items()})
        for number, one in enumerate(keys)
    ]


@pytest.mark.parametrize(
    ("points", "breach", "key"),
    [
        ({"inquiry": 3}, None, Key.BEST),
        ({"inquiry": 3, "value": 1}, None, Key.BEST),
        ({"inquiry": 5}, None, Key.BEST),
        ({"inquiry": 1}, None, Key.ACCEPTABLE),
        ({"inquiry": 2}, None, Key.ACCEPTABLE),
        ({"inquiry": 1, "value": 1}, None, Key.ACCEPTABLE),
        ({}, None, Key.WEAK),
        ({"inquiry": 0}, None, Key.WEAK),
        ({"inquiry": 1, "value": -1}, None, Key.ACCEPTABLE),
        ({"inquiry": -1}, None, Key.HARMFUL),
        ({"inquiry": 1, "value": -3}, None, Key.HARMFUL),
        ({"inquiry": 3}, "false_identity", Key.HARMFUL),
    ],
)
def test_the_points_say_what_a_choice_is_worth(
    points: dict[str, int], breach: str | None, key: Key
) -> None:
    keys = {"points": points, "goto": "done"} | ({"breach": breach} if breach else {})
    built = scenario({"opening": {"choices": {"ask": choice(**keys)}}, "done": {"end": "won"}})
    assert authors_key(built.scenes["opening"].choices["ask"]) is key


def test_every_shipped_scene_has_one_choice_that_is_worth_most() -> None:
    """Two at most where conditions make one of them appear: the classes fit the pack."""
    found: dict[Key, int] = dict.fromkeys(Key, 0)
    for path in SCENARIOS.glob("*/*.yaml"):
        if path.parent.name in ("rubrics", "customers"):
            continue
        built = read_scenario(path).scenario
        assert built is not None
        for scene in built.scenes.values():
            for one in scene.choices.values():
                points = set(one.points.values())
                assert points <= {-1} or points <= {1, 3}, (path, scene.id, one.id)
                assert one.breach is None or points == {-1}
                found[authors_key(one)] += 1
    assert min(found.values()) > 50


def test_agreement_is_counted_with_the_points_and_among_the_experts() -> None:
    keys = experts({"ask": 3, "cut": 0}, {"ask": 3, "cut": 0}, {"ask": 3, "cut": 0}, {"ask": 1})
    ask, cut = agreement(talk(ask={"inquiry": 3}, cut={"inquiry": -1}), keys).choices
    assert (ask.author, ask.share, ask.most, ask.most_share) == (
        Key.BEST, Fraction(3, 4), (Key.BEST,), Fraction(3, 4),
    )  # fmt: skip
    assert (cut.author, cut.share, cut.most, cut.most_share) == (
        Key.HARMFUL, Fraction(0), (Key.WEAK,), Fraction(1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ([3, 3, 3], Verdict.AGREED),
        ([3, 3, 3, 1], Verdict.AGREED),
        ([3, 3, 1], Verdict.REWRITE),
        ([3, 3, 1, 1], Verdict.REWRITE),
        ([1, 1, 1], Verdict.REKEY),
        ([1, 1, 1, 3], Verdict.REKEY),
        ([3, 1, 0, -1], Verdict.REWRITE),
        ([3, 3], Verdict.TOO_FEW),
        ([], Verdict.TOO_FEW),
    ],
)
def test_under_seventy_percent_a_choice_is_rewritten_or_its_points_are_changed(
    given: list[int], verdict: Verdict
) -> None:
    keys = experts(*({"ask": key} for key in given))
    (ask,) = agreement(talk(ask={"inquiry": 3}), keys).choices
    assert ask.verdict() is verdict


def test_the_share_asked_for_is_exact() -> None:
    keys = experts(*({"ask": key} for key in [3] * 7 + [1] * 3))
    (ask,) = agreement(talk(ask={"inquiry": 3}), keys).choices
    assert ask.verdict(70) is Verdict.AGREED
    assert ask.verdict(71) is Verdict.REWRITE


def test_what_is_missing_is_named_and_an_empty_file_is_no_expert() -> None:
    keys = [
        blind("sato", {("opening", "ask"): 3}, {"opening": 50}),
        blind("tanaka", {("opening", "ask"): 3, ("opening", "cut"): -1}),
        blind("suzuki", {}),
    ]
    agreed = agreement(talk(ask={"inquiry": 3}, cut={"inquiry": -1}), keys)
    assert agreed.experts == ("sato", "tanaka")
    assert agreed.waiting == ("suzuki",)
    assert agreed.missing == {"sato": (("opening", "cut"),)}
    assert not agreed.enough
    assert not agreed.settled()


def test_a_scene_keyed_in_an_earlier_wording_is_not_named_as_missing_too() -> None:
    old = BlindKey("tanaka", {("closing", "ask"): Key.BEST}, {"closing": 50}, {}, ("opening",))
    scene = {"choices": {"ask": choice(points={"inquiry": 3}, goto="done")}}
    built = scenario({"opening": scene, "closing": scene, "done": {"end": "won"}})
    agreed = agreement(built, [old])
    assert agreed.outdated == {"tanaka": ("opening",)}
    assert (agreed.missing, agreed.unjudged) == ({}, {})


def test_a_talk_is_settled_when_enough_experts_have_keyed_all_of_it_alike() -> None:
    built = talk(ask={"inquiry": 3}, cut={"inquiry": -1})
    good = {"ask": 3, "cut": -1}
    assert agreement(built, experts(good, good, good)).settled()
    assert not agreement(built, experts(good, good, {"ask": 3})).settled()
    assert not agreement(built, experts(good, good, {"ask": 3, "cut": 0})).settled()


@given(st.lists(st.sampled_from([3, 1, 0, -1]), min_size=2, max_size=9), st.integers(3, 9))
def test_where_all_say_what_the_points_say_share_and_alpha_are_one(
    keys: list[int], count: int
) -> None:
    points: dict[str, dict[str, int]] = {
        f"c{n}": {"inquiry": key} if key else {} for n, key in enumerate(keys)
    }
    one = {f"c{n}": key for n, key in enumerate(keys)}
    agreed = agreement(talk(**points), experts(*[one] * count))
    assert {choice.share for choice in agreed.choices} == {Fraction(1)}
    assert agreed.alpha == (1 if len(set(keys)) > 1 else None)
    assert agreed.settled(100)


@given(st.lists(st.sampled_from([3, 1, 0, -1]), min_size=1, max_size=12))
def test_nobody_agrees_more_with_the_points_than_with_the_most(given_keys: list[int]) -> None:
    keys = experts(*({"ask": key} for key in given_keys))
    (ask,) = agreement(talk(ask={"inquiry": 3}), keys).choices
    assert ask.share is not None
    assert ask.most_share is not None
    assert 0 <= ask.share <= ask.most_share <= 1
    assert sum(len(names) for _, names in ask.said()) == len(given_keys)


def problems(
    tmp_path: Path, files: dict[str, str], percent: int = 70
) -> list[tuple[str, str, int, int]]:
    path = write_pack(tmp_path) / "approach/talk.yaml"
    write_keys(path, **files)
    reading = read_scenario(path)
    assert reading.scenario is not None
    read = read_keys(path, reading.document)
    assert read.problems == ()
    found = agreement_problems(reading.document, agreement(reading.scenario, read.keys), percent)
    for one in found:
        assert one.severity == "warning"
        assert "{" not in one.message("en") + one.message("ja")
    return [(one.code, one.form, one.line, one.column) for one in found]


ASK = place_of(SCENARIO, "ask:")
PUSH = place_of(SCENARIO, "push:")


def test_check_is_told_where_experts_disagree(tmp_path: Path) -> None:
    files = {"a": keyed("a", 3, -1), "b": keyed("b", 3, -1), "c": keyed("c", 3, 0)}
    assert problems(tmp_path, files) == [("SD413", "", *PUSH)]
    assert problems(tmp_path, files, 60) == []


def test_check_is_told_where_the_points_are_at_fault(tmp_path: Path) -> None:
    files = {name: keyed(name, 1, -1) for name in "abc"}
    assert problems(tmp_path, files) == [("SD413", "points", *ASK)]


def test_check_is_told_where_experts_are_too_few(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == [("SD413", "experts", *place_of(SCENARIO, "scenes:"))]
    left_out = "expert: c\nkeys: {opening: {ask: 3, push: }}\n"
    files = {"a": keyed("a", 3, -1), "b": keyed("b", 3, -1), "c": left_out}
    assert problems(tmp_path, files) == [("SD413", "few", *PUSH)]
