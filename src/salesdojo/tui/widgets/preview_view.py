"""What is seen of a preview: the talk, its figures, the choices, the problems of the file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from salesdojo.authoring.previewing.standing import Standing, closed
from salesdojo.content.problem import Problem, Severity
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure, quality_figure
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import AS
from salesdojo.practice.table.players import Player
from salesdojo.tui.carried_draft import carried_draft
from salesdojo.tui.preview_notes import Note
from salesdojo.tui.rehearsal_lines import ScriptLine, cost_words, not_offered, offer, script
from salesdojo.tui.standing_rows import Section, sections
from salesdojo.tui.table_standing_rows import table_sections
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.preview_status import PreviewStatus
from salesdojo.tui.widgets.problem_strip import ProblemStrip, worst_first
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.script import Script
from salesdojo.tui.widgets.standing_card import StandingCard
from salesdojo.tui.widgets.table_pane import TablePane
from salesdojo.tui.widgets.table_sheet import TableSheet
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.content import Content

    from salesdojo.practice.table.state import TableState
    from salesdojo.tui.table_draft import Draft


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that a preview shows."""

    problems: tuple[Problem, ...] | None
    """None before the file was checked for the first time."""
    checking: bool
    """They are those of a moment ago."""
    attempt: Attempt | None
    """None while no version could be played."""
    figures: Standing | None
    """None where the scenario cannot be solved, or was not yet."""
    solving: bool
    """They are being worked out."""
    old: bool
    """The talk is that of an earlier version of the file."""
    reloads: int
    note: Note


class PreviewView(Vertical):
    """Shows a rehearsal in one language; decides nothing."""

    DEFAULT_CSS: ClassVar[str] = "PreviewView { height: 1fr; }"

    def __init__(self, file: str, language: str) -> None:
        """Show what becomes of `file`, in `language`."""
        super().__init__()
        self._file = file
        self._scene = ""
        self._heading = ""
        self.title = TitleLine()
        self.script = Script()
        self.choices = Choices(id="preview-choices")
        self.table = TablePane(language, goes_on=carried_draft)
        self._shown: tuple[Shown, str] | None = None
        self._bargained: TableState | None = None
        """The negotiation that is on the screen."""
        self._players = False
        # A narrow screen has them below and beside the talk, a wide one in a column of their own.
        self._cards = (StandingCard(), StandingCard())
        self._strips = (ProblemStrip(file), ProblemStrip(file))
        self._status = PreviewStatus()
        self._note = Prose(id="preview-note")
        self._barred = Prose(id="preview-closed")

    @property
    def bargaining(self) -> bool:
        """Whether a negotiation table stands in the place of the choices."""
        return self._bargained is not None and not self._players

    @property
    def choosing(self) -> bool:
        """Whether a list of the table does."""
        return self.bargaining and self.table.choosing

    @property
    def players(self) -> bool:
        """Whether one of the named players is to be chosen."""
        return self._bargained is not None and self._players

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        self.table.display = False
        yield self.title
        card, wide_card = self._cards
        strip, wide_strip = self._strips
        with Horizontal(id="preview-columns"):
            with Vertical(id="preview-left"):
                with Horizontal(id="preview-talk"):
                    yield self.script
                    yield card
                with Vertical(id="preview-turn"):
                    yield self._status
                    yield self._note
                    yield self.choices
                    yield self.table
                    yield self._barred
                yield strip
            with Vertical(id="preview-right"):
                yield wide_card
                yield wide_strip

    def show(self, shown: Shown, language: str) -> None:
        """Show all of it; the same choice stays highlighted in the same scene."""
        attempt, figures = shown.attempt, shown.figures
        self._shown = shown, language
        self._heading = self._words(attempt, language)
        self.script.show(_script(shown, language))
        self._status.show(shown.reloads, _figures(figures, language), _place(attempt, language))
        self._status.mark_old(message("preview.old", language) if shown.old else "")
        self._note.set_text(shown.note.said(language))
        self._offer(_offers(attempt, figures, language), attempt.scene.id if attempt else "")
        self._bargain(attempt, language)
        self._weigh()
        hidden = not_offered(closed(attempt), attempt, language) if attempt else ""
        self._barred.set_text(hidden)
        self._barred.display = bool(hidden)
        self.judge(shown.problems, language, checking=shown.checking)

    def judge(
        self, problems: tuple[Problem, ...] | None, language: str, *, checking: bool = False
    ) -> None:
        """Show what is wrong with the file; while `checking` nothing is counted."""
        counted = message("preview.checking", language) if checking else _count(problems, language)
        self.title.show(self._heading, counted)
        for strip in self._strips:
            strip.show(None if problems is None else worst_first(problems), language)

    def _offer(self, offers: "list[Content | str]", scene: str) -> None:
        highlighted = self.choices.highlighted if scene == self._scene else 0
        self._scene = scene
        self.choices.offer(offers)
        self.choices.highlighted = max(0, min(highlighted, len(offers) - 1))

    def turn_table(self) -> None:
        """Let a named player be chosen in the table's place, or let it be bargained again."""
        if self._bargained is not None:
            self._players = not self._players
            self._take_place()

    def _bargain(self, attempt: Attempt | None, language: str) -> None:
        state = attempt.table if attempt else None
        self.table.retranslate(language)
        if state is not None and state is not self._bargained:
            self.table.offer(state)
        self._bargained = state
        self._players = self._players and state is not None
        self._take_place()

    def _take_place(self) -> None:
        """Let the table take the place of the choices, or give it back."""
        before = self.table.display
        self.table.display, self.choices.display = self.bargaining, not self.bargaining
        if self.bargaining and not before:
            self.table.take_focus()
        elif before and not self.bargaining:
            self.choices.focus()

    @on(TableSheet.Changed)
    def _weigh(self) -> None:
        """Show the figures, those of the offer in the making among them."""
        if self._shown is None:
            return
        shown, language = self._shown
        draft = self.table.draft if self.bargaining else None
        for card in self._cards:
            card.show(_sections(shown, draft, language))

    def _words(self, attempt: Attempt | None, language: str) -> str:
        name = visible(self._file.rpartition("/")[2])
        if attempt is None:
            return name
        return f"{name}  {visible(attempt.scenario.title.spoken(language))}"


