"""What every app of ours stands on: language, theme, size, and the ways to end."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from salesdojo.tui.preferences import Preferences
from salesdojo.tui.themes import NIGHT, THEMES, other_theme
from salesdojo.tui.too_small import TooSmall, cover, too_small

if TYPE_CHECKING:
    from salesdojo.tui.driver import DojoDriver

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it (128 + SIGINT)."""


@runtime_checkable
class Retranslatable(Protocol):
    """A screen that can change its language where it stands."""

    def retranslate(self) -> None:
        """Say everything in the app's language."""


class GroundApp(App[None]):
    """An app that speaks two languages, covers what does not fit, and ends cleanly."""

    TITLE = "salesdojo"
    CLOSE_TIMEOUT = 0.5
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-flat"),
        (20, "-medium"),
        (32, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "switch_language", show=False, id="language"),
        Binding("d", "switch_theme", show=False, id="theme"),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]
    ENDED: ClassVar[str] = "tui.app_ended"
    """The message that tells of an end from outside; it names the `signal`."""
    _ALWAYS: ClassVar = frozenset({"ctrl+c", "ctrl+q", "ctrl+z"})
    """Keys that work while the terminal is too small to see what they do."""

    language: reactive[str] = reactive("en", init=False)
    """What every screen speaks, ``ja`` or ``en``; screens follow by `retranslate`."""

    def __init__(
        self, *, language: str, theme: str | None, preferences: Path | None, on_terminal: bool
    ) -> None:
        """Build the app.

        Args:
            language: ``ja`` or ``en``.
            theme: a theme's name; an unknown one is night.
            preferences: where language and theme are remembered; None forgets them.
            on_terminal: use our driver, which stops and continues safely.
        """
        super().__init__(driver_class=_driver() if on_terminal else None)
        # A page is there as soon as its key is: gliding to its end takes a whole second.
        self.animation_level = "none"
        self.fault: Exception | None = None
        """What the app fell over, where it did."""
        self._preferences = preferences
        self.set_reactive(GroundApp.language, language)
        for ours in THEMES.values():
            self.register_theme(ours)
        self.theme = theme if theme in THEMES else NIGHT.name

    def on_mount(self) -> None:
        """Follow changes of screen."""
        for screen in self.screen_stack:
            self._fit(screen)
        self.screen_change_signal.subscribe(self, self._fit, immediate=True)
        self.screen_change_signal.subscribe(self, self._screen_changed)

    def on_resize(self, event: events.Resize) -> None:
        """Cover or uncover the screen."""
        cover(self.screen, event.size, self.language)

    async def on_event(self, event: events.Event) -> None:
        """Hold back keys and clicks that would act on what cannot be seen."""
        unseen = isinstance(event, events.Key | events.MouseEvent) and too_small(self.size)
        if unseen and not (isinstance(event, events.Key) and event.key in self._ALWAYS):
            return
        if isinstance(event, events.Key) and not isinstance(self.focused, Input):
            event = _plain_key(event)
        await super().on_event(event)

    def watch_language(self, language: str) -> None:
        """Let every open screen speak `language`."""
        for screen in self.screen_stack:
            if isinstance(screen, Retranslatable):
                screen.retranslate()
            for cover_up in screen.query(TooSmall):
                cover_up.retranslate(language)
        self._remember()

    def leave(self, code: int) -> None:
        """End the app with this exit code."""
        self.exit(return_code=code)

    def close_files(self) -> None:
        """Close what is open still; called once the app and its workers have ended."""

    def action_switch_language(self) -> None:
        """Change between Japanese and English."""
        self.language = "en" if self.language == "ja" else "ja"

    def action_switch_theme(self) -> None:
        """Change between day and night."""
        self.theme = other_theme(self.theme)
        self._remember()

    def action_interrupt(self) -> None:
        """Copy what is selected, as terminals do; else end, as Ctrl-C does."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
        else:
            self.leave(INTERRUPTED)

    def panic(self, *_: RenderableType) -> None:
        """End without a traceback on the screen; the door says what happened."""
        super().panic()

    def _fatal_error(self) -> None:
        self.fault = self._exception
        self._close_messages_no_wait()

    def _screen_changed(self, screen: Screen[object]) -> None:
        cover(screen, self.size, self.language)

    def _fit(self, screen: Screen[object]) -> None:
        """Give the screen the classes of its size now; later all its widgets are styled again."""
        for steps, cells in (
            (screen.HORIZONTAL_BREAKPOINTS, self.size.width),
            (screen.VERTICAL_BREAKPOINTS or self.VERTICAL_BREAKPOINTS, self.size.height),
        ):
            passed = [name for least, name in sorted(steps or ()) if cells >= least]
            names = {name: name in passed[-1:] for _, name in steps or ()}
            screen.update_classes(names, animate=False)

    def _remember(self) -> None:
        if self._preferences is not None:
            kept = Preferences.read(self._preferences)
            told = replace(kept, language=self.language, theme=self.theme)
            told.write(self._preferences)


def _plain_key(event: events.Key) -> events.Key:
    """Return the key that was meant: Caps Lock and full-width input change no command."""
    meant = unicodedata.normalize("NFKC", event.character or "").lower()
    if meant == event.character or not (len(meant) == 1 and meant.isascii() and meant.isalnum()):
        return event
    return events.Key(meant, meant)


def _driver() -> "type[DojoDriver]":
    from salesdojo.tui.driver import DojoDriver

    return DojoDriver
