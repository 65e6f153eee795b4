"""A line typed before the choices are shown, in line mode."""

import sys

from salesdojo.cli.printing import out
from salesdojo.cli.streams import put
from salesdojo.content.own_words import own_words
from salesdojo.i18n import message
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.recalling import LONGEST_TYPED, Recalled, recalled


def ask_for_line(attempt: Attempt, language: str) -> Recalled | None:
    """Ask for a line of the trainee's own; None where nothing was typed."""
    out()
    put(message("recall.plain_ask", language), at_once=True)
    typed = own_words(sys.stdin.readline(), LONGEST_TYPED)
    return recalled(typed, attempt.shown) if typed else None


def nearest_in_words(attempt: Attempt, recall: Recalled, language: str) -> str:
    """Say which of the choices, by number, is nearest to what was typed."""
    if not recall.near:
        return message("recall.far", language)
    names = [choice.id for choice in attempt.shown]
    text, likeness = str(names.index(recall.nearest) + 1), round(recall.likeness)
    return message("recall.plain_nearest", language, text=text, likeness=likeness)
