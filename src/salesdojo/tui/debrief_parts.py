"""What a debrief lays out below each other: verdict, criteria, decisions and facts."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.criterion_card import CriterionCard
from salesdojo.tui.widgets.decision_card import DecisionCard
from salesdojo.tui.widgets.fact_lines import fact_lines
from salesdojo.tui.widgets.negotiation_part import NegotiationPart
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.review_lines import review_lines
from salesdojo.tui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from salesdojo.practice.table.looking_back import LookedBack
    from salesdojo.records.history.looking_back import PlayedAttempt
    from salesdojo.records.model import Person


@dataclass(frozen=True, slots=True)
class Debriefed:
    """A finished attempt, with everything that is told beside it."""

    played: "PlayedAttempt"
    of: "Person | None"
    """Whose it is, where somebody else reads it."""
    negotiations: "dict[int, LookedBack]" = field(default_factory=dict)
    """Negotiations that were looked back on, by the turn of their last move."""


def debrief_parts(told: Debriefed, language: str) -> "Iterator[Widget]":
    """Yield the parts from the verdict down to the facts, each reviewer's word in its place."""
    result, heard = told.played.result, told.played.heard
    attempt, hinted = told.played.session.attempt, told.played.hinted
    scenario = attempt.scenario
    yield Verdict(result, scenario, hinted, language)
    yield from review_lines(heard, language)
    yield from _notes(told, language)
    yield from _negotiations(told, language)
    yield _heading("criteria", language)
    for name, scored in result.criteria.items():
        yield CriterionCard(
            scenario.rubric.criteria[name],
            scored,
            attempt.events,
            language,
            level_shown=not scenario.decides_once,
        )
        yield from review_lines(heard, language, criterion=name)
    yield from _decisions(told, language)
    facts = tuple(fact_lines(result, scenario, language))
    if facts:
        yield _heading("facts", language)
        yield from facts


def _decisions(told: Debriefed, language: str) -> "Iterator[Widget]":
    """Yield each decision but the moves of negotiations, with what reviewers say of it."""
    played = told.played
    events, scenario = played.session.attempt.events, played.session.attempt.scenario
    pairs = zip(events, played.result.decisions, strict=True)
    decisions = [judged for event, judged in pairs if event.table is None]
    if decisions:
        yield _heading("decisions", language)
        yield Prose(message("tui.debrief_hindsight", language), classes="note")
    for judged in decisions:
        hinted, recall = judged.turn in played.hinted, played.recalls.get(judged.turn)
        yield DecisionCard(scenario, judged, language, hinted=hinted, recall=recall)
        yield from review_lines(played.heard, language, turn=judged.turn)


def _notes(told: Debriefed, language: str) -> "Iterator[Widget]":
    """Yield that it is somebody else's, and that it is a retry, where it is."""
    if told.of is not None:
        words = message("team.read_only", language, person=visible(told.of.name))
        yield Prose(words, classes="note")
    fork = told.played.record.fork
    if fork is not None:
        words = message("tui.debrief_fork_note", language, turn=fork.turn)
        yield Prose(words, classes="note")


def _negotiations(told: Debriefed, language: str) -> "Iterator[Widget]":
    """Yield each negotiation, with what reviewers say of its moves below it."""
    events, heard = told.played.session.attempt.events, told.played.heard
    for event, judged in zip(events, told.played.result.decisions, strict=True):
        table = event.table
        if table is None or not table.ends:
            continue
        moves = events[event.turn - len(table.state.turns) : event.turn]
        yield Prose(message("table_screen.heading", language), classes="heading")
        yield NegotiationPart(moves, judged, told.negotiations, language)
        for move in moves:
            yield from review_lines(heard, language, turn=move.turn)


def _heading(name: str, language: str) -> Prose:
    return Prose(message(f"tui.debrief_{name}", language), classes="heading")
