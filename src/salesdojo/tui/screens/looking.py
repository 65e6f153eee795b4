"""The ground of a screen that shows what the records say, looked up whenever it is seen."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from salesdojo.errors import SalesdojoError
from salesdojo.tui.screens.asking import Answers, AskingScreen

if TYPE_CHECKING:
    from salesdojo.records.model import Person


class LookingScreen(AskingScreen[None]):
    """Shows what the records say, looked up at first and whenever it is seen again.

    What keeps them from being read is told once, not at every look: whoever has read why comes
    back to the screen, which looks again.
    """

    def __init__(self, *, of: "Person | None" = None) -> None:
        """Show nothing of the records yet.

        Args:
            of: whose records are looked into, to read only; None looks into one's own.
        """
        super().__init__()
        self.of = of
        self.unread: SalesdojoError | None = None
        """Why the last look failed; None where it did not. `say` tells that it did."""

    @property
    def whose(self) -> str:
        """The name of whose records they are."""
        return self.dojo.person if self.of is None else self.of.name

    def person(self) -> "Person":
        """Return whose records they are; for a worker.

        Raises:
            RecordsError: as `Memory.person`.
        """
        return self.dojo.memory.person() if self.of is None else self.of

    @abstractmethod
    def answers(self) -> Answers:
        """Look up what the screen shows; runs in a thread, so no widget may be touched.

        Raises:
            SalesdojoError: what keeps it from being found.
        """

    def on_screen_resume(self) -> None:
        """Look at first, and whenever a talk was left."""
        self.look_up()

    def look_up(self) -> None:
        """Look; what an earlier look has not found yet is not shown any more."""
        self.work(self.answers(), self._be_read, self._be_unread, group="look")

    def _be_read(self) -> None:
        if self.unread is not None:
            self.unread = None
            self.say()

    def _be_unread(self, error: SalesdojoError) -> None:
        before, self.unread = self.unread, error
        self.say()
        if before is None or before.code != error.code:
            self.dojo.tell(error)
