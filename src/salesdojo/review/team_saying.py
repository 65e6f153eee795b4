"""The words for a team's figures, the same in a terminal's lines and on a screen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure, sure_percent
from salesdojo.records.history.trend import Way
from salesdojo.review.needs import AWAY, Need, Why
from salesdojo.review.team_criteria import FEWEST
from salesdojo.review.team_session import MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.text import Text
    from salesdojo.records.history.outcomes import Tally
    from salesdojo.records.history.trend import Change
    from salesdojo.review.member_row import Cell, MemberRow
    from salesdojo.review.team_table import TeamTable

NOTHING = "-"
"""Stands where there is no figure, which is not 0."""
_SIGNS: Mapping[Way, str] = {Way.UP: "^", Way.DOWN: "v", Way.LEVEL: "="}


def title(team: str, language: str) -> str:
    """Return what a team's table is called."""
    if not team:
        return message("team.title_none", language)
    return message("team.title", language, team=visible(team))


def trend_sign(change: "Change | None") -> str:
    """Return ``^`` or ``v`` for what surely went up or down, ``=`` for no sure difference.

    Nothing where there are too few to compare.
    """
    return "" if change is None else _SIGNS[change.way]


def quality(value: float | None) -> str:
    """Return a quality; ``-`` for none."""
    return NOTHING if value is None else quality_figure(value)


def percent(share: float | None) -> str:
    """Return a share as a whole percentage; ``-`` for none."""
    return NOTHING if share is None else f"{share:.0%}"


def mastery(probability: float | None) -> str:
    """Return P(mastery), never rounded up to what counts as mastered; ``-`` for none."""
    return NOTHING if probability is None else sure_percent(probability)


def last_words(row: "MemberRow", language: str) -> str:
    """Return how long ago somebody practised."""
    if row.fault is not None:
        return message("team.fault", language, code=row.fault.code)
    if row.days is None:
        return message("team.never", language)
    if row.days <= 0:
        return message("team.today", language)
    return message("team.day_one" if row.days == 1 else "team.days", language, days=row.days)


def close_words(tally: "Tally", language: str) -> str:
    """Return a close rate and what it is of; ``-`` of nothing."""
    if tally.close_rate is None:
        return NOTHING
    rate = percent(tally.close_rate)
    return message("team.close_of", language, rate=rate, won=tally.won, decided=tally.decided)


def cell_words(cell: "Cell | None", language: str) -> str:
    """Return what would be earned, whether that is mastery, its evidence and its trend."""
    if cell is None:
        return NOTHING
    sign = trend_sign(cell.told.change).strip("=")
    return f"{share_words(cell, language)} ({cell.ability.attempts}){sign and f' {sign}'}"


def through_words(tally: "Tally | None", language: str) -> str:
    """Return what of a stage went on, and of how many talks; ``-`` of none."""
    if tally is None or tally.through is None:
        return NOTHING
    share = percent(tally.through)
    return message("team.through", language, share=share, talks=tally.pursued)


def share_words(cell: "Cell", language: str) -> str:
    """Return what would be earned at level 3, ``*`` behind it where that is mastery."""
    if cell.share is None:
        return message("team.few", language)
    return f"{percent(cell.share)}{'*' if cell.ability.mastered else ''}"


def need_words(need: Need, names: "Mapping[str, Text]", language: str) -> str:
    """Return why somebody needs help, in a sentence with its evidence."""
    name = "" if need.criterion is None else names[need.criterion].spoken(language)
    if need.why is Why.FALLING and need.change is not None:
        told = need.change
        if need.criterion is None:
            ends = {"before": quality_figure(told.before), "now": quality_figure(told.now)}
            return message("team.need_falling", language, many=told.many, **ends)
        ends = {"before": percent(told.before), "now": percent(told.now)}
        return message("team.need_falling_in", language, name=name, many=told.many, **ends)
    if need.why is Why.WEAK and need.cell is not None:
        low, high = need.cell.interval
        return message(
            "team.need_weak",
            language,
            name=name,
            low=percent(low),
            high=percent(high),
            attempts=need.cell.ability.attempts,
            mastery=mastery(need.cell.mastery),
        )
    return message(f"team.need_{need.why}", language, days=need.days or 0)


