"""Twee 3: headers with tags and metadata, and the passages that say what the story is."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from salesdojo.authoring.importing.limits import MOST_PASSAGES, MOST_SCENES, MOST_SOURCE
from salesdojo.authoring.importing.passage_parts import Passage
from salesdojo.authoring.importing.story import NoStoryError, Story, StoryTooLargeError
from salesdojo.authoring.importing.twine_story import twine_story

_HEADER: Final = re.compile(r"^::[ \t]*(.*)$", re.MULTILINE)
_NAME: Final = re.compile(r"(?:[^\\\[\]{}]|\\.)*")
_TAGS: Final = re.compile(r"\s*\[((?:[^\\\[\]]|\\.)*)\]")
_ESCAPE: Final = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Header:
    name: str
    tags: tuple[str, ...]


def read(name: str, text: str) -> Story:
    """Read the Twee source `text` of the file called `name`.

    Raises:
        NoStoryError: it has no passage.
        StoryTooLargeError: it has more than a scenario holds.
    """
    if len(text) > MOST_SOURCE:
        raise StoryTooLargeError(text.count("\n::"), MOST_SCENES)
    passages = _passages(text)
    if not passages:
        raise NoStoryError
    told = {passage.name: passage.text for passage in passages}
    settings = _settings(told.get("StoryData", ""))
    title = told.get("StoryTitle", "").strip() or name
    stories = [one for one in passages if one.name not in ("StoryTitle", "StoryData")]
    return twine_story(title, _word(settings, "format"), _word(settings, "start"), stories)


def _passages(text: str) -> list[Passage]:
    found = list(_HEADER.finditer(text))
    if len(found) > MOST_PASSAGES:
        raise StoryTooLargeError(len(found), MOST_SCENES)
    ends = [header.start() for header in found[1:]] + [len(text)]
    passages = []
    line, counted = 1, 0
    for header, end in zip(found, ends, strict=True):
        begin = min(header.end() + 1, end)
        line += text.count("\n", counted, begin)
        counted = begin
        read_header = _header(header[1])
        passages.append(Passage.of(read_header.name, read_header.tags, text[begin:end], line))
    return passages


def _header(written: str) -> _Header:
    """Read ``name [tag tag] {metadata}``; metadata places boxes on Twine's map and is no loss."""
    name = _NAME.match(written)
    called = name[0] if name is not None else ""
    tags = _TAGS.match(written, len(called))
    named = _ESCAPE.sub(r"\1", called.strip())
    return _Header(named, tuple(_ESCAPE.sub(r"\1", tags[1]).split()) if tags else ())


def _settings(written: str) -> dict[str, Any]:
    try:
        read_settings = json.loads(written)
    except (ValueError, RecursionError):
        return {}
    return read_settings if isinstance(read_settings, dict) else {}


def _word(settings: dict[str, Any], key: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else ""
