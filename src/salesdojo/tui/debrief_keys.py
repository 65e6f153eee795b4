"""Which keys a debrief shows: they depend on what it was opened from."""

from typing import TYPE_CHECKING, Any, Final

from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from textual.screen import Screen

_REMARK: Final = Key("W", "remark.key", "screen.remark")
_KEYS: Final = (
    Key("Tab", "tui.debrief_key_decision", "screen.choose(1)"),
    Key("T", "tui.debrief_key_retry", "screen.retry"),
    Key("N", "tui.debrief_key_again", "screen.again"),
    Key("Esc", "tui.debrief_key_home", "screen.back"),
    Key("C", "history.debrief_key", "screen.compare"),
    _REMARK,
    LANGUAGE,
    GLOSSARY,
)
READING_KEYS: Final = (
    Key("Tab", "tui.debrief_key_decision", "screen.choose(1)"),
    BACK,
    Key("C", "history.debrief_key", "screen.compare"),
    LANGUAGE,
    GLOSSARY,
)
"""Of somebody else's attempt: it is read only."""
_BACK_TO_DRILLS: Final = Key("Esc", "drills.back_key", "screen.back")
_BACK_TO_JOURNEYS: Final = Key("Esc", "journey.back_key", "screen.back")
_NEXT_DRILL: Final = Key("Enter", "drills.next_key", "screen.go_on")
_JOURNEY_KEYS: Final = (
    Key("Enter", "journey.key_go_on", "screen.go_on"),
    Key("Tab", "tui.debrief_key_decision", "screen.choose(1)"),
    Key("T", "tui.debrief_key_retry", "screen.retry"),
    _BACK_TO_JOURNEYS,
    _REMARK,
    LANGUAGE,
    GLOSSARY,
)


def debrief_keys(below: "Screen[Any]", *, in_journey: bool, more: bool) -> tuple[Key, ...]:
    """Return the keys, the most important first.

    Args:
        below: the list that the way back leads to.
        in_journey: it is a chapter's, and the journey goes on.
        more: something follows it, such as the next drill.
    """
    from salesdojo.tui.screens.drills import DrillsScreen
    from salesdojo.tui.screens.home import HomeScreen
    from salesdojo.tui.screens.journeys import JourneysScreen

    if in_journey:
        return _JOURNEY_KEYS
    keys = (_NEXT_DRILL, *_KEYS) if more else _KEYS
    match below:
        case HomeScreen():
            return keys
        case DrillsScreen():
            return _with(_BACK_TO_DRILLS, keys)
        case JourneysScreen():
            return _with(_BACK_TO_JOURNEYS, keys)
        case _:
            return _with(BACK, keys)


def _with(back: Key, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return `keys` with that one in the place of the way back."""
    return tuple(back if key.action == back.action else key for key in keys)
