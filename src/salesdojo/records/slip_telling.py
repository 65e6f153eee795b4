"""A slip as it was in the talk: what the customer had said, what was said, what would be better."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt

if TYPE_CHECKING:
    from salesdojo.content.model import Choice, Scenario
    from salesdojo.content.text import Text
    from salesdojo.records.played import Played
    from salesdojo.records.recurring import Slip


@dataclass(frozen=True, slots=True)
class ToldSlip:
    """One slip with its lines."""

    slip: "Slip"
    title: "Text"
    """Of the scenario as it was."""
    speaker: "Text | None"
    heard: "Text | None"
    """What was said last before the decision; None where the talk no longer plays so."""
    said: "Choice"
    better: "Choice"


def told(slip: "Slip", played: "Played") -> ToldSlip:
    """Return `slip` as it was in its talk, which is played again up to there.

    Raises:
        RecordsError: DB025 the scenario is missing, or was changed since.
    """
    scenario = played.scenario(slip.attempt.revision)
    choices = scenario.scenes[slip.judged.scene].choices
    speaker, heard = _heard(slip, scenario)
    return ToldSlip(
        slip, scenario.title, speaker, heard, choices[slip.judged.choice], choices[slip.better]
    )


def _heard(slip: "Slip", scenario: "Scenario") -> "tuple[Text | None, Text | None]":
    before = slip.attempt.result.decisions[: slip.judged.turn - 1]
    attempt = Attempt(scenario, slip.attempt.seed)
    try:
        for judged in before:
            attempt, _ = attempt.take(judged.choice, timed_out=judged.timed_out)
    except PracticeError:
        return None, None
    heard = attempt.events[-1].heard if attempt.events else attempt.opening
    if not heard or heard[-1].scene != slip.judged.scene:
        return None, None
    return heard[-1].speaker, heard[-1].line
