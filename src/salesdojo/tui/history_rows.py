"""How a finished attempt reads as one row of a list."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n.figures import quality_figure
from salesdojo.tui.widgets.scenario_list import NARROW
from salesdojo.tui.widths import pad, pad_left, width_of

if TYPE_CHECKING:
    from salesdojo.records.history.history import Past

MARGIN: Final = 1
"""Cells that stay free behind a row with a title."""
STALE: Final = "~"
"""Stands before the quality of a result that was scored by an older text."""
_HOW: Final = 72
"""Cells from which a row without a title tells how it was played."""
_ROOMY: Final = 96
"""Cells from which a row tells how it was played and how it ended, too."""


def history_row(  # noqa: PLR0913 - what a row is made of
    past: "Past", title: str, width: int, language: str, *, sign: str = "", stale: bool = False
) -> Content:
    """Return the row of `past` in exactly `width` cells.

    Args:
        past: the attempt.
        title: its scenario's; empty where all rows are of one scenario.
        width: of the row, in cells.
        language: ``ja`` or ``en``.
        sign: stands first, such as ``*``; one cell.
        stale: whether an older text of its scenario scored it.
    """
    from salesdojo.records.history import history_saying as say

    quality = (STALE if stale else "") + quality_figure(past.quality)
    when, roomy = say.moment(past.at, language), width >= NARROW
    cells = [when if roomy else when.split()[0], pad_left(quality, 6)]
    if roomy or not title:
        cells.append(pad(say.verdict(past, language), 10))
    if width >= _ROOMY or (width >= _HOW and not title):
        cells.append(pad(say.how(past, language), 18))
    if width >= _ROOMY:
        cells.append(pad(say.ending(past, language), 8))
    if roomy:
        cells.append(pad(say.marks(past, language), 12))
    if title:
        room = width - width_of("  ".join(cells)) - 4
        cells.insert(1, pad(title, max(8, room)))
    return Content(pad(f"{sign:1} {'  '.join(cells)}", width))
