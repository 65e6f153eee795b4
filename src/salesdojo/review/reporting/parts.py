"""What a report is made of: sections with words, a plot, and the table that says the same."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from salesdojo.review.reporting.plots import Plot

Kind = Literal["words", "figure", "command"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the first of each table names the rows."""

    name: str
    kind: Kind = "words"
    """Figures stand on the right; commands are set as they are typed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table."""

    words: str
    """As people read it; empty where there is nothing, which is not 0."""
    value: str | int | float | None = None
    """As a program reads it; None where the words are all there is."""

    @property
    def plain(self) -> str | int | float:
        """What stands in a file of figures."""
        return self.words if self.value is None else self.value


NOTHING = Cell("")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ids: tuple[str, ...] = ()
    """What each row is called where names may be equal; the first cells where there are none."""
    narrow: bool = False
    """Whether there may be so many columns that their names stand upright."""

    def id_of(self, place: int) -> str:
        """Return what names the row at `place` for a program."""
        return self.ids[place] if self.ids else self.rows[place][0].words


@dataclass(frozen=True, slots=True)
class Section:
    """One question and what answers it."""

    id: str
    heading: str
    words: tuple[str, ...] = ()
    plots: "tuple[Plot, ...]" = ()
    """Each says no more than the table does."""
    tables: tuple[Table, ...] = ()
    empty: str = ""
    """What is said where there is nothing to show; then there is no plot and no table."""
    whole: str = ""
    """The command that shows everything the figures rest on."""


@dataclass(frozen=True, slots=True)
class Report:
    """One team or one person at one moment."""

    language: str
    title: str
    lead: str
    """Whom it tells of, and as of when."""
    notice: str
    """What it is for, and what not."""
    sections: tuple[Section, ...] = field(default=())
