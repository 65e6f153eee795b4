"""A negotiation as it stands, line by line: what the trainee may know, and what can be said."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salesdojo.content.table import Issue, Option
from salesdojo.i18n import message
from salesdojo.practice.table.asked import Came, asked
from salesdojo.practice.table.move_text import package_text
from salesdojo.practice.table.packages import Package
from salesdojo.practice.table.state import TableState
from salesdojo.practice.table.view import SeenIssue, View, view
from salesdojo.records.history.table_saying import (
    issue_name,
    mood_words,
    named,
    option_name,
    percent,
)

_ALL: Final = 8
"""So many options are listed each round; of more, those about our last offer and the ends."""


def standing_lines(state: TableState, language: str) -> Iterator[str]:
    """Yield how a negotiation stands before a move."""
    seen = view(state)
    yield from _heading(state, seen, language)
    for number, issue in enumerate(state.table.issues):
        yield from _issue(state, seen, number, issue, language)
    yield from _worths(state, seen, language)
    yield from _questions(state, seen, language)
    yield from _reasons(state, seen, language)


def help_lines(state: TableState, language: str) -> Iterator[str]:
    """Yield what can be said, with examples of this table, and every option."""
    table, seen = state.table, view(state)
    package = seen.offers[-1] if seen.offers else seen.best
    whole = package_text(table, package)
    yield message("table_talk.help", language)
    yield message("table_talk.help_propose", language, package=whole)
    if table.reasons:
        reason = table.reasons[0].id
        yield message("table_talk.help_because", language, package=whole, reason=reason)
    change = _change(seen, package)
    if change is not None:
        number, place = change
        other = f"{table.issues[number].id}={table.issues[number].options[place].id}"
        yield message("table_talk.help_several", language, package=whole, change=other)
    if len(table.issues) > 1:
        want, give = table.issues[0].id, table.issues[1].id
        yield message("table_talk.help_if", language, package=whole, want=want, give=give)
    yield message("table_talk.help_rest", language)
    terms = " ".join(f"{number}=#{place + 1}" for number, place in enumerate(package, start=1))
    short = f"p {terms}"
    if table.questions:
        short = f"{short}, {message('table_talk.example_question', language)}"
    yield message("table_talk.help_short", language, example=short)
    for number, issue in enumerate(table.issues):
        yield _issue_heading(number, issue, language)
        yield _options(issue, seen.issues[number].open, language)


def prompt(state: TableState, language: str) -> str:
    """Return what asks for a move."""
    name = "prompt_first" if state.standing is None else "prompt"
    return message(f"table_talk.{name}", language)


def _heading(state: TableState, seen: View, language: str) -> Iterator[str]:
    name = "last_round" if seen.last_turn else "round"
    yield message(f"table_talk.{name}", language, turn=seen.turn, rounds=seen.rounds)
    before, after = state.turns[-1].mood if state.turns else (state.mood, state.mood)
    way = "rose" if after > before else "fell"
    changed = "" if before == after else message(f"table_talk.mood_{way}", language)
    yield mood_words(state.mood, language) + changed


def _issue(
    state: TableState, seen: View, number: int, issue: Issue, language: str
) -> Iterator[str]:
    known = seen.issues[number]
    yield _issue_heading(number, issue, language)
    for name, package in (("yours", state.nearest), ("theirs", seen.standing)):
        if package is not None:
            option = issue.options[package[number]]
            words = option_name(option, language)
            yield message(f"table_talk.{name}", language, option=words, points=option.ours)
    about = None if state.nearest is None else state.nearest[number]
    yield _options(issue, known.open, language, about=about)
    yield from _known(state, issue, known, language)


def _issue_heading(number: int, issue: Issue, language: str) -> str:
    name = issue_name(issue, language)
    return message("table_talk.issue", language, number=number + 1, issue=name, id=issue.id)


def _options(issue: Issue, could: tuple[int, ...], language: str, *, about: int | None = -1) -> str:
    """List options, of many those `about` a place and the ends; with -1 all, and their ids."""
    shown = could
    if about != -1 and len(could) > _ALL:
        at = 0 if about is None else could.index(about)
        near = {0, len(could) - 1, at - 1, at, at + 1}
        shown = tuple(place for number, place in enumerate(could) if number in near)
    parts = [_option(place, issue.options[place], language, whole=about == -1) for place in shown]
    text = parts[0]
    for before, place, part in zip(shown, shown[1:], parts[1:], strict=False):
        close = could.index(place) - could.index(before) == 1
        between = message(f"table_talk.{'comma' if close else 'between'}", language)
        text = f"{text}{between}{part}"
    return message("table_talk.options", language, options=text)


def _option(place: int, option: Option, language: str, *, whole: bool) -> str:
    name = option_name(option, language)
    form = "option_id" if whole and name != option.id else "option"
    return message(
        f"table_talk.{form}",
        language,
        number=place + 1,
        id=option.id,
        option=name,
        points=option.ours,
    )


def _known(state: TableState, issue: Issue, known: SeenIssue, language: str) -> Iterator[str]:
    for interest in state.table.interests:
        if interest.id in known.interests:
            text = named(interest.text, interest.id, language)
            yield message("table_talk.known_text", language, text=text)
    if known.theirs is not None:
        comma = message("table_talk.comma", language)
        worths = comma.join(
            f"{option_name(issue.options[place], language)} {known.theirs[place]}"
            for place in known.open
        )
        yield message("table_talk.known_values", language, options=worths)
    elif known.rank is not None:
        ranked = " > ".join(option_name(issue.options[place], language) for place in known.rank)
        yield message("table_talk.known_rank", language, options=ranked)


def _worths(state: TableState, seen: View, language: str) -> Iterator[str]:
    for name, package in (("yours", state.nearest), ("theirs", seen.standing)):
        if package is not None:
            points = seen.ours(package)
            share = _share(seen, points)
            yield message(f"table_talk.worth_{name}", language, points=points, share=share)
    share = _share(seen, seen.reserve)
    text = state.table.alternative.spoken(language)
    name = "worth_alternative" if text else "worth_none"
    yield message(f"table_talk.{name}", language, points=seen.reserve, share=share, text=text)


def _share(seen: View, points: int) -> str:
    """Return points as a share of our range over the options that are open."""
    columns = [[issue.ours[place] for place in issue.open] for issue in seen.issues]
    least, most = sum(map(min, columns)), sum(map(max, columns))
    return percent(Fraction(points - least, max(1, most - least)))


def _questions(state: TableState, seen: View, language: str) -> Iterator[str]:
    """Yield the questions; what was asked and only put off is worth asking again."""
    came = asked(state)
    useful = {*seen.questions, *(name for name in came if came[name] is Came.PUT_OFF)}
    if useful:
        yield message("table_talk.questions", language)
    for number, one in enumerate(state.table.questions, start=1):
        if one.id in useful:
            name = "question" if one.id in seen.questions else "question_put_off"
            text = named(one.say, one.id, language)
            yield message(f"table_talk.{name}", language, number=number, text=text)


def _reasons(state: TableState, seen: View, language: str) -> Iterator[str]:
    if seen.reasons:
        yield message("table_talk.reasons", language)
    for number, one in enumerate(state.table.reasons, start=1):
        if one.id in seen.reasons:
            text = named(one.text, one.id, language)
            yield message("table_talk.reason", language, number=number, text=text)


def _change(seen: View, package: Package) -> tuple[int, int] | None:
    """Return an issue and an option of it other than the package's, where there is one."""
    for number, (issue, place) in enumerate(zip(seen.issues, package, strict=True)):
        other = next((one for one in issue.open if one != place), None)
        if other is not None:
            return number, other
    return None
