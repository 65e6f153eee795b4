"""The last line of a screen: which keys do what, each a button for the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.style import Style
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.tui.widths import cut

_ACTION: Final = "key_action"
"""The key under which a click finds the action it hit."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is shown."""

    shown: str
    """How the key is written, such as ``Enter``."""
    label: str
    """The message that says what it does, such as ``tui.home_key_open``."""
    action: str
    """What a click does, such as ``app.quit`` or ``screen.start``."""
    always: bool = False
    """Shown even where those before it leave no room: it leads to all that was left out."""


class KeyBar(Static):
    """Keys in a line or more, the most important first: what does not fit is left out.

    `language` is that of the app, so the bar follows when `retranslate` is called.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        width: 100%;
        height: auto;
        background: $footer-background;
        color: $foreground;
    }
    """

    def __init__(self, keys: Sequence[Key], language: str, lines: int = 1) -> None:
        """Show `keys` in `language`, in at most so many lines."""
        super().__init__(markup=False)
        self._keys = tuple(keys)
        self._language = language
        self._most = lines

    def show_keys(self, keys: Sequence[Key], lines: int | None = None) -> None:
        """Show other keys, in at most so many lines as before, or in `lines`."""
        before = self._most
        self._keys = tuple(keys)
        self._most = before if lines is None else lines
        self.refresh(layout=max(before, self._most) > 1)

    def retranslate(self, language: str) -> None:
        """Say what the keys do in `language`."""
        self._language = language
        self.refresh(layout=self._most > 1)

    def render(self) -> Content:
        """Return the keys that fit."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return len(self._lines(width)) if self._most > 1 else 1

    def _lines(self, width: int) -> list[Content]:
        shown = {key: self._button(key, width) for key in self._keys}
        always = [key for key in self._keys if key.always]
        for many in range(len(self._keys), -1, -1):
            first = self._keys[:many]
            rest = (key for key in always if key not in first)
            lines = _laid_out([shown[key] for key in (*first, *rest)], width)
            if len(lines) <= self._most:
                break
        return lines[: self._most]

    async def on_click(self, event: Click) -> None:
        """Do what the key does."""
        action = event.style.meta.get(_ACTION)
        if isinstance(action, str):
            event.stop()
            await self.run_action(action)

    def _button(self, key: Key, width: int) -> Content:
        label = cut(message(key.label, self._language), width)
        button = Content.assemble(" ", (key.shown, "$footer-key-foreground bold"), f" {label} ")
        return button.stylize(Style.from_meta({_ACTION: key.action}))


def _laid_out(buttons: Sequence[Content], width: int) -> list[Content]:
    """Return `buttons` in as many lines as they take."""
    lines = [Content("")]
    for button in buttons:
        if lines[-1].cell_length and lines[-1].cell_length + button.cell_length > width:
            lines.append(Content(""))
        lines[-1] += button
    return lines
