"""One person's totals told anew, and what the row that was there is known again by."""

from dataclasses import dataclass

from salesdojo.records.tallies.running import Running


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row is known again by."""

    through: int
    made_by: str


@dataclass(frozen=True, slots=True)
class Anew:
    """Totals told anew."""

    person: str
    """An id."""
    running: Running
    before: Mark | None
    """The row that was there, when the attempts were read."""
    keeps: bool
    """Whether they may be kept: of a newcomer there are none, nor where a clock ran ahead."""
