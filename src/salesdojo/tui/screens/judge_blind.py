"""An attempt judged blind: what was said without what it was worth, and levels to give."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.laying_out import lay_out_again
from salesdojo.tui.notices import notice
from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.screens.asking import Answers, AskingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.labelled import Labelled, gutter_for
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.practice.attempt import Heard
    from salesdojo.review.reading import Reading, Reviewer

_KEYS: Final = (
    Key("Up/Down", "reviewing.key_criterion", "screen.choose(1)"),
    Key("1-4", "reviewing.key_level", "screen.give(4)"),
    Key("PgUp/PgDn", "progress.key_scroll", "screen.turn_pages(1)"),
    Key("Enter", "reviewing.key_keep", "screen.keep"),
    BACK,
    LANGUAGE,
)


class JudgeBlindScreen(AskingScreen[None]):
    """The talk, the levels of the rubric in words, and a level for each criterion."""

    CSS_PATH = "judge_blind.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        *(Binding(str(level), f"give({level})", show=False) for level in range(1, 5)),
        Binding("enter", "keep", show=False),
        Binding("escape,q", "back", show=False),
    ]

    def __init__(self, reviewer: "Reviewer", reading: "Reading") -> None:
        """Let `reviewer` judge what they read."""
        super().__init__()
        self._reviewer = reviewer
        self._reading = reading
        self._place = 0
        self._levels: dict[str, int] = {}

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#blind-body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay out the talk, the criteria and the keys."""
        yield TitleLine()
        yield Prose("", id="blind-note")
        with VerticalScroll(id="blind-body", can_focus=False):
            yield from self._talk()
        yield Prose("", id="blind-criteria")
        yield Prose("", id="blind-levels")
        yield KeyBar(_KEYS, self.dojo.language)

    def retranslate(self) -> None:
        """Say everything in the app's language; the levels given stay."""
        super().retranslate()
        self.call_later(lay_out_again, self._body, self._talk())

    def action_choose(self, by: int) -> None:
        """Choose the next criterion or the one before, round the ends."""
        if self._reading.judged:
            self._place = (self._place + by) % len(self._reading.judged)
            self.say()

    def action_give(self, level: int) -> None:
        """Give the criterion chosen a level, and go on to the next that has none."""
        judged = self._reading.judged
        if not judged:
            return
        self._levels[judged[self._place]] = level
        rest = [place for place, name in enumerate(judged) if name not in self._levels]
        self._place = rest[0] if rest else self._place
        self.say()

    def action_turn_pages(self, pages: int) -> None:
        """Scroll the talk by pages; one line of the page before stays."""
        turn_pages(self._body, pages)

    def action_keep(self) -> None:
        """Keep the levels, and show what else is said."""
        if set(self._levels) != set(self._reading.judged):
            notice(self.dojo, message("reviewing.blind_missing", self.dojo.language))
        else:
            self.ask(self._keep())

    def _keep(self) -> Answers:
        reviewer, reading = self._reviewer, self._reading
        if self._levels:
            reviewer.keep(*reviewer.blind(reading, self._levels))
        after = reviewer.read(reading.played.record.id, openly=True)
        yield partial(self._be_kept, after)

    def _be_kept(self, after: "Reading") -> None:
        from salesdojo.tui.screens.review_debrief import ReviewDebriefScreen

        self.app.switch_screen(ReviewDebriefScreen(self._reviewer, after))

    def _talk(self) -> Iterator[Labelled]:
        """Yield the lines of both sides, in order."""
        attempt, language = self._reading.played.session.attempt, self.dojo.language
        labels = [
            message("tui.debrief_decision", language, turn=event.turn) for event in attempt.events
        ]
        gutter = gutter_for("", *labels)
        yield from self._heard(attempt.opening, gutter)
        for event, label in zip(attempt.events, labels, strict=True):
            said = event.choice.say.spoken(language)
            yield Labelled(label, said, style="$accent", gutter=gutter)
            if event.table is not None and event.choice.reply is not None:
                yield self._line(event.speaker, event.choice.reply, gutter)
            yield from self._heard(event.heard, gutter)

    def _heard(self, heard: "tuple[Heard, ...]", gutter: int) -> Iterator[Labelled]:
        for one in heard:
            yield self._line(one.speaker, one.line, gutter)

    def _line(self, speaker: "Text", line: "Text", gutter: int) -> Labelled:
        language = self.dojo.language
        said = f"{visible(speaker.spoken(language))}: {line.spoken(language)}"
        return Labelled("", said, gutter=gutter)

    def say(self) -> None:
        """Say what is judged, and the levels given so far."""
        language, attempt = self.dojo.language, self._reading.played.session.attempt
        title = visible(attempt.scenario.title.spoken(language))
        self.query_one(TitleLine).show(message("reviewing.blind_title", language, title=title), "")
        self.query_one("#blind-note", Prose).set_text(message("reviewing.blind_note", language))
        criteria, rows = attempt.scenario.rubric.criteria, []
        for place, name in enumerate(self._reading.judged):
            level = self._levels.get(name)
            told = message(
                "reviewing.blind_row",
                language,
                name=criteria[name].name.spoken(language),
                level=message("reviewing.blind_none", language) if level is None else level,
            )
            rows.append(f"{'>' if place == self._place else ' '} {visible(told)}")
        self.query_one("#blind-criteria", Prose).set_content(Content("\n".join(rows)))
        words = ""
        if self._reading.judged:
            chosen = criteria[self._reading.judged[self._place]]
            words = "\n".join(
                f"{level}  {text.spoken(language)}"
                for level, text in enumerate(chosen.levels, start=1)
            )
        self.query_one("#blind-levels", Prose).set_text(words)
