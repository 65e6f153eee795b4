"""The head of a debrief: the quality in big figures, passed or why not, and what else came out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits

from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure, signed_figure
from salesdojo.tui.widgets.labelled import Labelled, gutter_for
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.practice.scoring import Result

_FIGURES: Final = ("outcome", "satisfaction", "luck", "hints")
_WHOLE: Final = 100
"""All the quality that there is to lose."""
_ROOMY: Final = 32
"""Cells from which the figures stand in a column."""


class Verdict(Horizontal):
    """Quality and pass on the left, the figures that never enter them on the right."""

    DEFAULT_CSS: ClassVar[str] = """
    Verdict { height: auto; background: $surface; padding: 0 1; }
    Verdict > Vertical { height: auto; width: 1fr; }
    Verdict > #verdict-quality { width: 26; padding-right: 2; }
    Verdict Digits { width: auto; height: 3; color: $accent; }
    Verdict.-passed Digits, Verdict.-passed #verdict { color: $success; }
    Verdict.-failed Digits, Verdict.-failed #verdict { color: $error; }
    Verdict #verdict { text-style: bold; }
    Verdict #verdict-definition { color: $quiet; }
    Verdict #verdict-figures { height: auto; margin-top: 1; }
    """

    def __init__(
        self, result: "Result", scenario: "Scenario", hinted: frozenset[int], language: str
    ) -> None:
        """Tell `result` of `scenario` in `language`; hints were read before the turns `hinted`."""
        super().__init__(classes="-passed" if result.passed else "-failed")
        self._result = result
        self._scenario = scenario
        self._hinted = hinted
        self._language = language

    def compose(self) -> ComposeResult:
        """Lay out both sides."""
        with Vertical(id="verdict-quality"):
            yield Prose(self._say("debrief_quality"))
            yield Digits(quality_figure(self._result.quality))
            yield Prose(self._definition(), id="verdict-definition")
        with Vertical():
            verdict = "debrief_passed" if self._result.passed else "debrief_not_passed"
            yield Prose(self._say(verdict), id="verdict")
            yield from (Prose(reason) for reason in self._reasons())
            with Vertical(id="verdict-figures"):
                yield from self._figures()

    def _definition(self) -> str:
        """Return what quality is; where more than all of it was lost, why it is not below 0."""
        lost = sum(judged.loss for judged in self._result.decisions)
        return self._say("debrief_definition_floor" if lost > _WHOLE else "debrief_definition")

    def _reasons(self) -> Iterator[str]:
        rubric, result = self._scenario.rubric, self._result
        under = result.quality < rubric.pass_mark
        yield self._say(
            "debrief_under_mark" if under else "debrief_pass_mark", pass_mark=rubric.pass_mark
        )
        for breach in result.breaches:
            words = rubric.breaches[breach].spoken(self._language)
            yield self._say("debrief_breach", text=words)
        for name in result.telling_minimum(self._scenario):
            criterion = rubric.criteria[name]
            yield self._say(
                "debrief_minimum",
                criterion=criterion.name.spoken(self._language),
                level=criterion.minimum or 1,
            )

    def _figures(self) -> Iterator[Labelled]:
        result = self._result
        outcome = self._say(f"debrief_outcome_{result.outcome}")
        yield self._figure("outcome", outcome)
        if result.satisfaction is not None:
            felt = self._say("debrief_of_100", figure=result.satisfaction)
            yield self._figure("satisfaction", felt)
        yield self._figure("luck", signed_figure(result.luck))
        yield self._figure("hints", self._hints())

    def _figure(self, name: str, words: str) -> Labelled:
        labels = [self._say(f"debrief_{figure}") for figure in _FIGURES]
        label = self._say(f"debrief_{name}")
        return Labelled(label, words, gutter=gutter_for(*labels), roomy=_ROOMY)

    def _hints(self) -> str:
        if not self._hinted:
            return self._say("debrief_hints_none")
        comma = message("overview.comma", self._language)
        turns = comma.join(str(turn) for turn in sorted(self._hinted))
        return self._say("debrief_hints_at", count=len(self._hinted), turns=turns)

    def _say(self, name: str, **values: str | int) -> str:
        return message(f"tui.{name}", self._language, **values)
