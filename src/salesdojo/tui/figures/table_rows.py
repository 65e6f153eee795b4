"""The two halves of a negotiation table: our offer in the making, and the customer's last."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.style import Style

from salesdojo.i18n import message
from salesdojo.tui.figures.table_words import (
    SIGN_OF_INTEREST,
    UNKNOWN,
    issue_words,
    known_in_short,
    option_words,
    told_words,
)
from salesdojo.tui.widths import cut, pad, pad_left, width_of

if TYPE_CHECKING:
    from salesdojo.content.table import Issue
    from salesdojo.practice.table.state import TableState
    from salesdojo.practice.table.view import View
    from salesdojo.tui.table_draft import Draft

BESIDE: Final = 76
"""Cells from which the halves stand side by side: those of 80 columns, less the margins."""
ROW, STEP = "table_row", "table_step"
"""The keys under which a click finds the issue it hit, and the way to step there."""
_BETWEEN: Final = " | "
_SIGN: Final = 2
_WIDEST: Final = 5
"""A name or an option takes up to a fifth of the width, where there is little."""
_LEAST_OPTION, _SHORT_KNOWN = 6, 2
"""Cells of the customer's options, and of a sign for what is known, where they are short."""
_CHOSEN: Final = "$block-cursor-foreground on $block-cursor-background bold"


@dataclass(frozen=True, slots=True)
class Told:
    """What the rows are made from."""

    state: "TableState"
    seen: "View"
    """Of the same state: what the trainee may know."""
    draft: "Draft"
    language: str

    @property
    def issues(self) -> "tuple[Issue, ...]":
        """The issues."""
        return self.state.table.issues


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each column."""

    name: int
    option: int
    points: int
    theirs: int
    known: int

    @property
    def ours(self) -> int:
        """Cells of our half: a sign, a name, an option between its arrows, points."""
        return _SIGN + self.name + 1 + self.option + 4 + 1 + self.points


def columns(told: Told, width: int) -> Columns:
    """Share out a width."""
    language, seen = told.language, told.seen
    points = max(5, width_of(message("table_screen.points", language)))
    beside = width >= BESIDE
    most = width // _WIDEST if beside else max(4, (width - _SIGN - 6 - points) // 2)
    names = [width_of(issue_words(issue, language)) for issue in told.issues]
    options = [
        width_of(option_words(issue, place, language))
        for issue, one in zip(told.issues, seen.issues, strict=True)
        for place in one.open
    ]
    name, option = min(max(names), most), min(max(options), most)
    if not beside:
        rest = width - _SIGN - name - 1 - option - 2
        return Columns(name, option, points, option, max(0, rest))
    room = width - _SIGN - name - 1 - option - 4 - 1 - points - len(_BETWEEN)
    title = width_of(message("table_screen.their_offer", language))
    theirs = min(max(option, title), room // 2)
    return Columns(name, option, points, theirs, room - theirs - 2)


def rows_beside(told: Told, width: int) -> list[Content]:
    """Return the head and a line for each issue, both halves side by side."""
    return _beside(told, columns(told, width))


def rows_in_short(told: Told, width: int) -> list[Content]:
    """Return our half with no more of the customer's beside it than its options and a sign."""
    shape = columns(told, width)
    room = width - shape.ours - len(_BETWEEN) - 2 - _SHORT_KNOWN
    if room < _LEAST_OPTION:
        return rows_of_ours(told, width)
    theirs = min(max(shape.option, _LEAST_OPTION), room)
    return _beside(told, replace(shape, theirs=theirs, known=_SHORT_KNOWN))


def _beside(told: Told, shape: Columns) -> list[Content]:
    head = Content.assemble(
        _our_head(told, shape.ours, shape.points), (_BETWEEN, "$quiet"), _their_head(told, shape)
    )
    lines = [
        Content.assemble(
            _ours(told, row, shape), (_BETWEEN, "$quiet"), *_theirs(told, row, shape)
        ).stylize(Style.from_meta({ROW: row}))
        for row in range(len(told.issues))
    ]
    return [head, *lines]


