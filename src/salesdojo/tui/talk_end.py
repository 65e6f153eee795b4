"""When a talk goes over into its debrief: once it is read to its end, and judged."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.content.model import Term
    from salesdojo.records.session import Session
    from salesdojo.tui.stopwatch import Seconds
    from salesdojo.tui.talk_records import Scored


class TalkEnd:
    """Waits for both; the debrief takes the place of the talk."""

    def __init__(self, screen: "Screen[None]", terms: "tuple[Term, ...]", clock: "Seconds") -> None:
        """End the talk on `screen`; a retry of it gets `terms` and `clock`."""
        self._screen = screen
        self._terms = terms
        self._clock = clock
        self._read = False
        self._scored: Scored | None = None

    def read(self, session: "Session") -> None:
        """Be told that the last line was read."""
        self._read = True
        self._open(session)

    def scored(self, session: "Session", scored: "Scored") -> None:
        """Be told what it came to."""
        self._scored = scored
        self._open(session)

    def _open(self, session: "Session") -> None:
        scored = self._scored
        if scored is None or not self._read:
            return
        from salesdojo.records.history.looking_back import PlayedAttempt
        from salesdojo.tui.screens.own_debrief import OwnDebriefScreen

        played = PlayedAttempt(session, scored.result, scored.hinted, scored.recalls)
        debrief = OwnDebriefScreen(played, self._terms, clock=self._clock)
        self._screen.app.switch_screen(debrief)
