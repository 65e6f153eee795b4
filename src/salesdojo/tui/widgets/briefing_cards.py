"""The cards of a briefing: who the customer is, what the matter is, and what is judged."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.rubric_card import Item, RubricCard

if TYPE_CHECKING:
    from textual.widget import Widget

    from salesdojo.content.model import Scenario
    from salesdojo.content.text import Text


class BriefingCards:
    """Makes the cards of one scenario in one language."""

    def __init__(self, scenario: "Scenario", language: str) -> None:
        """Tell of `scenario` in `language`."""
        self._scenario = scenario
        self._language = language

    def customer(self) -> Vertical:
        """Return who the customer is, and what they care about."""
        customer = self._scenario.customer
        name = Content.styled(self._words(customer.name), "bold")
        first = Prose()
        first.set_content(Content.assemble(name, "  ", self._words(customer.role)))
        card = Vertical(
            first,
            Prose(self._words(customer.company)),
            self._label("briefing_manner"),
            Prose(self._words(customer.manner)),
            *self._items("briefing_cares", customer.cares),
            classes="briefing-card",
        )
        card.border_title = self._message("briefing_customer")
        return card

    def situation(self) -> Vertical:
        """Return the situation, the goal, a clock that starts at once, and what is known."""
        briefing = self._scenario.briefing
        return Vertical(
            self._label("briefing_situation"),
            Prose(self._words(briefing.situation)),
            self._label("briefing_goal"),
            Prose(self._words(briefing.goal), classes="briefing-goal"),
            *self._clock(),
            *self._items("briefing_known", self._scenario.known),
            classes="briefing-plain",
        )

    def rubric(self, *, unfolded: bool) -> Vertical:
        """Return the criteria that the scenario gives points for; `unfolded` with their levels."""
        return self._judged(
            RubricCard(
                self._scenario.rubric,
                frozenset(criterion.id for criterion in self._scenario.judged),
                self._language,
                unfolded=unfolded,
                levels_shown=not self._scenario.decides_once,
            )
        )

    def hidden_rubric(self) -> Vertical:
        """Return that an exam does not show them."""
        return self._judged(Prose(self._message("briefing_exam_hidden")))

    def _judged(self, inside: "Widget") -> Vertical:
        card = Vertical(inside, classes="briefing-card")
        card.border_title = self._message("briefing_judged")
        return card

    def _clock(self) -> Iterator[Prose]:
        seconds = self._scenario.scenes[self._scenario.start].seconds
        if seconds is not None:
            words = message("drills.clock", self._language, seconds=seconds)
            yield Prose(words, classes="briefing-clock")

    def _items(self, label: str, texts: "tuple[Text, ...]") -> "Iterator[Widget]":
        if texts:
            yield self._label(label)
            yield from (Item("-", self._words(text)) for text in texts)

    def _label(self, name: str) -> Static:
        return Static(Content(self._message(name)), classes="briefing-label", markup=False)

    def _message(self, name: str) -> str:
        return message(f"tui.{name}", self._language)

    def _words(self, text: "Text") -> str:
        return visible(text.spoken(self._language))
