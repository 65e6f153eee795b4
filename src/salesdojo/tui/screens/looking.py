"""The ground of a screen that looks things up: asked in a thread, answered on the screen."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from textual.screen import Screen
from textual.worker import get_current_worker

from salesdojo.errors import SalesdojoError
from salesdojo.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.tui.app import DojoApp

Answers: TypeAlias = Iterator[Callable[[], object]]
"""What a thread finds, one thing after the other: each is what to do with it on the screen."""


class LookingScreen(Screen[None]):
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
        """Why the last look failed; None where it did not."""
        self._asking = False

    @property
    def dojo(self) -> "DojoApp":
        """The app."""
        return cast("DojoApp", self.app)

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

    @abstractmethod
    def say(self) -> None:
        """Say what is known so far, and that the rest is `unread`, in the app's language."""

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self.say()

    def on_screen_resume(self) -> None:
        """Look at first, and whenever a talk was left."""
        self.look_up()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.query_one(KeyBar).retranslate(self.dojo.language)
        self.say()

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def look_up(self) -> None:
        """Look; what an earlier look has not found yet is not shown any more."""
        self._answer(self.answers(), self._be_read, self._be_unread, group="look")

    def ask(self, answers: Answers) -> None:
        """Do in a thread what a key asks for; until it is done another key asks for nothing.

        `answers` is like what `answers` returns; every failure is told.
        """
        if not self._asking:
            self._asking = True
            self._answer(answers, self._be_answered, self._be_refused, group="ask")

    def _answer(
        self,
        answers: Answers,
        ended: Callable[[], None],
        failed: Callable[[SalesdojoError], None],
        *,
        group: str,
    ) -> None:
        def work() -> None:
            worker = get_current_worker()
            end = ended
            try:
                for answer in answers:
                    if worker.is_cancelled:
                        return
                    self.call_later(answer)
            except SalesdojoError as error:
                end = partial(failed, error)
            if not worker.is_cancelled:
                self.call_later(end)

        self.run_worker(work, thread=True, exclusive=True, group=group)

    def _be_read(self) -> None:
        if self.unread is not None:
            self.unread = None
            self.say()

    def _be_unread(self, error: SalesdojoError) -> None:
        before, self.unread = self.unread, error
        self.say()
        if before is None or before.code != error.code:
            self.dojo.tell(error)

    def _be_answered(self) -> None:
        self._asking = False

    def _be_refused(self, error: SalesdojoError) -> None:
        self._asking = False
        self.dojo.tell(error)
