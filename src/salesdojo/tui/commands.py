"""The command palette: every scenario, and what works on every screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

_ACTIONS = ("language", "theme", "glossary", "quit")


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done, as the palette shows it."""

    name: str
    help: str
    run: Callable[[], None]


class DojoPalette(CommandPalette):
    """Textual's palette, asking in the app's language."""

    DEFAULT_CSS = """
    DojoPalette SearchIcon { display: none; }
    DojoPalette #--input { padding-left: 2; border: round $border; background: $surface; }
    DojoPalette #--input.--list-visible { border-bottom: round $border; }
    DojoPalette CommandList { border: none; }
    """

    def __init__(self, language: str) -> None:
        """Ask in `language`."""
        super().__init__(
            placeholder=message("tui.app_palette_hint", language), id="--command-palette"
        )


class DojoCommands(Provider):
    """What the palette offers; names of scenarios are shown as they are, never as markup."""

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(
                Content(command.name), command.run, text=command.name, help=command.help
            )

    async def search(self, query: str) -> Hits:
        """Offer what matches, best first."""
        matcher = self.matcher(query)
        found = False
        for command in self._commands():
            score = max(matcher.match(command.name), matcher.match(command.help) / 2)
            if score > 0:
                found = True
                yield Hit(
                    score, Content(command.name), command.run, text=command.name, help=command.help
                )
        if not found:
            # Textual would say so in English only.
            yield Hit(1.0, Content(message("tui.app_palette_none", self._dojo.language)), _nothing)

    def _commands(self) -> Iterator[Command]:
        dojo = self._dojo
        yield Command(
            message("progress.command", dojo.language),
            message("progress.command_help", dojo.language),
            _progress_of(dojo),
        )
        yield Command(
            message("history.command", dojo.language),
            message("history.command_help", dojo.language),
            _history_of(dojo),
        )
        yield from self._scenarios()
        runs = (
            dojo.action_switch_language,
            dojo.action_switch_theme,
            dojo.action_glossary,
            dojo.exit,
        )
        for name, run in zip(_ACTIONS, runs, strict=True):
            yield Command(
                message(f"tui.app_command_{name}", dojo.language),
                message(f"tui.app_command_{name}_help", dojo.language),
                run,
            )

    def _scenarios(self) -> Iterator[Command]:
        dojo = self._dojo
        language = dojo.language
        for entry in dojo.library.entries:
            if entry.kind != "scenario":
                continue
            yield Command(
                message(
                    "tui.app_command_scenario",
                    language,
                    title=visible(entry.title.spoken(language)),
                ),
                message(
                    "tui.app_command_scenario_help",
                    language,
                    stage=message(f"tui.home_stage_{entry.stage}", language),
                    level=entry.level,
                    minutes=entry.minutes,
                ),
                _opening(dojo, entry.id),
            )


def _opening(dojo: "DojoApp", scenario: str) -> Callable[[], None]:
    return lambda: dojo.open_briefing(scenario)


def _progress_of(dojo: "DojoApp") -> Callable[[], None]:
    def show() -> None:
        from salesdojo.tui.screens.progress import show_progress

        show_progress(dojo)

    return show


def _history_of(dojo: "DojoApp") -> Callable[[], None]:
    def show() -> None:
        from salesdojo.tui.screens.history import show_history

        show_history(dojo)

    return show


def _nothing() -> None:
    """Do what choosing an empty answer does."""
