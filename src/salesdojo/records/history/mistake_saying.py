"""A recurring mistake in words: the same in a terminal's lines and on a screen."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.records.mastery.course_saying import day_in_a_column

if TYPE_CHECKING:
    from salesdojo.records.history.recurring import Recurring


def mistake_words(one: "Recurring", language: str) -> str:
    """Return what goes wrong."""
    name = "" if one.name is None else one.name.spoken(language)
    return message(f"overview.mistake_{one.mistake.kind}", language, name=name)


def count_words(one: "Recurring", language: str) -> str:
    """Return how often, where and when last, and what it cost in talks where it did."""
    told = message(
        "overview.wrong_counts",
        language,
        times=len(one.slips),
        scenarios=len(one.scenarios),
        date=day_in_a_column(one.slips[0].attempt.at, language),
    )
    if one.cost <= 0:
        return told
    cost = message("overview.wrong_cost", language, cost=loss_figure(one.cost))
    return told + message("overview.comma", language) + cost
