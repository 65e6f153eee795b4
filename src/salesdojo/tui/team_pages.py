"""Pages behind a team's table: why somebody needs help, what to practise, the pipeline."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from salesdojo.content.catalogue import Motion
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.review import team_saying as say
from salesdojo.tui.evidence_pages import EvidencePage, skill_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_table import TeamTable

_NUMBER: Final = 7
_SHARE: Final = 14
_KIND: Final = 10
_NAMED: Final = 2
"""Parts of a session that the team's own page names; the rest is counted."""


def why_page(table: "TeamTable", row: "MemberRow", language: str) -> EvidencePage:
    """Return each reason for which somebody needs help, with its evidence."""
    names = {one.criterion: one.name for one in table.criteria}
    person = visible(row.person.name)
    reasons = [say.need_words(one, names, language) for one in row.needs]
    if not reasons and row.fault is None:
        reasons = [message("team.why_none", language, person=person)]
    return EvidencePage(
        title=message("team.why_title", language, person=person),
        paragraphs=(
            say.person_sentence(row, language),
            *reasons,
            message("team.why_note", language),
        ),
        widths=(0,),
        head=("",),
        count=0,
        line=lambda _: ("",),
    )


def evidence_page(
    row: "MemberRow", skill: "Skill", titles: "Mapping[str, Text]", language: str
) -> EvidencePage:
    """Return the attempts that one cell is told from, the latest first."""
    made = skill_page(skill, titles, language)
    told = say.cell_sentence(row, skill.criterion, made.title, language)
    # The first two of a skill's page speak to the person whose it is.
    rest = made.paragraphs[2:]
    paragraphs = (told, message("team.evidence_note", language), *rest)
    return replace(made.of(row.person.name), paragraphs=paragraphs)


def session_page(table: "TeamTable", language: str) -> EvidencePage:
    """Return the suggested session, and how the team stands at its criterion."""
    items, lowest = table.session.items, table.weakest

    def line(place: int) -> tuple[str, ...]:
        one = items[place]
        return (
            message(f"team.kind_{one.entry.kind}", language),
            one.entry.title.spoken(language),
            str(one.entry.level),
            str(one.entry.minutes),
            message("team.passed_by", language, passed=one.passed, people=table.practising),
        )

    kind, _, *rest = message("team.session_head", language).split("|")
    name = say.title(table.team, language) if lowest is None else lowest.name.spoken(language)
    words = (say.weakest_sentence(table, language), say.session_sentence(table, language))
    return EvidencePage(
        title=message("team.session_title", language, name=visible(name)),
        paragraphs=(*(one for one in words if one), message("team.session_rule", language)),
        widths=(_KIND, 0, -_NUMBER, -_NUMBER, -_SHARE),
        head=(kind, *rest) if items else ("",) * 5,
        count=len(items),
        line=line,
    )


def funnel_page(table: "TeamTable", language: str) -> EvidencePage:
    """Return the team's pipeline: what went on from each stage, by how customers were met."""
    ways = [table.funnel(motion=motion) for motion in (Motion.INBOUND, Motion.OUTBOUND, None)]
    tallies = [{one.stage: one.tally for one in way.stages} for way in ways]
    stages = [one.stage for one in ways[-1].stages]

    def line(place: int) -> tuple[str, ...]:
        stage = stages[place]
        cells = (say.through_words(way.get(stage), language) for way in tallies)
        return message(f"tui.home_stage_{stage}", language), *cells

    return EvidencePage(
        title=message("team.funnel", language),
        paragraphs=say.summary_sentences(table, language),
        widths=(0, -_SHARE, -_SHARE, -_SHARE),
        head=tuple(message("team.funnel_head", language).split("|")),
        count=len(stages),
        line=line,
    )


def suggestion(table: "TeamTable", language: str) -> str:
    """Return where the team is weakest, and what to practise."""
    lowest, session = table.weakest, table.session
    if lowest is None:
        return say.weakest_sentence(table, language)
    words = message(
        "team.weakest_short",
        language,
        name=lowest.name.spoken(language),
        share=say.percent(lowest.median_share),
        people=lowest.people,
    )
    if not session.items:
        return words
    comma, stop = ("、", "。") if language == "ja" else (", ", ".")
    named = session.items[:_NAMED]
    titles = comma.join(visible(one.entry.title.spoken(language)) for one in named)
    if len(session.items) > _NAMED:
        more = len(session.items) - _NAMED
        titles = message("team.session_more", language, titles=titles, count=more)
    practise = message("team.session_short", language, minutes=session.minutes, titles=titles)
    return say.joined((f"{words}{stop}", f"T: {practise}"), language)
