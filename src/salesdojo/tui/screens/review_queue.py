"""The queue of reviews: what waits, what matters most first, and what was reviewed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.review_rows import review_row
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.widgets.figure_rows import FigureRows, Row
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from salesdojo.records.reviews.review_order import Waiting
    from salesdojo.records.store import Store
    from salesdojo.review.reading import Reading, Reviewer
    from salesdojo.tui.app import DojoApp


class ReviewQueueScreen(FiguresScreen["tuple[Waiting, ...]"], ListingScreen[None]):
    """Attempts to review or reviewed, of all, of a team, a person or a scenario."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "judge_blind", show=False),
        Binding("tab", "switch", show=False, priority=True),
        Binding("t", "filter('team')", show=False),
        Binding("p", "filter('person')", show=False),
        Binding("s", "filter('scenario')", show=False),
    ]
    KEY_LINES: ClassVar[int] = 2
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "reviewing.key_open", "screen.open"),
        Key("B", "reviewing.key_blind", "screen.judge_blind"),
        Key("Tab", "reviewing.key_switch", "screen.switch"),
        Key("T", "reviewing.key_filter_team", "screen.filter('team')"),
        Key("P", "reviewing.key_filter_person", "screen.filter('person')"),
        Key("S", "reviewing.key_filter_scenario", "screen.filter('scenario')"),
    )

    def __init__(self) -> None:
        """List what waits, of everybody."""
        super().__init__()
        self._done = False
        self._by: dict[str, str] = {}
        """What is asked for: a team, the id of a person, the id of a scenario."""
        self._person_name = ""

    def body(self) -> Sequence[Widget]:
        """Return the list."""
        return (FigureRows(id="reviews"),)

    def look(self, store: "Store") -> "tuple[Waiting, ...]":
        """Ask for the queue."""
        from salesdojo.records.reviews.review_queue import Wanted

        wanted = replace(Wanted(self.person().id), **self._by)
        return store.reviews.reviewed(wanted) if self._done else store.reviews.to_review(wanted)

    def title_words(self, language: str) -> str:
        """Return which list it is, and of whom."""
        title = message("reviewing.title_done" if self._done else "reviewing.title", language)
        shown = self._filter_words(language)
        return title if not shown else f"{title}  {shown}"

    def note(self, told: "tuple[Waiting, ...]") -> str:  # noqa: ARG002 - the same for all
        """Return what can be done."""
        return "reviewing.note_done" if self._done else "reviewing.note"

    def nothing(self, told: "tuple[Waiting, ...]") -> str | None:
        """Return that nothing is there."""
        if told:
            return None
        return "reviewing.none_done" if self._done else "reviewing.none"

    def show(self, told: "tuple[Waiting, ...]", language: str) -> None:
        """Fill the list."""
        titles = self.dojo.library.titles

        def rows(width: int) -> Iterator[Row]:
            for one in told:
                yield one.attempt, Content(visible(review_row(one, titles, width, language)))

        self.query_one(FigureRows).show(rows)

    def action_open(self) -> None:
        """Open the attempt highlighted as its debrief."""
        self._open(openly=True)

    def action_judge_blind(self) -> None:
        """Open it without what it was worth."""
        self._open(openly=False)

    def action_switch(self) -> None:
        """Change between what waits and what was reviewed."""
        self._done = not self._done
        self.told = None
        self.say()
        self.look_up()

    def action_filter(self, by: str) -> None:
        """List only those of the team, the person or the scenario highlighted, or all again."""
        chosen = self._chosen
        if by in self._by:
            del self._by[by]
        elif chosen is not None:
            self._person_name = chosen.person.name if by == "person" else self._person_name
            values = {
                "team": chosen.person.team,
                "person": chosen.person.id,
                "scenario": chosen.scenario,
            }
            self._by[by] = values[by]
        else:
            return
        self.say()
        self.look_up()

    @property
    def _chosen(self) -> "Waiting | None":
        name = self.query_one(FigureRows).chosen
        return next((one for one in self.told or () if one.attempt == name), None)

    def _open(self, *, openly: bool) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.ask(self._reading(chosen.attempt, openly=openly))

    def _reading(self, attempt: str, *, openly: bool) -> Answers:
        from salesdojo.review.reading import Reviewer

        memory = self.dojo.memory
        reviewer = Reviewer(memory.store(), memory.person(), memory.clock, memory.new_id)
        reading = reviewer.read(attempt, openly=openly)
        yield partial(self._show_reading, reviewer, reading, openly=openly)

    def _show_reading(self, reviewer: "Reviewer", reading: "Reading", *, openly: bool) -> None:
        from salesdojo.tui.screens.judge_blind import JudgeBlindScreen
        from salesdojo.tui.screens.review_debrief import ReviewDebriefScreen

        if self.is_current:
            kind = ReviewDebriefScreen if openly else JudgeBlindScreen
            self.app.push_screen(kind(reviewer, reading))

    def _filter_words(self, language: str) -> str:
        titles = self.dojo.library.titles
        words = []
        for by, value in self._by.items():
            told = value
            if by == "person":
                told = self._person_name
            if by == "scenario" and value in titles:
                told = titles[value].spoken(language)
            name = "no_team" if by == "team" and not value else by
            key = {"team": "team", "person": "name", "scenario": "title"}[by]
            words.append(message(f"reviewing.filter_{name}", language, **{key: visible(told)}))
        if not words:
            return ""
        shown = message("reviewing.comma", language).join(words)
        return message("reviewing.filter", language, filter=shown)


def show_queue(dojo: "DojoApp") -> None:
    """Show the queue, once."""
    if not isinstance(dojo.screen, ReviewQueueScreen):
        dojo.push_screen(ReviewQueueScreen())
