"""Where a talk or its debrief leads back to, and what comes after it: told by what is below it."""

from typing import TYPE_CHECKING, Any

from salesdojo.i18n import message
from salesdojo.tui.notices import notice

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.content.catalogue import Entry
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.screens.journeys import JourneysScreen


def list_below(dojo: "DojoApp") -> "Screen[Any]":
    """Return the list to go back to, such as a session, the drills or the history; else home."""
    from salesdojo.tui.screens.drills import DrillsScreen
    from salesdojo.tui.screens.journeys import JourneysScreen
    from salesdojo.tui.screens.practise import PractiseScreen
    from salesdojo.tui.screens.progress import ProgressScreen

    lists: tuple[type[Screen[Any]], ...]
    lists = (DrillsScreen, JourneysScreen, PractiseScreen, ProgressScreen, *_looking_back())
    below = [one for one in dojo.screen_stack if isinstance(one, lists)]
    return below[-1] if below else dojo.screen_stack[0]


def journeys_played(dojo: "DojoApp") -> "JourneysScreen | None":
    """Return the journeys, where what is on the screen belongs to one of their chapters.

    A scenario opened over a chapter, by the palette, is briefed by itself: no chapter is.
    """
    from salesdojo.tui.screens.briefing import BriefingScreen
    from salesdojo.tui.screens.journeys import JourneysScreen

    for screen in reversed(dojo.screen_stack):
        if isinstance(screen, JourneysScreen):
            return screen
        if isinstance(screen, _looking_back()):
            return None
        if isinstance(screen, BriefingScreen) and not screen.stands_ready:
            return None
    return None


def coming_after(dojo: "DojoApp", scenario: str) -> "Entry | None":
    """Return what to offer once `scenario` is over: what follows it in a session of practice.

    Elsewhere the next drill of its criterion; None after what is no drill, and after the only
    one of its kind.
    """
    from salesdojo.content.drill_groups import group_of
    from salesdojo.tui.screens.practise import PractiseScreen

    for screen in dojo.screen_stack:
        if isinstance(screen, PractiseScreen):
            return screen.after(scenario)
    group = group_of(scenario, dojo.library.entries)
    return None if group is None else group.after(scenario)


def leave_talk(dojo: "DojoApp", coming: str | None = None) -> None:
    """Go back to the list that what is on the screen was chosen from.

    Among drills the one that is `coming` is highlighted.
    """
    from salesdojo.tui.screens.drills import DrillsScreen

    below = list_below(dojo)
    while dojo.screen is not below:
        dojo.pop_screen()
    if coming is not None and isinstance(below, DrillsScreen):
        below.choose(coming)


def would_cross(dojo: "DojoApp") -> bool:
    """Say, and tell, that a talk is open below a debrief looked back on: no other may begin."""
    from salesdojo.tui.screens.talk import TalkScreen

    there = isinstance(list_below(dojo), _looking_back()) and any(
        isinstance(screen, TalkScreen) for screen in dojo.screen_stack
    )
    if there:
        notice(dojo, message("progress.talk_first", dojo.language))
    return there


def _looking_back() -> "tuple[type[Screen[Any]], ...]":
    """Return the lists that open debriefs of attempts long over."""
    from salesdojo.tui.screens.history import HistoryScreen
    from salesdojo.tui.screens.recurring import RecurringScreen
    from salesdojo.tui.screens.slips import SlipsScreen

    return HistoryScreen, RecurringScreen, SlipsScreen
