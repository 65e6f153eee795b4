"""Scenarios, decisions and choices as rows of a list, for the width there is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.review import item_saying as say
from salesdojo.review.item_model import Untold
from salesdojo.tui.widths import cut, pad, pad_left, width_of
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.records.reviews.remark import Heard
    from salesdojo.review.item_model import ChoiceItem, DecisionItem, OverviewRow, VersionItems
    from salesdojo.tui.widgets.figure_rows import Row

_GAP: Final = "  "
_FIGURES: Final = (6, 7, 8, 9, 9, 9)
"""Cells of a scenario's figures: n, mean, passed, gain, unused, remarks."""
_DECISION: Final = (6, 9, 9, 7, 8)
"""Met, facility, discrimination, to check, remarks."""
_BAND: Final = 15
_CHOICE: Final = (7, 8, 9, 9)
"""Taken, share, quality, rest."""
_BAR: Final = 12
_ROOMY: Final = 100
"""Cells from which a row has a bar."""
_INDENT: Final = "    "


def bar(share: float) -> Content:
    """Return a bar for a share of the whole, 0-1: what is filled reads without colours too."""
    filled = round(_BAR * min(1.0, max(0.0, share)))
    return Content.assemble(
        ("#" * filled, "$primary on $primary"), ("-" * (_BAR - filled), "$panel on $panel")
    )


def overview_rows(rows: "Sequence[OverviewRow]", width: int, language: str) -> "Iterator[Row]":
    """Yield the names of the columns, then the scenarios."""
    room = width - sum(_FIGURES) - len(_GAP)
    first, *names = message("items.screen_head", language).split("|")
    yield None, _heading(pad(first, room) + _GAP + _figures(names, _FIGURES), width)
    for row in rows:
        yield row.id, _overview_row(row, room, width, language)


def decision_rows(shown: "VersionItems", width: int, language: str) -> "Iterator[Row]":
    """Yield the names of the columns, then the decisions."""
    bars = _BAR + len(_GAP) if width >= _ROOMY else 0
    room = width - sum(_DECISION) - _BAND - bars - 2 * len(_GAP)
    first, met, facility, index, check, heard = message(
        "items.screen_decisions_head", language
    ).split("|")
    parts = [pad(first, room), _GAP, _figures((met, facility), _DECISION[:2]), " " * bars]
    parts += [_figures((index,), _DECISION[2:3]), _GAP, " " * _BAND]
    yield None, _heading("".join([*parts, _figures((check, heard), _DECISION[3:])]), width)
    for item in shown.decisions:
        yield item.scene, _decision_row(item, room, width, language)


def choice_rows(item: "DecisionItem", width: int, language: str) -> "Iterator[Row]":
    """Yield the names of the columns, each choice with its words, then what was remarked."""
    bars = _BAR + len(_GAP)
    room = width - sum(_CHOICE) - bars - len(_GAP)
    first, taken, share, quality, rest = message("items.screen_choices_head", language).split("|")
    parts = [pad(first, room), _GAP, _figures((taken, share), _CHOICE[:2]), " " * bars]
    yield None, _heading("".join([*parts, _figures((quality, rest), _CHOICE[2:])]), width)
    for choice in item.choices:
        yield f"choice.{choice.id}", _choice_row(choice, room, width, language)
    if item.heard:
        counts = message("items.remarks", language, **say.remarks(item))
        yield None, Content("\n") + _heading(counts, width)
    for place, one in enumerate(item.heard):
        yield f"remark.{place}", _heard_row(one, width, language)


def _overview_row(row: "OverviewRow", room: int, width: int, language: str) -> Content:
    attempted = row.version.attempted
    figures = (
        str(attempted.firsts),
        say.points(attempted.mean, language),
        say.share(attempted.passed, language),
        say.gained(attempted.gain.mean, language),
        say.unused(row, language),
        str(row.heard) if row.heard else "",
    )
    title = row.title.spoken(language)
    line = Content(pad(title, room) + _GAP + _figures(figures, _FIGURES))
    standing = say.standing(row, language)
    if not standing:
        return line
    more = cut(_INDENT + standing, width)
    return Content("\n").join([line, Content.styled(more, "$quiet")])


def _decision_row(item: "DecisionItem", room: int, width: int, language: str) -> Content:
    index, band = say.discrimination(item, language)
    check = str(len(item.dead)) if item.dead else ""
    heard = str(len(item.heard)) if item.heard else ""
    facility = say.share(item.facility, language)
    parts = [
        Content(pad(item.scene, room) + _GAP),
        Content(_figures((str(item.met), facility), _DECISION[:2])),
    ]
    if width >= _ROOMY:
        told = isinstance(item.facility, Untold)
        parts += [Content(_GAP), Content(" " * _BAR) if told else bar(float(item.facility))]
    parts += [
        Content(_figures((index,), _DECISION[2:3]) + _GAP + pad(band, _BAND)),
        Content(_figures((check, heard), _DECISION[3:])),
    ]
    return Content("").join(parts)


def _choice_row(choice: "ChoiceItem", room: int, width: int, language: str) -> Content:
    first = (str(choice.taken), say.share(choice.share, language))
    rest = (say.points(choice.quality, language), say.points(choice.rest, language))
    marks = say.marks(choice, language)
    named = f"{choice.id}{_GAP}{marks}".rstrip()
    below = [] if width_of(named) <= room else [_INDENT + marks]
    line = Content("").join(
        [
            Content.styled(pad(choice.id if below else named, room), "bold"),
            Content(_GAP + _figures(first, _CHOICE[:2]) + _GAP),
            bar(choice.share or 0),
            Content(_figures(rest, _CHOICE[2:])),
        ]
    )
    words = wrap(say.said(choice, language), max(1, width - len(_INDENT)))
    said = [_INDENT + part for part in words]
    quiet = [Content.styled(cut(part, width), "$quiet") for part in said]
    return Content("\n").join([line, *(Content(cut(mark, width)) for mark in below), *quiet])


def _heard_row(heard: "Heard", width: int, language: str) -> Content:
    kind = message(f"remark.told_{heard.remark.kind}", language)
    words = heard.remark.words or message("remark.without_words", language)
    said = message(
        "items.remark", language, kind=kind, choice=heard.remark.choice, words=visible(words)
    )
    first, *more = wrap(said, max(1, width - len(_INDENT)))
    return Content("\n".join([first, *(_INDENT + line for line in more)]))


def _figures(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return "".join(" " + pad_left(cell, width - 1) for cell, width in pairs)


def _heading(words: str, width: int) -> Content:
    return Content.styled(cut(words, width), "$secondary bold")
