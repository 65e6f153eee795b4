"""A negotiation in the debrief: its worth, what was left, what decided it, turn by turn."""

from collections.abc import Iterator

from salesdojo.cli.printing import table
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.practice.scoring import Judged
from salesdojo.practice.table.looking_back import LookedBack, looked_back
from salesdojo.practice.table.state import TableState
from salesdojo.records.history import negotiation_saying as say


def negotiation(end: TableState, judged: Judged, language: str) -> str:
    """Return a finished negotiation in words; `judged` is its last move."""
    return "\n".join(_lines(looked_back(end), judged, language))


def outcome(end: TableState, language: str) -> str:
    """Return what a finished negotiation came to, and what it left."""
    told = looked_back(end)
    return "\n".join((*say.end_lines(told, language), *say.left_lines(told, language)))


def negotiation_as_json(end: TableState) -> dict[str, object]:
    """Return what programs may want to know of a finished negotiation."""
    told = looked_back(end)
    deal = told.settled
    return {
        "ending": end.ending,
        "verdict": told.verdict.value,
        "measures": {
            "claim": told.earned.claim,
            "efficiency": told.earned.efficiency,
            "relationship": told.earned.relationship,
            "discipline": told.earned.discipline,
            "discovery": told.earned.discovery,
        },
        "deal": None if deal is None else _point(deal.point),
        "best": {"ours": told.best.ours, "theirs": told.best.theirs},
        "left": None if told.left is None else round(float(told.left), 4),
        "costs": [one.step.cost for one in told.turns],
        "moments": [moment.number for moment in told.moments],
    }


def _point(point: tuple[int, int]) -> dict[str, int]:
    ours, theirs = point
    return {"ours": ours, "theirs": theirs}


def _lines(told: LookedBack, judged: Judged, language: str) -> Iterator[str]:
    name = "negotiation" if judged.loss else "negotiation_best"
    loss = loss_figure(judged.loss)
    yield message(f"table_talk.{name}", language, turn=judged.turn, loss=loss)
    yield from say.end_lines(told, language)
    yield table([(f"  {one.name}", one.score, one.meaning) for one in say.measures(told, language)])
    yield from say.left_lines(told, language)
    yield from say.trade_lines(told, language)
    yield from say.best_lines(told, language)
    if told.moments:
        yield message("table_talk.moments", language)
    for moment in told.moments:
        yield from say.moment_lines(told, moment, language)
    yield from say.hidden_lines(told, language)
    yield table([say.turn_head(language), *say.turn_rows(told, language)])
