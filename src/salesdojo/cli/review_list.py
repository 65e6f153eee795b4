"""The queue of reviews in a terminal, as a table and as JSON."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.cli.arguments import Arguments
    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.content.text import Text
    from salesdojo.records.reviews.review_order import Waiting
    from salesdojo.records.store import Store

_SHORT: Final = 12
"""Signs of an id that are printed: enough to name it."""


def list_reviews(here: "Surroundings", wish: "Arguments") -> int:
    """Print what waits, or what was reviewed."""
    found, done = _found(here, wish), wish.verb == "reviewed"
    if wish.json:
        out_json([_as_json(one) for one in found])
        return 0
    if not found:
        out(message("reviewing.none_done" if done else "reviewing.none", here.language))
        return 0
    titles = here.library.titles
    name = "reviewing.head_done" if done else "reviewing.head"
    head = tuple(message(name, here.language).split("|"))
    out(table([head, *(_row(one, titles, here.language) for one in found)]))
    out()
    out(message("reviewing.hint", here.language))
    return 0


def _found(here: "Surroundings", wish: "Arguments") -> "tuple[Waiting, ...]":
    from salesdojo.records.names import valid_name, valid_team

    valid_name(here.name)
    team = None if wish.of_team is None else valid_team(wish.of_team)
    from salesdojo.records.reviews.review_queue import Wanted

    with here.open_records() as store:
        if store is None:
            return ()
        if team is not None and not store.people.any_in(team):
            raise store.people.nobody_in(team, "RV003")
        asker = store.known_person(here.name, here.team)
        asked = Wanted(
            asker="" if asker is None else asker.id,
            team=team,
            person=_person(store, wish.of_person, team),
            scenario=wish.scenario,
        )
        reviews = store.reviews
        return reviews.reviewed(asked) if wish.verb == "reviewed" else reviews.to_review(asked)


def _person(store: "Store", name: str | None, team: str | None) -> str | None:
    """Return the id of who is called `name`; None where nobody is asked for."""
    if name is None:
        return None
    found = store.known_person(name, team)
    if found is None:
        raise store.people.nobody_called(name)
    return found.id


def _row(one: "Waiting", titles: "Mapping[str, Text]", language: str) -> tuple[str, ...]:
    from salesdojo.records.history import history_saying as say
    from salesdojo.review.saying import reasons

    passed = message("history.passed" if one.passed else "history.not_passed", language)
    cells = (
        one.attempt[:_SHORT],
        say.moment(one.at, language),
        f"{one.person.name} ({one.person.team})" if one.person.team else one.person.name,
        say.title(one.scenario, titles, language),
        figure(one.quality),
        passed,
    )
    if one.reviewed_at is None:
        return (*cells, reasons(one, language), str(one.blind) if one.blind else "")
    by = one.by or message("reviewing.nobody", language)
    anew = message("reviewing.rescored", language) if one.rescored else ""
    return (*cells, by, say.moment(one.reviewed_at, language), anew)


def _as_json(one: "Waiting") -> dict[str, object]:
    return {
        "attempt": one.attempt,
        "finished_at": one.at,
        "person": one.person.name,
        "team": one.person.team,
        "scenario": one.scenario,
        "mode": one.mode.value,
        "quality": number(one.quality),
        "passed": one.passed,
        "outcome": one.outcome,
        "reasons": [reason.value for reason in one.reasons],
        "blind": one.blind,
        "reviewed_by": None if one.reviewed_at is None else one.by,
        "reviewed_at": one.reviewed_at,
        "rescored": one.rescored,
    }
