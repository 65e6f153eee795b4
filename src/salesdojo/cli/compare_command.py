"""`salesdojo compare`: two attempts at one scenario, aligned at the decision where they part."""

import argparse
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import number, out, out_json, say_error, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.practice.comparing_attempts import Decision, Road
    from salesdojo.records.history.looking_back import PlayedAttempt, SideBySide


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `compare` takes."""
    parser.add_argument(
        "attempt", metavar="ATTEMPT", help=message("history.option_attempt", language)
    )
    parser.add_argument(
        "other", nargs="?", metavar="OTHER", help=message("history.option_other", language)
    )
    for name in ("exemplar", "first"):
        parser.add_argument(
            f"--{name}", action="store_true", help=message(f"history.option_{name}", language)
        )
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print both side by side."""
    named = (("OTHER", wish.other), ("--exemplar", wish.exemplar), ("--first", wish.first))
    given = [name for name, value in named if value]
    if len(given) > 1:
        raise UsageError("US039", first=given[0], second=given[1], command="salesdojo compare")
    here = surroundings(wish)
    told = _compared(here, wish)
    if told is None:
        nothing = "history.no_other" if wish.first else "history.no_exemplar"
        say_error(message(nothing, here.language))
        return 2
    if wish.json:
        out_json(_as_json(told))
    else:
        _print(told, here.language)
    return 0


def _compared(here: "Surroundings", wish: Arguments) -> "SideBySide | None":
    """Compare what was asked for; None where there is no other side."""
    from salesdojo.records.history import looking_back as back

    nobody = here.unknown()
    if nobody is not None:
        raise nobody

    def played(name: str) -> "PlayedAttempt":
        return back.played_attempt(here.store, here.person, name, here.clock)

    one = played(wish.attempt or "")
    if wish.other:
        return back.side_by_side(one, played(wish.other))
    wanted = back.Other.FIRST if wish.first else back.Other.ORIGIN
    other = None if wish.exemplar else back.counterpart(here.store, one.record, wanted)
    if wish.first and other in {None, one.record.id}:
        return None
    if other is None:
        return back.beside_exemplar(one)
    return back.side_by_side(played(other), one)


def _print(told: "SideBySide", language: str) -> None:
    from salesdojo.records.history import comparing_saying as say
    from salesdojo.records.history.history_saying import SIDES, side_name

    comparison = told.comparison
    roads = (comparison.left, comparison.right)
    out(f"== {comparison.left.attempt.scenario.title.spoken(language)} ==")
    for side, played, road in zip(SIDES, (told.left, told.right), roads, strict=True):
        out(f"{side}: {side_name(played, language)}  {say.road_in_words(road, language)}")
    for words in say.summary(comparison, language):
        out(words)
    head = tuple(message("history.criteria_head", language).split("|"))
    shares = [(f"  {row[0]}", *row[1:]) for row in say.share_rows(comparison, language)]
    out()
    out(table([head, *shares]))
    for place, row in enumerate(comparison.rows):
        out()
        out(f"[{say.row_name(row, language)}] {say.row_kind(comparison, place, language)}")
        sides = list(zip(SIDES, (row.left, row.right), roads, SIDES[::-1], strict=True))
        if row.kind == "same":
            sides = sides[:1]
        for side, decision, road, other in sides:
            if decision is not None:
                _print_side(side, decision, road, other, language)


def _print_side(side: str, decision: "Decision", road: "Road", other: str, language: str) -> None:
    from salesdojo.records.history import comparing_saying as say

    out(f"  {side}  {say.cost(decision, language)}")
    lines = say.decision_lines(decision, road.attempt.scenario, other, language)
    rows = [
        (f"     {message(f'history.{one.name}', language)}", one.words)
        for one in lines
        if one.name != "also"
    ]
    out(table(rows))
    if decision.also is not None:
        out("     " + message("history.also", language, side=other, turn=decision.also))


def _as_json(told: "SideBySide") -> dict[str, object]:
    comparison = told.comparison
    return {
        "scenario": comparison.left.attempt.scenario.id,
        "same_revision": comparison.same_revision,
        "parting": comparison.parting,
        "by_chance": comparison.by_chance,
        "decisive": list(comparison.decisive),
        "left": _side_as_json(told.left, comparison.left),
        "right": _side_as_json(told.right, comparison.right),
        "criteria": {
            one.criterion: {
                "left": None if one.left is None else number(one.left.share),
                "right": None if one.right is None else number(one.right.share),
                "rows": list(one.rows),
            }
            for one in comparison.shares
        },
        "rows": [
            {
                "kind": row.kind.value,
                "gain": number(row.gain),
                "left": _decision_as_json(row.left),
                "right": _decision_as_json(row.right),
            }
            for row in comparison.rows
        ],
    }


def _side_as_json(played: "PlayedAttempt | None", road: "Road") -> dict[str, object]:
    return {
        "attempt": None if played is None else played.record.id,
        "revision": road.attempt.scenario.revision,
        "quality": number(road.result.quality),
        "passed": road.result.passed,
        "outcome": road.result.outcome.value,
    }


def _decision_as_json(decision: "Decision | None") -> dict[str, object] | None:
    if decision is None:
        return None
    return {
        "turn": decision.judged.turn,
        "scene": decision.event.scene,
        "choice": decision.event.choice.id,
        "loss": number(decision.loss),
        "points": dict(decision.judged.points),
        "moved": {meter: list(change) for meter, change in decision.event.moved.items()},
    }
