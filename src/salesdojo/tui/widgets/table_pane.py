"""Where the trainee bargains: the table's sheet, or a list to choose from in its place."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from salesdojo.errors import PracticeError
from salesdojo.i18n import message
from salesdojo.practice.table.moves import Accept, Move, WalkAway
from salesdojo.practice.table.possible import require_possible
from salesdojo.tui.table_draft import Draft, gone_on
from salesdojo.tui.table_menus import Menu, if_then_menu, questions_menu, reasons_menu
from salesdojo.tui.table_notices import news, notice, warning
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.table_sheet import TableSheet, lines_for

if TYPE_CHECKING:
    from salesdojo.practice.table.state import TableState
    from salesdojo.tui.table_draft import GoesOn
    from salesdojo.tui.table_menus import Words


class TablePane(Vertical):
    """Makes moves of keys; nothing can be moved while it is `waiting`.

    It holds the offer in the making. What a move comes to is for whoever hears `Made`.
    """

    DEFAULT_CSS: ClassVar[str] = """
    TablePane { height: auto; }
    TablePane #table-title { padding: 0 1; color: $accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "do('propose')", show=False),
        Binding("2", "do('second')", show=False),
        Binding("w", "do('ask')", show=False),
        Binding("j", "do('reason')", show=False),
        Binding("i", "do('if_then')", show=False),
        Binding("a", "do('accept')", show=False),
        Binding("x", "do('walk_away')", show=False),
        Binding("escape,backspace", "back", show=False),
    ]

    class Made(Message):
        """A move that can be made was chosen."""

        def __init__(self, move: Move, state: "TableState") -> None:
            """Carry it, and how the negotiation stood that it was made in."""
            super().__init__()
            self.move = move
            self.state = state

    class Turned(Message):
        """The sheet gave way to a list, or came back: other keys work."""

    def __init__(self, language: str, *, goes_on: "GoesOn" = gone_on) -> None:
        """Show nothing yet, in `language`; `goes_on` makes the next offer of the last draft."""
        super().__init__()
        self.waiting = True
        self._goes_on = goes_on
        self._language = language
        self._state: TableState | None = None
        self._notice: Words | None = None
        self._sure: Move | None = None
        """A move that was warned of: made again, it is meant."""
        self._menus: list[Menu] = []
        """The list in the place of the sheet, above those it came from."""
        self._sheet = TableSheet()
        self._title = Prose(id="table-title")
        self._list = Choices(id="table-menu")

    def compose(self) -> ComposeResult:
        """Lay out the sheet, and the list out of sight."""
        self._title.display = self._list.display = False
        yield self._sheet
        yield self._title
        yield self._list

    @property
    def choosing(self) -> bool:
        """Whether a list stands in the place of the sheet."""
        return bool(self._menus)

    @property
    def draft(self) -> Draft | None:
        """The offer in the making."""
        return self._sheet.draft

    def offer(self, state: "TableState") -> None:
        """Show how a negotiation stands now, and let the trainee move."""
        before, begun = self._state, self._sheet.draft
        draft = Draft.of(state)
        if before is not None and begun is not None:
            draft = self._goes_on(begun, before, state)
        self._state, self._notice, self._sure = state, news(state), None
        self.waiting = state.ending is not None
        self._show(draft)
        self._close_menus()

    def wait(self) -> None:
        """Let nothing be moved until `offer`."""
        self.waiting = True

    def take_focus(self) -> None:
        """Let keys come here."""
        (self._list if self.choosing else self._sheet).focus()

    def retranslate(self, language: str) -> None:
        """Say everything in `language`; the offer in the making stays."""
        self._language = language
        if self._sheet.draft is not None:
            self._show(self._sheet.draft)
        if self._menus:
            self._reword()

    def on_resize(self) -> None:
        """Let a list take no more lines than a sheet may."""
        self._list.styles.max_height = max(2, lines_for(self.app.size.height) - 1)

    # what the keys do

    def action_do(self, name: str) -> None:
        """Do what a key stands for: a move, a list, or a package more."""
        if self.choosing:
            self._choose_or_back(name)
            return
        state, draft = self._state, self._sheet.draft
        if self.waiting or state is None or draft is None:
            return
        doing = {
            "propose": self._propose,
            "second": self._put_aside,
            "ask": self._ask,
            "reason": self._reason,
            "if_then": self._if_then,
            "accept": self._accept,
            "walk_away": self._walk_away,
        }
        if name in doing:
            doing[name](state, draft)

    def _choose_or_back(self, name: str) -> None:
        if name == "choose":
            self._list.action_take()
        elif name == "back":
            self.action_back()

    def action_back(self) -> None:
        """Go back from a list, or take back what was laid aside; else it is the screen's key."""
        draft = self._sheet.draft
        if self._menus:
            self._menus.pop()
            if self._menus:
                self._fill()
            else:
                self._close_menus()
        elif draft is not None and draft.aside and not self.waiting:
            self._notice = notice("package_back")
            self._show(draft.taken_back())
        else:
            raise SkipAction

    @on(TableSheet.Changed)
    def _forget(self) -> None:
        self._notice, self._sure = None, None

    @on(Choices.Taken)
    def _choose(self, taken: Choices.Taken) -> None:
        taken.stop()
        state = self._state
        if not self._menus or state is None:
            return
        then = self._menus[-1].entries[taken.place].then
        match then:
            case Menu():
                self._menus.append(then)
                self._fill()
            case Draft():
                self._notice = notice("reason_dropped" if then.reason is None else "reason_kept")
                self._close_menus()
                self._show(then)
            case _:
                self._close_menus()
                self._try(state, then)

    def _try(self, state: "TableState", move: Move) -> None:
        """Make a move that can be made; what the trainee may not mean is asked once more."""
        try:
            require_possible(state, move)
        except PracticeError as error:
            self._notice = error.cause
            self._sure = None
        else:
            warned = None if move == self._sure else warning(state, move)
            if warned is None:
                self.waiting = True
                self.post_message(self.Made(move, state))
                return
            self._notice, self._sure = warned, move
        self._show_again()

    def _propose(self, state: "TableState", draft: Draft) -> None:
        self._try(state, draft.offer)

    def _ask(self, state: "TableState", _: Draft) -> None:
        self._open(questions_menu(state), "no_questions")

    def _reason(self, state: "TableState", draft: Draft) -> None:
        self._open(reasons_menu(state, draft), "no_reasons")

    def _accept(self, state: "TableState", _: Draft) -> None:
        if state.standing is None:
            self._say("nothing_to_accept")
        else:
            self._try(state, Accept())

    def _walk_away(self, state: "TableState", _: Draft) -> None:
        self._try(state, WalkAway())

    def _put_aside(self, _: "TableState", draft: Draft) -> None:
        if draft.repeats:
            self._say("same_package")
        elif draft.full:
            self._say("packages_full")
        else:
            self._notice = notice("package_aside")
            self._show(draft.put_aside())

    def _if_then(self, state: "TableState", draft: Draft) -> None:
        if draft.aside:
            self._say("if_then_one")
        elif state.standing is None or state.nearest is None:
            self._say("if_then_too_early")
        else:
            self._open(if_then_menu(state, draft), "if_then_nothing")

    # lists

    def _open(self, menu: Menu | None, otherwise: str) -> None:
        if menu is None:
            self._say(otherwise)
            return
        self._notice = self._sure = None
        self._menus = [menu]
        self._sheet.display = False
        self._title.display = self._list.display = True
        self._fill()
        self._list.focus()
        self.post_message(self.Turned())

    def _fill(self) -> None:
        self._title.set_text(self._words(self._menus[-1].title))
        self._list.offer([entry.words(self._language) for entry in self._menus[-1].entries])
        self._list.highlighted = self._menus[-1].highlighted

    def _reword(self) -> None:
        self._title.set_text(self._words(self._menus[-1].title))
        self._list.reword([entry.words(self._language) for entry in self._menus[-1].entries])

    def _close_menus(self) -> None:
        had_focus = self._list.has_focus
        opened = self._list.display
        self._menus = []
        self._sheet.display = True
        self._title.display = self._list.display = False
        if had_focus:
            self._sheet.focus()
        if opened:
            self._show_again()
            self.post_message(self.Turned())

    # what is shown

    def _say(self, name: str) -> None:
        self._notice, self._sure = notice(name), None
        self._show_again()

    def _show_again(self) -> None:
        if self._sheet.draft is not None:
            self._show(self._sheet.draft)

    def _show(self, draft: Draft) -> None:
        if self._state is not None:
            said = None if self._notice is None else self._notice(self._language)
            self._sheet.show(self._state, draft, self._language, said)

    def _words(self, name: str) -> str:
        return message(f"table_screen.{name}", self._language)
