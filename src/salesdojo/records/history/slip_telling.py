"""A slip as it was in the talk: what the customer had said, what was said, what would be better.

Of a negotiation, which is one decision: its last move, and the questions and the deal of whoever
bargains best at that table.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.content.text import Text
    from salesdojo.practice.attempt import Event
    from salesdojo.records.history.recurring import Slip
    from salesdojo.records.played import Played


@dataclass(frozen=True, slots=True)
class Told:
    """What was said, or would have been, and the coach's reason."""

    id: str
    say: "Text"
    why: "Text | None"
    """None of moves at a table."""


@dataclass(frozen=True, slots=True)
class ToldSlip:
    """One slip with its lines."""

    slip: "Slip"
    title: "Text"
    """Of the scenario as it was."""
    speaker: "Text | None"
    heard: "Text | None"
    """What was said last before the decision; None where the talk no longer plays so."""
    said: Told
    better: Told


def told(slip: "Slip", played: "Played") -> ToldSlip:
    """Return `slip` as it was in its talk, which is played again up to there.

    Raises:
        RecordsError: DB025 the scenario is missing, or was changed since.
    """
    scenario = played.scenario(slip.attempt.revision)
    talk = _talk(slip, scenario)
    speaker, heard = (None, None) if talk is None else _heard(talk, slip.judged.scene)
    return ToldSlip(
        slip, scenario.title, speaker, heard, _said(slip, scenario, talk), _better(slip, scenario)
    )


def _talk(slip: "Slip", scenario: "Scenario") -> Attempt | None:
    """Return the talk up to the slip; None where it no longer plays so."""
    attempt = Attempt(scenario, slip.attempt.seed)
    try:
        for judged in slip.attempt.result.decisions[: slip.judged.turn - 1]:
            attempt, _ = attempt.take(judged.choice, timed_out=judged.timed_out)
    except PracticeError:
        return None
    return attempt


def _heard(talk: Attempt, scene: str) -> "tuple[Text | None, Text | None]":
    last = talk.events[-1] if talk.events else None
    if last is not None and last.table is not None and not last.table.ends:
        return last.speaker, last.choice.reply
    heard = talk.opening if last is None else last.heard
    if not heard or heard[-1].scene != scene:
        return None, None
    return heard[-1].speaker, heard[-1].line


def _said(slip: "Slip", scenario: "Scenario", talk: Attempt | None) -> Told:
    judged = slip.judged
    scene = scenario.scenes[judged.scene]
    if judged.table is None:
        taken = scene.choices[judged.choice]
        return Told(taken.id, taken.say, taken.why)
    event = None if talk is None else _moved(talk, judged.choice)
    # A move that cannot be played any more is told as it is stored.
    said = scene.words(judged.choice) if event is None else event.choice.say
    return Told(judged.choice, said, None)


def _moved(talk: Attempt, move: str) -> "Event | None":
    try:
        return talk.take(move)[1]
    except PracticeError:
        return None


def _better(slip: "Slip", scenario: "Scenario") -> Told:
    scene = scenario.scenes[slip.judged.scene]
    if scene.bargaining is None:
        better = scene.choices[slip.better]
        return Told(better.id, better.say, better.why)
    from salesdojo.records.history.end_telling import end_in_words

    return Told(slip.better, end_in_words(scene.bargaining.table, slip.better), None)
