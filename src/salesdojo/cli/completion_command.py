"""`salesdojo completion SHELL`: a script that completes commands and options."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.parsing import root_parser
from salesdojo.cli.streams import put
from salesdojo.i18n import message

SHELLS = ("bash", "zsh", "tcsh")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `completion` takes."""
    parser.add_argument("shell", choices=SHELLS, help=message("cli.completion_shell", language))


def run(wish: Arguments) -> int:
    """Print the script for one shell."""
    import shtab

    script = shtab.complete(root_parser(wish.language), shell=wish.shell)
    put(f"{script}\n")
    return 0
