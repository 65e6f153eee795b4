"""An attempt as a reviewer reads it: its debrief, with keys to comment, override and conclude."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.said import Kind
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.records.said import Heard, Said
    from salesdojo.review.reading import Reading, Reviewer

_KEYS: Final = (
    Key("Tab", "reviewing.key_decision", "screen.choose(1)"),
    Key("C", "reviewing.key_comment", "screen.comment"),
    Key("O", "reviewing.key_override", "screen.override"),
    Key("R", "reviewing.key_done", "screen.conclude"),
    Key("Esc", "tui.app_key_back", "screen.home"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class ReviewDebriefScreen(DebriefScreen, inherit_bindings=False):
    """Somebody else's debrief: nothing can be played from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("home", "scroll_to_end(False)", show=False),
        Binding("end", "scroll_to_end(True)", show=False),
        Binding("tab,j", "choose(1)", show=False),
        Binding("shift+tab,k", "choose(-1)", show=False),
        Binding("c", "comment", show=False),
        Binding("o", "override", show=False),
        Binding("r", "conclude", show=False),
        Binding("escape,q", "home", show=False),
    ]

    def __init__(self, reviewer: "Reviewer", reading: "Reading") -> None:
        """Show what `reviewer` reads."""
        played = reading.played
        super().__init__(
            played.session,
            played.result,
            (),
            hinted=played.hinted,
            recalls=played.recalls,
            heard=reading.heard,
        )
        self._reviewer = reviewer
        self._comments: dict[int | None, str] = {}
        """Comments by turn that are not in the records: left, or where keeping failed."""
        self._level: tuple[str, int, str] | None = None
        """Likewise criterion, level and reason."""

    def action_home(self) -> None:
        """Go back to the queue."""
        self.dismiss(None)

    def action_comment(self) -> None:
        """Comment on the decision chosen, or on the whole."""
        from salesdojo.tui.screens.comment import CommentScreen

        card = self._chosen
        turn = None if card is None else card.turn
        before = self._mine("comment", turn, None)
        words = self._comments.get(turn, "" if before is None else before.said.words or "")
        name, left = self._session.record.person.name, partial(self._leave_comment, turn)
        screen = CommentScreen(turn, name, words, left)
        self.app.push_screen(screen, partial(self._keep_comment, turn))

    def action_override(self) -> None:
        """Give a criterion another level, with a reason."""
        from salesdojo.tui.screens.override import OverrideScreen

        criteria = self._session.attempt.scenario.rubric.criteria
        rows = tuple(
            (name, criteria[name].name, scored.level)
            for name, scored in self._result.criteria.items()
        )
        name = self._session.record.person.name
        screen = OverrideScreen(rows, name, self._level, self._leave_level)
        self.app.push_screen(screen, self._keep_level)

    def action_conclude(self) -> None:
        """Say that the attempt is reviewed."""
        self._keep(partial(self._reviewer.done, self._session.record.id))

    def _leave_comment(self, turn: int | None, words: str) -> None:
        self._comments[turn] = words

    def _leave_level(self, told: "tuple[str, int, str]") -> None:
        self._level = told

    def _keep_comment(self, turn: int | None, words: str | None) -> None:
        if words is not None:
            attempt, self._comments[turn] = self._session.record.id, words
            self._keep(partial(self._reviewer.comment, attempt, words, turn))

    def _keep_level(self, told: "tuple[str, int, str] | None") -> None:
        if told is not None:
            self._level = told
            self._keep(partial(self._reviewer.override, self._session.record.id, *told))

    def _keep(self, made: "Callable[[], Said]") -> None:
        """Keep something in a thread, then show everything that is said by now."""
        reviewer, attempt = self._reviewer, self._session.record.id

        def work() -> None:
            try:
                said = made()
                reviewer.keep(said)
                heard = reviewer.store.reviews.of_attempt(attempt)
            except SalesdojoError as error:
                self.call_later(self._dojo.tell, error)
            else:
                self.call_later(self._be_kept, said, heard)

        self.run_worker(work, thread=True, group="records")

    async def _be_kept(self, said: "Said", heard: "tuple[Heard, ...]") -> None:
        self._heard = heard
        if said.kind is Kind.COMMENT:
            self._comments.pop(said.turn, None)
        elif said.kind is Kind.LEVEL:
            self._level = None
        await self._lay_out_again()
        name = self._session.record.person.name
        words = message(f"reviewing.kept_{said.kind}", self._dojo.language, name=visible(name))
        notice(self._dojo, words)

    def _mine(self, kind: str, turn: int | None, criterion: str | None) -> "Heard | None":
        place = (self._reviewer.person.id, kind, turn, criterion)
        return next((one for one in self._heard if one.stands and one.said.place == place), None)

    def _be_seen(self) -> None:
        """Leave it to the trainee to have read what is said."""

    def _keys(self) -> tuple[Key, ...]:
        return _KEYS

    def _say_title(self) -> None:
        from salesdojo.records.history_saying import moment

        language, record = self._dojo.language, self._session.record
        title = visible(self._session.attempt.scenario.title.spoken(language))
        finished = record.finished_at if record.finished_at is not None else record.begun_at
        whose = message(
            "reviewing.opened",
            language,
            name=visible(record.person.name),
            time=moment(finished, language),
        )
        self.query_one(TitleLine).show(message("tui.debrief_title", language, title=title), whose)
