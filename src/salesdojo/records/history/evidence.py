"""The attempts that a figure rests on: the latest of them, looked up where they are stored."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.mastery.folding import figures_of
from salesdojo.records.mastery.skills import Skill, told_by
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store


def with_evidence(
    store: "Store", person: "Person", skill: Skill, now: int, cache: Path | None
) -> Skill:
    """Return `skill` with its latest evidence, at most `figures.LATELY` attempts.

    Args:
        store: the records.
        person: whose skill it is.
        skill: as it was told; its figure stays.
        now: UTC in milliseconds.
        cache: where figures of scenarios are kept; None keeps none.

    Raises:
        RecordsError: DB025, or what keeps the records from being read.
        PracticeError: PR003 a scenario is too large to be scored exactly.
    """
    played = Played(store, cache)
    figures = figures_of(store, person, now, played)
    if skill.criterion not in figures.criteria:
        return skill
    lately = {one.stored: one for one in figures.criteria[skill.criterion].lately}
    found = store.figures.finished(person, tuple(lately))
    evidence = (
        told_by(replace(one, at=lately[one.stored].at), played, lately[one.stored].tries)
        for one in found
    )
    return replace(skill, evidence=tuple(one[skill.criterion] for one in evidence))
