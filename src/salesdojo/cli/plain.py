"""A talk line by line: reads like a conversation, also aloud and through a pipe."""

import select
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.debriefing import debrief
from salesdojo.cli.naming import named_scenario
from salesdojo.cli.printing import out
from salesdojo.cli.recall_plain import ask_for_line, nearest_in_words
from salesdojo.cli.streams import put
from salesdojo.cli.surroundings import Surroundings
from salesdojo.cli.typed_line import HINTING, LEAVING, typed_line
from salesdojo.content.model import Choice, Scenario
from salesdojo.errors import ContentError, UsageError
from salesdojo.i18n import message
from salesdojo.practice.attempt import Event, Heard
from salesdojo.practice.recalling import Recalled
from salesdojo.practice.table.state import TableState
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.taking_up import taken_up
from salesdojo.records.values import solution


def play_plainly(here: Surroundings, name: str, wish: Arguments) -> int:
    """Play, or take up, the scenario `name` line by line; return the exit code."""
    session = _session(here, name, wish)
    if not talked(here, session, _assigned(here, session)):
        out(message("cli.left", here.language, saved=session.saved, scenario=name))
        return 0
    result = session.result(solution(session.attempt.scenario, here.cache))
    out()
    out(debrief(session, result, here.language))
    if _typed():
        from salesdojo.cli.remark_plain import ask_for_remarks

        out()
        ask_for_remarks(session, here.language)
    return 0


def talked(here: Surroundings, session: Session, asked: str = "") -> bool:
    """Talk from where `session` stands to the end; False when the trainee leaves before.

    `asked` is said in the briefing: what an assignment asks for.
    """
    talk = _Talk(here, session)
    talk.brief(asked)
    if session.saved:
        talk.tell_so_far()
    elif talk.wait_to_begin():
        talk.tell(session.attempt.opening)
    else:
        return False
    while session.attempt.outcome is None:
        if not talk.decide():
            return False
    return True


def _assigned(here: Surroundings, session: Session) -> str:
    from salesdojo.records.assignments.assigned import assigned_to
    from salesdojo.records.assignments.assignment_saying import briefing_note
    from salesdojo.records.days import local_day

    record, now = session.record, here.clock()
    held = assigned_to(here.store, record.person, now)
    asking = [one for one in held if record.scenario in one.assignment.scenarios]
    return briefing_note(asking, record.scenario, local_day(now), here.language)


def _session(here: Surroundings, name: str, wish: Arguments) -> Session:
    try:
        scenario = named_scenario(here, name)
    except ContentError:
        # Broken or gone since it was begun: the attempt goes on as the scenario was then.
        if wish.fresh or not here.has_records:
            raise
        unfinished = here.store.unfinished(here.person, Path(name).stem)
        if unfinished is None:
            raise
        out(message("cli.as_it_was", here.language))
        return Session.resume(here.store, unfinished, here.clock)
    if not wish.fresh:
        _refuse_what_cannot_hold(here, scenario, wish)
    return taken_up(
        here.store,
        here.person,
        scenario,
        seed=here.new_seed() if wish.seed is None else wish.seed,
        mode=Mode.EXAM if wish.exam else Mode.PRACTICE,
        language=here.language,
        clock=here.clock,
        new_id=here.new_id,
        cache=here.cache,
        fresh=wish.fresh,
    )


def _refuse_what_cannot_hold(here: Surroundings, scenario: Scenario, wish: Arguments) -> None:
    """An unfinished attempt keeps its mode and seed: never let someone believe otherwise."""
    unfinished = here.store.unfinished(here.person, scenario.id)
    if unfinished is None:
        return
    if wish.exam and unfinished.mode is not Mode.EXAM:
        raise UsageError("US008", option="--exam", scenario=scenario.id)
    if wish.seed not in (None, unfinished.seed):
        raise UsageError("US008", option="--seed", scenario=scenario.id)
    if unfinished.revision != scenario.revision:
        out(message("cli.as_it_was", here.language))


def _typed() -> bool:
    """Say whether somebody sits at the keyboard: only then is time measured."""
    return bool(sys.stdin) and sys.stdin.isatty()


