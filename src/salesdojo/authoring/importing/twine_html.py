"""A page published by Twine: the story data in it, with its passages."""

import re
from html.parser import HTMLParser
from typing import Final

from salesdojo.authoring.importing.limits import MOST_SCENES, MOST_SOURCE
from salesdojo.authoring.importing.passage_parts import Passage
from salesdojo.authoring.importing.story import NoStoryError, Story, StoryTooLargeError
from salesdojo.authoring.importing.twine_story import twine_story

OPENING: Final = re.compile(r"<tw-storydata[\s>]", re.IGNORECASE)
_CLOSING: Final = re.compile(r"</tw-storydata\s*>", re.IGNORECASE)
# html.parser takes quadratic time over tags that never end. Twine escapes what is in a
# passage; a page made otherwise keeps its tags as text, as the story's dialect reads them.
_OTHER_TAGS: Final = re.compile(
    r"<(?!/?(?:tw-storydata|tw-passagedata|tw-tag|script|style)"
    r"(?:\s(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)?>)",
    re.IGNORECASE,
)
_ACTING: Final = {"script": "script", "style": "stylesheet"}
"""Elements of the author's that are no text, and the tag that Twee gives their passages."""

_Attributes = list[tuple[str, str | None]]


def read(name: str, text: str) -> Story:
    """Read the page `text` of the file called `name`; its scripts and styles are not looked at.

    Raises:
        NoStoryError: it has no story data, or no passage in it.
        StoryTooLargeError: it has more than a scenario holds.
    """
    opening = OPENING.search(text)
    if opening is None:
        raise NoStoryError
    begin = opening.start()
    closing = _CLOSING.search(text, begin)
    end = closing.end() if closing else len(text)
    if end - begin > MOST_SOURCE:
        raise StoryTooLargeError(text.count("<tw-passagedata", begin, end), MOST_SCENES)
    # The engine around the story is up to a megabyte of script: nothing in it is ours.
    page = _Page(text.count("\n", 0, begin))
    page.feed(_OTHER_TAGS.sub("&lt;", text[begin:end]))
    page.close()
    page.end_passage()
    if not page.passages:
        raise NoStoryError
    passages = [passage for _, passage in page.passages]
    start = next(
        (passage.name for pid, passage in page.passages if pid == page.story.get("startnode")), ""
    )
    title = page.story.get("name", "").strip() or name
    return twine_story(title, page.story.get("format", ""), start, passages)


class _Page(HTMLParser):
    """Collects what is between the tags of Twine."""

    def __init__(self, lines_before: int) -> None:
        super().__init__(convert_charrefs=True)
        self._lines_before = lines_before
        self.story: dict[str, str] = {}
        self.passages: list[tuple[str, Passage]] = []
        self._open: dict[str, str] | None = None
        self._words: list[str] = []
        self._line = 0
        self._acting = ""

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "tw-storydata" and not self.story:
            self.story = given
        elif tag == "tw-passagedata":
            self.end_passage()
            self._open = given
            header = self.get_starttag_text() or ""
            self._line = self._lines_before + self.getpos()[0] + header.count("\n")
        elif tag in _ACTING:
            self._acting = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "tw-passagedata":
            self.end_passage()
        elif tag in _ACTING:
            self._acting = ""

    def handle_data(self, data: str) -> None:
        if self._acting:
            line = self._lines_before + self.getpos()[0]
            named = Passage.of(f"<{self._acting}>", (_ACTING[self._acting],), data, line)
            self.passages.append(("", named))
            return
        if self._open is not None:
            self._words.append(data)

    def end_passage(self) -> None:
        """Keep the passage that is open."""
        if self._open is None:
            return
        given, self._open = self._open, None
        text = "".join(self._words)
        self._words = []
        passage = Passage.of(
            given.get("name", ""), tuple(given.get("tags", "").split()), text, self._line
        )
        self.passages.append((given.get("pid", ""), passage))
