"""The words for two attempts side by side, the same in a terminal's lines and on a screen."""

from typing import TYPE_CHECKING, Final, NamedTuple

from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure, quality_figure
from salesdojo.practice.comparing_attempts import Kind
from salesdojo.records.history.history_saying import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.content.model import Scenario
    from salesdojo.practice.comparing_attempts import Comparison, Decision, Road, Row

_TOLD: Final = 4
"""Decisions named as those that made the difference."""


class Told(NamedTuple):
    """A line of a decision: what it is, and its words."""

    name: str
    """``said``, ``customer``, ``moved``, ``learned``, ``then``, ``also`` or ``why``."""
    words: str


def road_in_words(road: "Road", language: str) -> str:
    """Return what one side came to."""
    result = road.result
    return message(
        "history.side_quality",
        language,
        quality=quality_figure(result.quality),
        passed=message("history.passed" if result.passed else "history.not_passed", language),
        outcome=message(f"history.outcome_{result.outcome}", language),
    )


def summary(told: "Comparison", language: str) -> list[str]:
    """Return where they part, what made the difference, and what limits the comparison."""
    said = [_parting(told, language)]
    named = [_decisive(told.rows[place], language) for place in told.decisive[:_TOLD]]
    if named:
        decisions = message("history.comma", language).join(named)
        said.append(message("history.decisive", language, decisions=decisions))
    elif told.parting is not None:
        said.append(message("history.decisive_none", language))
    if not told.same_revision:
        said.append(message("history.revisions", language))
    return said


def row_name(row: "Row", language: str) -> str:
    """Return which decision a row is: the turn of either side, or of both where they differ."""
    turns = [one.judged.turn for one in (row.left, row.right) if one is not None]
    if len(set(turns)) == 1:
        return message("history.no", language, turn=turns[0])
    return message("history.no_both", language, turn=turns[0], other=turns[1])


def row_kind(told: "Comparison", place: int, language: str) -> str:
    """Return how the sides stand to each other in a row."""
    kind = told.rows[place].kind
    if place == told.parting and kind is Kind.APART:
        return message("history.parting", language)
    names = {Kind.SAME: "common", Kind.APART: "apart", Kind.LEFT: "only_a", Kind.RIGHT: "only_b"}
    return message(f"history.{names[kind]}", language)


def cost(decision: "Decision", language: str) -> str:
    """Return what a decision cost; of a negotiation that goes on, where that is told."""
    if not decision.judged.decides:
        return message("table_records.cost_at_end", language)
    if not decision.loss:
        return message("history.cost_nothing", language)
    return message("history.cost", language, loss=loss_figure(decision.loss))


def decision_lines(
    decision: "Decision", scenario: "Scenario", other: str, language: str
) -> "Iterator[Told]":
    """Yield what was said, the reply, what it moved and uncovered, what came then, and why.

    Args:
        decision: of one side.
        scenario: as that side played it; meters that it hides stay hidden.
        other: what the other side is called.
        language: ``ja`` or ``en``.
    """
    event, choice = decision.event, decision.event.choice
    yield Told("said", choice.say.spoken(language))
    if choice.reply is not None:
        yield Told("customer", choice.reply.spoken(language))
    moved = [
        message(
            "history.meter",
            language,
            name=scenario.meters[meter].name.spoken(language),
            before=before,
            after=after,
        )
        for meter, (before, after) in event.moved.items()
        if not scenario.meters[meter].hidden
    ]
    if moved:
        yield Told("moved", message("history.comma", language).join(moved))
    for fact in event.learned:
        yield Told("learned", scenario.facts[fact].spoken(language))
    if event.heard:
        yield Told("then", event.heard[-1].line.spoken(language))
    if why := choice.why.spoken(language):  # a coach says nothing of moves at a table
        yield Told("why", why)
    if decision.also is not None:
        yield Told("also", message("history.also", language, side=other, turn=decision.also))


def share_rows(told: "Comparison", language: str) -> list[tuple[str, str, str, str]]:
    """Return each criterion with both shares and the decisions that made them differ."""
    rows = []
    criteria = {
        **told.right.attempt.scenario.rubric.criteria,
        **told.left.attempt.scenario.rubric.criteria,
    }
    for one in told.shares:
        name = criteria[one.criterion].name.spoken(language)
        shares = [
            message("history.empty_share", language) if score is None else f"{score.share:.0%}"
            for score in (one.left, one.right)
        ]
        turns = [_turns(told.rows[place]) for place in one.rows]
        decided = message("history.comma", language).join(turns)
        rows.append((name, shares[0], shares[1], decided))
    return rows


def _turns(row: "Row") -> str:
    """Return the turns of a row, such as ``3``, ``A4``, or ``A4/B5``."""
    if row.left is not None and row.right is not None:
        left, right = row.left.judged.turn, row.right.judged.turn
        return str(left) if left == right else f"{SIDES[0]}{left}/{SIDES[1]}{right}"
    if row.left is not None:
        return f"{SIDES[0]}{row.left.judged.turn}"
    return f"{SIDES[1]}{row.right.judged.turn}" if row.right is not None else ""


def _parting(told: "Comparison", language: str) -> str:
    place = told.parting
    if place is None:
        return message("history.part_none", language)
    if not told.by_chance:
        return message("history.part_at", language, turn=place + 1)
    name = "part_chance" if told.same_revision else "part_changed"
    if place == 0:
        return message(f"history.{name}_first", language)
    return message(f"history.{name}", language, turn=place)


def _decisive(row: "Row", language: str) -> str:
    name = "decisive_b" if row.gain < 0 else "decisive_a"
    points = loss_figure(abs(row.gain))
    turns = _turns(row)
    said = message("history.no", language, turn=turns) if turns.isdecimal() else turns
    return message(f"history.{name}", language, name=said, points=points)
