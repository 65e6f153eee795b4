"""`salesdojo list`: scenarios by stage and level, with this person's first, best and latest."""

import argparse
from itertools import groupby
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.content.drill_groups import DrillGroup, drill_groups
from salesdojo.i18n import message
from salesdojo.records.assignments.assigned import due_by_scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.model import Standing


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `list` takes."""
    parser.add_argument("--all", action="store_true", help=message("cli.list_all", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print the scenarios."""
    here = surroundings(wish)
    entries = [entry for entry in here.library.entries if wish.all or entry.kind == "scenario"]
    standings, due = here.standings(), due_by_scenario(here.assigned())
    if wish.json:
        out_json([_as_json(entry, standings.get(entry.id)) for entry in entries])
        return 0
    talks = [entry for entry in entries if entry.kind != "drill"]
    for stage, group in groupby(talks, key=lambda entry: entry.stage):
        heading = message(f"cli.stage_{stage.value}", here.language)
        _print(heading, group, standings, due, here.language)
    for drills in drill_groups(entries):
        heading = _drill_heading(drills, here.language)
        _print(heading, drills.drills, standings, due, here.language)
    if here.library.left_out:
        out(message("cli.left_out", here.language, files=here.library.left_out))
    return 0


def _print(
    heading: str,
    entries: "Iterable[Entry]",
    standings: "Mapping[str, Standing]",
    due: "Mapping[str, date]",
    language: str,
) -> None:
    out(heading)
    rows = [_row(one, standings.get(one.id), due.get(one.id), language) for one in entries]
    out(table(rows))
    out()


def _drill_heading(drills: DrillGroup, language: str) -> str:
    if drills.criterion is None:
        return message("cli.list_drills_without", language)
    name = drills.criterion.name.spoken(language)
    return message("cli.list_drills", language, criterion=name)


def _row(
    entry: "Entry", standing: "Standing | None", due: "date | None", language: str
) -> tuple[str, ...]:
    tried = (standing.first, standing.best, standing.latest) if standing else (None,) * 3
    figures = message(
        "cli.list_figures",
        language,
        first=figure(tried[0]),
        best=figure(tried[1]),
        latest=figure(tried[2]),
    )
    open_still = (
        message("cli.list_unfinished", language) if standing and standing.unfinished else ""
    )
    return (
        f"  {entry.id}",
        message("cli.list_level", language, level=entry.level),
        entry.title.spoken(language),
        figures if standing and standing.attempts else "",
        open_still,
        "" if due is None else message("assigning.list_mark", language, day=due.isoformat()),
    )


def _as_json(entry: "Entry", standing: "Standing | None") -> dict[str, object]:
    def quality(value: float | None) -> float | None:
        return None if value is None else number(value)

    return {
        "id": entry.id,
        "kind": entry.kind,
        "stage": entry.stage.value,
        "level": entry.level,
        "title": dict(entry.title.by_language),
        "first": quality(standing.first) if standing else None,
        "best": quality(standing.best) if standing else None,
        "latest": quality(standing.latest) if standing else None,
        "attempts": standing.attempts if standing else 0,
    }
