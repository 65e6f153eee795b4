"""The words for a session: why each thing is in it, and what came of it."""

from math import ceil
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.assignments.assignment_saying import due_in_words
from salesdojo.records.days import local_day
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.planning.reasons import Because, Why

if TYPE_CHECKING:
    from salesdojo.records.mastery.ability import Ability
    from salesdojo.records.planning.practised import Moved


def reason(because: Because, now: int, language: str) -> str:
    """Return why something is in a session, in one sentence."""
    if because.why is Why.ASSIGNED and because.by is not None:
        return message(
            "assigning.why", language, due=due_in_words(because.by, local_day(now), language)
        )
    key = f"why_{because.why}"
    days = 0
    if because.why is Why.DUE and because.due is not None:
        days = (now - because.due) // DAY
        key += {0: "_today", 1: "_one"}.get(days, "_days")
    elif because.why is Why.AHEAD and because.due is not None:
        days = days_until(because.due, now)
        key += "_one" if days <= 1 else "_days"
    return message(
        f"practise.{key}",
        language,
        criterion=because.name.spoken(language),
        days=days,
        percent=_percent(because.share),
    )


def due_again(due: int, now: int, language: str) -> str:
    """Return when something is due again."""
    days = days_until(due, now)
    key = {0: "again_now", 1: "again_one"}.get(days, "again_days")
    return message(f"practise.{key}", language, days=days)


def movement(moved: "Moved", language: str) -> str:
    """Return how a criterion stood before and stands after, or that it cannot be said yet."""
    if moved.after.vague:
        return message("practise.moved_vague", language)
    after = _shown(moved.after)
    if moved.before is None or moved.before.vague:
        return message("practise.moved_to", language, after=after)
    return message("practise.moved_from_to", language, before=_shown(moved.before), after=after)


def days_until(due: int, now: int) -> int:
    """Return the days until `due`, begun ones counted; 0 for what is due."""
    return max(0, ceil((due - now) / DAY))


def _shown(ability: "Ability") -> str:
    return _percent(expected_share(ability.mean))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
