"""A reviewer's words on a decision or on the whole attempt: asked for, and given back."""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.reviews.said import LONGEST_WORDS
from salesdojo.tui.screens.writing import WritingDialog
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.own_words import OwnWords
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable


_KEYS: Final = (
    Key("Enter", "reviewing.key_keep", "screen.keep"),
    Key("Esc", "reviewing.key_close", "screen.back"),
    LANGUAGE_BY_CTRL,
)


class CommentScreen(WritingDialog[str | None]):
    """Closes with the words, or with None."""

    CSS_PATH = "comment.tcss"
    AUTO_FOCUS = "#comment-words"

    def __init__(
        self, turn: int | None, trainee: str, before: str, left: "Callable[[str], None]"
    ) -> None:
        """Ask about the decision `turn`, or the whole; `before` is what one said already.

        `left` takes the words that were written when the screen is closed without keeping them.
        """
        super().__init__()
        self._left = left
        self._turn = turn
        self._trainee = trainee
        self._before = before

    def compose(self) -> ComposeResult:
        """Lay out the field, the note and the keys."""
        with Vertical(id="comment-box"):
            yield OwnWords(LONGEST_WORDS, id="comment-words")
            yield Prose("", id="comment-note")
        yield KeyBar(_KEYS, self.dojo.language)

    def on_mount(self) -> None:
        """Begin with what was said before."""
        self.query_one(OwnWords).value = self._before

    def say(self) -> None:
        """Say what is asked for; what was written stays."""
        language = self.dojo.language
        name = "comment_title_all" if self._turn is None else "comment_title"
        title = message(f"reviewing.{name}", language, turn=self._turn or 0)
        self.query_one("#comment-box").border_title = Content(title)
        note = message("reviewing.comment_note", language, name=visible(self._trainee))
        self.query_one("#comment-note", Prose).set_text(note)
        self.query_one(OwnWords).placeholder = message("reviewing.comment_hint", language)

    def action_keep(self) -> None:
        """Close with the words, where there are any."""
        words = self.query_one(OwnWords).words
        if words:
            self.dismiss(words)

    def action_back(self) -> None:
        """Go back; what was written stands there the next time."""
        self._left(self.query_one(OwnWords).words)
        self.dismiss(None)
