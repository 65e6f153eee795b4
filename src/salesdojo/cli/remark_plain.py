"""The trainee's word to the trainer, in line mode: asked for after a debrief."""

import re
import sys
from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out
from salesdojo.cli.streams import put
from salesdojo.i18n import message
from salesdojo.records.reviews.remark import RemarkKind

if TYPE_CHECKING:
    from salesdojo.records.session import Session

_TOLD: Final = re.compile(r"([wuWU])\s*(\d{1,3})(?:\s+(.*))?", re.DOTALL)
_KINDS: Final = {"w": RemarkKind.WRONG, "u": RemarkKind.UNCLEAR}


def ask_for_remarks(session: "Session", language: str) -> None:
    """Keep what is told of decisions, until an empty line."""
    events = session.attempt.events
    while True:
        put(message("remark.plain", language), at_once=True)
        line = sys.stdin.readline().strip()
        if not line or line.lower() in {"q", "quit"}:
            return
        told = _TOLD.fullmatch(line)
        turn = int(told[2]) if told else 0
        if told is None or not 1 <= turn <= len(events):
            out(message("remark.plain_not_understood", language, count=len(events)))
            continue
        choice, kind = events[turn - 1].choice.id, _KINDS[told[1].lower()]
        session.remark(session.new_remark(turn, choice, kind, told[3] or "", language))
        out(message("remark.kept", language))
