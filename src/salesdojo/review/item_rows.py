"""Figures of items as rows for a spreadsheet; a figure that cannot be told is an empty cell."""

from typing import TYPE_CHECKING, Final

from salesdojo.review.item_model import Figure, Items, Overview, Untold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from salesdojo.review.csv_text import Cell
    from salesdojo.review.item_model import ChoiceItem, DecisionItem, OverviewRow, VersionItems

OVERVIEW: Final = (
    "scenario", "title", "kind", "revision", "current", "other_versions",
    "first_attempts", "mean", "deviation", "pass_rate",
    "second_attempts", "second_gain", "later_attempts", "later_gain", "unused", "remarks",
)  # fmt: skip
CHOICES: Final = (
    "scenario", "revision", "current", "first_attempts", "scene", "met", "facility", "mean_loss",
    "discrimination", "band", "efficiency", "weight", "choice", "say",
    "n", "share", "choice_mean_loss", "mean_quality", "mean_rest",
    "conditional", "best", "dead", "signs", "remarks",
)  # fmt: skip


def overview_rows(overview: Overview, language: str) -> "Iterator[Sequence[Cell]]":
    """Yield the names of the columns, then a row a scenario."""
    yield OVERVIEW
    for row in overview.rows:
        yield _scenario(row, language)


def choice_rows(items: Items, language: str) -> "Iterator[Sequence[Cell]]":
    """Yield the names of the columns, then a row a choice of the version shown."""
    yield CHOICES
    shown = items.shown
    if shown is not None:
        for decision in shown.decisions:
            first = (*_version(shown), *_decision(decision))
            for choice in decision.choices:
                yield (*first, *_choice(choice, decision, language))


def told(value: Figure | None) -> float | None:
    """Return a figure; None of one that cannot be told."""
    return None if isinstance(value, Untold) else value


def _scenario(row: "OverviewRow", language: str) -> "Sequence[Cell]":
    version = row.version
    attempted = version.attempted
    gains = [cell for gain in attempted.gains for cell in (gain.many, told(gain.mean))]
    return (
        row.id,
        row.title.spoken(language),
        row.kind,
        version.revision,
        _truth(version.current),
        row.others,
        attempted.firsts,
        attempted.mean,
        attempted.deviation,
        attempted.passed,
        *gains,
        None if isinstance(row.unused, Untold) else len(row.unused),
        row.heard,
    )


def _version(shown: "VersionItems") -> "Sequence[Cell]":
    version = shown.version
    return (
        shown.scenario.id,
        version.revision,
        _truth(version.current),
        version.attempted.firsts,
    )


def _decision(item: "DecisionItem") -> "Sequence[Cell]":
    return (
        item.scene,
        item.met,
        told(item.facility),
        item.loss,
        told(item.discrimination),
        item.band,
        told(item.efficiency),
        told(item.weight),
    )


def _choice(choice: "ChoiceItem", item: "DecisionItem", language: str) -> "Sequence[Cell]":
    return (
        choice.id,
        choice.say.spoken(language),
        choice.taken,
        choice.share,
        choice.loss,
        choice.quality,
        choice.rest,
        _truth(choice.conditional),
        _truth(choice.best),
        _truth(choice.dead),
        " ".join(choice.signs),
        # Remarks at a table are on its moves, not on how it ended.
        None if choice.ending else sum(one.remark.choice == choice.id for one in item.heard),
    )


def _truth(value: bool | None) -> str | None:
    return None if value is None else ("false", "true")[value]
