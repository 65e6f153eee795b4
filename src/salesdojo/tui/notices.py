"""Notices in the corner of the screen, broken into lines by our own rules."""

from typing import Final

from textual.app import App

from salesdojo.tui.wrapping import wrap

_ROOM: Final = 34
"""Cells in which a notice is read; Textual gives it half of 80 columns, with a frame."""

_SECONDS: Final = 3
"""How long a notice stands in the way."""


def notice(app: App[None], words: str) -> None:
    """Show `words` for a while, whatever screen is open."""
    lines = wrap(words, min(_ROOM, app.size.width // 2 - 6))
    app.notify("\n".join(lines), markup=False, timeout=_SECONDS)
