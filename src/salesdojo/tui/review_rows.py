"""How an attempt reads as one row of the queue of reviews."""

from typing import TYPE_CHECKING, Final

from salesdojo.i18n.figures import quality_figure
from salesdojo.tui.widgets.scenario_list import NARROW
from salesdojo.tui.widths import cut, pad, pad_left, width_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.reviews.review_order import Waiting

_WHO: Final = 14
"""Cells of the name."""
_ROOMY: Final = 100
"""Cells from which the time of day has room beside the day."""


def review_row(one: "Waiting", titles: "Mapping[str, Text]", width: int, language: str) -> str:
    """Return the row in exactly `width` cells."""
    from salesdojo.content.visible import visible
    from salesdojo.i18n import message
    from salesdojo.records.history import history_saying as say
    from salesdojo.review.saying import reasons

    when = say.moment(one.at if one.reviewed_at is None else one.reviewed_at, language)
    sign = "~" if one.rescored else ""
    last = reasons(one, language)
    if one.reviewed_at is not None:
        last = one.by or message("reviewing.nobody", language)
    if width < _ROOMY:
        when = when.split()[0]
    if width < NARROW:
        last = ""
    who = pad(cut(visible(one.person.name), _WHO), _WHO)
    cells = [when, who, pad_left(f"{sign}{quality_figure(one.quality)}", 6)]
    wide = min(26, max(0, width // 4))
    if last:
        cells.append(pad(cut(visible(last), wide), wide))
    room = max(8, width - width_of("  ".join(cells)) - 2)
    title = visible(say.title(one.scenario, titles, language)).replace("\n", " ")
    cells.insert(2, pad(cut(title, room), room))
    return pad(cut("  ".join(cells), width), width)
