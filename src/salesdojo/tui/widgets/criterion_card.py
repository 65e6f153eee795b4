"""One criterion in a debrief: the level, what it looks like, what the next one would take."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from salesdojo.content.model import Criterion
    from salesdojo.practice.attempt import Event
    from salesdojo.practice.scoring import CriterionScore

HIGHEST_LEVEL: Final = 4


class CriterionCard(Vertical):
    """Name, level and points; then the anchors and the lines that moved the points."""

    DEFAULT_CSS: ClassVar[str] = """
    CriterionCard { height: auto; margin-bottom: 1; }
    CriterionCard .head { height: auto; text-style: bold; }
    CriterionCard .next { color: $quiet; }
    """

    def __init__(
        self,
        criterion: "Criterion",
        scored: "CriterionScore",
        events: "Sequence[Event]",
        language: str,
        *,
        level_shown: bool = True,
    ) -> None:
        """Tell how `criterion` was met in `language`; one line proves no level to be shown."""
        super().__init__()
        self._criterion = criterion
        self._scored = scored
        self._moving = tuple(event for event in events if event.points.get(criterion.id))
        self._language = language
        self._level_shown = level_shown

    def compose(self) -> ComposeResult:
        """Lay out head, anchors and lines."""
        yield Static(self._head(), classes="head", markup=False)
        if self._level_shown:
            yield from self._anchors()
        if not self._moving:
            yield Labelled("", self._say("debrief_no_lines"), classes="next")
        for event in self._moving:
            yield self._line(event)

    def _anchors(self) -> "Iterator[Labelled]":
        """Yield what the level looks like, and what the next one would take."""
        scored, levels = self._scored, self._criterion.levels
        yield self._labelled("debrief_now", levels[scored.level - 1].spoken(self._language))
        if scored.level < HIGHEST_LEVEL:
            label = self._say("debrief_next", level=scored.level + 1)
            words = levels[scored.level].spoken(self._language)
            yield Labelled(label, words, classes="next")
        else:
            yield Labelled("", self._say("debrief_highest"), classes="next")

    def _head(self) -> Content:
        scored = self._scored
        name = visible(self._criterion.name.spoken(self._language))
        points = self._say("debrief_points", earned=scored.earned, best=scored.best)
        if not self._level_shown:
            return Content.assemble(name, (f"  {points}", "$quiet not bold"))
        gauge = "#" * scored.level + "-" * (HIGHEST_LEVEL - scored.level)
        return Content.assemble(
            (f"[{gauge}]", "$primary"),
            f" {name}  ",
            (self._say("debrief_level", level=scored.level), "$accent"),
            (f"  {points}", "$quiet not bold"),
        )

    def _line(self, event: "Event") -> Labelled:
        points = event.points[self._criterion.id]
        if event.table is not None:
            return self._negotiation(event.turn, len(event.table.state.turns), points)
        label = self._say("debrief_line_points", turn=event.turn, points=f"{points:+d}")
        style = "$success" if points > 0 else "$error"
        return Labelled(label, event.choice.say.spoken(self._language), style=style)

    def _negotiation(self, turn: int, moves: int, points: int) -> Labelled:
        """Return what a whole negotiation, over at `turn` after so many moves, gave."""
        name = "debrief_table_one" if moves == 1 else "debrief_table_moves"
        words = self._say(name, first=turn - moves + 1, last=turn)
        style = "$success" if points > 0 else "$error"
        return Labelled(
            self._say("debrief_table_points", points=f"{points:+d}"), words, style=style
        )

    def _labelled(self, label: str, words: str) -> Labelled:
        return Labelled(self._say(label), words)

    def _say(self, name: str, **values: str | int) -> str:
        return message(f"tui.{name}", self._language, **values)
