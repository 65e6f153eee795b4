"""What somebody shows of a skill and what one level up is like, in few lines or in full."""

from typing import TYPE_CHECKING

from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widths import cut
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.records.mastery.anchors import Anchor


def anchor_lines(
    name: str | None, anchor: "Anchor | None", width: int, most: int, language: str
) -> list[Content]:
    """Return the level shown of the skill called `name`, then the next level's description.

    Args:
        name: None where no skill is highlighted.
        anchor: None where no talk has shown a level.
        width: of a line in cells.
        most: lines at most; what is left over is cut.
        language: ``ja`` or ``en``.
    """
    if name is None:
        words = message("overview.anchor_of_none", language)
        return [Content.styled(line, "$quiet") for line in _few(words, width, most)]
    if anchor is None:
        words = message("overview.anchor_none", language, name=visible(name))
        return [Content.styled(line, "$quiet") for line in _few(words, width, most)]
    level = message("overview.anchor_now", language, name=visible(name), level=anchor.level)
    lines = _few(_next(anchor, language), width, most - 1)
    return [Content.styled(cut(level, width), "bold"), *(Content(line) for line in lines)]


def anchor_paragraphs(anchor: "Anchor", language: str) -> tuple[str, ...]:
    """Return the level shown and the next one, each in the rubric's words in full."""
    count = "one" if anchor.many == 1 else "many"
    now = message(
        f"overview.anchor_page_{'repeat' if anchor.repeats else 'first'}_{count}",
        language,
        many=anchor.many,
        level=anchor.level,
        rubric=anchor.rubric.spoken(language),
        words=anchor.now.spoken(language),
    )
    if anchor.next is None:
        return now, message("overview.anchor_page_top", language)
    coming = message(
        "overview.anchor_page_next",
        language,
        level=anchor.level + 1,
        words=anchor.next.spoken(language),
    )
    return now, coming


def _few(words: str, width: int, most: int) -> list[str]:
    """Return `words` in at most so many lines; what is left over is cut."""
    lines = list(wrap(words, max(1, width)))
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
    return lines


def _next(anchor: "Anchor", language: str) -> str:
    if anchor.next is None:
        return message("overview.anchor_top", language, words=anchor.now.spoken(language))
    words = anchor.next.spoken(language)
    return message("overview.anchor_next", language, level=anchor.level + 1, words=words)
