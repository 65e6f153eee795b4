"""A session as JSON: its items with their reasons, and what made every due date."""

from typing import TYPE_CHECKING

from salesdojo.i18n import LANGUAGES
from salesdojo.records.days import utc_moment
from salesdojo.records.planning.saying import reason

if TYPE_CHECKING:
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.planning.plan import Item, Plan
    from salesdojo.records.planning.schedule import Card


def session_as_json(session: "Plan", known: "Known", now: int) -> dict[str, object]:
    """Return what `practise --json` prints: other programs rely on it."""
    cards = {"criterion": known.criteria, "drill": known.drills}
    return {
        "asked": session.asked,
        "minutes": session.minutes,
        "items": [_item(item, now) for item in session.items],
        "due": [
            {"kind": kind, "id": name, **_card(held[name])}
            for kind, held in cards.items()
            for name in sorted(held, key=lambda one: (held[one].due, one))
        ],
    }


def _item(item: "Item", now: int) -> dict[str, object]:
    entry, because = item.entry, item.because
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": dict(entry.title.by_language),
        "minutes": entry.minutes,
        "priority": item.priority,
        "why": because.why.value,
        "criterion": because.criterion,
        "share": because.share,
        "due": None if because.due is None else utc_moment(because.due),
        "reason": {language: reason(because, now, language) for language in LANGUAGES},
    }


def _card(card: "Card") -> dict[str, object]:
    return {
        "due": utc_moment(card.due),
        "recall": card.recall,
        "attempts": [
            {"attempt": one.attempt, "at": utc_moment(one.at), "rating": one.rating.name.lower()}
            for one in card.reviews
        ],
    }
