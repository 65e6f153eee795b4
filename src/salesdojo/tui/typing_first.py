"""Whether a line is typed before the choices of a drill are shown: the person's wish, kept."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.mode import Mode
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario


def may_type_first(scenario: "Scenario", mode: Mode) -> bool:
    """Say whether a line may be typed first: in drills, and where the clock may stand still."""
    return scenario.decides_once and mode is Mode.PRACTICE


def typing_key(*, wished: bool) -> Key:
    """Return the key that changes the wish."""
    return Key("T", f"recall.key_{'off' if wished else 'on'}", "screen.switch_typing")


def typing_note(language: str, *, wished: bool) -> str:
    """Say what is wished."""
    return message(f"recall.briefing_{'on' if wished else 'off'}", language)
