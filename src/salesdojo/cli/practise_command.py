"""`salesdojo practise`: a session of a few minutes, composed for one person and played."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.dojo import in_a_terminal
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message
from salesdojo.records.planning.session_lengths import LENGTHS, USUAL

if TYPE_CHECKING:
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.planning.plan import Plan


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `practise` takes."""
    parser.add_argument(
        "--minutes",
        type=int,
        choices=LENGTHS,
        default=USUAL,
        metavar="|".join(map(str, LENGTHS)),
        help=message("practise.minutes", language),
    )
    for option in ("plan", "again", "plain", "json"):
        parser.add_argument(
            f"--{option}",
            action="store_true",
            default=argparse.SUPPRESS,
            help=message(f"practise.{option}", language),
        )


def run(wish: Arguments) -> int:
    """Print the session, or play it."""
    if wish.json and wish.plain:
        raise UsageError("US039", first="--json", second="--plain", command="salesdojo practise")
    here = surroundings(wish)
    known, now = here.known(whole=wish.json), here.clock()
    session = _session(here, known, wish, now)
    if wish.json:
        from salesdojo.cli.practise_json import session_as_json

        out_json(session_as_json(session, known, now))
        return 0
    if not session.items:
        once_more = _session(here, known, replace(wish, again=True), now)
        nothing = "nothing" if once_more.items else "nothing_fits"
        out(message(f"practise.{nothing}", here.language, minutes=wish.minutes))
        return 0
    if wish.plan:
        from salesdojo.cli.practise_words import session_in_words

        out(session_in_words(session, now, here.language))
        return 0
    from salesdojo.cli.practising import practise

    return practise(here, session, known, wish, on_screen=not wish.plain and in_a_terminal())


def _session(here: Surroundings, known: "Known", wish: Arguments, now: int) -> "Plan":
    from salesdojo.records.planning.plan import plan

    library = here.library
    return plan(
        library.entries, library.pack, known, now=now, minutes=wish.minutes, again=wish.again
    )
