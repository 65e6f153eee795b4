"""How the latest attempts compare with those before, in words and whole numbers."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.history.trend import Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.records.history.trend import Change, CriterionTrend


def change_words(change: "Change | None", language: str) -> str:
    """Return the two means and which way it went, or that there are too few to compare."""
    if change is None:
        return message("overview.change_few", language)
    before, now = round(change.before), round(change.now)
    return message(f"overview.change_{change.way}", language, before=before, now=now)


def gains(criteria: "Iterable[CriterionTrend]", way: Way, language: str) -> tuple[str, ...]:
    """Return the criteria that surely went that way, the largest change first."""
    went = [(one.name, one.trend.change) for one in criteria if one.trend.change is not None]
    sure = [(name, change) for name, change in went if change.way is way]
    sure.sort(key=lambda told: -abs(told[1].now - told[1].before))
    return tuple(
        message(
            "overview.gain",
            language,
            name=name.spoken(language),
            before=round(change.before),
            now=round(change.now),
        )
        for name, change in sure
    )
