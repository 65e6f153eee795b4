"""`salesdojo review`: what waits for a reviewer, what they say of it, how far they agree."""

import argparse
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.review.reading import Reading, Reviewer

LISTS: Final = ("list", "reviewed")
_SAYING: Final = ("show", "comment", "override", "blind", "done")
_TAKES: Final = {
    "turn": ("comment",),
    "words": ("comment", "override"),
    "criterion": ("override",),
    "level": ("override",),
    "levels": ("blind",),
    "of_person": LISTS,
    "of_team": LISTS,
    "scenario": LISTS,
    "json": (*LISTS, "show"),
}
"""Which actions an option is for; elsewhere it would be silently left aside."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `review` takes."""

    def option(name: str, metavar: str, dest: str, kind: type = str) -> None:
        said = message(f"reviewing.option_{name}", language)
        parser.add_argument(f"--{name}", metavar=metavar, dest=dest, help=said, type=kind)

    said = message("reviewing.action", language)
    parser.add_argument("verb", nargs="?", choices=(*LISTS, *_SAYING), default="list", help=said)
    said = message("reviewing.option_attempt", language)
    parser.add_argument("attempt", nargs="?", metavar="ATTEMPT", help=said)
    option("person", "NAME", "of_person")
    parser.add_argument(
        "--of-team", metavar="TEAM", help=message("reviewing.option_team", language)
    )
    option("scenario", "ID", "scenario")
    option("turn", "NUMBER", "turn", int)
    option("criterion", "ID", "criterion")
    option("level", "LEVEL", "level", int)
    option("words", "TEXT", "words")
    option("levels", "LEVELS", "levels")
    said = message("reviewing.option_agreement", language)
    parser.add_argument("--agreement", action="store_true", help=said)
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """List what waits, say something of an attempt, or tell how far reviewers agree."""
    _refuse_what_would_be_ignored(wish)
    here = surroundings(wish)
    if wish.agreement:
        from salesdojo.cli.review_agreement import tell_agreement

        return tell_agreement(here, wish.of_team, as_json=wish.json)
    if wish.verb in LISTS:
        from salesdojo.cli.review_list import list_reviews

        return list_reviews(here, wish)
    if wish.attempt is None:
        from salesdojo.cli.parsing import lacking

        raise lacking("salesdojo review", "ATTEMPT")
    with _reviewer(here) as reviewer:
        return _say(reviewer, here, wish, wish.attempt)


def _say(reviewer: "Reviewer", here: Surroundings, wish: Arguments, name: str) -> int:
    if wish.verb == "show":
        _show(reviewer.read(name, openly=True), here.language, as_json=wish.json)
        return 0
    if wish.verb == "blind":
        return _judge_blind(reviewer, here.language, wish, name)
    attempt = reviewer.store.reviews.named(name)
    whose = reviewer.store.attempt(attempt).person.name
    match wish.verb:
        case "comment":
            said = reviewer.comment(attempt, wish.words or "", wish.turn)
        case "override":
            _require(wish)
            said = reviewer.override(
                attempt, wish.criterion or "", wish.level or 0, wish.words or ""
            )
        case _:
            said = reviewer.done(attempt)
    reviewer.keep(said)
    out(message(f"reviewing.kept_{said.kind}", here.language, name=whose))
    return 0


def _judge_blind(reviewer: "Reviewer", language: str, wish: Arguments, name: str) -> int:
    from salesdojo.cli.review_words import blind_view, levels_of

    reading = reviewer.read(name, openly=False)
    if wish.levels is None:
        out(blind_view(reading, language))
        return 0
    reviewer.keep(*reviewer.blind(reading, levels_of(wish.levels)))
    out(message("reviewing.kept_blind", language))
    out()
    _show(reviewer.read(name, openly=True), language, as_json=False)
    return 0


def _show(reading: "Reading", language: str, *, as_json: bool) -> None:
    from salesdojo.cli.review_words import open_view, reading_as_json

    if as_json:
        out_json(reading_as_json(reading))
    else:
        out(open_view(reading, language))


@contextmanager
def _reviewer(here: Surroundings) -> "Iterator[Reviewer]":
    """Give who reviews; records are not made for it, but a reviewer may be new to them."""
    from salesdojo.records.store import Store
    from salesdojo.review.reading import Reviewer

    with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
        person = store.person(here.name, here.team)
        yield Reviewer(store, person, here.clock, here.new_id)


def _require(wish: Arguments) -> None:
    from salesdojo.cli.parsing import lacking

    for option in ("criterion", "level"):
        if getattr(wish, option) is None:
            raise lacking("salesdojo review", f"--{option}")


def _refuse_what_would_be_ignored(wish: Arguments) -> None:
    verb = "--agreement" if wish.agreement else wish.verb
    allowed = {**_TAKES, "attempt": _SAYING}
    if wish.agreement:
        allowed = {**dict.fromkeys(allowed, ()), "of_team": (verb,), "json": (verb,)}
        if wish.verb != "list":
            raise UsageError(
                "US039", first="--agreement", second=wish.verb, command="salesdojo review"
            )
    for option, verbs in allowed.items():
        if getattr(wish, option) not in {None, False} and verb not in verbs:
            shown = {"of_person": "--person", "attempt": wish.attempt or ""}
            name = shown.get(option, f"--{option.replace('_', '-')}")
            raise UsageError("US039", first=name, second=verb, command="salesdojo review")
