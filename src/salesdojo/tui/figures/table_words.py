"""A negotiation table in words: its options, its customer's mood, and what is known of it."""

from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.table.clock import half_up
from salesdojo.practice.table.wording import mood_words
from salesdojo.practice.table.worths import worth
from salesdojo.records.history.table_saying import issue_name, named, option_name

if TYPE_CHECKING:
    from fractions import Fraction

    from salesdojo.content.table import Issue, Table
    from salesdojo.practice.table.packages import Package
    from salesdojo.practice.table.state import TableState
    from salesdojo.practice.table.view import SeenIssue

SIGN_OF_INTEREST: Final = "!!"
UNKNOWN: Final = "?"


def issue_words(issue: "Issue", language: str) -> str:
    """Return the name of an issue."""
    return visible(issue_name(issue, language))


def option_words(issue: "Issue", place: int, language: str) -> str:
    """Return the name of an option."""
    return visible(option_name(issue.options[place], language))


def package_words(table: "Table", package: "Package", language: str) -> str:
    """Return a package, option by option."""
    pairs = zip(table.issues, package, strict=True)
    options = (option_words(issue, place, language) for issue, place in pairs)
    return message("table_screen.between_options", language).join(options)


def customer_words(state: "TableState", language: str) -> str:
    """Return the customer's mood, and where the last turn moved it."""
    words = message(mood_words(state.mood), language)
    before, after = state.turns[-1].mood if state.turns else (state.mood, state.mood)
    if before == after:
        return message("table_screen.customer", language, mood=words)
    way = "rising" if after > before else "falling"
    return message(f"table_screen.customer_{way}", language, mood=words)


def share(table: "Table", package: "Package") -> int:
    """Return what a package is worth to us, as percent of our range."""
    return percent(worth(table, package).share_ours)


def percent(part: "Fraction") -> int:
    """Return a part of one as percent, halves up."""
    return half_up(100 * part.numerator, part.denominator)


def known_in_short(issue: "Issue", seen: "SeenIssue", place: int, language: str) -> str:
    """Return what was told of an issue, for a column: of the option at `place` what it is worth."""
    found = []
    if seen.theirs is not None:
        worth = {"points": seen.theirs[place], "most": max(seen.theirs)}
        found.append(message("table_screen.known_points", language, **worth))
    elif seen.rank is not None:
        best = option_words(issue, seen.rank[0], language)
        found.append(message("table_screen.known_best", language, option=best))
    return "; ".join(found)


def told_words(table: "Table", seen: "SeenIssue", language: str) -> tuple[str, ...]:
    """Return the interests that were told of an issue."""
    found = {one.id: one for one in table.interests}
    return tuple(visible(named(found[name].text, name, language)) for name in seen.interests)


def known(table: "Table", issue: "Issue", seen: "SeenIssue", language: str) -> tuple[str, ...]:
    """Return all that is known of an issue, in sentences."""
    sentences = []
    if seen.theirs is not None:
        options = ", ".join(
            f"{option_words(issue, place, language)} {seen.theirs[place]}" for place in seen.open
        )
        sentences.append(message("table_screen.told_points", language, options=options))
    elif seen.rank is not None:
        options = " > ".join(option_words(issue, place, language) for place in seen.rank)
        sentences.append(message("table_screen.told_rank", language, options=options))
    sentences += (
        message("table_screen.told", language, text=text)
        for text in told_words(table, seen, language)
    )
    return tuple(sentences) or (message("table_screen.unknown", language),)
