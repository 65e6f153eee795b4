"""`salesdojo rescore`: who would flip under a changed rubric or changed scenarios."""

import argparse
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.naming import named_scenario
from salesdojo.cli.printing import figure, number, out, out_json, say_error, table
from salesdojo.cli.showing_progress import progress_shown
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import ContentError, RecordsError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.model import Scenario
    from salesdojo.records.auditing.rescoring import Change, Changed, Figures, Left
    from salesdojo.records.database.database import Database

FOUND: Final = 1


@dataclass
class _Told:
    """What came of all attempts; of those that change without flipping, only how many."""

    looked: int = 0
    comparable: int = 0
    stale: int = 0
    changed: int = 0
    flips: "list[Change]" = field(default_factory=list)
    left: "list[Left]" = field(default_factory=list)
    stored: int = 0


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `rescore` takes."""
    names = message("audit.rescore_names", language)
    parser.add_argument("attempts", nargs="*", metavar="SCENARIO", help=names)
    parser.add_argument("--rubric", metavar="FILE", help=message("audit.rubric", language))
    parser.add_argument("--apply", action="store_true", help=message("audit.apply", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print who flips; 1 where some attempt cannot be scored anew."""
    here = surroundings(wish)
    changed = _changed(here, wish)
    told = _told(here, changed, apply=wish.apply)
    if wish.json:
        out_json(_as_json(told))
    else:
        _print(told, here.language, apply=wish.apply)
    return FOUND if told.left else 0


def _changed(here: Surroundings, wish: Arguments) -> "Changed":
    """Return what each stored scenario is compared with."""
    from salesdojo.content.judged_by import judged_by
    from salesdojo.records.auditing.rescoring import NotJudgedError
    from salesdojo.records.auditing.staleness import as_begun

    rubric = None if wish.rubric is None else _rubric(wish.rubric, here.language)
    named = {one.id: one for one in (named_scenario(here, name) for name in wish.attempts)}

    def present(stored: "Scenario") -> "Scenario | None":
        if wish.attempts:
            return named.get(stored.id)
        if rubric is not None:
            return stored  # the rubric alone is what changes
        try:
            return here.library.scenario(stored.id)
        except ContentError:
            return None

    def changed(stored: "Scenario", carried: bool) -> "Scenario | None":
        now = present(stored)
        if now is None or (rubric is not None and now.rubric.id != rubric["id"]):
            return None
        if carried:
            now = as_begun(now, stored)
        if rubric is None:
            return now
        judged = judged_by(now, rubric)
        if judged is None:
            raise NotJudgedError
        return judged

    return changed


def _rubric(name: str, language: str) -> "Mapping[str, Any]":
    from salesdojo.content.judged_by import rubric_in

    rubric, problems = rubric_in(Path(name))
    if rubric is None:
        for problem in problems:
            say_error(problem.line_of_text(language))
        raise UsageError("US097", file=name)
    return rubric


def _told(here: Surroundings, changed: "Changed", *, apply: bool) -> _Told:
    from salesdojo.records.database.database import PATIENCE, Database
    from salesdojo.records.database.place import place
    from salesdojo.records.store import Store

    if not here.has_records:
        return _Told()
    try:
        Store.open(here.database, on_wait=here.on_wait, make=False).close()
    except RecordsError as error:
        if error.code == "DB027":  # a file with nothing in it yet
            return _Told()
        raise
    with closing(Database(place(here.database), here.on_wait, PATIENCE)) as database:
        return _gone_through(here, database, changed, apply=apply)


def _gone_through(
    here: Surroundings, database: "Database", changed: "Changed", *, apply: bool
) -> _Told:
    from salesdojo.records.auditing import rescored
    from salesdojo.records.auditing.rescoring import Rescoring

    told = _Told()
    rescoring = Rescoring(database, changed)
    words = message("audit.looking", here.language)
    with progress_shown(len(rescoring.numbers), words) as on_progress:
        for piece in rescoring.pieces():
            if apply:
                rescored.store(database, piece.changes, here.clock())
                told.stored += len(piece.changes)
            told.looked += piece.looked
            told.comparable += piece.comparable
            told.stale += len(piece.changes) + len(piece.left)
            told.changed += sum(one.before != one.after for one in piece.changes)
            told.flips += [one for one in piece.changes if one.flips]
            told.left += piece.left
            on_progress(told.looked)
    return told


def _print(told: _Told, language: str, *, apply: bool) -> None:
    if told.flips:
        head = message("audit.flips_head", language).split("|")
        rows = [
            (
                one.name,
                one.scenario,
                one.attempt,
                f"{figure(one.before.quality)} -> {figure(one.after.quality)}",
                message("audit.now_passes" if one.after.passed else "audit.now_fails", language),
            )
            for one in told.flips
        ]
        out(table([tuple(head), *rows]))
    for left in told.left:
        why = message(f"audit.left_{left.kind}", language, turn=left.turn)
        out(f"{left.attempt}  {left.scenario}  {left.name}\n  {why}")
    counts = {"looked": told.looked, "comparable": told.comparable, "stale": told.stale}
    out(message("audit.rescore_counts", language, **counts))
    flips = {"flips": len(told.flips), "changed": told.changed, "left": len(told.left)}
    out(message("audit.flips", language, **flips))
    said = "audit.stored" if apply else "audit.not_stored"
    out(message(said, language, stored=told.stored))


def _as_json(told: _Told) -> dict[str, object]:
    return {
        "attempts": told.looked,
        "comparable": told.comparable,
        "stale": told.stale,
        "changed": told.changed,
        "flips": [
            {
                "attempt": one.attempt,
                "person": one.name,
                "scenario": one.scenario,
                "before": _figures(one.before),
                "after": _figures(one.after),
            }
            for one in told.flips
        ],
        "unplayable": [
            {
                "attempt": one.attempt,
                "person": one.name,
                "scenario": one.scenario,
                "why": one.kind,
                "turn": one.turn or None,
            }
            for one in told.left
        ],
        "stored": told.stored,
    }


def _figures(one: "Figures") -> dict[str, object]:
    return {"quality": number(one.quality), "passed": one.passed, "levels": dict(one.levels)}
