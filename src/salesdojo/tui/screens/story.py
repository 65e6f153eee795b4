"""What became of a deal: its place in the pipeline, and chapter by chapter how it came there."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.journey_story import PIPELINE
from salesdojo.records.journeys.journey_telling import stage_name, told
from salesdojo.tui.laying_out import lay_out_again
from salesdojo.tui.screens.scrolling import ScrollingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.content.catalogue import Journey
    from salesdojo.practice.journey_story import Story

_KEYS: Final = (
    Key("Up/Down", "tui.glossary_key_scroll", "screen.scroll(1)"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)
_ARROW: Final = " > "


class StoryScreen(ScrollingScreen[None]):
    """The story of one deal."""

    CSS_PATH = "story.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left,enter", "back", show=False)]

    def __init__(self, story: "Story", journey: "Journey") -> None:
        """Tell `story`, the one of `journey`."""
        super().__init__()
        self._story = story
        self._journey = journey

    @property
    def scrolled(self) -> VerticalScroll:
        """The story."""
        return self.query_one("#story-body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay out title, pipeline, story and keys."""
        yield TitleLine()
        with VerticalScroll(id="story-body", can_focus=False):
            yield from self._parts()
        yield KeyBar(_KEYS, self.dojo.language)

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        super().retranslate()
        self.call_later(lay_out_again, self.scrolled, self._parts())

    def _parts(self) -> "Iterator[Prose]":
        """Yield where the deal stands, then how it came there."""
        (heading, *chapters, standing) = told(self._story, self._journey, self.dojo.language)
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
            name = visible(stage_name(stage, self.dojo.language))
            if stage is self._story.furthest:
                names.append(Content.styled(f"[{name}]", "$accent bold"))
            else:
                names.append(Content.styled(name, "$success" if stage in played else "$quiet"))
        return Content(_ARROW).join(names)

    def say(self) -> None:
        """Say which deal it is."""
        language = self.dojo.language
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
