"""Figures of items for other programs."""

from typing import TYPE_CHECKING

from salesdojo.review.item_model import Figure, Items, Overview, Untold
from salesdojo.review.item_rows import told

if TYPE_CHECKING:
    from salesdojo.records.reviews.remark import Heard
    from salesdojo.review.item_model import (
        Attempted,
        ChoiceItem,
        DecisionItem,
        OverviewRow,
        Version,
        VersionItems,
    )

Plain = dict[str, object]


def overview_as_json(overview: Overview) -> Plain:
    """Return every scenario with what attempts say of it."""
    return {
        "scenarios": [_row(row) for row in overview.rows],
        "unplayed": list(overview.unplayed),
        "unreadable_revisions": overview.unreadable,
    }


def items_as_json(items: Items) -> Plain:
    """Return one scenario in full; what cannot be told is null, and why stands in `untold`."""
    first: Plain = {
        "scenario": items.id,
        "title": dict(items.title.by_language),
        "in_pack": items.here,
        "versions": [_version(version) for version in items.versions],
    }
    return first | ({"shown": None} if items.shown is None else {"shown": _shown(items.shown)})


def _row(row: "OverviewRow") -> Plain:
    few = isinstance(row.unused, Untold)
    return {
        "scenario": row.id,
        "title": dict(row.title.by_language),
        "kind": row.kind,
        "version": _version(row.version),
        "other_versions": row.others,
        "unused": None
        if isinstance(row.unused, Untold)
        else [
            {"scene": one.scene, "choice": one.choice, "n": one.taken, "met": one.met}
            for one in row.unused
        ],
        "untold": {"unused": str(row.unused)} if few else {},
        "remarks": row.heard,
    }


def _version(version: "Version") -> Plain:
    return {
        "revision": version.revision,
        "revisions": list(version.revisions),
        "current": version.current,
        **_attempted(version.attempted),
    }


def _attempted(attempted: "Attempted") -> Plain:
    return {
        "first_attempts": attempted.firsts,
        "mean": attempted.mean,
        "deviation": attempted.deviation,
        "pass_rate": attempted.passed,
        "gains": [
            {"tries": gain.tries, "n": gain.many, **_figures(mean=gain.mean)}
            for gain in attempted.gains
        ],
    }


def _figures(**figures: Figure) -> Plain:
    why = {name: str(value) for name, value in figures.items() if isinstance(value, Untold)}
    return {**{name: told(value) for name, value in figures.items()}, "untold": why}


def _shown(shown: "VersionItems") -> Plain:
    return {
        "revision": shown.version.revision,
        "pass_mark": shown.scenario.rubric.pass_mark,
        **_figures(
            consistency=shown.consistency,
            error_ratio=shown.error_ratio,
            standard_error=shown.standard_error,
        ),
        "flips": [
            {
                "points": one.points,
                **_figures(raised=one.raised, lowered_at_most=one.lowered),
            }
            for one in shown.flips
        ],
        "decisions": [_decision(item) for item in shown.decisions],
        "remarks_elsewhere": shown.elsewhere,
    }


def _decision(item: "DecisionItem") -> Plain:
    return {
        "scene": item.scene,
        "met": item.met,
        "mean_loss": item.loss,
        **_figures(
            facility=item.facility,
            discrimination=item.discrimination,
            efficiency=item.efficiency,
            weight=item.weight,
        ),
        "band": item.band,
        "choices": [_choice(choice) for choice in item.choices],
        "remarks": [_remark(one) for one in item.heard],
    }


def _choice(choice: "ChoiceItem") -> Plain:
    return {
        "choice": choice.id,
        "say": dict(choice.say.by_language),
        "n": choice.taken,
        "share": choice.share,
        "mean_loss": choice.loss,
        "mean_quality": choice.quality,
        "mean_rest": choice.rest,
        "conditional": choice.conditional,
        "best": choice.best,
        "dead": choice.dead,
        "signs": list(choice.signs),
    }


def _remark(heard: "Heard") -> Plain:
    remark = heard.remark
    return {
        "choice": remark.choice,
        "kind": remark.kind.value,
        "words": remark.words,
        "language": remark.language,
        "at": remark.at,
    }
