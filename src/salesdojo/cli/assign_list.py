"""Assignments listed: how many people are where, and of one of them, who."""

from collections import defaultdict
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, table
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import RecordsError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.records.assignments.assignment import Kept
    from salesdojo.records.assignments.assignment_standings import Holder

    Held = Sequence[tuple[Holder, Assigned]]


def print_assignments(here: Surroundings, wish: Arguments) -> int:
    """Print all, those of a team, or one with its people."""
    from salesdojo.content.problem import excerpt

    listed = _listed(here, wish)
    if wish.what is not None and not listed:
        raise RecordsError("DB071", assignment=excerpt(wish.what))
    if wish.json:
        out_json([_as_json(kept, held) for kept, held in listed])
    elif not listed:
        out(message("assigning.none", here.language))
    else:
        _print(here, listed)
        if wish.what is not None:
            _print_people(here, listed[0][1])
    return 0


def _listed(here: Surroundings, wish: Arguments) -> "list[tuple[Kept, Held]]":
    """Return what was asked for; without records nothing is made."""
    from salesdojo.records.assignments.assigned import told
    from salesdojo.records.assignments.assignment_doing import Asked
    from salesdojo.records.days import local_day
    from salesdojo.records.names import valid_team

    team = None if wish.team is None else valid_team(wish.team)
    with here.open_records() as store:
        if store is None:
            return []
        kept, holders = store.assignments.holders(Asked(team=team, assignment=wish.what))
        if wish.all and wish.what is None:
            kept = store.assignments.kept(withdrawn=True)
    by_id = {one.id: one for one in kept}
    today = local_day(here.clock())
    found: defaultdict[str, list[tuple[Holder, Assigned]]] = defaultdict(list)
    for one in holders:
        if one.assignment in by_id:
            assignment = by_id[one.assignment].assignment
            found[one.assignment].append((one, told(assignment, one, today)))
    ordered = sorted(kept, key=lambda one: (one.assignment.due, one.id))
    return [(one, found[one.id]) for one in ordered]


def _print(here: Surroundings, listed: "list[tuple[Kept, Held]]") -> None:
    from salesdojo.records.assignments.assignment_saying import (
        counts_in_words,
        rules_in_words,
        what_in_words,
        whom_in_words,
    )

    language = here.language
    rows = [
        (
            kept.id,
            what_in_words(kept.assignment, here.library, language),
            whom_in_words(kept.assignment, language),
            kept.assignment.due.isoformat(),
            rules_in_words(kept.assignment, language),
            counts_in_words((one.standing.status for _, one in held), language)
            if kept.withdrawn_at is None
            else message("assigning.withdrawn_mark", language),
        )
        for kept, held in listed
    ]
    out(table([tuple(message("assigning.head", language).split("|")), *rows]))


def _print_people(here: Surroundings, held: "Held") -> None:
    from salesdojo.records.assignments.assignment_saying import status_in_words

    rows = [
        (
            holder.person.name,
            holder.person.team or "-",
            status_in_words(one.standing, here.language),
            f"{one.standing.met}/{len(one.assignment.scenarios)}",
            str(sum(tried.finished for tried in one.done.tried.values())),
        )
        for holder, one in held
    ]
    out()
    out(table([tuple(message("assigning.head_people", here.language).split("|")), *rows]))


def _as_json(kept: "Kept", held: "Held") -> dict[str, object]:
    from salesdojo.records.assignments.assignment_status import Status
    from salesdojo.records.people.person_export import iso_time

    told = kept.assignment
    statuses = [one.standing.status for _, one in held]
    return {
        "id": told.id,
        "kind": told.kind.value,
        "what": told.what,
        "scenarios": list(told.scenarios),
        "people": [{"name": one.name, "team": one.team} for one in told.people],
        "teams": list(told.teams),
        "due": told.due.isoformat(),
        "minimum": told.minimum,
        "attempts": told.attempts,
        "mode": told.mode.value,
        "book": kept.book,
        "set_at": iso_time(kept.set_at),
        "withdrawn_at": None if kept.withdrawn_at is None else iso_time(kept.withdrawn_at),
        "counts": {status.value: statuses.count(status) for status in Status},
        "standings": [_standing_as_json(holder, one) for holder, one in held],
    }


def _standing_as_json(holder: "Holder", one: "Assigned") -> dict[str, object]:
    return {
        "name": holder.person.name,
        "team": holder.person.team,
        "status": one.standing.status.value,
        "late": one.standing.late,
        "done": one.standing.met,
        "left": list(one.standing.left),
        "attempts": {name: tried.finished for name, tried in sorted(one.done.tried.items())},
    }
