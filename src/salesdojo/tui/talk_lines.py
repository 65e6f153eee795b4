"""A talk in words: which line of the screen each moment of an attempt becomes."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.left_behind import left_behind
from salesdojo.tui.widgets.dialogue import Role, Utterance
from salesdojo.tui.widgets.labelled import gutter_for

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.content.text import Text
    from salesdojo.practice.attempt import Attempt, Event, Heard
    from salesdojo.tui.term_marks import TermMarks

_LABELS: Final = ("talk_you", "talk_coach", "talk_fact", "talk_left_behind", "talk_hint")


class TalkLines:
    """Words one scenario in one language, with or without its coach."""

    def __init__(
        self, scenario: "Scenario", terms: "TermMarks", language: str, *, coached: bool
    ) -> None:
        """Underline `terms`; only a practice is `coached`."""
        self._scenario = scenario
        self._terms = terms
        self._language = language
        self._coached = coached
        self._scars = left_behind(scenario)
        labels = (message(f"tui.{name}", language) for name in _LABELS)
        speakers = (scene.speaker or scenario.customer.name for scene in scenario.scenes.values())
        names = {speaker.spoken(language) for speaker in speakers}
        self._gutter = gutter_for(*names, *labels)
        self.last_term: str | None = None
        """The term underlined last."""

    def so_far(self, attempt: "Attempt") -> Iterator[Utterance]:
        """Yield the whole talk up to where it stands."""
        yield from self.heard(attempt.opening)
        for event in attempt.events:
            yield from self.said(event.choice.say, timed_out=event.timed_out)
            yield from self.answered(event)

    def heard(self, heard: "Iterable[Heard]") -> Iterator[Utterance]:
        """Yield stage directions and what the customer says."""
        for scene in heard:
            if scene.note is not None:
                yield self._direction(scene.note.spoken(self._language))
            yield self._customer(scene.speaker, scene.line)

    def said(self, say: "Text", *, timed_out: bool) -> Iterator[Utterance]:
        """Yield what the trainee says, or what silence stands for."""
        you = message("tui.talk_you", self._language)
        words = say.spoken(self._language)
        if timed_out:
            words = message("tui.talk_timed_out", self._language, text=words)
        yield self._line(Role.TRAINEE, you, words)

    def answered(self, event: "Event") -> Iterator[Utterance]:
        """Yield what follows a choice that is kept."""
        if event.choice.reply is not None:
            yield self._customer(event.speaker, event.choice.reply)
        if self._coached:
            why = event.choice.why.spoken(self._language)
            if event.table is None or why:
                yield self._coach("talk_coach", why)
            for fact in event.learned:
                words = self._scenario.facts[fact].spoken(self._language)
                yield self._coach("talk_left_behind" if fact in self._scars else "talk_fact", words)
        yield from self.heard(event.heard)

    def typed(self, words: str) -> Utterance:
        """Return what the trainee typed before the choices were shown."""
        label = message("recall.typed", self._language)
        return Utterance(Role.DIRECTION, label, visible(words), gutter=self._gutter)

    def hint(self, hint: "Text") -> Utterance:
        """Return the hint of a scene."""
        label = message("tui.talk_hint", self._language)
        return self._line(Role.COACH, label, hint.spoken(self._language), more="-hint")

    def _customer(self, speaker: "Text", words: "Text") -> Utterance:
        name = visible(speaker.spoken(self._language))
        return self._line(Role.CUSTOMER, name, words.spoken(self._language))

    def _coach(self, label: str, words: str) -> Utterance:
        return self._line(Role.COACH, message(f"tui.{label}", self._language), words)

    def _direction(self, words: str) -> Utterance:
        return self._line(Role.DIRECTION, "", f"({words})")

    def _line(self, role: Role, label: str, words: str, *, more: str = "") -> Utterance:
        shown = visible(words)
        marks = self._terms.in_text(shown, self._language)
        if marks:
            self.last_term = marks[-1].term
        return Utterance(role, label, shown, marks, gutter=self._gutter, more=more)
