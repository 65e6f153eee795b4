"""A negotiation table in words: issues, options, packages, moves and moods."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from salesdojo.errors import PracticeError
from salesdojo.i18n import message
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Propose,
    Several,
    WalkAway,
    offered,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from salesdojo.content.table import Issue, Option, Table
    from salesdojo.content.text import Text
    from salesdojo.practice.table.moves import Move, Offer
    from salesdojo.practice.table.packages import Package

_MOODS: Final = ((20, "cold"), (40, "cool"), (60, "waiting"), (80, "friendly"))
"""Under which mood (0-100) which word; from the last on it is warm."""


def named(label: "Text", name: str, language: str) -> str:
    """Return what something is called, by its id where it has no name."""
    return label.spoken(language) or name


def issue_name(issue: "Issue", language: str) -> str:
    """Return what an issue is called."""
    return named(issue.label, issue.id, language)


def option_name(option: "Option", language: str) -> str:
    """Return what an option is called."""
    return named(option.label, option.id, language)


def question_words(table: "Table", question: str, language: str) -> str:
    """Return a question as it is asked."""
    return next(
        (named(one.say, one.id, language) for one in table.questions if one.id == question),
        question,
    )


def reason_words(table: "Table", reason: str, language: str) -> str:
    """Return a reason as it is given."""
    return next(
        (named(one.text, one.id, language) for one in table.reasons if one.id == reason), reason
    )


def package_words(
    table: "Table", package: "Package", language: str, beside: "Package | None" = None
) -> str:
    """Return a package, issue by issue; only where it differs from `beside`, if there is one."""
    kept = beside or (None,) * len(package)
    return message("table_talk.comma", language).join(
        message(
            "table_talk.term",
            language,
            issue=issue_name(issue, language),
            option=option_name(issue.options[place], language),
        )
        for issue, place, was in zip(table.issues, package, kept, strict=True)
        if place != was
    )


def move_words(table: "Table", move: "Move", language: str) -> str:
    """Return a move as something to do: "offer ...", "ask ...", "walk away"."""
    match move:
        case Ask(question):
            words = question_words(table, question, language)
            return message("table_talk.do_ask", language, question=words)
        case GiveReason(reason):
            words = reason_words(table, reason, language)
            return message("table_talk.do_reason", language, reason=words)
        case Accept():
            return message("table_talk.do_accept", language)
        case WalkAway():
            return message("table_talk.do_walk_away", language)
        case Propose() | Several() | IfThen():
            return _offer_words(table, move, language)


def stored_move_words(table: "Table", move: str, language: str) -> str:
    """Return a move as `move_text` wrote it as something to do.

    One of another revision, which the table no longer knows, stays as it was written.
    """
    from salesdojo.practice.table.move_text import read_move
    from salesdojo.practice.table.state import opened

    knowing = replace(opened(table, 0), learned=tuple(one.id for one in table.interests))
    try:
        return move_words(table, read_move(knowing, move), language)
    except PracticeError:
        return move


def _offer_words(table: "Table", move: "Offer", language: str) -> str:
    first, *others = offered(move)
    packages = [package_words(table, first, language)]
    for other in others:
        changed = package_words(table, other, language, first)
        packages.append(message("table_talk.same_with", language, package=changed))
    whole = message("table_talk.or", language).join(packages)
    if isinstance(move, IfThen):
        names = [issue_name(issue, language) for issue in table.issues]
        said = message(
            "table_talk.do_if_then",
            language,
            package=whole,
            want=names[move.want],
            give=names[move.give],
        )
    else:
        said = message("table_talk.do_propose", language, package=whole)
    if move.reason is None:
        return said
    reason = reason_words(table, move.reason, language)
    return message("table_talk.do_with_reason", language, move=said, reason=reason)


def mood_words(mood: int, language: str) -> str:
    """Return a mood (0-100) as a sentence."""
    word = next((word for under, word in _MOODS if mood < under), "warm")
    return message(f"table_talk.mood_{word}", language)


def percent(share: "Fraction") -> str:
    """Return a share of a range as whole percent, halves up."""
    return f"{int((200 * share + 1) // 2)}%"


def tenths(share: "Fraction") -> str:
    """Return a part as percent with at most one decimal, halves up."""
    whole, tenth = divmod(int((2000 * share + 1) // 2), 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
