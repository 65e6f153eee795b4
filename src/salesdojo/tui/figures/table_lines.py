"""What a negotiation table shows while it goes on, in the lines and columns that there are."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.records.history.table_saying import reason_words
from salesdojo.tui.figures.table_gauges import head_line, history_line, value_lines
from salesdojo.tui.figures.table_rows import (
    BESIDE,
    columns,
    rows_beside,
    rows_in_short,
    rows_of_ours,
    rows_of_theirs,
)
from salesdojo.tui.figures.table_words import (
    issue_words,
    known,
    option_words,
    package_words,
    share,
)
from salesdojo.tui.widths import cut, width_of
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.tui.figures.table_rows import Told

_DETAIL, _LONGEST_DETAIL = 2, 4
"""Lines in which an issue is told at length, or a notice; where there is room, twice as many."""
_LEAST_ROWS: Final = 2
"""Rows that are worth more than the figures of the marks."""
_FEW_ROWS: Final = 3
"""Rows that are worth more than their head."""


def table_lines(told: "Told", notice: str | None, width: int, most: int) -> list[Content]:
    """Return at most `most` lines (5 or more) of `width` cells.

    What gives way where lines are few, one after the other: what is known where the customer's
    half stands below, the way so far, the rows of issues that are not gone to, the heads.

    Args:
        told: the table.
        notice: what there is to say about the last key; None tells of the issue gone to.
        width: cells.
        most: lines.
    """
    head = head_line(told, width)
    value = value_lines(told, width)
    offer = _offer_lines(told, width)
    history = [history_line(told, width)]
    rows = 1 + len(told.issues)
    spare = most - 1 - len(value) - len(offer)
    detail = _detail(told, notice, width, spare - 1 - rows * (1 if width >= BESIDE else 2))
    spare -= len(detail)
    if spare < rows + 1:
        history = []
    if spare < rows:
        spare += len(detail) - 1
        detail = _at_most(detail, 1, width)
    if spare < _LEAST_ROWS:
        spare += len(value) - 1
        value = value[:1]
    table = _table(told, width, max(1, spare - len(history)))
    return [head, *table, *offer, *detail, *value, *history][:most]


def _table(told: "Told", width: int, most: int) -> list[Content]:
    """Return the two halves in at most `most` lines, the issue gone to among them."""
    row = told.draft.row
    if width >= BESIDE:
        return _half(rows_beside(told, width), row, most)
    ours, theirs = rows_of_ours(told, width), rows_of_theirs(told, width)
    if len(ours) + len(theirs) > most:
        return _half(rows_in_short(told, width), row, most)
    return [*ours, *theirs]


def _half(lines: list[Content], row: int, most: int) -> list[Content]:
    """Return a head and the rows round `row`; where only few fit, all are rows."""
    head, *rows = lines
    if most <= min(len(rows), _FEW_ROWS):
        return _window(rows, row, most)
    return [head, *_window(rows, row, most - 1)]


def _window(rows: list[Content], row: int, most: int) -> list[Content]:
    room = min(len(rows), most)
    first = min(max(0, row - room // 2), len(rows) - room)
    return rows[first : first + room]


def _offer_lines(told: "Told", width: int) -> list[Content]:
    """Return what goes with the offer: packages laid aside, and a reason."""
    draft, language = told.draft, told.language
    lines = []
    for number, package in enumerate(draft.aside, 1):
        words = message(
            "table_screen.laid_aside",
            language,
            number=number,
            share=share(told.state.table, package),
            package=package_words(told.state.table, package, language),
        )
        lines.append(Content.styled(cut(words, width), "$secondary"))
    if draft.reason is not None:
        text = reason_words(told.state.table, draft.reason, language)
        words = message("table_screen.reason_with_it", language, text=text)
        lines.append(Content.styled(cut(words, width), "$secondary"))
    return lines


def _detail(told: "Told", notice: str | None, width: int, room: int) -> list[Content]:
    """Return what there is to say in two lines, or in up to four where there is room."""
    words = _issue_told(told, width) if notice is None else notice
    style = "" if notice is None else "$warning bold"
    lines = [Content.styled(line, style) for line in wrap(words, width)]
    # Two lines even for one: what stands below is not to jump from issue to issue.
    lines += [Content("")] * (_DETAIL - len(lines))
    return _at_most(lines, min(_LONGEST_DETAIL, max(_DETAIL, room)), width)


def _at_most(lines: list[Content], most: int, width: int) -> list[Content]:
    """Return the first lines; the last says where something was left out."""
    if len(lines) <= most or not lines[most].plain:
        return lines[:most]
    last = lines[most - 1]
    words = cut(f"{last.plain} {lines[most].plain}", width)
    return [*lines[: most - 1], Content.styled(words, last.spans[0].style if last.spans else "")]


def _issue_told(told: "Told", width: int) -> str:
    """Return the issue gone to at length: an option cut short, the customer's, what is known."""
    row, language = told.draft.row, told.language
    issue, seen = told.issues[row], told.seen.issues[row]
    standing = told.seen.standing
    name, mine = (
        issue_words(issue, language),
        option_words(issue, told.draft.package[row], language),
    )
    sentences = []
    if width_of(mine) > columns(told, width).option:
        sentences.append(message("table_screen.you_offer", language, issue=name, option=mine))
    if standing is None:
        first = message("table_screen.no_offer_yet", language, issue=name)
    else:
        first = message(
            "table_screen.they_offer",
            language,
            issue=name,
            option=option_words(issue, standing[row], language),
            points=seen.ours[standing[row]],
        )
    sentences += (first, *known(told.state.table, issue, seen, language))
    return message("table_screen.between_sentences", language).join(sentences)
