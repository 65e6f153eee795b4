"""The command palette: every scenario, and what works on every screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.notices import notice
from salesdojo.tui.progress_rooms import ROOMS, show_room
from salesdojo.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

_ACTIONS = ("language", "theme", "glossary", "quit")
_PRACTICE = ("today", "drills", "journeys")
"""What the first screen's keys open."""


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
        """Yield what a trainee looks for first; the many scenarios come last."""
        dojo = self._dojo
        yield from self._practice()
        yield from self._progress()
        runs = (
            dojo.action_switch_language,
            dojo.action_switch_theme,
            dojo.action_glossary,
            dojo.exit,
        )
        for name, run in zip(_ACTIONS, runs, strict=True):
            yield self._command(f"tui.app_command_{name}", run)
        yield from self._for_managers()
        yield from self._scenarios()

    def _practice(self) -> Iterator[Command]:
        """Yield what the first screen opens, where the app has one."""
        home = self._dojo.screen_stack[0]
        if isinstance(home, HomeScreen):
            for name in _PRACTICE:
                if home.offers(name):
                    run = partial(_from_home, self._dojo, name)
                    yield self._command(f"tui.app_command_{name}", run)

    def _progress(self) -> Iterator[Command]:
        """Yield progress, the screens behind it, and the history."""
        dojo = self._dojo
        yield self._command("progress.command", partial(_show_progress, dojo))
        for name in ROOMS:
            yield self._command(f"overview.command_{name}", partial(show_room, dojo, name))
        yield self._command("history.command", partial(_show_history, dojo))

    def _for_managers(self) -> Iterator[Command]:
        dojo = self._dojo
        yield self._command("team.command", partial(_show_team, dojo))
        yield self._command("reviewing.command", partial(_show_queue, dojo))
        yield self._command("assigning.palette", partial(_show_assignments, dojo))
        yield self._command("items.command", partial(_show_items, dojo))

    def _command(self, name: str, run: Callable[[], None]) -> Command:
        language = self._dojo.language
        return Command(message(name, language), message(f"{name}_help", language), run)

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
                partial(dojo.open_briefing, entry.id),
            )


def _from_home(dojo: "DojoApp", name: str) -> None:
    """Go back to the first screen and open something of `_PRACTICE` there; a talk goes first."""
    from salesdojo.tui.screens.talk import TalkScreen

    if any(isinstance(screen, TalkScreen) for screen in dojo.screen_stack):
        notice(dojo, message("progress.talk_first", dojo.language))
        return
    while len(dojo.screen_stack) > 1:
        dojo.pop_screen()
    dojo.call_later(dojo.run_action, f"screen.{name}")


def _show_progress(dojo: "DojoApp") -> None:
    from salesdojo.tui.screens.progress import show_progress

    show_progress(dojo)


def _show_history(dojo: "DojoApp") -> None:
    from salesdojo.tui.screens.history import show_history

    show_history(dojo)


def _show_queue(dojo: "DojoApp") -> None:
    from salesdojo.tui.screens.review_queue import show_queue

    show_queue(dojo)


def _show_assignments(dojo: "DojoApp") -> None:
    from salesdojo.tui.screens.assignments import show_assignments

    show_assignments(dojo)


def _show_team(dojo: "DojoApp") -> None:
    from salesdojo.tui.team_opening import show_team

    show_team(dojo)


def _show_items(dojo: "DojoApp") -> None:
    from salesdojo.tui.screens.items import show_items

    show_items(dojo)


def _nothing() -> None:
    """Do what choosing an empty answer does."""
