"""The trainee's word to the trainer about one line: wrong or unclear, and why if they like."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from salesdojo.i18n import message
from salesdojo.records.reviews.remark import LONGEST_WORDS, Remark, RemarkKind
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.writing import WritingDialog
from salesdojo.tui.talk_records import Refused, TalkRecords, Told
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.own_words import OwnWords
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.records.session import Session

_KEYS: Final = (
    Key("Tab", "remark.key_kind", "screen.switch_kind"),
    Key("Enter", "remark.key_keep", "screen.keep"),
    Key("Esc", "remark.key_close", "screen.back"),
    LANGUAGE_BY_CTRL,
)


class RemarkScreen(WritingDialog[None]):
    """Asks for one remark; it closes once that is kept."""

    CSS_PATH = "remark.tcss"
    AUTO_FOCUS = "#remark-words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab,up,down", "switch_kind", show=False, priority=True),
    ]

    def __init__(self, session: "Session", turn: int, choice: str) -> None:
        """Ask about the line `choice`, taken at `turn` of `session`."""
        super().__init__()
        self._session = session
        self._turn = turn
        self._choice = choice
        self._kind = RemarkKind.WRONG
        self._records = TalkRecords(self)
        self._kept: Remark | None = None
        """Sent to the store: a commit that failed may have landed, so it is sent again as it is."""
        self._sending = False

    def compose(self) -> ComposeResult:
        """Lay out the line, the kinds, the field and the keys."""
        with Vertical(id="remark-box"):
            yield Prose("", id="remark-line")
            yield Prose("", id="remark-kinds")
            yield OwnWords(LONGEST_WORDS, id="remark-words")
            yield Prose("", id="remark-note")
        yield KeyBar(_KEYS, self.dojo.language)

    def say(self) -> None:
        """Say what is asked for; what was written stays."""
        language = self.dojo.language
        title = message("remark.title", language, turn=self._turn)
        self.query_one("#remark-box").border_title = Content(title)
        line = self._session.attempt.events[self._turn - 1].choice.say
        said = message("remark.line", language, text=line.spoken(language))
        self.query_one("#remark-line", Prose).set_text(said)
        self.query_one("#remark-note", Prose).set_text(message("remark.note", language))
        self.query_one(OwnWords).placeholder = message("remark.hint", language)
        self._say_kinds()

    def action_switch_kind(self) -> None:
        """Change between wrong and unclear."""
        wrong = self._kind is RemarkKind.WRONG
        self._kind = RemarkKind.UNCLEAR if wrong else RemarkKind.WRONG
        self._say_kinds()

    def action_keep(self) -> None:
        """Keep the remark."""
        if self._sending:
            return
        words, kept = self.query_one(OwnWords).words, self._kept
        if kept is None or (kept.kind, kept.words or "") != (self._kind, words):
            language = self.dojo.language
            kept = self._session.new_remark(self._turn, self._choice, self._kind, words, language)
        self._sending, self._kept = True, kept
        self._records.tell(self._session, kept)

    @on(Told)
    def _be_kept(self) -> None:
        app, words = self.dojo, message("remark.kept", self.dojo.language)
        self.dismiss(None)
        app.call_later(notice, app, words)

    @on(Refused)
    def _be_refused(self, refused: Refused) -> None:
        self._sending = False
        self.dojo.tell(refused.error)

    def _say_kinds(self) -> None:
        rows = []
        for kind in RemarkKind:
            sign = ">" if kind is self._kind else " "
            rows.append(f"{sign} {message(f'remark.kind_{kind}', self.dojo.language)}")
        self.query_one("#remark-kinds", Prose).set_content(Content("\n".join(rows)))
