"""What helps to read a talk: its terms looked up, its lines scrolled, the coach hidden."""

from typing import TYPE_CHECKING, cast

from textual import on
from textual.screen import Screen

from salesdojo.tui.glossary_opening import show_glossary
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.talk_view import TalkView

if TYPE_CHECKING:
    from salesdojo.content.model import Term
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.talk_lines import TalkLines


class TalkReading(Screen[None]):
    """A screen that shows a talk."""

    _terms: "tuple[Term, ...]"
    """Those underlined in it."""
    _lines: "TalkLines"

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _view(self) -> TalkView:
        return self.query_one(TalkView)

    @property
    def _language(self) -> str:
        return self._dojo.language

    def action_look_up(self) -> None:
        """Open the glossary at the term underlined last."""
        show_glossary(self._dojo, self._lines.last_term, self._terms)

    @on(Prose.TermClicked)
    def _look_up_clicked(self, event: Prose.TermClicked) -> None:
        event.stop()
        show_glossary(self._dojo, event.term, self._terms)

    def action_toggle_coach(self) -> None:
        """Hide or show what the coach says."""
        dialogue = self._view.dialogue
        dialogue.toggle_class("-no-coach")
        hidden = dialogue.has_class("-no-coach")
        self._view.status.say("talk_coach_hidden" if hidden else "talk_coach_shown")

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the talk by pages."""
        self._view.dialogue.turn_pages(pages)
