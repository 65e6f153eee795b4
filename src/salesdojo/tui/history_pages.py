"""Which page of a history is shown, and the way back to the newer ones."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.records.history.history import HistoryPage, Past
    from salesdojo.records.model import Person
    from salesdojo.tui.memory import Memory


class HistoryPages:
    """A place in the attempts of a person, of all scenarios or of one."""

    def __init__(self, scenario: str | None = None, of: "Person | None" = None) -> None:
        """Begin at the newest of the app's person, or of somebody else."""
        self._of = of
        self.scenario = scenario
        """The scenario that is listed; None lists all."""
        self.page: HistoryPage | None = None
        """What was read last and is shown; None before anything is."""
        self._asked: list[int | None] = [None]
        """What each page up to the one shown was asked for with."""

    @property
    def number(self) -> int:
        """The place of the page, from 1."""
        return len(self._asked)

    @property
    def attempts(self) -> "tuple[Past, ...]":
        """What stands on the page."""
        return () if self.page is None else self.page.attempts

    @property
    def has_older(self) -> bool:
        """Whether there is a page of older attempts."""
        return self.page is not None and self.page.older is not None

    @property
    def has_newer(self) -> bool:
        """Whether there is a page of newer attempts."""
        return len(self._asked) > 1

    def list(self, scenario: str | None) -> None:
        """Go to the newest attempts at `scenario`, or of all."""
        self.scenario = scenario
        self._asked = [None]

    def turn(self, by: int) -> bool:
        """Go to the page of older attempts (above 0) or to the newer one; False without one."""
        if by > 0 and self.page is not None and self.page.older is not None:
            self._asked.append(self.page.older)
            return True
        if by < 0 and self.has_newer:
            self._asked.pop()
            return True
        return False

    def read(self, memory: "Memory") -> "HistoryPage":
        """Return the page that is to be shown; for a worker.

        Raises:
            RecordsError: DB0xx, what keeps the records from being read.
        """
        person = memory.person() if self._of is None else self._of
        before = self._asked[-1]
        return memory.store().history.page(person, scenario=self.scenario, before=before)
