"""A move at a negotiation table in the table's next version: the same where it still can be made.

An author gives an option another label, adds an issue, takes one away: what was said stays what
it was as far as the table has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from salesdojo.content.table import Issue, Table
from salesdojo.errors import PracticeError
from salesdojo.practice.table.move_text import move_text, read_move
from salesdojo.practice.table.moves import (
    Ask,
    GiveReason,
    IfThen,
    Move,
    Propose,
    Several,
)
from salesdojo.practice.table.packages import Package, all_interests, open_places
from salesdojo.practice.table.possible import require_possible
from salesdojo.practice.table.state import TableState, opened


def same_move(before: Table | None, now: TableState, text: str) -> str | None:
    """Return the move `text` of the table `before` in the words of the table `now`.

    An issue, option, question or reason that only has another id is the same: the one in its
    place, where nothing came or went. Of an issue that came, the offer has what is best for us.

    Returns:
        None where the move cannot be made now, or names what is gone.
    """
    asis = _possible(now, text)
    if asis is not None or before is None:
        return asis
    told = replace(opened(before, now.mood), learned=tuple(all_interests(before)))
    try:
        moved = _in_new_words(read_move(told, text), before, now)
    except PracticeError:
        return None
    return None if moved is None else _possible(now, move_text(now.table, moved))


def _possible(now: TableState, text: str) -> str | None:
    """Return a move in its one form, or None where it cannot be made."""
    try:
        move = read_move(now, text)
        require_possible(now, move)
    except PracticeError:
        return None
    return move_text(now.table, move)


def _in_new_words(move: Move, before: Table, now: TableState) -> Move | None:
    match move:
        case Ask(question):
            asked = _names(before.questions, now.table.questions).get(question)
            return None if asked is None else Ask(asked)
        case GiveReason(reason):
            given = _names(before.reasons, now.table.reasons).get(reason)
            return None if given is None else GiveReason(given)
        case Propose() | Several() | IfThen():
            return _offer(move, before, now)
        case _:
            return move


def _offer(move: Propose | Several | IfThen, before: Table, now: TableState) -> Move | None:
    reasons = _names(before.reasons, now.table.reasons)
    if move.reason is not None and move.reason not in reasons:
        return None
    reason = None if move.reason is None else reasons[move.reason]
    if isinstance(move, Several):
        several = [carried(package, before, now) for package in move.packages]
        packages = tuple(package for package in several if package is not None)
        return Several(packages, reason) if len(packages) == len(several) else None
    package = carried(move.package, before, now)
    if package is None:
        return None
    if isinstance(move, Propose):
        return Propose(package, reason)
    places = issue_places(before, now.table)
    if move.give not in places or move.want not in places:
        return None
    return IfThen(package, places[move.give], places[move.want], reason)


def carried(package: Package, before: Table, now: TableState) -> Package | None:
    """Return a package of the table `before` as one of `now`; None where an option is gone."""
    old = {to: place for place, to in issue_places(before, now.table).items()}
    places = [
        _best(issue, now)
        if number not in old
        else _option(before.issues[old[number]], package[old[number]], issue, now)
        for number, issue in enumerate(now.table.issues)
    ]
    found = tuple(place for place in places if place is not None)
    return found if len(found) == len(places) else None


def _best(issue: Issue, now: TableState) -> int:
    return max(open_places(issue, now.learned), key=lambda place: issue.options[place].ours)


def _option(was: Issue, place: int, issue: Issue, now: TableState) -> int | None:
    names = _names(was.options, issue.options)
    name = names.get(was.options[place].id)
    ids = [option.id for option in issue.options]
    if name is None or ids.index(name) not in open_places(issue, now.learned):
        return None
    return ids.index(name)


def issue_places(before: Table, now: Table) -> Mapping[int, int]:
    """Return where each issue of the table `before` is in `now`, but for those that are gone."""
    names = _names(before.issues, now.issues)
    ids = [issue.id for issue in now.issues]
    return {
        place: ids.index(names[issue.id])
        for place, issue in enumerate(before.issues)
        if issue.id in names
    }


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _names(before: Sequence[_Named], now: Sequence[_Named]) -> dict[str, str]:
    """Return the new name of everything that is still there."""
    old, new = [one.id for one in before], [one.id for one in now]
    if len(old) == len(new):
        gone = {
            name: other
            for name, other in zip(old, new, strict=True)
            if name not in new and other not in old
        }
        return {**{name: name for name in old if name in new}, **gone}
    return {name: name for name in old if name in new}
