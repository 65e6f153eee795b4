"""`salesdojo journey`: one account across several scenarios, listed or played on."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.surroundings import surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `journey` takes."""
    parser.add_argument("journey", nargs="?", metavar="ID", help=message("journey.id", language))
    for option, said in (
        ("plain", "cli.play_plain"),
        ("fresh", "journey.fresh"),
        ("json", "cli.json"),
    ):
        parser.add_argument(
            f"--{option}",
            action="store_true",
            default=argparse.SUPPRESS,
            help=message(said, language),
        )
    parser.add_argument("--seed", type=int, metavar="N", help=message("cli.play_seed", language))
    parser.add_argument("--choose", metavar="A,B;C", help=message("journey.choose", language))


def run(wish: Arguments) -> int:
    """List or play as asked; return the exit code."""
    here = surroundings(wish)
    if wish.journey is None:
        if wish.choose is not None:
            raise UsageError("US093")
        from salesdojo.cli.journey_list import list_journeys

        return list_journeys(here, wish)
    if wish.choose is not None:
        from salesdojo.cli.journey_scripted import play_journey_choices

        return play_journey_choices(here, wish, wish.journey)
    if wish.json:
        raise UsageError("US004")
    from salesdojo.cli.dojo import in_a_terminal

    if not wish.plain and in_a_terminal():
        from salesdojo.cli.journey_screen import play_journey_on_screen

        return play_journey_on_screen(here, wish, wish.journey)
    from salesdojo.cli.journey_plain import play_journey_plainly

    return play_journey_plainly(here, wish, wish.journey)
