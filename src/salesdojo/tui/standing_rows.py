"""What an author reads beside a talk: figures, points, meters, facts, each a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure, quality_figure, signed_figure

if TYPE_CHECKING:
    from salesdojo.authoring.previewing.standing import Standing
    from salesdojo.practice.attempt import Attempt


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its figure."""

    label: str
    figure: str
    style: str = "bold"
    """Of the figure."""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind."""

    title: str
    """Empty for the first."""
    rows: tuple[Row, ...]


def sections(
    attempt: "Attempt", figures: "Standing | None", language: str, *, solving: bool = False
) -> tuple[Section, ...]:
    """Return what is to be read of `attempt`.

    `figures` is None where it cannot be solved, or is still being solved (`solving`).
    """
    waiting = (Row(message("preview.solving", language), ""),)
    found = (
        Section("", waiting if solving else tuple(_figures(figures, language))),
        Section(message("preview.breaches", language), tuple(_breaches(figures))),
        Section(message("preview.points", language), tuple(_points(figures))),
        Section(message("preview.meters", language), tuple(_meters(attempt, language))),
        Section(message("preview.facts", language), tuple(_facts(attempt, language))),
    )
    return tuple(section for section in found if section.rows)


def _figures(figures: "Standing | None", language: str) -> Iterator[Row]:
    if figures is None:
        yield Row(message("preview.unsolved", language), "")
        return
    yield Row(message("preview.value", language), loss_figure(figures.value), "$accent bold")
    quality = quality_figure(figures.quality)
    yield Row(message("preview.quality", language), quality, "$accent bold")
    weight = loss_figure(figures.start_weight)
    at_start = message("preview.value_of_weight", language, weight=weight)
    yield Row(message("preview.value_start", language), at_start, "")
    if figures.result is None:
        return
    passed = figures.result.passed
    verdict = message("preview.passed" if passed else "preview.not_passed", language)
    outcome = message(f"tui.debrief_outcome_{figures.result.outcome}", language)
    style = "$success bold" if passed else "$error bold"
    yield Row(message("preview.result", language), f"{outcome}, {verdict}", style)
    if figures.result.luck:
        yield Row(message("preview.luck", language), signed_figure(figures.result.luck), "")


def _breaches(figures: "Standing | None") -> Iterator[Row]:
    for breach in figures.breaches if figures else ():
        yield Row(breach, "!", "$error bold")


def _points(figures: "Standing | None") -> Iterator[Row]:
    for criterion, (earned, best) in (figures.points if figures else {}).items():
        yield Row(criterion, f"{earned}/{best}")


def _meters(attempt: "Attempt", language: str) -> Iterator[Row]:
    moved = attempt.events[-1].moved if attempt.events else {}
    for meter in attempt.scenario.meters.values():
        hidden = message("preview.hidden", language, meter=meter.id)
        before, after = moved.get(meter.id, (0, 0))
        change = f" {after - before:+d}" if after != before else ""
        yield Row(hidden if meter.hidden else meter.id, f"{attempt.meters[meter.id]}{change}")


def _facts(attempt: "Attempt", language: str) -> Iterator[Row]:
    known = message("preview.fact_known", language)
    unknown = message("preview.fact_unknown", language)
    for fact in sorted(attempt.scenario.facts, key=lambda one: one not in attempt.facts):
        if fact in attempt.facts:
            yield Row(fact, known, "$success bold")
        else:
            yield Row(fact, unknown, "$quiet")
