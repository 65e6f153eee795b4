"""A team's table as values ready for JSON: a contract (docs/managers.md)."""

from typing import TYPE_CHECKING

from salesdojo.content.catalogue import Motion
from salesdojo.records.people.person_export import iso_time

if TYPE_CHECKING:
    from salesdojo.records.history.outcomes import Tally
    from salesdojo.records.history.trend import Change
    from salesdojo.review.member_row import Cell, MemberRow
    from salesdojo.review.needs import Need
    from salesdojo.review.team_criteria import TeamCriterion
    from salesdojo.review.team_table import TeamTable

Plain = dict[str, object]


def team_json(table: "TeamTable") -> Plain:
    """Return all of it; None stands where nothing can be said, never 0."""
    return {
        "team": table.team,
        "at": iso_time(table.now),
        "people": [_person(one) for one in table.rows],
        "erased": table.erased,
        "faults": table.faults,
        "practising": table.practising,
        "criteria": [_criterion(one) for one in table.criteria],
        "weakest": None if table.weakest is None else table.weakest.criterion,
        "session": {
            "minutes": table.session.minutes,
            "items": [
                {"id": one.entry.id, "kind": one.entry.kind, "minutes": one.entry.minutes,
                 "level": one.entry.level, "passed": one.passed, "worth": one.worth}
                for one in table.session.items
            ],
        },
        "funnel": {
            str(motion or "all"): {
                "all": _funnel(table, motion, first_only=False),
                "first": _funnel(table, motion, first_only=True),
            }
            for motion in (None, *Motion)
        },
    }  # fmt: skip


def _person(row: "MemberRow") -> Plain:
    return {
        "person": row.person.id,
        "name": row.person.name,
        "fault": None if row.fault is None else row.fault.code,
        "last": None if row.last is None else iso_time(row.last),
        "days": row.days,
        "attempts": row.attempts,
        "first": row.first,
        "best": row.best,
        "latest": row.latest,
        "trend": _change(row.change),
        "talks": _tally(row.talks),
        "first_talks": _tally(row.first_talks),
        "belt": None if row.grade is None else row.grade.id,
        "needs": [_need(one) for one in row.needs],
        "criteria": {name: _cell(cell) for name, cell in row.cells.items()},
    }


def _cell(cell: "Cell") -> Plain:
    low, high = cell.interval
    return {
        "enough": cell.enough,
        "mastery": cell.mastery,
        "share": cell.share,
        "low": low,
        "high": high,
        "attempts": cell.ability.attempts,
        "scenarios": cell.told.scenarios,
        "firsts": cell.told.firsts,
        "mean": cell.told.mean,
        "trend": _change(cell.told.change),
    }


def _need(need: "Need") -> Plain:
    return {
        "why": str(need.why),
        "criterion": need.criterion,
        "days": need.days,
        "change": _change(need.change),
    }


def _criterion(one: "TeamCriterion") -> Plain:
    return {
        "id": one.criterion,
        "name": dict(one.name.by_language),
        "met": one.met,
        "people": one.people,
        "median_mastery": one.median_mastery,
        "mean_mastery": one.mean_mastery,
        "median_share": one.median_share,
        "attempts": one.attempts,
        "firsts": one.firsts,
        "mean": one.mean,
    }


def _funnel(table: "TeamTable", motion: Motion | None, *, first_only: bool) -> Plain:
    told = table.funnel(first_only=first_only, motion=motion)
    return {
        **_tally(told.whole),
        "stages": {
            str(one.stage): {
                **_tally(one.tally),
                "through": one.tally.through,
                "arriving": one.arriving,
            }
            for one in told.stages
        },
    }


def _tally(tally: "Tally") -> Plain:
    return {
        "won": tally.won,
        "advanced": tally.advanced,
        "declined": tally.declined,
        "stalled": tally.stalled,
        "lost": tally.lost,
        "close_rate": tally.close_rate,
    }


def _change(change: "Change | None") -> Plain | None:
    if change is None:
        return None
    return {
        "way": str(change.way),
        "before": change.before,
        "now": change.now,
        "many": change.many,
    }
