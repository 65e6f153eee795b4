"""What is judged: criteria with weight, minimum and the four levels, pass mark, breaches."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from salesdojo.content.model import Criterion, Rubric
from salesdojo.i18n import message
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widths import pad_left

_WEIGHT_WIDTH = 4


class Item(Horizontal):
    """Words with a sign before them; what wraps stays beside the sign."""

    DEFAULT_CSS = """
    Item { height: auto; width: 100%; }
    Item > .item-sign { width: auto; color: $quiet; }
    Item > Prose { width: 1fr; }
    """

    def __init__(self, sign: str, words: str, *, classes: str | None = None) -> None:
        """Show `words` after `sign`."""
        super().__init__(classes=classes)
        self._sign = sign
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay the sign beside the words."""
        yield Static(Content(f"{self._sign} "), classes="item-sign", markup=False)
        yield Prose(self._words)


class CriterionCard(Vertical):
    """One criterion; a click shows or hides what its levels look like."""

    DEFAULT_CSS = """
    CriterionCard { height: auto; }
    CriterionCard > .criterion-name > .item-sign { color: $accent; text-style: bold; }
    CriterionCard > .criterion-minimum { margin-left: 5; color: $warning; }
    CriterionCard > .criterion-levels { display: none; height: auto; margin: 0 0 1 5; }
    CriterionCard.-open > .criterion-levels { display: block; }
    CriterionCard > .criterion-levels Prose { color: $quiet; }
    """

    def __init__(
        self,
        criterion: Criterion,
        share: int,
        language: str,
        *,
        unfolded: bool,
        levels_shown: bool,
    ) -> None:
        """Show `criterion`, which has `share` percent of what counts here, in `language`."""
        super().__init__(classes="-open" if unfolded else "")
        self._criterion = criterion
        self._share = share
        self._language = language
        self._levels_shown = levels_shown

    def compose(self) -> ComposeResult:
        """Lay out weight and name, then the levels."""
        criterion, language = self._criterion, self._language
        weight = message("tui.briefing_weight", language, weight=self._share)
        sign = pad_left(weight, _WEIGHT_WIDTH)
        yield Item(sign, criterion.name.spoken(language), classes="criterion-name")
        if not self._levels_shown:
            return
        if criterion.minimum is not None:
            yield Prose(
                message("tui.briefing_minimum", language, level=criterion.minimum),
                classes="criterion-minimum",
            )
        with Vertical(classes="criterion-levels"):
            for level, looks in enumerate(criterion.levels, start=1):
                yield Item(str(level), looks.spoken(language))

    def on_click(self, event: Click) -> None:
        """Unfold or fold."""
        event.stop()
        self.toggle_class("-open")


class RubricCard(Vertical):
    """A whole rubric."""

    DEFAULT_CSS = """
    RubricCard { height: auto; }
    RubricCard > .rubric-breaches { margin-top: 1; color: $error; text-style: bold; }
    RubricCard > .rubric-note { color: $quiet; margin-bottom: 1; }
    """

    def __init__(
        self,
        rubric: Rubric,
        criteria: frozenset[str],
        language: str,
        *,
        unfolded: bool,
        levels_shown: bool = True,
    ) -> None:
        """Show of `rubric` the `criteria` that a scenario judges, in `language`.

        A scenario of one decision shows no levels: one line proves none.
        """
        super().__init__()
        self._rubric = rubric
        self._criteria = criteria
        self._language = language
        self._unfolded = unfolded
        self._levels_shown = levels_shown

    def compose(self) -> ComposeResult:
        """Lay out pass mark, criteria and breaches."""
        rubric, language = self._rubric, self._language
        yield Prose(message("tui.briefing_pass_mark", language, pass_mark=rubric.pass_mark))
        if self._levels_shown:
            yield Prose(message("tui.briefing_levels_folded", language), classes="rubric-note")
        judged = [one for one in rubric.criteria.values() if one.id in self._criteria]
        together = sum(criterion.weight for criterion in judged)
        for criterion in judged:
            share = round(100 * criterion.weight / together)
            yield CriterionCard(
                criterion,
                share,
                language,
                unfolded=self._unfolded,
                levels_shown=self._levels_shown,
            )
        if rubric.breaches:
            yield Prose(message("tui.briefing_breaches", language), classes="rubric-breaches")
        for breach in rubric.breaches.values():
            yield Item("-", breach.spoken(language))

    def unfold(self, *, unfolded: bool) -> None:
        """Show or hide the levels of every criterion."""
        for card in self.query(CriterionCard):
            card.set_class(unfolded, "-open")
