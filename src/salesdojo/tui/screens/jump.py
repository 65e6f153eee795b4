"""Where to: every scene of a scenario, found by its name or by what is said there."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widths import cut

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario, Scene
    from salesdojo.tui.ground import GroundApp

_LONGEST: Final = 100
"""Cells of a scene's line; the list cuts what it has no room for."""
_KEYS: Final = (
    Key("Up/Down", "preview.key_move", "screen.move(1)"),
    Key("Enter", "preview.key_go", "screen.go"),
    Key("Esc", "preview.key_close", "screen.close"),
    LANGUAGE_BY_CTRL,
)


class JumpScreen(ModalScreen[str | None]):
    """Asks for a scene; None when nothing was chosen."""

    AUTO_FOCUS = "#jump-search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("escape", "close", show=False),
        # Letters are for searching here.
        Binding("ctrl+l", "app.switch_language", show=False, priority=True),
    ]

    def __init__(self, scenario: "Scenario", here: str, met: AbstractSet[str]) -> None:
        """Offer the scenes of `scenario`; the talk is `here`, and roads lead to those `met`."""
        super().__init__()
        self._scenario = scenario
        self._here = here
        self._met = met
        self._found = tuple(scenario.scenes)

    @property
    def _language(self) -> str:
        return cast("GroundApp", self.app).language

    def compose(self) -> ComposeResult:
        """Lay out search, list and keys."""
        with Vertical(id="jump-box"):
            yield Input(id="jump-search", select_on_focus=False)
            yield OptionList(id="jump-list", markup=False, compact=True)
        yield KeyBar(_KEYS, self._language)

    def on_mount(self) -> None:
        """Offer all scenes."""
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the app's language; what was typed stays."""
        title = message("preview.jump_title", self._language)
        self.query_one("#jump-box").border_title = Content(title)
        self.query_one(Input).placeholder = message("preview.jump_hint", self._language)
        self.query_one(KeyBar).retranslate(self._language)
        self._fill()

    def action_move(self, by: int) -> None:
        """Highlight another scene: round the ends by one, up to them by more."""
        listed = self.query_one(OptionList)
        if not self._found:
            return
        place = (listed.highlighted or 0) + by
        last = len(self._found) - 1
        listed.highlighted = place % (last + 1) if abs(by) == 1 else max(0, min(last, place))

    def action_go(self) -> None:
        """Go to the scene highlighted."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._found):
            self.dismiss(self._found[place])

    def action_close(self) -> None:
        """Stay where we are."""
        self.dismiss(None)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _chosen(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        event.stop()
        self.action_go()

    def _fill(self) -> None:
        wanted = self.query_one(Input).value.strip().casefold()
        scenes = self._scenario.scenes.values()
        found = [scene.id for scene in scenes if wanted in self._words(scene).casefold()]
        # Whoever types a name finds it before those in whose lines it happens to stand.
        self._found = tuple(sorted(found, key=lambda name: wanted not in name))
        listed = self.query_one(OptionList)
        if not self._found:
            none = message("preview.jump_none", self._language)
            listed.set_options([Option(Content(none), disabled=True)])
            return
        listed.set_options(Option(self._line(scene)) for scene in self._found)
        listed.highlighted = 0 if wanted else max(0, self._place_of_here())

    def _place_of_here(self) -> int:
        return self._found.index(self._here) if self._here in self._found else 0

    def _words(self, scene: "Scene") -> str:
        return f"{scene.id} {' '.join(line.say.spoken(self._language) for line in scene.customer)}"

    def _line(self, name: str) -> Content:
        scene = self._scenario.scenes[name]
        remark = ""
        if name == self._here:
            remark = message("preview.jump_here", self._language)
        elif name not in self._met:
            remark = message("preview.jump_no_road", self._language)
        elif scene.end is not None:
            remark = message(f"tui.debrief_outcome_{scene.end}", self._language)
        style = "$warning" if name not in self._met else "$secondary"
        words = cut(scene.customer[-1].say.spoken(self._language), _LONGEST)
        line = Content.styled(visible(name), "bold") + "  "
        if remark:
            line += Content.assemble((f"({remark})", style), "  ")
        return line + Content.styled(words, "$quiet")
