"""Where the trainee types a line of their own, in the place of the choices still hidden."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from salesdojo.i18n import message
from salesdojo.practice.recalling import LONGEST_TYPED
from salesdojo.tui.widgets.own_words import OwnWords


class RecallBox(Vertical):
    """Asks for a line; Escape, or Enter with nothing typed, does without one."""

    DEFAULT_CSS: ClassVar[str] = """
    RecallBox { height: auto; padding: 1 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "show_choices", show=False),
        # Letters are for writing here.
        Binding("ctrl+l", "app.switch_language", show=False, priority=True),
    ]

    class Answered(Message):
        """A line was typed, or nothing."""

        def __init__(self, typed: str) -> None:
            """Carry it."""
            super().__init__()
            self.typed = typed

    def compose(self) -> ComposeResult:
        """Lay out the field, out of sight."""
        self.display = False
        yield OwnWords(LONGEST_TYPED, id="recall-line")

    @property
    def is_open(self) -> bool:
        """Whether a line is asked for."""
        return bool(self.display)

    @property
    def words(self) -> str:
        """What is typed so far."""
        return self.query_one(OwnWords).words

    def ask(self, language: str) -> None:
        """Ask for a line."""
        # A class would show it at the next paint only: what is typed until then would be lost,
        # for only what is shown can have the focus.
        self.display = True
        self.retranslate(language)
        self.screen.set_focus(self.query_one(OwnWords))

    def close(self) -> None:
        """Ask no more."""
        self.display = False

    def retranslate(self, language: str) -> None:
        """Ask in `language`; what was typed stays."""
        self.query_one(OwnWords).placeholder = message("recall.hint", language)

    def action_show_choices(self) -> None:
        """Do without a line."""
        self.post_message(self.Answered(""))

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Answered(self.words))
