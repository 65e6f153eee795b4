"""What `salesdojo progress --json` adds of late attempts, days, what is due and what goes wrong."""

from typing import TYPE_CHECKING

from salesdojo.cli.lately import nothing_yet
from salesdojo.cli.printing import number
from salesdojo.content.catalogue import Motion
from salesdojo.records.days import utc_moment
from salesdojo.records.history.outcomes import funnel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.cli.lately import Lately
    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.outcomes import Tally
    from salesdojo.records.history.recurring import Recurring
    from salesdojo.records.history.trend import Change, Trend
    from salesdojo.records.planning.due import Due


def lately_as_json(
    told: "Lately | None", entries: "Sequence[Entry]", now: int
) -> dict[str, object]:
    """Return the keys `trend`, `calendar`, `due`, `recurring` and `outcomes`.

    Args:
        told: how somebody did lately; None where nobody has a record of theirs.
        entries: what the pack has.
        now: UTC in milliseconds.
    """
    lately = told or nothing_yet(now)
    overview = lately.overview
    calendar = overview.calendar
    return {
        "trend": {
            "talks": _trend(overview.talks),
            "drills": _trend(overview.drills),
            "criteria": {one.criterion: _trend(one.trend) for one in overview.criteria},
        },
        "calendar": {
            "today": calendar.today.isoformat(),
            "days_this_month": calendar.this_month,
            "days": {day.isoformat(): count for day, count in calendar.counts.items()},
        },
        "due": [_due(one) for one in lately.advice.due],
        "recurring": [_recurring(one) for one in lately.recurring],
        "outcomes": {
            str(motion or "all"): {
                name: _outcomes(lately, entries, motion, first_only=first_only)
                for name, first_only in (("first", True), ("all", False))
            }
            for motion in (None, *Motion)
        },
    }


def _trend(trend: "Trend") -> dict[str, object]:
    return {
        "change": _change(trend.change),
        "attempts": [
            {
                "at": utc_moment(one.at),
                "scenario": one.scenario,
                "value": number(one.value),
                "repeat": one.repeat,
            }
            for one in trend.points
        ],
    }


def _change(change: "Change | None") -> dict[str, object] | None:
    if change is None:
        return None
    return {
        "before": number(change.before),
        "now": number(change.now),
        "attempts": change.many,
        "way": str(change.way),
    }


def _due(due: "Due") -> dict[str, object]:
    return {
        "kind": due.kind,
        "id": due.id,
        "name": dict(due.name.by_language),
        "since": utc_moment(due.card.due),
        "recall": due.card.recall,
    }


def _recurring(one: "Recurring") -> dict[str, object]:
    return {
        "kind": str(one.mistake.kind),
        "about": one.mistake.about or None,
        "name": None if one.name is None else dict(one.name.by_language),
        "cost": number(one.cost),
        "decisions": [
            {
                "attempt": slip.attempt.attempt,
                "scenario": slip.attempt.scenario,
                "turn": slip.judged.turn,
                "scene": slip.judged.scene,
                "choice": slip.judged.choice,
                "better": slip.better,
                "cost": number(slip.cost),
            }
            for slip in one.slips
        ],
    }


def _outcomes(
    lately: "Lately", entries: "Sequence[Entry]", motion: Motion | None, *, first_only: bool
) -> dict[str, object]:
    told = funnel(lately.ends, entries, first_only=first_only, motion=motion)
    return {
        **_tally(told.whole),
        "stages": {str(one.stage): _tally(one.tally) for one in told.stages},
    }


def _tally(tally: "Tally") -> dict[str, object]:
    return {
        "won": tally.won,
        "advanced": tally.advanced,
        "declined": tally.declined,
        "stalled": tally.stalled,
        "lost": tally.lost,
        "close_rate": tally.close_rate,
        "decided": tally.decided,
    }
