"""What became of a deal: its place in the pipeline, and chapter by chapter how it came there."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.journey_story import PIPELINE
from salesdojo.records.journey_telling import stage_name, told
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.content.catalogue import Journey
    from salesdojo.practice.journey_story import Story
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Up/Down", "tui.glossary_key_scroll", "screen.scroll(1)"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)
_ARROW: Final = " > "


class StoryScreen(Screen[None]):
    """The story of one deal."""

    CSS_PATH = "story.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("escape,q,left,enter", "back", show=False),
    ]

    def __init__(self, story: "Story", journey: "Journey") -> None:
        """Tell `story`, the one of `journey`."""
        super().__init__()
        self._story = story
        self._journey = journey

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#story-body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay out title, pipeline, story and keys."""
        yield TitleLine()
        with VerticalScroll(id="story-body", can_focus=False):
            yield from self._parts()
        yield KeyBar(_KEYS, self._dojo.language)

    def on_mount(self) -> None:
        """Say the title."""
        self._say()

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        self.query_one(KeyBar).retranslate(self._dojo.language)
        self._say()
        self.call_later(self._lay_out_again)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._body.scroll_relative(y=lines, animate=False)

    def action_turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        self._body.scroll_relative(y=pages * max(1, self._body.size.height - 1), animate=False)

    def action_back(self) -> None:
        """Go back to the journeys."""
        self.dismiss(None)

    async def _lay_out_again(self) -> None:
        place = self._body.scroll_offset.y
        with self.app.batch_update():
            await self._body.remove_children()
            await self._body.mount_all(self._parts())
        self.call_after_refresh(self._body.scroll_to, y=place, animate=False)

    def _parts(self) -> "Iterator[Prose]":
        """Yield where the deal stands, then how it came there."""
        (heading, *chapters, standing) = told(self._story, self._journey, self._dojo.language)
        yield _said(self._pipeline(), "story-pipeline")
        yield from (_line(line, "story-standing") for line in standing)
        yield _line(heading[0], "story-heading")
        for first, *rest in chapters:
            yield _line(first, "story-chapter")
            yield from (_line(line, "story-line") for line in rest)

    def _pipeline(self) -> Content:
        """Return the stages of a deal; those played stand out, the furthest in brackets."""
        played = {chapter.stage for chapter in self._story.chapters}
        names = []
        for stage in PIPELINE:
            name = visible(stage_name(stage, self._dojo.language))
            if stage is self._story.furthest:
                names.append(Content.styled(f"[{name}]", "$accent bold"))
            else:
                names.append(Content.styled(name, "$success" if stage in played else "$quiet"))
        return Content(_ARROW).join(names)

    def _say(self) -> None:
        language = self._dojo.language
        name = visible(self._journey.name.spoken(language))
        self.query_one(TitleLine).show(name, message("journey.story_title", language))


def _line(text: str, kind: str) -> Prose:
    """Return a line of the story; the told lines are indented by spaces, ours by the style."""
    deeper = " -deeper" if text.startswith("    ") else ""
    return Prose(visible(text.strip()), classes=kind + deeper)


def _said(content: Content, kind: str) -> Prose:
    line = Prose(classes=kind)
    line.set_content(content)
    return line
