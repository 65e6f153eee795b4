"""One decision in a debrief: what was said, what it cost, why, and the line that cost nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.tui.widgets.labelled import Labelled
from salesdojo.tui.widgets.turn_card import TurnCard

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Judged


class DecisionCard(TurnCard):
    """A decision between choices."""

    def __init__(
        self,
        scenario: "Scenario",
        judged: "Judged",
        language: str,
        *,
        hinted: bool,
        recall: "Recalled | None" = None,
    ) -> None:
        """Tell `judged` in `language`.

        Args:
            scenario: where it was decided.
            judged: the decision.
            language: ``ja`` or ``en``.
            hinted: whether the hint was read before it.
            recall: what was typed before the choices were shown.
        """
        super().__init__(judged.turn, judged.choice)
        self._recall = recall
        self._choices = scenario.scenes[judged.scene].choices
        self._breaches = scenario.rubric.breaches
        self._judged = judged
        self._language = language
        self._hinted = hinted

    def compose(self) -> ComposeResult:
        """Lay out head and lines."""
        yield self.head_line()
        yield from self._recalled()
        taken = self._choices[self._judged.choice]
        yield self._labelled("debrief_said", taken.say.spoken(self._language))
        if taken.breach is not None:
            words = self._breaches[taken.breach].spoken(self._language)
            yield Labelled("", self._say("debrief_breach", text=words))
        yield self._labelled("debrief_why", taken.why.spoken(self._language), "why")
        if self._judged.choice not in self._judged.best:
            yield from self._better()

    def _recalled(self) -> Iterator[Labelled]:
        """Yield what was typed, and the line that was nearest to it."""
        recall, language = self._recall, self._language
        if recall is None:
            return
        typed = recall.typed or message("recall.typed_gone", language)
        yield Labelled(message("recall.typed", language), typed)
        nearest = message("recall.none_near", language)
        if recall.near:
            words = self._choices[recall.nearest].say.spoken(language)
            likeness = round(recall.likeness)
            nearest = message("recall.nearest_told", language, text=words, likeness=likeness)
        yield Labelled(message("recall.nearest", language), nearest)

    def _better(self) -> Iterator[Labelled]:
        for name in self._judged.best:
            better = self._choices[name]
            yield Labelled(
                self._say("debrief_better"), better.say.spoken(self._language), style="$success"
            )
            yield self._labelled("debrief_why", better.why.spoken(self._language), "why")

    def head(self) -> Content:
        """Return which decision it was, and what it cost."""
        judged = self._judged
        cost = self._say("debrief_cost_nothing")
        if judged.loss > 0:
            cost = self._say("debrief_cost", loss=loss_figure(judged.loss))
        remarks = [
            self._say(name)
            for name, holds in (
                ("debrief_timed_out", judged.timed_out),
                ("debrief_hinted", self._hinted),
            )
            if holds
        ]
        return Content.assemble(
            visible(self._say("debrief_decision", turn=judged.turn)),
            "  ",
            (cost, "$error" if judged.loss > 0 else "$success"),
            ("".join(f"  {remark}" for remark in remarks), "$quiet"),
        )

    def _labelled(self, label: str, words: str, classes: str | None = None) -> Labelled:
        return Labelled(self._say(label), words, classes=classes)

    def _say(self, name: str, **values: str | int) -> str:
        return message(f"tui.{name}", self._language, **values)
