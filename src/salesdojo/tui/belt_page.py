"""What a belt rests on, as a page: what is missing, every criterion, every certificate."""

from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.mastery.belt_saying import belt_sentences, counted_state, grade_name
from salesdojo.records.mastery.course_saying import course_states
from salesdojo.records.mastery.courses import CourseState
from salesdojo.tui.evidence_pages import EvidencePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.belts import BeltStanding
    from salesdojo.records.mastery.courses import CourseStanding

_NAME: Final = 28
_COUNTS: Final = 6
_MOST: Final = 4


def belt_page(
    belt: "BeltStanding",
    courses: "Sequence[CourseStanding]",
    entries: "Sequence[Entry]",
    language: str,
) -> EvidencePage:
    """Return the criteria, what counts most first, and then the certificates.

    Args:
        belt: as somebody wears it.
        courses: how they stand in all courses of the pack.
        entries: what can be played, for the titles.
        language: ``ja`` or ``en``.
    """
    states = course_states(courses, entries, language)
    rows = [
        (
            visible(one.name.spoken(language)),
            f"{one.counts:.2f}",
            f"{one.most:.2f}",
            counted_state(one, language),
        )
        for one in belt.criteria
    ]
    rows += [
        (
            visible(one.course.name.spoken(language)),
            "1" if one.state is CourseState.CERTIFIED else "0",
            "1",
            states[one.course.id],
        )
        for one in belt.certificates
    ]
    line = message("belts.line", language, grade=grade_name(belt.grade, language))
    return EvidencePage(
        title=line,
        paragraphs=(*belt_sentences(belt, language), message("belts.note", language)),
        widths=(_NAME, -_COUNTS, -_MOST, 0),
        head=tuple(message("belts.head", language).split("|")),
        count=len(rows),
        line=rows.__getitem__,
    )
