"""Somebody's figures as of now: those kept, and what was finished since."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.figures import CALIBRATION, Figures, figured
from salesdojo.records.mastery.figures_json import read_figures, written
from salesdojo.records.mastery.kept_figures import SKILLS, WORTH_IT, Kept
from salesdojo.records.planning import schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.model import Finished, Person
    from salesdojo.records.played import Played
    from salesdojo.records.store import Store

_RULES: Final = 1
"""To be raised with every change of what `figured` makes of the same attempts."""


def figures_of(store: "Store", person: "Person", now: int, played: "Played") -> Figures:
    """Return the figures of `person`, as of `now`; what was added to those kept is kept.

    Times are those of `finishing.in_order`: a time after `now` was never.

    Raises:
        RecordsError: DB025 a scenario is missing or was changed, or what keeps the records
            from being read.
        PracticeError: PR003 a scenario is too large to be scored exactly.
    """
    row = store.figures.row(person, SKILLS)
    known = _figures(row, now)
    new = store.finished(person, known.through)
    steady, figures = folded(known, new, now, played)
    if steady.through > known.through and len(new) >= WORTH_IT:
        store.figures.keep(person, SKILLS, row, Kept(steady.through, made_by(), written(steady)))
    return figures


def folded(
    known: Figures, new: "Sequence[Finished]", now: int, played: "Played"
) -> tuple[Figures, Figures]:
    """Return figures that can be kept, and those of every attempt.

    The time of an attempt after `now` is that of the next one that is not; of those after
    which there is none, it is `now`, and the next moment another.

    Args:
        known: figures true at `now`.
        new: every attempt after those, in the order of finishing.
        now: UTC in milliseconds.
        played: the scenarios as they were then.

    Raises:
        RecordsError, PracticeError: as in `figured`.
    """
    last = now if known.last is None else known.last
    told = [
        one if known.last is None or one.at >= last else replace(one, at=last)
        for one in in_order(new, now)
    ]
    steady = max((place for place, one in enumerate(new, 1) if one.at <= now), default=0)
    ahead = [one.at for one in new[:steady] if one.at > now]
    until = min((one for one in (known.until, *ahead) if one is not None), default=None)
    kept = figured(replace(known, until=until), told[:steady], played)
    return kept, figured(kept, told[steady:], played)


def made_by() -> str:
    """Return what makes figures: those made by anything else are told anew."""
    return f"skills-{_RULES} {CALIBRATION} {schedule.made_by()}"


def _figures(row: Kept | None, now: int) -> Figures:
    """Return the figures kept; empty ones where they are no use `now`."""
    if row is None or row.made_by != made_by():
        return Figures()
    try:
        kept = read_figures(row.body)
    except ValueError:
        return Figures()
    return kept if kept.true_at(now) else Figures()
