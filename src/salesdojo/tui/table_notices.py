"""What has to be said before a move at a negotiation table is made, or after the customer's."""

from functools import partial
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.moves import (
    Accept,
    IfThen,
    Move,
    Propose,
    Several,
    WalkAway,
    offered,
)
from salesdojo.practice.table.view import view
from salesdojo.practice.table.worths import share_of_reserve
from salesdojo.tui.figures.table_words import issue_words, option_words, percent, share

if TYPE_CHECKING:
    from salesdojo.practice.table.packages import Package
    from salesdojo.practice.table.state import TableState
    from salesdojo.tui.table_menus import Words


def notice(name: str) -> "Words":
    """Return a message of the room ``table_screen`` in any language."""
    return partial(message, f"table_screen.{name}")


def warning(state: "TableState", move: Move) -> "Words | None":
    """Return what the trainee must hear before `move` is made, if anything."""
    match move:
        case WalkAway():
            return notice("walk_once_more")
        case Accept() if state.standing is not None:
            low = _below_reserve(state, (state.standing,))
            return low or partial(_worth, state, state.standing, "accept_once_more")
        case Propose() | Several() | IfThen():
            return _below_reserve(state, offered(move))
        case _:
            return None


def news(state: "TableState") -> "Words | None":
    """Return what changed with the last turn: options that came open, and that it is the last."""
    opened = [event for event in state.events if event.situation is Situation.UNLOCKED]
    last = state.ending is None and state.left == 1 and bool(state.turns)
    if not opened and not last:
        return None

    def words(language: str) -> str:
        sentences = []
        if opened:
            options = message("table_screen.between_options", language).join(
                _opened(state, str(event.subject), event.amount or 0, language) for event in opened
            )
            sentences.append(message("table_screen.unlocked", language, options=options))
        if last:
            sentences.append(message("table_screen.last_round", language))
        return message("table_screen.between_sentences", language).join(sentences)

    return words


def _opened(state: "TableState", name: str, place: int, language: str) -> str:
    issue = next(one for one in state.table.issues if one.id == name)
    return message(
        "table_screen.unlocked_one",
        language,
        issue=issue_words(issue, language),
        option=option_words(issue, place, language),
    )


def _below_reserve(state: "TableState", packages: "tuple[Package, ...]") -> "Words | None":
    seen = view(state)
    lowest = min(packages, key=seen.ours)
    if seen.ours(lowest) >= seen.reserve:
        return None
    return partial(_worth, state, lowest, "below_reserve")


def _worth(state: "TableState", package: "Package", name: str, language: str) -> str:
    values = {"share": share(state.table, package)}
    if name == "below_reserve":
        values["reserve"] = percent(share_of_reserve(state.table))
    return message(f"table_screen.{name}", language, **values)
