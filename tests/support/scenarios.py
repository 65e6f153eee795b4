"""Scenarios for tests: small ones as plain mappings, and generated ones."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from salesdojo.content.building import build_scenario
from salesdojo.content.model import Scenario

Plain = dict[str, Any]

CRITERIA = ("inquiry", "value")


def rubric(**changes: Any) -> Plain:
    """Return a rubric of two criteria, 60 and 40."""
    return {
        "id": "practice",
        "name": "Practice",
        "pass": 70,
        "cuts": [40, 65, 85],
        "criteria": {
            "inquiry": {"name": "Inquiry", "weight": 60, "levels": ["1", "2", "3", "4"]},
            "value": {"name": "Value", "weight": 40, "levels": ["1", "2", "3", "4"]},
        },
        "breaches": {"false_identity": "Hides who you are"},
        **changes,
    }


CUSTOMER: Plain = {
    "id": "someone",
    "name": "Someone",
    "company": "Somewhere",
    "role": "Buyer",
    "manner": "Calm",
    "cares": ["Peace"],
}


def scenario(
    scenes: Mapping[str, Plain],
    *,
    meters: Mapping[str, int] | None = None,
    facts: Mapping[str, str] | None = None,
    rubric_changes: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Scenario:
    """Build a scenario around `scenes`; the first is the start."""
    plain = {
        "id": "talk",
        "title": "A talk",
        "stage": "discovery",
        "motion": "outbound",
        "level": 1,
        "minutes": 5,
        "rubric": "practice",
        "customer": "someone",
        "briefing": {"situation": "A room", "goal": "A deal", "known": []},
        "meters": dict(meters or {}),
        "facts": dict(facts or {}),
        "start": next(iter(scenes)),
        "scenes": {name: {"customer": "Well?", **scene} for name, scene in scenes.items()},
        **changes,
    }
    return build_scenario(plain, rubric(**(rubric_changes or {})), CUSTOMER)


def choice(**keys: Any) -> Plain:
    """Build a choice; `say` and `why` are filled in."""
    return {"say": "Words", "why": "A reason", **keys}


METERS = {"trust": 40, "irritation": 10}
FACTS = {"cash": "Cash is short", "boss": "The boss decides"}
CONDITIONS = (
    "trust >= 50",
    "trust < 35",
    "irritation > 15 or cash",
    "not boss",
    "trust - irritation >= 30",
    "turn >= 2",
    "turn + trust > 52 and not cash",
    "cash and boss",
    "trust == 50",
    "30 <= trust",
    "-irritation < -20",
    "(trust >= 40) + boss >= 2",
)
# Made once: a strategy that is made again for each draw is checked again for each.
_conditions = st.sampled_from(CONDITIONS)
_to_one_of = cache(st.sampled_from)
_learned = st.lists(st.sampled_from(tuple(FACTS)), max_size=1)
_up_to = {most: st.integers(1, most) for most in range(1, 5)}
_of_three = st.integers(0, 2)
_either = st.booleans()
_points = st.dictionaries(st.sampled_from(CRITERIA), st.integers(-1, 3), max_size=2)
_effects = st.dictionaries(
    st.sampled_from(tuple(METERS)),
    st.one_of(st.integers(-30, 30), st.sampled_from(["=0", "=50", "=100"])),
    max_size=2,
)


@st.composite
def scenarios(draw: st.DrawFn, *, loops: bool = True, repeats: bool = False) -> Scenario:
    """Generate a scenario of up to four scenes of choices and eight choices in all.

    With `loops` a choice may lead back; without `repeats` every choice is taken
    once, so that all roads are finite.
    """
    talking = draw(_up_to[4])
    drawing = draw(_of_three)
    names = [f"s{number}" for number in range(talking)]
    chances = [f"c{number}" for number in range(drawing)]
    everything = [*names, *chances, "good", "bad"]
    left = 8
    scenes: dict[str, Plain] = {}
    for place, name in enumerate(names):
        onward = everything if loops else [*names[place + 1 :], *chances, "good", "bad"]
        many = draw(_up_to[max(1, min(3, left - (talking - place - 1)))])
        left -= many
        scenes[name] = {
            "choices": {
                f"{name}_{letter}": _a_choice(draw, onward, repeats) for letter in "abc"[:many]
            }
        }
    for place, name in enumerate(chances):
        # Chance leads back to talking only where loops are wanted; never to itself.
        onward = [*(names if loops else ()), *chances[place + 1 :], "good", "bad"]
        scenes[name] = {
            "goto": [
                {"weight": draw(_up_to[3]), "to": draw(_to_one_of(tuple(onward)))}
                for _ in range(draw(_up_to[3]))
            ]
        }
    scenes["good"] = {"end": "won", "satisfaction": "trust"}
    scenes["bad"] = {"end": "lost"}
    learned = draw(_learned)
    return scenario(scenes, meters=METERS, facts=FACTS, learned=learned)


def _a_choice(draw: st.DrawFn, onward: list[str], repeats: bool) -> Plain:
    keys: Plain = {"points": draw(_points), "effect": draw(_effects)}
    keys["learn"] = draw(_learned)
    if draw(_of_three) == 0:
        keys["when"] = draw(_conditions)
    if repeats and draw(_either):
        keys["repeat"] = True
    to = _to_one_of(tuple(onward))
    if draw(_either):
        keys["goto"] = draw(to)
    else:
        keys["goto"] = [{"when": draw(_conditions), "to": draw(to)}, {"to": draw(to)}]
    return choice(**keys)
