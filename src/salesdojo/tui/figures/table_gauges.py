"""The figures round a negotiation table: rounds, mood, our value against marks, the way so far."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.practice.table.worths import share_of_reserve
from salesdojo.tui.figures.table_words import customer_words, percent, share
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.tui.figures.table_rows import Told

WALK_AWAY, THEIRS = "!", "*"
"""The signs of our walk-away point and the customer's last offer on the bar."""
_LONGEST_BAR: Final = 24
_SHORTEST_BAR: Final = 8
_CUT: Final = ".."
_FULL: Final = 100


def head_line(told: "Told", width: int) -> Content:
    """Return the round with a bar on the left, and the customer's mood on the right."""
    seen, language = told.seen, told.language
    turn = min(seen.turn, seen.rounds)
    rounds = message("table_screen.round", language, turn=turn, rounds=seen.rounds)
    mood = customer_words(told.state, language)
    bar = _bar(turn, seen.rounds) if seen.rounds <= _LONGEST_BAR else Content("")
    needed = width_of(rounds) + width_of(mood) + 2
    left = Content.styled(rounds, "bold")
    if needed + 1 + bar.cell_length <= width:
        left = Content.assemble(left, " ", bar)
    mood = cut(mood, max(0, width - left.cell_length - 1))
    gap = width - left.cell_length - width_of(mood)
    return Content.assemble(left, " " * max(1, gap), (mood, "$accent bold"))


def value_lines(told: "Told", width: int) -> list[Content]:
    """Return the bar of our value with its marks, and their figures, in as few lines as fit."""
    seen, language = told.seen, told.language
    table = told.state.table
    now, reserve = share(table, told.draft.package), percent(share_of_reserve(table))
    marks = [(reserve, WALK_AWAY)]
    figures = [message("table_screen.walk_away_at", language, sign=WALK_AWAY, share=reserve)]
    if seen.standing is not None:
        theirs = share(table, seen.standing)
        marks.append((theirs, THEIRS))
        figures.append(message("table_screen.their_offer_at", language, sign=THEIRS, share=theirs))
    label = message("table_screen.your_value", language)
    value = Content.styled(f" {now}%", "$error bold" if now < reserve else "bold")
    legend = "  ".join(figures)
    room = width - width_of(label) - 1 - value.cell_length
    beside = room - 2 - width_of(legend)
    bar = _marked_bar(now, marks, min(_LONGEST_BAR, beside if beside >= _SHORTEST_BAR else room))
    line = Content.assemble((label, "$secondary"), " ", bar, value)
    if beside >= _SHORTEST_BAR:
        return [Content.assemble(line, "  ", (legend, "$quiet"))]
    return [line, Content.styled(cut(legend, width), "$quiet")]


def history_line(told: "Told", width: int) -> Content:
    """Return our offers and theirs, each as percent of our range, the latest ones that fit."""
    seen, language = told.seen, told.language
    ours = [share(told.state.table, package) for package in seen.offers]
    theirs = [share(told.state.table, package) for package in seen.counters]
    if not ours and not theirs:
        return Content.styled(cut(message("table_screen.no_history", language), width), "$quiet")
    longest = max(len(ours), len(theirs))
    for most in range(longest, 0, -1):
        words = message(
            "table_screen.history", language, ours=_row(ours, most), theirs=_row(theirs, most)
        )
        if width_of(words) <= width:
            break
    return Content.styled(cut(words, width), "$quiet")


def _row(figures: "Sequence[int]", most: int) -> str:
    latest = [str(figure) for figure in figures[max(0, len(figures) - most) :]]
    if len(figures) > most:
        latest.insert(0, _CUT)
    return " ".join(latest) or "-"


def _bar(filled: int, width: int) -> Content:
    return Content.assemble(
        ("#" * filled, "$primary on $primary"),
        ("-" * (width - filled), "$panel on $panel"),
    )


def _marked_bar(value: int, marks: "Sequence[tuple[int, str]]", width: int) -> Content:
    """Return a bar of 0 to 100; a mark stands in the cell its figure falls in, as a sign."""
    length = max(1, width)
    filled = round(value * length / _FULL)
    signs = {min(length - 1, max(0, at * length // _FULL)): sign for at, sign in marks}
    cells = []
    for cell in range(length):
        ground = "$primary" if cell < filled else "$panel"
        sign = "#" if cell < filled else "-"
        if cell in signs:
            colour = "$background" if cell < filled else "$foreground"
            cells.append(Content.styled(signs[cell], f"{colour} on {ground} bold"))
        else:
            cells.append(Content.styled(sign, f"{ground} on {ground}"))
    return Content("").join(cells)
