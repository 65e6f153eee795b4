"""The trainee's own debrief: with the ways to try again, to go on, and to tell the trainer."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.tui.debrief_keys import debrief_keys
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.stopwatch import Seconds
from salesdojo.tui.talk_records import Begun, Refused, TalkRecords
from salesdojo.tui.way_back import (
    coming_after,
    journeys_played,
    leave_talk,
    list_below,
    would_cross,
)
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.turn_card import TurnCard

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.model import Term
    from salesdojo.records.history.looking_back import PlayedAttempt


class OwnDebriefScreen(DebriefScreen):
    """An attempt of the person who practises."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "retry", show=False),
        Binding("n", "again", show=False),
        Binding("w", "remark", show=False),
        Binding("enter", "go_on", show=False),
    ]

    def __init__(
        self,
        played: "PlayedAttempt",
        terms: "tuple[Term, ...]",
        *,
        clock: Seconds = monotonic,
        first: int | None = None,
    ) -> None:
        """Debrief an attempt of one's own.

        Args:
            played: as `DebriefScreen` has it.
            terms: the terms its scenario teaches, for a retry.
            clock: what the deadlines of a retry are measured by.
            first: as `DebriefScreen` has it.
        """
        super().__init__(played, first=first)
        self._session = played.session
        self._terms = terms
        self._clock = clock
        self._records = TalkRecords(self)
        self._forking = False

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that stand in the last line."""
        return debrief_keys(
            list_below(self.dojo),
            in_journey=journeys_played(self.dojo) is not None,
            more=self._next_drill is not None,
        )

    @property
    def _next_drill(self) -> "Entry | None":
        """The drill that follows this one, where it is one and not the only one of its kind."""
        return coming_after(self.dojo, self._session.record.scenario)

    def on_mount(self) -> None:
        """Keep that the trainee has read what reviewers say."""
        if self.told.played.heard:
            self._records.read(self._session)

    def action_back(self) -> None:
        """Go back to where the scenario was chosen from."""
        leave_talk(self.dojo)

    def action_retry(self) -> None:
        """Begin a retry from the decision chosen."""
        chosen = self.chosen
        if chosen is None:
            notice(self.dojo, message("tui.debrief_choose_decision", self.dojo.language))
        elif not (self._forking or would_cross(self.dojo)):
            self._forking = True
            self._records.fork(self._session, chosen.turn)

    @on(Begun)
    def _show_retry(self, begun: Begun) -> None:
        from salesdojo.tui.screens.talk import TalkScreen

        self._forking = False
        self.app.push_screen(TalkScreen(begun.session, self._terms, clock=self._clock))

    @on(Refused)
    def _be_refused(self, refused: Refused) -> None:
        self._forking = False
        self.dojo.tell(refused.error)

    def action_remark(self) -> None:
        """Tell the trainer of the decision chosen, or of the only one."""
        from salesdojo.tui.screens.remark import RemarkScreen

        cards = list(self.query(TurnCard))
        chosen = self.chosen or (cards[0] if len(cards) == 1 else None)
        if chosen is None:
            notice(self.dojo, message("remark.choose_decision", self.dojo.language))
            return
        self.app.push_screen(RemarkScreen(self._session, chosen.turn, chosen.choice))

    def action_again(self) -> None:
        """Play the scenario again, from the beginning; a journey only goes on."""
        if journeys_played(self.dojo) is not None or would_cross(self.dojo):
            return
        dojo, record = self.dojo, self._session.record
        self.dismiss(None)
        dojo.start_talk(record.scenario, mode=record.mode, fresh=False)

    def action_go_on(self) -> None:
        """After a chapter of a journey: the next one. After a drill: the next of its criterion."""
        journeys = journeys_played(self.dojo)
        if journeys is not None:
            leave_talk(self.dojo)
            journeys.go_on()
            return
        coming = self._next_drill
        if coming is not None and not would_cross(self.dojo):
            leave_talk(self.dojo, coming.id)
            self.dojo.open_briefing(coming.id)
