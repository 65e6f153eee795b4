"""An attempt as a reviewer reads it: its debrief, with keys to comment, override and conclude."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.reviews.said import Kind
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.records.model import AttemptRecord
    from salesdojo.records.reviews.said import Heard, Said
    from salesdojo.review.reading import Reading, Reviewer

_KEYS: Final = (
    Key("Tab", "reviewing.key_decision", "screen.choose(1)"),
    Key("C", "reviewing.key_comment", "screen.comment"),
    Key("O", "reviewing.key_override", "screen.override"),
    Key("R", "reviewing.key_done", "screen.conclude"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)


class ReviewDebriefScreen(DebriefScreen):
    """Somebody else's debrief, to be commented on and judged; C comments here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "comment", show=False),
        Binding("o", "override", show=False),
        Binding("r", "conclude", show=False),
    ]

    def __init__(self, reviewer: "Reviewer", reading: "Reading") -> None:
        """Show what `reviewer` reads."""
        super().__init__(reading.played)
        self._reviewer = reviewer
        self._comments: dict[int | None, str] = {}
        """Comments by turn that are not in the records: left, or where keeping failed."""
        self._level: tuple[str, int, str] | None = None
        """Likewise criterion, level and reason."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that stand in the last line."""
        return _KEYS

    @property
    def remark(self) -> str:
        """Whose it is, and of when."""
        from salesdojo.records.history.history_saying import moment

        language, record = self.dojo.language, self._attempt
        finished = record.finished_at if record.finished_at is not None else record.begun_at
        name, time = visible(record.person.name), moment(finished, language)
        return message("reviewing.opened", language, name=name, time=time)

    @property
    def _attempt(self) -> "AttemptRecord":
        return self.told.played.record

    def action_comment(self) -> None:
        """Comment on the decision chosen, or on the whole."""
        from salesdojo.tui.screens.comment import CommentScreen

        card = self.chosen
        turn = None if card is None else card.turn
        before = self._mine("comment", turn, None)
        words = self._comments.get(turn, "" if before is None else before.said.words or "")
        name, left = self._attempt.person.name, partial(self._leave_comment, turn)
        screen = CommentScreen(turn, name, words, left)
        self.app.push_screen(screen, partial(self._keep_comment, turn))

    def action_override(self) -> None:
        """Give a criterion another level, with a reason."""
        from salesdojo.tui.screens.override import OverrideScreen

        played = self.told.played
        criteria = played.session.attempt.scenario.rubric.criteria
        rows = tuple(
            (name, criteria[name].name, scored.level)
            for name, scored in played.result.criteria.items()
        )
        name = self._attempt.person.name
        screen = OverrideScreen(rows, name, self._level, self._leave_level)
        self.app.push_screen(screen, self._keep_level)

    def action_conclude(self) -> None:
        """Say that the attempt is reviewed."""
        self._keep(partial(self._reviewer.done, self._attempt.id))

    def _leave_comment(self, turn: int | None, words: str) -> None:
        self._comments[turn] = words

    def _leave_level(self, told: "tuple[str, int, str]") -> None:
        self._level = told

    def _keep_comment(self, turn: int | None, words: str | None) -> None:
        if words is not None:
            attempt, self._comments[turn] = self._attempt.id, words
            self._keep(partial(self._reviewer.comment, attempt, words, turn))

    def _keep_level(self, told: "tuple[str, int, str] | None") -> None:
        if told is not None:
            self._level = told
            self._keep(partial(self._reviewer.override, self._attempt.id, *told))

    def _keep(self, made: "Callable[[], Said]") -> None:
        """Keep something in a thread, then show everything that is said by now."""
        reviewer, attempt = self._reviewer, self._attempt.id

        def work() -> None:
            try:
                said = made()
                reviewer.keep(said)
                heard = reviewer.store.reviews.of_attempt(attempt)
            except SalesdojoError as error:
                self.call_later(self.dojo.tell, error)
            else:
                self.call_later(self._be_kept, said, heard)

        self.run_worker(work, thread=True, group="records")

    async def _be_kept(self, said: "Said", heard: "tuple[Heard, ...]") -> None:
        self.told = replace(self.told, played=replace(self.told.played, heard=heard))
        if said.kind is Kind.COMMENT:
            self._comments.pop(said.turn, None)
        elif said.kind is Kind.LEVEL:
            self._level = None
        await self.tell_again()
        name = self._attempt.person.name
        words = message(f"reviewing.kept_{said.kind}", self.dojo.language, name=visible(name))
        notice(self.dojo, words)

    def _mine(self, kind: str, turn: int | None, criterion: str | None) -> "Heard | None":
        place = (self._reviewer.person.id, kind, turn, criterion)
        heard = self.told.played.heard
        return next((one for one in heard if one.stands and one.said.place == place), None)
