"""Another level of a criterion than the machine's, and why: asked for, and given back."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.reviews.said import LEVELS, LONGEST_WORDS
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.writing import WritingDialog
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.own_words import OwnWords
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.content.text import Text

_KEYS: Final = (
    Key("Up/Down", "reviewing.key_criterion", "screen.choose(1)"),
    Key("Tab", "reviewing.key_level", "screen.turn_level"),
    Key("Enter", "reviewing.key_keep", "screen.keep"),
    Key("Esc", "reviewing.key_close", "screen.back"),
    LANGUAGE_BY_CTRL,
)

Given = tuple[str, int, str]
"""Criterion, level and reason."""


class OverrideScreen(WritingDialog[Given | None]):
    """Closes with criterion, level and reason, or with None."""

    CSS_PATH = "comment.tcss"
    AUTO_FOCUS = "#comment-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("tab", "turn_level", show=False, priority=True),
    ]

    def __init__(
        self,
        criteria: "tuple[tuple[str, Text, int], ...]",
        trainee: str,
        before: Given | None,
        left: "Callable[[Given], None]",
    ) -> None:
        """Offer `criteria`: each its id, its name and the machine's level.

        `before` is what was given and not kept: it need not be written again. `left` takes
        what stands there when the screen is closed without keeping it.
        """
        super().__init__()
        self._left = left
        self._criteria = criteria
        self._trainee = trainee
        self._place = 0
        self._levels = [level for _, _, level in criteria]
        self._reason = ""
        if before is not None:
            name, level, self._reason = before
            self._place = [one for one, _, _ in criteria].index(name)
            self._levels[self._place] = level

    def compose(self) -> ComposeResult:
        """Lay out the criteria, the field, the note and the keys."""
        with Vertical(id="comment-box"):
            yield Prose("", id="comment-rows")
            yield OwnWords(LONGEST_WORDS, id="comment-words")
            yield Prose("", id="comment-note")
        yield KeyBar(_KEYS, self.dojo.language)

    def on_mount(self) -> None:
        """Begin with the reason written before."""
        self.query_one(OwnWords).value = self._reason

    def say(self) -> None:
        """Say what is asked for; what was written stays."""
        language = self.dojo.language
        title = Content(message("reviewing.override_title", language))
        self.query_one("#comment-box").border_title = title
        note = message("reviewing.override_note", language, name=visible(self._trainee))
        self.query_one("#comment-note", Prose).set_text(note)
        self.query_one(OwnWords).placeholder = message("reviewing.override_hint", language)
        self._say_rows()

    def action_choose(self, by: int) -> None:
        """Choose the next criterion or the one before, round the ends."""
        if self._criteria:
            self._place = (self._place + by) % len(self._criteria)
            self._say_rows()

    def action_turn_level(self) -> None:
        """Give the criterion chosen the next level, round the end."""
        if self._criteria:
            level = self._levels[self._place]
            self._levels[self._place] = level + 1 if level + 1 in LEVELS else LEVELS[0]
            self._say_rows()

    def action_keep(self) -> None:
        """Close with what was given; without a reason say that it is missing."""
        if not self._criteria:
            self.dismiss(None)
        elif self._given[2]:
            self.dismiss(self._given)
        else:
            notice(self.dojo, message("reviewing.override_hint", self.dojo.language))

    def action_back(self) -> None:
        """Go back; what was written stands there the next time."""
        if self._criteria:
            self._left(self._given)
        self.dismiss(None)

    @property
    def _given(self) -> "Given":
        words = self.query_one(OwnWords).words
        return self._criteria[self._place][0], self._levels[self._place], words

    def _say_rows(self) -> None:
        language = self.dojo.language
        rows = []
        for place, (_, name, machine) in enumerate(self._criteria):
            told = message(
                "reviewing.override_row",
                language,
                name=visible(name.spoken(language)),
                machine=machine,
                level=self._levels[place],
            )
            rows.append(f"{'>' if place == self._place else ' '} {told}")
        self.query_one("#comment-rows", Prose).set_content(Content("\n".join(rows)))
