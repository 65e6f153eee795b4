"""What a course's state or a skill's figure rests on, as a page of lines in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.course_saying import day_in_a_column
from salesdojo.tui.figures.anchor_lines import anchor_paragraphs

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.records.mastery.anchors import Anchor
    from salesdojo.records.mastery.courses import CourseStanding
    from salesdojo.records.mastery.skills import Skill

_DATE: Final = 11
_SHARE: Final = 5
_WEIGHT: Final = 6
_LEAST: Final = 0.01


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page to be shown; its lines are made when they come into sight."""

    title: str
    paragraphs: tuple[str, ...]
    widths: tuple[int, ...]
    """Of the columns, in cells: 0 takes what is left, a negative one holds figures, which stand
    on the right."""
    head: tuple[str, ...]
    """What the columns are called."""
    count: int
    """How many lines there are."""
    line: Callable[[int], tuple[str, ...]]
    """The cells of the line at a place, 0 for the first."""

    def of(self, name: str) -> "EvidencePage":
        """Return the page with the name of whose figures they are before its title."""
        return replace(self, title=f"{visible(name)}: {self.title}")


def skill_page(
    skill: "Skill", titles: "Mapping[str, Text]", language: str, anchor: "Anchor | None" = None
) -> EvidencePage:
    """Return the attempts that a skill is told from, the latest first.

    Above them stand the level that talks have shown and the next one, where there is an `anchor`.
    Where `skill.evidence` has only the latest of them, it says so.
    """

    def line(place: int) -> tuple[str, ...]:
        one = skill.evidence[-1 - place]
        return (
            day_in_a_column(one.at, language),
            _title(one.scenario, titles, language),
            f"{one.share:.0%}",
            _weight(one.weight),
        )

    low, high = (expected_share(end) for end in skill.ability.interval)
    figure = message(
        "progress.evidence_vague" if skill.ability.vague else "progress.evidence_figure",
        language,
        share=f"{expected_share(skill.ability.mean):.0%}",
        low=f"{low:.0%}",
        high=f"{high:.0%}",
    )
    return EvidencePage(
        title=visible(skill.name.spoken(language)),
        paragraphs=(
            figure,
            *(() if anchor is None else anchor_paragraphs(anchor, language)),
            message("progress.evidence_note", language),
            *_those_before(skill, language),
        ),
        widths=(_DATE, 0, -_SHARE, -_WEIGHT),
        head=tuple(message("progress.evidence_head", language).split("|")),
        count=len(skill.evidence),
        line=line,
    )


def _those_before(skill: "Skill", language: str) -> tuple[str, ...]:
    """Say how many attempts are counted in the figure but not listed."""
    listed, all_of_them = len(skill.evidence), skill.ability.attempts
    if all_of_them <= listed:
        return ()
    return (
        message("progress.evidence_latest", language, listed=listed, before=all_of_them - listed),
    )


def course_page(
    standing: "CourseStanding", state: str, titles: "Mapping[str, Text]", language: str
) -> EvidencePage:
    """Return when each scenario of a course was passed last, in the course's order."""
    course = standing.course

    def line(place: int) -> tuple[str, ...]:
        scenario = course.required[place]
        passed = standing.passes.get(scenario)
        day = message("progress.course_never", language)
        if passed is not None:
            day = day_in_a_column(passed, language)
        return day, _title(scenario, titles, language)

    return EvidencePage(
        title=visible(course.name.spoken(language)),
        paragraphs=(f"{state[:1].upper()}{state[1:]}", *_certificate(standing, language)),
        widths=(_DATE, 0),
        head=tuple(message("progress.course_head", language).split("|")),
        count=len(course.required),
        line=line,
    )


def _certificate(standing: "CourseStanding", language: str) -> tuple[str, ...]:
    course = standing.course
    if course.certifies is None:
        return ()
    words = course.certifies.spoken(language)
    if course.valid_months is None:
        return (message("progress.course_certifies", language, words=words),)
    months = course.valid_months
    return (
        message("progress.course_months", language, words=words, months=months),
        message("progress.course_renew", language),
    )


def _weight(weight: float) -> str:
    """Return a weight with two decimals; what is too small for them still shows."""
    return "< 0.01" if weight < _LEAST else f"{weight:.2f}"


def _title(scenario: str, titles: "Mapping[str, Text]", language: str) -> str:
    """Return a scenario's title; the id of one that the pack no longer has."""
    return titles[scenario].spoken(language) if scenario in titles else scenario
