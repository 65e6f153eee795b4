"""A page published by Twine: the story data in it, with its passages."""

import re
from html.parser import HTMLParser
from typing import Final

from salesdojo.authoring.importing.passage_parts import Passage
from salesdojo.authoring.importing.story import NoStoryError, Story
from salesdojo.authoring.importing.twine_story import twine_story

OPENING: Final = re.compile(r"<tw-storydata[\s>]", re.IGNORECASE)
_CLOSING: Final = re.compile(r"</tw-storydata\s*>", re.IGNORECASE)

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
    # The engine around the story is up to a megabyte of script: nothing in it is ours.
    page = _Page(text.count("\n", 0, begin))
    page.feed(text[begin : closing.end() if closing else len(text)])
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

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "tw-storydata" and not self.story:
            self.story = given
        elif tag == "tw-passagedata":
            self.end_passage()
            self._open = given
            header = self.get_starttag_text() or ""
            self._line = self._lines_before + self.getpos()[0] + header.count("\n")
        elif self._open is not None:
            # Twine escapes what is in a passage; a page made otherwise may not.
            self._words.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tw-passagedata":
            self.end_passage()

    def handle_data(self, data: str) -> None:
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
