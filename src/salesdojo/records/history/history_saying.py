"""The words for a finished attempt in a list, the same in a terminal's lines and on a screen."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from salesdojo.i18n import message
from salesdojo.records.days import within_calendars
from salesdojo.records.history.history import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.history.history import Past
    from salesdojo.records.history.looking_back import PlayedAttempt

SIDES: Final = ("A", "B")
"""What the two sides of a comparison are called."""


def moment(at: int, language: str) -> str:
    """Return a time (UTC milliseconds) to the minute, by the time zone of this computer."""
    local = datetime.fromtimestamp(within_calendars(at) / 1000, UTC).astimezone()
    return message(
        "history.time",
        language,
        year=local.year,
        month=local.month,
        day=local.day,
        hour=local.hour,
        minute=local.minute,
    )


def how(past: "Past", language: str) -> str:
    """Return how it was played: practice, exam, a retry, or a chapter of a journey."""
    if past.fork is not None:
        return message("history.mode_fork", language, turn=past.fork.turn)
    if past.chapter is not None:
        return message("history.mode_chapter", language, chapter=past.chapter)
    return message(f"history.mode_{past.mode}", language)


def verdict(past: "Past", language: str) -> str:
    """Return whether it passed."""
    return message("history.passed" if past.passed else "history.not_passed", language)


def ending(past: "Past", language: str) -> str:
    """Return how the talk ended."""
    return message(f"history.outcome_{past.outcome}", language)


def marks(past: "Past", language: str) -> str:
    """Return which of first, best and latest it is; what is all of them is the only one."""
    if past.marks == frozenset(Mark):
        return message("history.mark_only", language)
    said = (message(f"history.mark_{mark}", language) for mark in Mark if mark in past.marks)
    return message("history.comma", language).join(said)


def title(scenario: str, titles: "Mapping[str, Text]", language: str) -> str:
    """Return a scenario's title; the id of one that the pack no longer has."""
    return titles[scenario].spoken(language) if scenario in titles else scenario


def side_name(played: "PlayedAttempt | None", language: str) -> str:
    """Return which attempt one side is; None is the exemplar."""
    if played is None:
        return message("history.side_exemplar", language)
    record = played.record
    finished = record.finished_at if record.finished_at is not None else record.begun_at
    said = [moment(finished, language)]
    if record.fork is not None:
        said.append(message("history.mode_fork", language, turn=record.fork.turn))
    return message("history.comma", language).join(said)
