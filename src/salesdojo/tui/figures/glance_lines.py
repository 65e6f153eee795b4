"""What is to be seen in five seconds: what got better, this week, and what to do now."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.history.trend import Way
from salesdojo.records.planning.saying import reason
from salesdojo.tui.figures.calendar_lines import week_line
from salesdojo.tui.figures.change_words import change_words, gains
from salesdojo.tui.widths import cut, pad
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from salesdojo.records.history.overview import Advice, Overview

Fact = tuple[str, Content]
"""What it is about, and what there is to say of it."""

_LABEL: Final = 12
_INDENT: Final = " "


def facts(
    overview: "Overview", advice: "Advice | None", now: int, language: str, *, own: bool = True
) -> tuple[Fact, ...]:
    """Return what there is to say, one fact a line; without `advice` nothing of what to do.

    A fact without a label goes on from the one before. Whoever reads somebody else's, which is
    not their `own`, is told what comes next there, not what to do.
    """

    def label(name: str) -> str:
        return message(f"overview.glance_{name}", language)

    told = [
        (label("talks"), Content(change_words(overview.talks.change, language))),
        (label("better"), _moved(overview, language)),
        (label("week"), week_line(overview.calendar, language)),
    ]
    if advice is None:
        return tuple(told)
    first, *more = _to_do(advice, now, language)
    return *told, (label("next" if own else "next_of"), first), *(("", words) for words in more)


def beside_each_other(told: "Sequence[Fact]", width: int) -> list[Content]:
    """Return a line for each fact: what it is about on the left, cut where it does not fit."""
    return [
        Content.assemble(
            (pad(label, _LABEL) if label else "", "$secondary"),
            _cut(words, max(0, width - _LABEL) if label else width),
        )
        for label, words in told
    ]


def below_each_other(told: "Sequence[Fact]", width: int) -> list[Content]:
    """Return each fact under what it is about, in as many lines as it takes, a blank between."""
    lines: list[Content] = []
    for label, words in told:
        if label:
            lines += [Content("")] if lines else []
            lines.append(Content.styled(cut(label, width), "$secondary bold"))
        lines += _broken(words, width)
    return [*lines, Content("")]


def _moved(overview: "Overview", language: str) -> Content:
    for way, style in ((Way.UP, "$success"), (Way.DOWN, "")):
        went = gains(overview.criteria, way, language)
        words = visible(message("overview.comma", language).join(went))
        if went:
            name = "overview.glance_better_than" if way is Way.UP else "overview.glance_worse"
            return Content.styled(message(name, language, names=words), style)
    return Content.styled(message("overview.glance_nothing_sure", language), "$quiet")


def _to_do(advice: "Advice", now: int, language: str) -> "Iterator[Content]":
    item = advice.item
    if item is None:
        yield Content(message("overview.glance_all_done", language))
        return
    yield Content.styled(visible(item.entry.title.spoken(language)), "bold")
    yield Content.styled(visible(reason(item.because, now, language)), "$quiet")


def _cut(words: Content, width: int) -> Content:
    """Return `words` in at most `width` cells; what is left out is marked as `cut` does."""
    if words.cell_length <= width:
        return words
    shown = cut(words.plain, width)
    return Content(shown) if not words.spans else words[: len(shown) - 2] + shown[-2:]


def _broken(words: Content, width: int) -> "Iterator[Content]":
    """Yield `words` in lines of at most `width` cells; broken, all have the first one's style."""
    room = max(1, width - len(_INDENT))
    if words.cell_length <= room:
        yield _INDENT + words
        return
    style = words.spans[0].style if words.spans else ""
    for line in wrap(words.plain, room):
        yield Content.styled(_INDENT + line, style)
