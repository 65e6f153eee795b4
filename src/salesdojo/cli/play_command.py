"""`salesdojo play`: one scenario, on the full screen or line by line."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.dojo import full_screen, in_a_terminal
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import ContentError, UsageError
from salesdojo.i18n import message


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `play` takes."""
    parser.add_argument("scenario", nargs="?", metavar="ID", help=message("cli.play_id", language))
    for option in ("plain", "exam", "fresh", "watch", "json"):
        parser.add_argument(
            f"--{option}",
            action="store_true",
            default=argparse.SUPPRESS,
            help=message(f"cli.play_{option}", language),
        )
    parser.add_argument("--seed", type=int, metavar="N", help=message("cli.play_seed", language))
    parser.add_argument("--choose", metavar="A,B,C", help=message("cli.play_choose", language))


def run(wish: Arguments) -> int:
    """Play as asked; return the exit code."""
    if wish.json and wish.choose is None:
        raise UsageError("US004")
    here = surroundings(wish)
    if wish.choose is not None:
        from salesdojo.cli.scripted import play_choices

        return play_choices(here, wish)
    if wish.watch:
        from salesdojo.cli.watching import watch

        return watch(here, _named_or_next(here, wish))
    if not wish.plain and in_a_terminal():
        return full_screen(wish)
    from salesdojo.cli.plain import play_plainly

    return play_plainly(here, _named_or_next(here, wish), wish)


def _named_or_next(here: Surroundings, wish: Arguments) -> str:
    if wish.scenario is not None:
        return wish.scenario
    from salesdojo.records.assignments.assigned import due_by_scenario
    from salesdojo.records.planning.next_up import next_up

    told = here.progress()
    due = due_by_scenario(here.assigned())
    following = next_up(here.library, told.standings, told.courses, due)
    if following is None:
        raise ContentError("CT004", pack=str(here.pack))
    return following.scenario
