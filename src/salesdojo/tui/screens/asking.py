"""The ground of a screen that asks the records: in a thread, answered on the screen."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from textual.worker import get_current_worker

from salesdojo.errors import SalesdojoError
from salesdojo.tui.screens.dojo_screen import DojoScreen, Left

Answers: TypeAlias = Iterator[Callable[[], object]]
"""What a thread finds, one thing after the other: each is what to do with it on the screen."""


class AskingScreen(DojoScreen[Left]):
    """Asks for one thing at a time."""

    _asking = False

    def ask(self, answers: Answers) -> None:
        """Do in a thread what a key asks for; until it is done another key asks for nothing.

        `answers` touches no widget, which only what it yields may; every failure is told.
        """
        if not self._asking:
            self._asking = True
            self.work(answers, self._be_answered, self._be_refused, group="ask")

    def work(
        self,
        answers: Answers,
        ended: Callable[[], None],
        failed: Callable[[SalesdojoError], None],
        *,
        group: str,
    ) -> None:
        """Do `answers` in a thread, then `ended` or `failed` on the screen.

        What was begun before in the same `group` is not answered any more.
        """

        def find() -> None:
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

        self.run_worker(find, thread=True, exclusive=True, group=group)

    def _be_answered(self) -> None:
        self._asking = False

    def _be_refused(self, error: SalesdojoError) -> None:
        self._asking = False
        self.dojo.tell(error)