def cell_sentence(row: "MemberRow", criterion: str, name: str, language: str) -> str:
    """Return all that is told of one criterion of one person."""
    person, cell = visible(row.person.name), row.cells.get(criterion)
    if cell is None:
        return message("team.cell_none", language, person=person, name=name)
    low, high = cell.interval
    form = "cell_told" if cell.enough else "cell_few"
    sentences = [
        message(
            f"team.{form}",
            language,
            person=person,
            name=name,
            mastery=mastery(cell.mastery),
            share=percent(cell.share),
            low=percent(low),
            high=percent(high),
            attempts=cell.ability.attempts,
            scenarios=cell.told.scenarios,
        )
    ]
    if cell.told.mean is not None:
        mean, firsts = percent(cell.told.mean), cell.told.firsts
        sentences.append(message("team.cell_firsts", language, mean=mean, firsts=firsts))
    change = cell.told.change
    if change is not None:
        ends = {"before": percent(change.before), "now": percent(change.now)}
        sentences.append(message(f"team.cell_change_{change.way}", language, **ends))
    return joined(sentences, language)


def person_sentence(row: "MemberRow", language: str) -> str:
    """Return what is told of one person, apart from skills."""
    from salesdojo.records.mastery.belt_saying import grade_name

    person = visible(row.person.name)
    if row.fault is not None:
        return row.fault.cause(language)
    if row.last is None:
        return message("team.person_none", language, person=person)
    return message(
        "team.person_told",
        language,
        person=person,
        attempts=row.attempts,
        first=quality(row.first),
        best=quality(row.best),
        latest=quality(row.latest),
        belt=message("belts.line", language, grade=grade_name(row.grade, language)),
        close=close_words(row.talks, language),
    )


def summary_sentences(table: "TeamTable", language: str) -> tuple[str, ...]:
    """Return what is told of the whole team: people, close rate, who has no row."""
    whole = table.funnel().whole
    active = sum(one.days is not None and one.days < AWAY for one in table.rows)
    sentences = [
        message(
            "team.summary",
            language,
            people=len(table.rows),
            help=len(table.helped),
            days=AWAY - 1,
            active=active,
        ),
        message("team.summary_close_none", language)
        if whole.close_rate is None
        else message(
            "team.summary_close",
            language,
            rate=percent(whole.close_rate),
            won=whole.won,
            decided=whole.decided,
        ),
    ]
    if table.erased:
        sentences.append(message("team.erased", language, count=table.erased))
    if table.faults:
        sentences.append(message("team.faults", language, count=table.faults))
    return tuple(sentences)


def weakest_sentence(table: "TeamTable", language: str) -> str:
    """Return where the team is weakest, or what is missing to say so."""
    from salesdojo.records.mastery.ability import FEWEST as ATTEMPTS

    lowest = table.weakest
    if lowest is None:
        return message("team.too_few", language, people=FEWEST, attempts=ATTEMPTS)
    return message(
        "team.weakest",
        language,
        name=lowest.name.spoken(language),
        people=lowest.people,
        share=percent(lowest.median_share),
        mastery=mastery(lowest.median_mastery),
    )


def session_sentence(table: "TeamTable", language: str) -> str:
    """Return how long the suggested session is; empty where no weakest criterion is known."""
    if table.weakest is None:
        return ""
    form = "session" if table.session.items else "session_none"
    minutes = table.session.minutes
    return message(f"team.{form}", language, minutes=minutes, most=MINUTES)


def joined(sentences: "Iterable[str]", language: str) -> str:
    """Return sentences as one paragraph."""
    return ("" if language == "ja" else " ").join(sentences)
