"""Moves as a small language: what is stored, scripted and typed.

    propose price=118 delivery=2_wk                 a package; what is left out stays as it was
    propose price=118 delivery=2_wk because renewal     with a reason
    propose price=118 delivery=2_wk / price=112     two or three packages at once
    propose price=110 delivery=4_wk if price for delivery
                                                    if they take price, we give in delivery
    ask why_delivery      reason renewal      accept      walk_away

Words are ids; an issue left out keeps the option of our last offer, of a package after the first
that of the package before it.
"""

from collections.abc import Sequence
from typing import Final

from salesdojo.content import move_words
from salesdojo.content.table import Issue, Table
from salesdojo.errors import PracticeError
from salesdojo.practice.table.moves import (
    Accept,
    Ask,
    GiveReason,
    IfThen,
    Move,
    Offer,
    Propose,
    Several,
    WalkAway,
    offered,
)
from salesdojo.practice.table.packages import Package, is_open
from salesdojo.practice.table.state import TableState

BETWEEN: Final = "/"
"""Stands between packages."""
BECAUSE, IF, FOR = "because", "if", "for"


def move_text(table: Table, move: Move) -> str:
    """Return a move in the one form in which it is stored: every issue is named."""
    match move:
        case Ask(question):
            return move_words.question_line(question)
        case GiveReason(reason):
            return f"{move_words.REASON} {reason}"
        case Accept():
            return move_words.ACCEPT
        case WalkAway():
            return move_words.WALK_AWAY
        case Propose() | Several() | IfThen():
            return _offer(table, move)


def _offer(table: Table, move: Offer) -> str:
    named = f" {BETWEEN} ".join(package_text(table, package) for package in offered(move))
    text = f"{move_words.PROPOSE} {named}"
    if isinstance(move, IfThen):
        text += f" {IF} {table.issues[move.want].id} {FOR} {table.issues[move.give].id}"
    return text if move.reason is None else f"{text} {BECAUSE} {move.reason}"


def package_text(table: Table, package: Package) -> str:
    """Return a package as `issue=option` of every issue."""
    pairs = zip(table.issues, package, strict=True)
    return " ".join(f"{issue.id}={issue.options[place].id}" for issue, place in pairs)


def read_move(state: TableState, text: str) -> Move:
    """Read a move.

    Raises:
        PracticeError: PR007 when it is no move, PR008 when it names what the table does not have.
    """
    verb, *words = text.split() or [""]
    match verb, words:
        case move_words.PROPOSE, [_, *_]:
            return _read_offer(state, words, text)
        case move_words.ASK, [question]:
            return Ask(_known(question, [one.id for one in state.table.questions], move_words.ASK))
        case move_words.REASON, [reason]:
            return GiveReason(_reason(state.table, reason))
        case move_words.ACCEPT, []:
            return Accept()
        case move_words.WALK_AWAY, []:
            return WalkAway()
        case _:
            raise _no_move(text)


def _read_offer(state: TableState, words: list[str], text: str) -> Move:
    table = state.table
    words, reason = _cut(words, BECAUSE, 1, text)
    words, condition = _cut(words, IF, 3, text)
    packages: list[Package] = []
    kept = state.nearest
    for part in _parts(words):
        if not part:
            raise _no_move(text)
        kept = _package(state, part, kept, text)
        packages.append(kept)
    why = _reason(table, reason[0]) if reason else None
    if not condition:
        return Propose(packages[0], why) if len(packages) == 1 else Several(tuple(packages), why)
    want, keyword, give = condition
    if keyword != FOR or len(packages) > 1:
        raise _no_move(text)
    return IfThen(packages[0], _issue(table, give), _issue(table, want), why)


def _cut(words: list[str], keyword: str, many: int, text: str) -> tuple[list[str], list[str]]:
    """Cut off `keyword` and the words behind it, which are `many`."""
    if keyword not in words:
        return words, []
    place = words.index(keyword)
    behind = words[place + 1 :]
    if len(behind) != many:
        raise _no_move(text)
    return words[:place], behind


def _parts(words: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word == BETWEEN:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _package(state: TableState, words: list[str], kept: Package | None, text: str) -> Package:
    table = state.table
    places: list[int | None] = list(kept) if kept else [None] * len(table.issues)
    for word in words:
        name, sign, option = word.partition("=")
        if not sign:
            raise _no_move(text)
        number = _issue(table, name)
        places[number] = _option(state, table.issues[number], option)
    named = tuple(place for place in places if place is not None)
    if len(named) < len(table.issues):
        missing = [issue.id for issue, at in zip(table.issues, places, strict=True) if at is None]
        raise PracticeError("PR009", issues=", ".join(missing))
    return named


def _issue(table: Table, name: str) -> int:
    names = [issue.id for issue in table.issues]
    return names.index(_known(name, names, "issue"))


def _option(state: TableState, issue: Issue, name: str) -> int:
    could = [option.id for option in issue.options if is_open(option, state.learned)]
    _known(name, could, issue.id)
    return [option.id for option in issue.options].index(name)


def _reason(table: Table, name: str) -> str:
    return _known(name, [one.id for one in table.reasons], move_words.REASON)


def _known(name: str, could: Sequence[str], what: str) -> str:
    if name not in could:
        raise PracticeError("PR008", what=what, name=name, could=", ".join(could) or "-")
    return name


def _no_move(text: str) -> PracticeError:
    return PracticeError("PR007", move=text)
