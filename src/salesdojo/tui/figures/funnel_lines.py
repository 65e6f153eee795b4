"""The close rate as a small table, and a stage of the funnel as a row."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.content.catalogue import Motion
from salesdojo.content.model import Outcome
from salesdojo.i18n import message
from salesdojo.tui.widths import cut, pad, pad_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.outcomes import StageTally, Tally

MOTIONS: Final = (None, Motion.INBOUND, Motion.OUTBOUND, Motion.NONE)
"""How customers are met; None is all together."""
_GAP: Final = "  "
_NAME: Final = 16
_RATE: Final = 18
_ROOMY: Final = 56
"""Cells from which a close rate is told at length."""
_SHORT_NAME: Final = 14
_SHORT_RATE: Final = 9
_NUMBER: Final = 5
_SHARE: Final = 4
_NARROW_SHARE: Final = 8
_ARRIVING: Final = 7
_END: Final = 6
"""Cells of an outcome."""
_FIXED: Final = _NAME + _NUMBER + 2 * len(_GAP) + 1 + _SHARE + _ARRIVING + len(Outcome) * _END
_SHORTEST_BAR: Final = 5
_LONGEST_BAR: Final = 20
_WIDE: Final = _FIXED + _SHORTEST_BAR
"""Cells from which a row has a bar and the outcomes."""
_NONE: Final = "-"


def share_words(share: float | None) -> str:
    """Return a share as a whole percentage; ``-`` for none."""
    return _NONE if share is None else f"{share:.0%}"


def motion_name(motion: Motion | None, language: str) -> str:
    """Return how customers were met, in words."""
    return message(f"overview.motion_{motion or 'all'}", language)


def close_words(tally: "Tally", language: str, name: str = "close_of") -> str:
    """Return a close rate and what it is of; ``close_of_short`` says so in few cells."""
    if tally.close_rate is None:
        return message("overview.close_none", language)
    return message(
        f"overview.{name}",
        language,
        rate=share_words(tally.close_rate),
        won=tally.won,
        decided=tally.decided,
    )


def close_lines(
    rows: "Sequence[tuple[Motion | None, Tally, Tally]]", width: int, language: str
) -> list[Content]:
    """Return the close rate by how customers were met: of first tries, and of all."""
    roomy = width >= _ROOMY
    name = "close_of" if roomy else "close_of_short"
    columns = (_NAME, _RATE) if roomy else (_SHORT_NAME, _SHORT_RATE)
    heads = tuple(message(f"overview.close_{part}", language) for part in ("rate", "first", "all"))
    table = (
        (motion_name(motion, language), *(close_words(one, language, name) for one in tallies))
        for motion, *tallies in rows
    )
    head, *lines = (
        pad(cells[0], columns[0]) + " " + pad(cells[1], columns[1]) + " " + cells[2]
        for cells in (heads, *table)
    )
    return [
        Content.styled(cut(head, width), "$secondary bold"),
        *(Content(cut(line, width)) for line in lines),
    ]


def funnel_head(width: int, language: str) -> str:
    """Return the names of the columns of `funnel_row`."""

    def name(column: str) -> str:
        return message(f"overview.column_{column}", language)

    room = _NAME if width >= _WIDE else _SHORT_NAME
    cells = [pad(name("stage"), room), pad_left(name("talks"), _NUMBER)]
    if width >= _WIDE:
        through = pad(name("through"), _bar_width(width) + 1 + _SHARE)
        ends = "".join(pad_left(name(outcome), _END) for outcome in Outcome)
        cells.append(through + pad_left(name("arriving"), _ARRIVING) + ends)
    else:
        cells.append(pad_left(name("through"), _NARROW_SHARE))
    return cut(_GAP.join(cells), width)


def funnel_row(one: "StageTally", stage: str, width: int) -> Content:
    """Return a stage: its talks, what goes on, who arrives, and how the talks ended."""
    tally = one.tally
    through = share_words(tally.through)
    room = _NAME if width >= _WIDE else _SHORT_NAME
    start = pad(stage, room) + _GAP + pad_left(str(tally.talks), _NUMBER) + _GAP
    if width < _WIDE:
        return Content(cut(start + pad_left(through, _NARROW_SHARE), width))
    arriving = _NONE if one.arriving is None else str(round(100 * one.arriving))
    counts = (tally.won, tally.advanced, tally.declined, tally.stalled, tally.lost)
    ends = "".join(pad_left(str(count) if count else ".", _END) for count in counts)
    return Content.assemble(
        start,
        _bar(tally.through, _bar_width(width)),
        " ",
        (pad_left(through, _SHARE), "bold"),
        pad_left(arriving, _ARRIVING),
        ends,
    )


def _bar_width(width: int) -> int:
    return max(_SHORTEST_BAR, min(_LONGEST_BAR, width - _FIXED))


def _bar(share: float | None, width: int) -> Content:
    """Return a bar of signs in the colour of their ground."""
    if share is None:
        return Content(" " * width)
    filled = round(share * width)
    return Content.assemble(
        ("#" * filled, "$primary on $primary"), ("-" * (width - filled), "$panel on $panel")
    )
