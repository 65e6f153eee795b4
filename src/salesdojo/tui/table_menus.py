"""The lists of a negotiation table: what can be asked, argued, and given for something."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.practice.table.asked import Came, asked
from salesdojo.practice.table.moves import Ask, GiveReason, IfThen, Move
from salesdojo.practice.table.view import view
from salesdojo.records.history.table_saying import question_words, reason_words
from salesdojo.tui.figures.table_words import (
    issue_words,
    option_words,
)
from salesdojo.tui.table_draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.practice.table.packages import Package
    from salesdojo.practice.table.state import TableState

Words = Callable[[str], str]
"""Says something in a language."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line to choose, and what it leads to."""

    words: Words
    then: "Move | Draft | Menu"
    """A move that is made, an offer that is gone on with, or the next list."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to choose from; never empty."""

    title: str
    """The message over it, of the room ``table_screen``."""
    entries: tuple[Entry, ...]
    highlighted: int = 0
    """The place of the one that Enter takes."""


def questions_menu(state: "TableState") -> Menu | None:
    """Return what can be asked, each always by the same number; highlighted is what is new.

    What was asked is marked with what came of it.
    """
    came = asked(state)
    names = [one.id for one in state.table.questions]
    entries = (
        Entry(partial(_question, state, name, came=came.get(name)), Ask(name)) for name in names
    )
    order = (None, Came.PUT_OFF, Came.ANSWERED, Came.NOTHING)
    first = min(names, key=lambda name: order.index(came.get(name)), default=None)
    return _menu("ask_title", entries, 0 if first is None else names.index(first))


def reasons_menu(state: "TableState", draft: Draft) -> Menu | None:
    """Return the reasons not given yet, each now or with the next offer."""
    entries = [
        Entry(partial(reason_words, state.table, name), _when(name, draft))
        for name in view(state).reasons
    ]
    if draft.reason is not None:
        entries.append(Entry(_says("reason_none"), draft.with_reason(None)))
    return _menu("reason_title", entries)


def if_then_menu(state: "TableState", draft: Draft) -> Menu | None:
    """Return what can be wanted, and for each what can be given for it."""
    could = draft.conditions(state)
    wants = dict.fromkeys(condition.want for condition in could)
    entries = [
        Entry(
            partial(_swap, state, "want", draft.package, want),
            Menu("give_title", tuple(_gives(state, could, want))),
        )
        for want in wants
    ]
    return _menu("want_title", entries)


def _gives(state: "TableState", could: "Iterable[IfThen]", want: int) -> "Iterable[Entry]":
    for move in could:
        if move.want == want:
            yield Entry(partial(_swap, state, "give", move.package, move.give), move)


def _when(reason: str, draft: Draft) -> Menu:
    return Menu(
        "reason_when_title",
        (
            Entry(_says("reason_with_offer"), draft.with_reason(reason)),
            Entry(_says("reason_now"), GiveReason(reason)),
        ),
    )


def _menu(title: str, entries: "Iterable[Entry]", highlighted: int = 0) -> Menu | None:
    all_entries = tuple(entries)
    return Menu(title, all_entries, highlighted) if all_entries else None


def _says(name: str) -> Words:
    return partial(message, f"table_screen.{name}")


def _question(state: "TableState", name: str, language: str, *, came: Came | None) -> str:
    words = question_words(state.table, name, language)
    return words if came is None else message(f"table_screen.asked_{came}", language, text=words)


def _swap(state: "TableState", name: str, package: "Package", place: int, language: str) -> str:
    """Name an option of a package, beside the customer's last and our last one."""
    issue = state.table.issues[place]
    values = {
        "issue": issue_words(issue, language),
        "option": option_words(issue, package[place], language),
    }
    if name == "want" and state.standing is not None:
        values["theirs"] = option_words(issue, state.standing[place], language)
    elif state.nearest is not None:
        values["ours"] = option_words(issue, state.nearest[place], language)
    return message(f"table_screen.{name}", language, **values)
