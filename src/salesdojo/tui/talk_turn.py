"""One turn of a talk: what the trainee typed, was hinted, and took."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.practice.table.move_text import read_move
from salesdojo.practice.table.wording import trainee_says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.content.text import Text
    from salesdojo.practice.attempt import Attempt
    from salesdojo.practice.recalling import Recalled
    from salesdojo.tui.talk_lines import TalkLines
    from salesdojo.tui.talk_records import Move
    from salesdojo.tui.widgets.dialogue import Utterance


def said_with(attempt: "Attempt", choice: str) -> "Text":
    """Return what the trainee says with a choice, or with a move at a table, before it is kept."""
    bargaining, state = attempt.scene.bargaining, attempt.table
    if bargaining is None or state is None:
        return attempt.scene.choices[choice].say
    return trainee_says(bargaining, state, read_move(state, choice))


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
            say = said_with(attempt, self.move.choice)
            yield from words.said(say, timed_out=self.move.timed_out)
        elif self.hinted and attempt.scene.hint is not None:
            yield words.hint(attempt.scene.hint)
