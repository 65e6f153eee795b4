"""Opening a briefing from a screen of figures, unless a talk is open below."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.tui.notices import notice

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp


def practise(dojo: "DojoApp", scenario: str | None) -> None:
    """Open a briefing, unless a talk is open below: two at once would cross each other."""
    from salesdojo.tui.screens.talk import TalkScreen

    if scenario is None:
        return
    if any(isinstance(screen, TalkScreen) for screen in dojo.screen_stack):
        notice(dojo, message("progress.talk_first", dojo.language))
    else:
        dojo.open_briefing(scenario)
