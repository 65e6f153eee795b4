"""The talk's meters as small gauges with their figures; hidden ones are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.content import Content
from textual.widgets import Static

from salesdojo.content.model import Meter
from salesdojo.content.visible import visible
from salesdojo.tui.widths import cut, pad, width_of

_BAR: Final = 10
"""Cells of a bar; each stands for 10 of a meter's 100."""
_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A meter as it stands."""

    name: str
    value: int
    """0-100."""
    moved: int
    """What the last decision added."""


def readings(
    meters: Mapping[str, Meter],
    values: Mapping[str, int],
    moved: Mapping[str, tuple[int, int]],
    language: str,
) -> tuple[Reading, ...]:
    """Return the meters that the trainer shows, as they stand; `moved` is an event's."""
    return tuple(
        Reading(
            visible(meter.name.spoken(language)),
            values[meter.id],
            moved[meter.id][1] - moved[meter.id][0] if meter.id in moved else 0,
        )
        for meter in meters.values()
        if not meter.hidden
    )


class Gauges(Static):
    """Gauges side by side, or one below the other where there is the room for it."""

    DEFAULT_CSS: ClassVar[str] = """
    Gauges { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    Gauges.-empty { display: none; }
    """

    def __init__(self, *, stacked: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Show nothing yet."""
        super().__init__(markup=False, id=id)
        self._stacked = stacked
        self._readings: tuple[Reading, ...] = ()

    def show(self, shown: Sequence[Reading]) -> None:
        """Show other figures."""
        other_height = len(shown) != len(self._readings)
        self._readings = tuple(shown)
        # By a class: a screen that has them elsewhere hides them by its own styles.
        self.set_class(not shown, "-empty")
        self.refresh(layout=other_height)

    def render(self) -> Content:
        """Return the gauges for the width there is."""
        width = self.content_size.width
        if self._stacked:
            gap = Content("\n")
            return gap.join(_stacked(reading, width) for reading in self._readings)
        return _in_a_row(self._readings, width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return 2 * len(self._readings) if self._stacked else 1


def _stacked(reading: Reading, width: int) -> Content:
    figure = _figure(reading)
    name = pad(reading.name, max(0, width - figure.cell_length - 1))
    return Content.assemble(name, " ", figure, "\n", _bar(reading.value, max(1, width)))


def _in_a_row(shown: Sequence[Reading], width: int) -> Content:
    """Bars first give way, then names are cut."""
    for bar, name_width in ((_BAR, 99), (_BAR // 2, 99), (0, 99), (0, 12), (0, 6)):
        row = Content(" " * _GAP).join(_small(reading, bar, name_width) for reading in shown)
        if row.cell_length <= width:
            return row
    return row


def _small(reading: Reading, bar: int, name_width: int) -> Content:
    name = cut(reading.name, min(name_width, width_of(reading.name)))
    parts: list[str | Content] = [name, " "]
    if bar:
        parts += [_bar(reading.value, bar), " "]
    return Content.assemble(*parts, _figure(reading))


def _bar(value: int, width: int) -> Content:
    """Signs in the colour of their ground: blocks with colours, readable without."""
    filled = round(value * width / 100)
    return Content.assemble(
        ("#" * filled, "$primary on $primary"),
        ("-" * (width - filled), "$panel on $panel"),
    )


def _figure(reading: Reading) -> Content:
    figure = Content.styled(str(reading.value), "bold")
    if not reading.moved:
        return figure
    # More is not always better (irritation), so the sign tells the way and the colour does not.
    return figure + Content.styled(f" {reading.moved:+d}", "$accent bold")
