"""One turn of a talk: what the trainee typed, was hinted, and took."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.practice.attempt import Attempt
    from salesdojo.practice.recalling import Recalled
    from salesdojo.tui.talk_lines import TalkLines
    from salesdojo.tui.talk_records import Move
    from salesdojo.tui.widgets.dialogue import Utterance


@dataclass(slots=True)
class Turn:
    """What happened since the last decision was kept."""

    recall: "Recalled | None" = None
    """What was typed before the choices were shown."""
    hinted: bool = False
    """The hint was read."""
    move: "Move | None" = None
    """The choice taken, on its way into the records."""

    def lines(self, words: "TalkLines", attempt: "Attempt") -> "Iterator[Utterance]":
        """Yield what stands below the lines of `attempt`."""
        if attempt.outcome is not None:
            return
        if self.recall is not None and self.recall.typed:
            yield words.typed(self.recall.typed)
        if self.move is not None:
            choice = attempt.scene.choices[self.move.choice]
            yield from words.said(choice, timed_out=self.move.timed_out)
        elif self.hinted and attempt.scene.hint is not None:
            yield words.hint(attempt.scene.hint)