def rows_of_ours(told: Told, width: int) -> list[Content]:
    """Return the head and a line for each issue of our half."""
    shape = columns(told, width)
    lines = [
        _ours(told, row, shape).stylize(Style.from_meta({ROW: row}))
        for row in range(len(told.issues))
    ]
    return [_our_head(told, shape.ours, shape.points), *lines]


def rows_of_theirs(told: Told, width: int) -> list[Content]:
    """Return the head and a line for each issue of the customer's half."""
    shape = columns(told, width)
    room = _SIGN + shape.name + 1 + shape.theirs + 2
    head = Content.assemble(
        (pad(message("table_screen.their_offer", told.language), room), "$accent bold"),
        (cut(message("table_screen.you_know", told.language), shape.known), "$secondary"),
    )
    lines = [
        Content.assemble(
            "> " if row == told.draft.row else "  ",
            pad(issue_words(issue, told.language), shape.name),
            " ",
            *_theirs(told, row, shape),
        ).stylize(Style.from_meta({ROW: row}))
        for row, issue in enumerate(told.issues)
    ]
    return [head, *lines]


def _our_head(told: Told, width: int, points: int) -> Content:
    title = pad(message("table_screen.your_offer", told.language), width - points)
    worth = pad_left(message("table_screen.points", told.language), points)
    return Content.assemble((title, "$primary bold"), (worth, "$secondary"))


def _their_head(told: Told, shape: Columns) -> Content:
    title = message("table_screen.their_offer", told.language)
    if width_of(title) > shape.theirs:
        title = message("table_screen.theirs", told.language)
    title = pad(title, shape.theirs)
    known = message("table_screen.you_know", told.language)
    known = "" if shape.known == _SHORT_KNOWN else cut(known, shape.known)
    return Content.assemble((title, "$accent bold"), "  ", (known, "$secondary"))


def _ours(told: Told, row: int, shape: Columns) -> Content:
    issue, place = told.issues[row], told.draft.package[row]
    chosen = row == told.draft.row
    could = told.seen.issues[row].open
    at = could.index(place)
    before = Content.styled("<" if at else " ", "$accent bold")
    after = Content.styled(">" if at < len(could) - 1 else " ", "$accent bold")
    line = Content.assemble(
        "> " if chosen else "  ",
        pad(issue_words(issue, told.language), shape.name),
        " ",
        (before + " ").stylize(Style.from_meta({STEP: (row, -1)})),
        pad(option_words(issue, place, told.language), shape.option),
        (Content(" ") + after).stylize(Style.from_meta({STEP: (row, 1)})),
        " ",
        pad_left(str(issue.options[place].ours), shape.points),
    )
    return line.stylize(_CHOSEN) if chosen else line


def _theirs(told: Told, row: int, shape: Columns) -> tuple[Content, ...]:
    """Return the customer's last option in an issue, and what is known of the issue."""
    issue, seen, language = told.issues[row], told.seen, told.language
    standing = seen.standing
    option = "-" if standing is None else option_words(issue, standing[row], language)
    return (
        Content(pad(option, shape.theirs) + "  "),
        _known(told, row, shape.known),
    )


def _known(told: Told, row: int, width: int) -> Content:
    issue, seen = told.issues[row], told.seen.issues[row]
    interests = told_words(told.state.table, seen, told.language)
    short = known_in_short(issue, seen, told.draft.package[row], told.language)
    if not interests and not short:
        return Content.styled(cut(UNKNOWN, width), "$quiet")
    words = [*([short] if short else []), *interests]
    if width == _SHORT_KNOWN:
        return Content.styled(SIGN_OF_INTEREST, "$success")
    sign = f"{SIGN_OF_INTEREST} " if interests else ""
    return Content.styled(cut(sign + "; ".join(words), width), "$success")
