"""What a talk uncovered, what it left behind, and what it missed, with the line for it."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.practice.left_behind import left_behind
from salesdojo.tui.widgets.labelled import Labelled
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from salesdojo.content.model import Scenario
    from salesdojo.practice.scoring import Result


def fact_lines(result: "Result", scenario: "Scenario", language: str) -> "Iterator[Widget]":
    """Yield the facts that were uncovered, then those left behind, then those missed.

    What only a negotiation would have told is told there.
    """

    def say(name: str) -> str:
        return message(f"tui.{name}", language)

    scenes = scenario.scenes.values()
    if not scenario.facts and not any(one.bargaining for one in scenes):
        yield Prose(say("debrief_no_facts"), classes="note")
    scars = left_behind(scenario)
    for learned in result.learned:
        if learned not in scars:
            words = scenario.facts[learned].spoken(language)
            yield Labelled(say("debrief_learned"), words, style="$success")
    for left in result.learned:
        if left in scars:
            words = scenario.facts[left].spoken(language)
            yield Labelled(say("debrief_left"), words, style="$error")
    for missed in result.missed:
        if missed.fact in scars:
            continue
        words = scenario.facts[missed.fact].spoken(language)
        question = scenario.scenes[missed.scene].words(missed.choice).spoken(language)
        yield Labelled(say("debrief_missed"), words, style="$error")
        yield Labelled(say("debrief_ask"), question, classes="question")
