"""Which rows of a team's table are listed, and in which order."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.tui.team_columns import HELP, Column, ordered

if TYPE_CHECKING:
    from salesdojo.review.member_row import MemberRow
    from salesdojo.review.team_table import TeamTable


class TeamListing:
    """What was asked for: a part of the names, who needs help, sorted by a column."""

    def __init__(self) -> None:
        """List everyone, who needs help most first."""
        self.wanted = ""
        """A part of the names to list."""
        self.help_only = False
        self._sorted, self._reverse = HELP, False

    def sort_by(self, column: Column) -> None:
        """Sort by a column; once more, the other way round."""
        self._reverse = not self._reverse if column.id == self._sorted else False
        self._sorted = column.id

    def rows(self, table: "TeamTable", columns: "tuple[Column, ...]") -> "list[MemberRow]":
        """Return the rows that are listed."""
        wanted = self.wanted.casefold()
        rows = (
            row
            for row in table.rows
            if wanted in row.person.name.casefold() and (row.needs or not self.help_only)
        )
        return ordered(rows, self._column(columns), reverse=self._reverse)

    def in_words(
        self, shown: int, people: int, columns: "tuple[Column, ...]", language: str
    ) -> str:
        """Return how many are shown of how many, and what they are sorted by."""
        form = "shown_help" if self.help_only else "shown"
        words = message(f"team.{form}", language, shown=shown, people=people)
        comma = "、" if language == "ja" else ", "
        return words + comma + message("team.sorted", language, column=self._column(columns).title)

    def _column(self, columns: "tuple[Column, ...]") -> Column:
        return next((one for one in columns if one.id == self._sorted), columns[0])
