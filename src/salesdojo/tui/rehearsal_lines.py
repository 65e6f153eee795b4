"""A rehearsal in words: the talk with its scenes, ids, costs and reasons, for its author."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.tui.move_workings import move_workings

if TYPE_CHECKING:
    from salesdojo.authoring.previewing.standing import Standing
    from salesdojo.content.model import Choice
    from salesdojo.practice.attempt import Attempt, Event, Heard

MOST_DECISIONS: Final = 30
"""Decisions shown; what came before is left out, so that a long talk paints as soon."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One line of a script."""

    label: str
    """Who speaks, or what it is; made visible."""
    text: str
    """Made visible."""
    label_style: str = ""
    text_style: str = ""
    apart: bool = False
    """A blank line stands before it where there is room."""


def script(attempt: "Attempt", figures: "Standing | None", language: str) -> Iterator[ScriptLine]:
    """Yield the talk so far and what belongs to the scene it stands in."""
    left_out = max(0, len(attempt.events) - MOST_DECISIONS)
    if left_out:
        yield _remark(message("preview.earlier", language, count=left_out))
    else:
        yield from _heard(attempt.opening, language)
    losses = figures.losses if figures else (None,) * len(attempt.events)
    for event, loss in list(zip(attempt.events, losses, strict=True))[left_out:]:
        yield from _decision(attempt, event, loss, language)
    yield from _here(attempt, language)


def _heard(heard: "Iterable[Heard]", language: str) -> Iterator[ScriptLine]:
    for one in heard:
        words = message("preview.scene", language, scene=one.scene)
        yield ScriptLine("", words, text_style="$secondary", apart=True)
        if one.note is not None:
            yield _remark(f"({one.note.spoken(language)})")
        yield _line(one.speaker.spoken(language), one.line.spoken(language), "$accent bold")


def _decision(
    attempt: "Attempt", event: "Event", loss: float | None, language: str
) -> Iterator[ScriptLine]:
    you, choice = message("tui.talk_you", language), event.choice
    yield _line(you, choice.say.spoken(language), "$primary bold", apart=True)
    # Of the moves at a table the last one pays for all.
    told = event.table is None or event.table.ends
    cost = [cost_words(loss, language)] if loss is not None and told else []
    workings = _workings(choice, event.points, language)
    if event.table is not None:
        workings = move_workings(event, event.table.turn, language)
    yield _remark(", ".join([choice.id, *cost, *workings]))
    if choice.reply is not None:
        yield _line(event.speaker.spoken(language), choice.reply.spoken(language), "$accent bold")
    if event.table is None:  # nobody wrote why a move is good
        yield _quiet(message("preview.coach", language), choice.why.spoken(language))
    for fact in event.learned:
        words = attempt.scenario.facts[fact].spoken(language)
        yield _quiet(message("tui.talk_fact", language), words)
    yield from _heard(event.heard, language)


def _here(attempt: "Attempt", language: str) -> Iterator[ScriptLine]:
    scene = attempt.scene
    if scene.hint is not None:
        yield _quiet(message("tui.talk_hint", language), scene.hint.spoken(language))
    if attempt.deadline is not None and scene.timeout is not None:
        yield _remark(
            message("preview.timed", language, seconds=attempt.deadline, choice=scene.timeout)
        )


def offer(choice: "Choice", attempt: "Attempt", cost: float | None, language: str) -> Content:
    """Return a choice as its author sees it: id, cost, points; then the words."""
    again = (attempt.state.scene, choice.id) in attempt.state.taken
    head = Content.styled(visible(choice.id), "bold")
    if cost is not None:
        style = "$success" if cost == 0 else "$error"
        head += Content.assemble("  ", (cost_words(cost, language), style))
    for words in _workings(choice, {} if again else choice.points, language):
        head += Content.assemble("  ", (visible(words), "$secondary"))
    return Content.assemble(head, "\n", visible(choice.say.spoken(language)))


def cost_words(loss: float, language: str) -> str:
    """Say what a choice costs."""
    if loss == 0:
        return message("preview.costs_nothing", language)
    return message("preview.costs", language, loss=loss_figure(loss))


def not_offered(choices: "Iterable[Choice]", attempt: "Attempt", language: str) -> str:
    """Say which choices of the scene cannot be taken now, and why not; nothing where all can."""
    words = []
    for choice in choices:
        if choice.when is None or (attempt.state.scene, choice.id) in attempt.state.taken:
            words.append(message("preview.closed_taken", language, choice=choice.id))
        else:
            why = {"choice": choice.id, "condition": choice.when.source}
            words.append(message("preview.closed_when", language, **why))
    return message("preview.closed", language, choices=", ".join(words)) if words else ""


def _workings(choice: "Choice", points: "Iterable[str]", language: str) -> Iterator[str]:
    """Yield what a choice does besides moving on."""
    earned = [f"{criterion} {choice.points[criterion]:+d}" for criterion in points]
    if earned:
        yield " ".join(earned)
    moved = [
        f"{effect.meter} {f'={effect.amount}' if effect.sets else f'{effect.amount:+d}'}"
        for effect in choice.effects
    ]
    if moved:
        yield " ".join(moved)
    if choice.learn:
        yield message("preview.learns", language, facts=" ".join(choice.learn))
    if choice.breach is not None:
        yield message("preview.breach", language, breach=choice.breach)


def _line(label: str, words: str, style: str, *, apart: bool = False) -> ScriptLine:
    return ScriptLine(visible(label), visible(words), style, apart=apart)


def _quiet(label: str, words: str) -> ScriptLine:
    return ScriptLine(visible(label), visible(words), "$secondary", "$quiet")


def _remark(words: str) -> ScriptLine:
    return ScriptLine("", visible(words), "", "$quiet")
