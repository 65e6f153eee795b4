"""Which tool wrote a file, decided from its content; its name only settles what both could be."""

import re
from typing import Final

from salesdojo.authoring.importing import ink, twee, twine_html
from salesdojo.authoring.importing.limits import LARGEST_STORY
from salesdojo.authoring.importing.story import (
    NoStoryError,
    Story,
    StoryTooLargeError,
    UnsupportedVersionError,
)
from salesdojo.errors import ContentError

_TWEE: Final = re.compile(r"^::[^\n]*\S", re.MULTILINE)


def story_in(place: str, stem: str, content: bytes) -> Story:
    """Read the story in `content`.

    Args:
        place: how messages call the file.
        stem: its name without the ending, for a story without a title.
        content: its bytes, cut one byte beyond `LARGEST_STORY`.

    Raises:
        ContentError: CT codes never; US076 when it is too large, US077 when it is no
            story, US078 when it is of an ink version not read here.
    """
    if len(content) > LARGEST_STORY:
        raise ContentError("US076", place=place, size=LARGEST_STORY >> 20)
    text = _decoded(content)
    if text is None:
        raise ContentError("US077", place=place)
    try:
        return _read(stem, text)
    except NoStoryError as fault:
        raise ContentError("US077", place=place) from fault
    except UnsupportedVersionError as fault:
        raise ContentError(
            "US078", place=place, found=fault.found, first=ink.FIRST_VERSION, last=ink.LAST_VERSION
        ) from fault
    except StoryTooLargeError as fault:
        raise too_many_scenes(place, fault) from fault


def too_many_scenes(place: str, fault: StoryTooLargeError) -> ContentError:
    """Return the error of a story that does not fit in one scenario."""
    return ContentError("US079", place=place, count=fault.count, most=fault.most)


def _decoded(content: bytes) -> str | None:
    """Return the text of `content`: UTF-8, or UTF-16 where its first bytes say so."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text.replace("\r\n", "\n").replace("\r", "\n")


def _read(stem: str, text: str) -> Story:
    if text.lstrip().startswith("{"):
        return ink.read(stem, text)
    if twine_html.OPENING.search(text):
        return twine_html.read(stem, text)
    if _TWEE.search(text):
        return twee.read(stem, text)
    raise NoStoryError
