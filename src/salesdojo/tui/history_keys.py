"""Which keys the history shows: only those that do something on the page shown."""

from typing import TYPE_CHECKING, Final

from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from salesdojo.tui.history_pages import HistoryPages

_UNREAD: Final = Key("U", "reviewing.key_unread", "screen.open_unread")
_OPEN: Final = Key("Enter", "history.key_open", "screen.open")
_COMPARE: Final = Key("D", "history.key_compare", "screen.compare")
_MARK: Final = Key("Space", "history.key_mark", "screen.mark")
_FILTER: Final = Key("F", "history.key_filter", "screen.filter")
_EVERYTHING: Final = Key("F", "history.key_everything", "screen.filter")
_OLDER: Final = Key("N", "history.key_older", "screen.turn(1)")
_NEWER: Final = Key("B", "history.key_newer", "screen.turn(-1)")


def history_keys(pages: "HistoryPages", *, unread: bool) -> tuple[Key, ...]:
    """Return the keys, the most important first.

    Args:
        pages: what is shown.
        unread: a review waits to be read.
    """
    listed = bool(pages.attempts)
    narrowed = pages.scenario is not None
    shown = (
        (_UNREAD, unread),
        (_OPEN, listed),
        (_COMPARE, listed),
        (BACK, True),
        (_MARK, listed),
        (_EVERYTHING if narrowed else _FILTER, listed or narrowed),
        (_OLDER, pages.has_older),
        (_NEWER, pages.has_newer),
        (LANGUAGE, True),
    )
    return tuple(key for key, works in shown if works)
