"""Facts that a talk leaves behind: what only a costly line brings about is nobody's to advise."""

from pathlib import Path

from salesdojo.content.library import open_library
from salesdojo.practice.left_behind import left_behind
from support.scenarios import scenario

SHIPPED = Path(__file__).parents[2] / "scenarios"
FACTS = {"asked": "It is the budget", "promised": "They hold a promise", "both": "Two ways to it"}


def line(say: str, *learn: str, points: int = 0, **more: str) -> dict[str, object]:
    earned = {"points": {"inquiry": points}} if points else {}
    return {"say": say, "why": "So it is", "goto": "end", "learn": [*learn], **earned, **more}


def test_what_only_a_line_that_loses_points_brings_about_is_left_behind() -> None:
    talk = scenario(
        {
            "hello": {
                "customer": "Yes?",
                "choices": {
                    "ask": line("Why now?", "asked", "both", points=3),
                    "free": line("We do it all for nothing", "promised", "both", points=-1),
                },
            },
            "end": {"customer": "Bye", "end": "advanced"},
        },
        facts=FACTS,
    )
    assert left_behind(talk) == {"promised"}


def test_what_only_a_breach_brings_about_is_left_behind() -> None:
    talk = scenario(
        {
            "hello": {
                "customer": "Yes?",
                "choices": {
                    "ask": line("Why now?", "asked", "both", points=3),
                    "lie": line(
                        "I am from the bank", "promised", points=4, breach="false_identity"
                    ),
                },
            },
            "end": {"customer": "Bye", "end": "advanced"},
        },
        facts=FACTS,
    )
    assert left_behind(talk) == {"promised"}


def test_in_the_pack_that_ships_only_promises_and_slips_are_left_behind() -> None:
    library = open_library(SHIPPED, None)
    found = {
        (entry.id, fact)
        for entry in library.entries
        for fact in left_behind(library.scenario(entry.id))
    }
    assert found == {
        ("one_line_in_chat", "took_on_data"),
        ("typing_at_five", "floor_left_out"),
        ("typing_at_five", "clerk_exposed"),
        ("are_we_watched", "union_passed"),
        ("are_we_watched", "off_word"),
    }
