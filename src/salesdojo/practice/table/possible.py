"""Whether a move can be made as things stand."""

from typing import Final

from salesdojo.content.table import Table
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
from salesdojo.practice.table.packages import Package, fits
from salesdojo.practice.table.state import TableState

FEWEST, MOST = 2, 3
"""How many packages can be offered at once."""

NAMES: Final[dict[type, str]] = {
    Propose: "propose",
    Several: "several",
    IfThen: "if_then",
    Ask: "ask",
    GiveReason: "reason",
    Accept: "accept",
    WalkAway: "walk_away",
}


def require_possible(state: TableState, move: Move) -> None:
    """Let a possible move pass.

    Raises:
        PracticeError: PR004 when the negotiation is over; PR005 for a package that does not
            name an open option in every issue; PR006 for a move that cannot be made now.
    """
    name = NAMES[type(move)]
    if state.ending is not None:
        raise PracticeError("PR004", move=name)
    if isinstance(move, Propose | Several | IfThen):
        for package in offered(move):
            if not fits(state.table, package, state.learned):
                raise PracticeError("PR005", package=", ".join(map(str, package)))
    if not _now(state, move):
        raise PracticeError("PR006", move=name, turn=state.turn)


def _now(state: TableState, move: Move) -> bool:
    match move:
        case Ask(question):
            return any(question == could.id for could in state.table.questions)
        case GiveReason(reason):
            return _is_reason(state.table, reason)
        case Accept():
            return state.standing is not None
        case Propose() | Several() | IfThen():
            reasoned = move.reason is None or _is_reason(state.table, move.reason)
            return reasoned and _is_well_made(state, move)
        case WalkAway():
            return True


def _is_well_made(state: TableState, move: Offer) -> bool:
    match move:
        case Several(packages):
            return FEWEST <= len(packages) <= MOST and len(set(packages)) == len(packages)
        case IfThen():
            return is_condition(state, move.package, move.give, move.want)
        case Propose():
            return True


def is_condition(state: TableState, package: Package, give: int, want: int) -> bool:
    """Tell whether `package` yields in `give` and asks the customer to yield in `want`.

    Both are measured in our points: against our last offer, and against its last counter.
    """
    if state.nearest is None or state.standing is None:
        return False
    issues = state.table.issues
    if not (0 <= give < len(issues) and 0 <= want < len(issues)):
        return False
    given, wanted = issues[give].options, issues[want].options
    yields = given[package[give]].ours < given[state.nearest[give]].ours
    return yields and wanted[package[want]].ours > wanted[state.standing[want]].ours


def _is_reason(table: Table, reason: str) -> bool:
    return any(reason == could.id for could in table.reasons)
