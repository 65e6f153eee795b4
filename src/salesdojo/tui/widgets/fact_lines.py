"""What was uncovered in a talk, and what was not, with the question that would have done it."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.tui.widgets.labelled import Labelled
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from salesdojo.content.model import Scenario
    from salesdojo.practice.scoring import Result


def fact_lines(result: "Result", scenario: "Scenario", language: str) -> "Iterator[Widget]":
    """Yield the facts that were uncovered, then those that were missed.

    What only a negotiation would have told is told there.
    """

    def say(name: str) -> str:
        return message(f"tui.{name}", language)

    scenes = scenario.scenes.values()
    if not scenario.facts and not any(one.bargaining for one in scenes):
        yield Prose(say("debrief_no_facts"), classes="note")
    for learned in result.learned:
        words = scenario.facts[learned].spoken(language)
        yield Labelled(say("debrief_learned"), words, style="$success")
    for missed in result.missed:
        words = scenario.facts[missed.fact].spoken(language)
        question = scenario.scenes[missed.scene].words(missed.choice).spoken(language)
        yield Labelled(say("debrief_missed"), words, style="$error")
        yield Labelled(say("debrief_ask"), question, classes="question")
