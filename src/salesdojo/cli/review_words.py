"""An attempt as a reviewer reads it in a terminal: openly, blind, and as JSON."""

from typing import TYPE_CHECKING

from salesdojo.cli.debriefing import debrief, result_as_json
from salesdojo.errors import UsageError
from salesdojo.i18n import message
from salesdojo.records.history.history_saying import moment
from salesdojo.review.saying import standing, whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.content.model import Scenario
    from salesdojo.practice.attempt import Heard as SceneHeard
    from salesdojo.records.reviews.said import Heard
    from salesdojo.review.reading import Reading


def open_view(reading: "Reading", language: str) -> str:
    """Return whose attempt it is, its debrief, and what reviewers say of it."""
    played, scenario = reading.played, reading.played.session.attempt.scenario
    record = played.record
    finished = record.finished_at if record.finished_at is not None else record.begun_at
    whose = message(
        "reviewing.opened", language, name=record.person.name, time=moment(finished, language)
    )
    said = reviews_in_words(reading.heard, scenario, language)
    parts = (whose, debrief(played.session, played.result, language), said)
    return "\n\n".join(part for part in parts if part)


def reviews_in_words(heard: "Iterable[Heard]", scenario: "Scenario", language: str) -> str:
    """Return what reviewers say, each with what it is about; empty where they say nothing."""
    told = standing(heard)
    if not told:
        return ""
    lines = [f"  {whole_words(one, scenario, language)}" for one in told]
    head = message("reviewing.reviews", language)
    return "\n".join([head, *lines, f"  {message('reviewing.machine', language)}"])


def blind_view(reading: "Reading", language: str) -> str:
    """Return what was said, without what it was worth, and the criteria to be judged."""
    attempt, played = reading.played.session.attempt, reading.played
    lines = _heard(attempt.opening, language)
    for event in attempt.events:
        text = event.choice.say.spoken(language)
        lines.append(message("reviewing.decision", language, turn=event.turn, text=text))
        if event.table is not None and event.choice.reply is not None:  # half of what is said there
            reply = event.choice.reply.spoken(language)
            lines.append(f"  {event.speaker.spoken(language)}: {reply}")
        lines += _heard(event.heard, language)
    for name in reading.judged:
        criterion = attempt.scenario.rubric.criteria[name]
        lines += ["", f"{name}: {criterion.name.spoken(language)}"]
        lines += [
            f"  {level}  {words.spoken(language)}"
            for level, words in enumerate(criterion.levels, start=1)
        ]
    example = ",".join(f"{name}=3" for name in reading.judged)
    asked = message("reviewing.blind_ask", language, attempt=played.record.id[:12], example=example)
    return "\n".join([*lines, "", asked])


def _heard(heard: "Iterable[SceneHeard]", language: str) -> list[str]:
    return [f"  {one.speaker.spoken(language)}: {one.line.spoken(language)}" for one in heard]


def reading_as_json(reading: "Reading") -> dict[str, object]:
    """Return the attempt as `play --json` prints it, with everything that reviewers said."""
    played = reading.played
    return {
        **result_as_json(played.session, played.result),
        "person": played.record.person.name,
        "reviews": [
            {
                "id": one.said.id,
                "kind": one.said.kind.value,
                "by": one.name,
                "at": one.said.at,
                "turn": one.said.turn,
                "criterion": one.said.criterion,
                "level": one.said.level,
                "words": one.said.words,
                "stands": one.stands,
                "older": one.older,
            }
            for one in reading.heard
        ],
    }


def levels_of(written: str) -> "Mapping[str, int]":
    """Read levels such as ``inquiry=3,value=2``.

    Raises:
        UsageError: US120 a level is none, US124 it cannot be read.
    """
    from salesdojo.content.problem import excerpt

    levels: dict[str, int] = {}
    for part in written.split(","):
        name, equals, level = (piece.strip() for piece in part.partition("="))
        if not name or not equals or name in levels:
            raise UsageError("US124", levels=excerpt(written))
        if not (level.isascii() and level.isdigit() and len(level) == 1):
            raise UsageError("US120", level=excerpt(level))
        levels[name] = int(level)
    return levels