def _sections(shown: Shown, draft: "Draft | None", language: str) -> tuple[Section, ...]:
    attempt = shown.attempt
    if attempt is None:
        return ()
    figures = sections(attempt, shown.figures, language, solving=shown.solving)
    if attempt.table is None:
        return figures
    package = None if draft is None else draft.package
    return (*table_sections(attempt.table, package, language), *figures)


def _script(shown: Shown, language: str) -> list[ScriptLine]:
    if shown.attempt is not None:
        return list(script(shown.attempt, shown.figures, language))
    if shown.problems is None:
        return []
    return [ScriptLine("", message("preview.nothing_to_play", language))]


def _offers(
    attempt: Attempt | None, figures: Standing | None, language: str
) -> "list[Content | str]":
    if attempt is None:
        return []
    if attempt.outcome is not None:
        outcome = message(f"tui.debrief_outcome_{attempt.outcome}", language)
        return [message("preview.over", language, outcome=outcome)]
    costs = figures.costs if figures else {}
    if attempt.table is not None:
        return [_player(f"{AS} {player}", costs, language) for player in Player]
    return [offer(one, attempt, costs.get(one.id), language) for one in attempt.shown]


def _player(name: str, costs: "Mapping[str, float]", language: str) -> str:
    words = message("table_screen.let_play", language, player=name)
    return f"{words}  {cost_words(costs[name], language)}" if name in costs else words


def _place(attempt: Attempt | None, language: str) -> str:
    if attempt is None:
        return ""
    scene = attempt.scene.id
    if attempt.outcome is not None:
        return message("preview.decision_over", language, scene=scene, turn=attempt.turn)
    return message("preview.decision", language, scene=scene, turn=attempt.turn + 1)


def _figures(figures: Standing | None, language: str) -> str:
    """Return V and quality in a few cells: in a narrow terminal they stand nowhere else."""
    if figures is None:
        return ""
    value, quality = loss_figure(figures.value), quality_figure(figures.quality)
    return message("preview.narrow", language, value=value, quality=quality)


def _count(problems: tuple[Problem, ...] | None, language: str) -> str:
    if problems is None:
        return ""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if not problems:
        return message("preview.count_none", language)
    warnings = len(problems) - errors
    return message("preview.count_errors", language, errors=errors, warnings=warnings)
