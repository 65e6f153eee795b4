"""A scenario too large to be scored exactly is refused, and what makes it so is named."""

import pickle
from typing import Any

import pytest

from salesdojo.content.model import Scenario
from salesdojo.practice.solving import solve
from salesdojo.practice.too_large import TooLargeError
from support.scenarios import choice, scenario

END = {"end": "won"}


def refused(story: Scenario) -> TooLargeError:
    with pytest.raises(TooLargeError) as caught:
        solve(story)
    return caught.value


def test_a_hub_of_many_questions_is_named() -> None:
    questions = {f"q{n}": choice(points={"inquiry": 1}, goto="hub") for n in range(18)}
    story = scenario(
        {
            "before": {
                "choices": {
                    "warm": choice(effect={"trust": 10}, goto="hub"),
                    "cool": choice(effect={"trust": -10}, goto="hub"),
                }
            },
            "hub": {"choices": {**questions, "go": choice(when="trust >= 40", goto="e")}},
            "e": END,
        },
        meters={"trust": 40},
    )
    error = refused(story)
    assert (error.code, error.values) == ("PR003", {"limit": 200_000})
    assert error.multipliers == ("hub", "trust")


def fine_meters(*names: str) -> Scenario:
    """Build a story in which every value of each meter is told apart by a later scene."""
    moves: dict[str, Any] = {}
    for name in names:
        for amount in (1, 7, -1, -7):
            way = choice(effect={name: amount}, repeat=True, goto="moving")
            moves[f"{name}_{amount + 7}"] = way
    asks = {
        f"ask_{number}": choice(when=f"{names[number % len(names)]} == {number}", goto="e")
        for number in range(100)
    }
    return scenario(
        {
            "moving": {"choices": {**moves, "go": choice(goto="asking")}},
            "asking": {"choices": {**asks, "leave": choice(goto="e")}},
            "e": END,
        },
        meters=dict.fromkeys(names, 50),
        facts={"cash": "Cash is short"},
    )


def test_meters_whose_every_value_counts_are_named() -> None:
    assert refused(fine_meters("trust", "interest", "hurry")).multipliers == (
        "trust",
        "interest",
        "hurry",
    )


def test_no_more_than_what_multiplies_most_is_named() -> None:
    story = fine_meters("trust", "interest", "hurry", "doubt")
    assert len(refused(story).multipliers) == 3


def test_a_turn_far_away_is_named() -> None:
    far = {"a": choice(when="turn > 99999", goto="e"), "b": choice(goto="e")}
    error = refused(scenario({"s": {"choices": far}, "e": END}))
    assert (error.values, error.multipliers) == ({"limit": 10_000}, ("turn",))


def test_what_multiplies_a_loop_with_chance_is_named() -> None:
    story = scenario(
        {
            "asking": {
                "choices": {
                    "warm": choice(effect={"trust": 7}, repeat=True, goto="chance"),
                    "cool": choice(effect={"trust": -3}, repeat=True, goto="chance"),
                    "press": choice(effect={"irritation": 30}, repeat=True, goto="asking"),
                    "calm": choice(effect={"irritation": -30}, repeat=True, goto="asking"),
                    "go": choice(points={"inquiry": 1}, when="trust - irritation > 5", goto="e"),
                }
            },
            "chance": {"goto": [{"weight": 1, "to": "asking"}, {"weight": 1, "to": "e"}]},
            "e": END,
        },
        meters={"trust": 50, "irritation": 0},
    )
    error = refused(story)
    assert (error.values, error.multipliers) == ({"limit": 300}, ("trust", "irritation"))


def test_the_refusal_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(TooLargeError(200_000, ("trust",))))  # noqa: S301
    assert isinstance(error, TooLargeError)
    assert (error.multipliers, str(error)) == (("trust",), str(TooLargeError(200_000)))
