"""The command line's grammar, in the language asked for."""

import argparse
from collections.abc import Callable, Container, Sequence
from importlib import import_module
from typing import NoReturn

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.commands import COMMANDS
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, message


class Parser(argparse.ArgumentParser):
    """argparse whose complaints are our errors."""

    def error(self, complaint: str) -> NoReturn:  # noqa: D102 - argparse's own
        raise UsageError("US001", complaint=complaint, command=self.prog)


def parse(arguments: Sequence[str], language: str) -> Arguments:
    """Read `arguments`.

    Raises:
        UsageError: US001 for what argparse refuses, US002 for an unknown language.
    """
    if language not in LANGUAGES:
        raise UsageError("US002", language=language)
    wish = Arguments(language=language)
    root_parser(language, set(arguments)).parse_args(arguments, wish)
    return wish


def root_parser(language: str, named: Container[str] = COMMANDS) -> Parser:
    """Return the parser; of the commands `named`, each one's file adds its arguments."""
    root = Parser("salesdojo", add_help=False, allow_abbrev=False, parents=[common(language)])
    root.add_argument("-h", "--help", action="store_true", dest="overview")
    root.add_argument("--version", action="version", version=_version())
    below = root.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        if name not in named:
            below.add_parser(name, add_help=False)
            continue
        parser = below.add_parser(
            name,
            add_help=False,
            allow_abbrev=False,
            parents=[common(language)],
            description=message(f"cli.{name}_summary", language),
            epilog=message(f"cli.{name}_example", language),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            help=message(f"cli.{name}_summary", language),
        )
        parser.add_argument("-h", "--help", action="help", help=message("cli.help", language))
        command = import_module(f"salesdojo.cli.{name}_command")
        command.add_arguments(parser, language)
        parser.set_defaults(run=_lazily(name))
    return root


def common(language: str) -> Parser:
    """Return the arguments that every command takes, before or after its name."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "--lang", choices=LANGUAGES, dest="language", help=message("cli.lang", language)
    )
    parser.add_argument("--db", metavar="PLACE", help=message("cli.db", language))
    parser.add_argument("--as", metavar="NAME", dest="person", help=message("cli.as", language))
    return parser


def _lazily(name: str) -> Callable[[Arguments], int]:
    def run(wish: Arguments) -> int:
        handler: Callable[[Arguments], int] = import_module(f"salesdojo.cli.{name}_command").run
        return handler(wish)

    return run


def _version() -> str:
    from salesdojo import __version__

    return f"salesdojo {__version__}"
