"""`play --watch`: perfect play with the coach's notes; nothing is recorded."""

import sys
from collections.abc import Sequence

from salesdojo.cli.naming import named_scenario
from salesdojo.cli.printing import out
from salesdojo.cli.streams import put
from salesdojo.cli.surroundings import Surroundings
from salesdojo.i18n import message
from salesdojo.practice.attempt import Attempt, Event, Heard
from salesdojo.practice.following import moves_of
from salesdojo.practice.scoring import best_choices
from salesdojo.records.values import solution

LONGEST = 200
"""Decisions after which a talk that turns in circles is left."""
SEED = 0
"""What is watched is the same for everyone."""


def watch(here: Surroundings, name: str) -> int:
    """Print the exemplar, a decision at a time where someone is there to press Enter."""
    scenario = named_scenario(here, name)
    solved = solution(scenario, here.cache)
    attempt = Attempt(scenario, SEED)
    language = here.language

    def tell(heard: tuple[Heard, ...]) -> None:
        for scene in heard:
            if scene.note is not None:
                out(f"({scene.note.spoken(language)})")
            out(f"{scene.speaker.spoken(language)}: {scene.line.spoken(language)}")

    out(f"== {scenario.title.spoken(language)} ==")
    tell(attempt.opening)
    while attempt.outcome is None and attempt.turn < LONGEST:
        if sys.stdin.isatty():
            put(message("cli.watch_on", language), at_once=True)
            sys.stdin.readline()
        best = _onward(attempt, best_choices(attempt.state, solved))
        for move in moves_of(attempt, best):
            attempt, event = attempt.take(move)
            _tell(event, language)
            tell(event.heard)
    out()
    if attempt.outcome is not None:
        out(message(f"cli.outcome_{attempt.outcome.value}", language))
    return 0


def _tell(event: Event, language: str) -> None:
    out()
    out(message("cli.you", language, text=event.choice.say.spoken(language)))
    if event.choice.reply is not None:
        out(f"{event.speaker.spoken(language)}: {event.choice.reply.spoken(language)}")
    if why := event.choice.why.spoken(language):
        out(message("cli.coach", language, text=why))
    if event.table is not None and event.table.ends:
        from salesdojo.cli.table_debrief import outcome

        out(outcome(event.table.state, language))


def _onward(attempt: Attempt, best: Sequence[str]) -> str:
    """Return a best choice that was not taken yet: one that repeats could go on for ever."""
    said = {(event.scene, event.choice.id) for event in attempt.events}
    fresh = [choice for choice in best if (attempt.scene.id, choice) not in said]
    return (fresh or best)[0]