@dataclass(slots=True)
class _Talk:
    here: Surroundings
    session: Session
    types_first: bool = False

    @property
    def language(self) -> str:
        return self.here.language

    @property
    def scenario(self) -> Scenario:
        return self.session.attempt.scenario

    @property
    def coached(self) -> bool:
        return self.session.record.mode is Mode.PRACTICE

    def brief(self, asked: str) -> None:
        """Print the card read before play, and what is `asked` for."""
        scenario, spoken = self.scenario, self.language
        customer = scenario.customer
        out(f"== {scenario.title.spoken(spoken)} ==")
        who = f"{customer.name.spoken(spoken)} ({customer.company.spoken(spoken)}, "
        out(message("cli.customer", spoken, customer=f"{who}{customer.role.spoken(spoken)})"))
        out(message("cli.situation", spoken, text=scenario.briefing.situation.spoken(spoken)))
        out(message("cli.goal", spoken, text=scenario.briefing.goal.spoken(spoken)))
        for known in scenario.known:
            out(message("cli.known", spoken, text=known.spoken(spoken)))
        out(
            message(
                "cli.judged" if self.coached else "cli.judged_hidden",
                spoken,
                names=self._criteria(),
            )
        )
        if asked:
            out(asked)
        out()

    def _criteria(self) -> str:
        names = (one.name.spoken(self.language) for one in self.scenario.judged)
        return message("overview.comma", self.language).join(names)

    def wait_to_begin(self) -> bool:
        """Let no time pass while the card is read; False when the trainee leaves instead."""
        if self.session.attempt.deadline is None or not _typed():
            return True
        may = self.coached and self.scenario.decides_once
        put(message("recall.plain_begin" if may else "cli.begin", self.language), at_once=True)
        line = sys.stdin.readline()
        out()
        answer = unicodedata.normalize("NFKC", line).strip().lower()
        self.types_first = may and answer == "t"
        return bool(line) and answer not in LEAVING

    def tell_so_far(self) -> None:
        """Print the talk up to here, for whoever takes it up again."""
        out(f"resumed {self.session.saved}")
        self.tell(self.session.attempt.opening)
        for event in self.session.attempt.events:
            self._tell_event(event)
        out()

    def tell(self, heard: tuple[Heard, ...]) -> None:
        """Print what the customer says."""
        for scene in heard:
            if scene.note is not None:
                out(f"({scene.note.spoken(self.language)})")
            speaker = scene.speaker.spoken(self.language)
            out(f"{speaker}: {scene.line.spoken(self.language)}")

    def _tell_event(self, event: Event) -> None:
        out(message("cli.you", self.language, text=event.choice.say.spoken(self.language)))
        if event.choice.reply is not None:
            speaker = event.speaker.spoken(self.language)
            out(f"{speaker}: {event.choice.reply.spoken(self.language)}")
        why = event.choice.why.spoken(self.language)
        if self.coached and why:
            out(message("cli.coach", self.language, text=why))
        self.tell(event.heard)

    def decide(self) -> bool:
        """Ask for one choice, or move at a table, and store it; False when the trainee leaves."""
        attempt = self.session.attempt
        if attempt.table is not None:
            return self._bargain(attempt.table)
        shown = attempt.shown
        recall = self._recall()
        out()
        for place, choice in enumerate(shown, start=1):
            out(f"  {place}. {choice.say.spoken(self.language)}")
        if recall is not None:
            out(nearest_in_words(attempt, recall, self.language))
        if attempt.deadline is not None:
            deadline = "cli.deadline" if _typed() else "cli.deadline_not_measured"
            out(message(deadline, self.language, seconds=attempt.deadline))
        began = self.here.ticks()
        while True:
            answer = self._ask(len(shown), attempt.deadline, began)
            if answer is None or answer in LEAVING:
                return False
            if answer == "":
                self._take(attempt.scene.timeout or "", began, recall, timed_out=True)
                return True
            chosen = self._understood(answer, shown)
            if chosen is not None:
                self._take(chosen.id, began, recall, timed_out=False)
                return True

    def _bargain(self, state: TableState) -> bool:
        from salesdojo.cli.table_plain import bargained

        began = self.here.ticks()

        def take(move: str) -> None:
            self._take(move, began, None, timed_out=False)

        return bargained(state, self.language, take, self._hint)

    def _ask(self, count: int, deadline: int | None, began: int) -> str | None:
        """Return the answer, None when there is none to come, "" when time has run out."""
        put(message("cli.prompt", self.language, count=count), at_once=True)
        if deadline is not None and _typed():
            left = deadline - (self.here.ticks() - began) / 1000
            if not select.select([sys.stdin], [], [], max(0.0, left))[0]:
                out()
                out(message("cli.time_is_up", self.language))
                return ""
        return typed_line()

    def _understood(self, answer: str, shown: tuple[Choice, ...]) -> Choice | None:
        if answer in HINTING:
            self._hint()
            return None
        if answer in {str(place) for place in range(1, len(shown) + 1)}:
            return shown[int(answer) - 1]
        named = next((choice for choice in shown if choice.id == answer), None)
        if named is None:
            out(message("cli.not_understood", self.language, count=len(shown)))
        return named

    def _hint(self) -> None:
        hint = self.session.hint() if self.coached else None
        if hint is None:
            out(message("cli.no_hint", self.language))
        else:
            out(message("cli.hint", self.language, text=hint.spoken(self.language)))

    def _recall(self) -> Recalled | None:
        """Let no time pass while a line is typed."""
        return ask_for_line(self.session.attempt, self.language) if self.types_first else None

    def _take(self, choice: str, began: int, recall: Recalled | None, *, timed_out: bool) -> None:
        elapsed = self.here.ticks() - began
        event = self.session.take(choice, timed_out=timed_out, elapsed_ms=elapsed, recall=recall)
        out()
        out(f"saved {self.session.saved}")
        self._tell_event(event)
