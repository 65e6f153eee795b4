"""A negotiation in the debrief: what was got and left, the plane, the trade missed, the moments."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.records.history import negotiation_saying as say
from salesdojo.tui.braille import writes_braille
from salesdojo.tui.figures.course_lines import course_lines
from salesdojo.tui.figures.plane_lines import plane_lines
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.labelled import Labelled, gutter_for
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.turn_card import TurnCard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from salesdojo.practice.attempt import Event
    from salesdojo.practice.scoring import Judged
    from salesdojo.practice.table.looking_back import LookedBack
    from salesdojo.tui.widgets.figure_lines import LinesIn


class NegotiationPart(Vertical):
    """Everything about one negotiation; what takes long to work out comes a moment later."""

    DEFAULT_CSS: ClassVar[str] = """
    NegotiationPart { height: auto; }
    NegotiationPart > Prose { padding: 0 1; }
    NegotiationPart > FigureLines { padding: 0 1; margin-bottom: 1; }
    NegotiationPart > .part { margin-top: 1; color: $secondary; text-style: bold; }
    NegotiationPart > .after { margin-bottom: 1; }
    """

    def __init__(
        self,
        moves: "Sequence[Event]",
        judged: "Judged",
        kept: "dict[int, LookedBack]",
        language: str,
    ) -> None:
        """Tell of a negotiation in `language`.

        Args:
            moves: its decisions, in their order.
            judged: the last of them, which carries what the whole cost.
            kept: negotiations that were looked back on, by the turn of their last move.
            language: ``ja`` or ``en``.
        """
        super().__init__()
        self._moves = moves
        self._judged = judged
        self._kept = kept
        self._language = language

    def compose(self) -> ComposeResult:
        """Lay it out, or say that it is being worked out."""
        told = self._kept.get(self._judged.turn)
        if told is None:
            yield Prose(message("table_screen.looking_back", self._language))
        else:
            yield from self._parts(told)

    def on_mount(self) -> None:
        """Look back in a thread: best replies take up to a third of a second."""
        if self._judged.turn not in self._kept:
            self.run_worker(self._look_back, thread=True, group="looking_back")

    def _look_back(self) -> None:
        from salesdojo.practice.table.looking_back import looked_back

        table = self._moves[-1].table
        if table is not None:
            self.call_later(self._show, looked_back(table.state))

    async def _show(self, told: "LookedBack") -> None:
        self._kept[self._judged.turn] = told
        if not self.is_attached:
            return
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(self._parts(told))
        chosen = self.screen.focused
        if isinstance(chosen, TurnCard):
            self.call_after_refresh(chosen.scroll_visible, top=True, animate=False)

    def _parts(self, told: "LookedBack") -> "Iterator[Widget]":
        language = self._language
        yield _WholeCard(self._moves[0], self._judged, told, language)
        yield _figures(lambda width: plane_lines(told, language, width, braille=writes_braille()))
        for lines in (say.trade_lines(told, language), say.best_lines(told, language)):
            yield from self._paragraph(lines)
        measures = say.measures(told, language)
        gutter = gutter_for(*(one.name for one in measures))
        for one in measures:
            yield Labelled(one.name, f"{one.score}  {one.meaning}", gutter=gutter)
        if told.moments:
            yield Prose(message("table_screen.decided", language), classes="part")
        for moment in told.moments:
            words = tuple(say.moment_lines(told, moment, language))
            yield _MomentCard(self._moves[moment.number - 1], words[0].strip(), words[1:])
        yield from self._hidden(told)
        yield Prose(message("table_screen.course", language), classes="part")
        head_row, rows = say.turn_head(language), say.turn_rows(told, language)
        yield _figures(lambda width: course_lines(head_row, rows, width, language))

    def _hidden(self, told: "LookedBack") -> "Iterator[Widget]":
        """Yield what stayed hidden, each with its question."""
        lines = tuple(say.hidden_lines(told, self._language))
        for what, question in zip(lines[::2], lines[1::2], strict=True):
            yield from self._paragraph((what, question))

    def _paragraph(self, lines: "Iterable[str]") -> "Iterator[Prose]":
        """Yield lines as one paragraph, where there are any."""
        between = message("table_screen.between_sentences", self._language)
        words = between.join(_unindented(lines))
        if words:
            yield Prose(words, classes="after")


class _WholeCard(TurnCard):
    """The negotiation as a whole: a retry from it begins at its first move."""

    def __init__(self, first: "Event", judged: "Judged", told: "LookedBack", language: str) -> None:
        super().__init__(first.turn, first.choice.id)
        self._judged = judged
        self._told = told
        self._language = language

    def compose(self) -> ComposeResult:
        """Lay out head and lines."""
        yield self.head_line()
        yield from _lines(say.end_lines(self._told, self._language))
        yield from _lines(say.left_lines(self._told, self._language))

    def head(self) -> Content:
        """Return what the whole cost."""
        judged = self._judged
        name = "negotiation" if judged.loss else "negotiation_best"
        loss = loss_figure(judged.loss)
        words = message(f"table_talk.{name}", self._language, turn=judged.turn, loss=loss)
        return Content.styled(visible(words), "$error" if judged.loss else "$success")


class _MomentCard(TurnCard):
    """A move that decided: a retry from it begins right there."""

    def __init__(self, move: "Event", head: str, lines: "Sequence[str]") -> None:
        super().__init__(move.turn, move.choice.id)
        self._head = head
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out head and lines."""
        yield self.head_line()
        yield from _lines(self._lines)

    def head(self) -> Content:
        """Return which move it was."""
        return Content(visible(self._head))


def _lines(lines: "Iterable[str]") -> "Iterator[Labelled]":
    """Yield lines moved in below a head."""
    for line in _unindented(lines):
        yield Labelled("", line, gutter=2, roomy=0)


def _unindented(lines: "Iterable[str]") -> "Iterator[str]":
    """Yield lines as they are without the places that they have in line mode."""
    for line in lines:
        yield from (part.strip() for part in line.split("\n"))


def _figures(lines_in: "LinesIn") -> FigureLines:
    figures = FigureLines()
    figures.show(lines_in)
    return figures
