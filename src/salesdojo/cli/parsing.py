"""The command line's grammar, in the language asked for."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import NoReturn

from salesdojo.cli.commands import COMMANDS
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, message


@dataclass(slots=True)
class Arguments(argparse.Namespace):
    """What was typed, with defaults."""

    language: str = "en"
    language_asked: bool = False
    """Asked for on this line, so that it wins over the one remembered."""
    overview: bool = False
    run: Callable[["Arguments"], int] | None = None
    db: str | None = None
    person: str | None = None
    json: bool = False
    scenario: str | None = None
    plain: bool = False
    exam: bool = False
    fresh: bool = False
    watch: bool = False
    seed: int | None = None
    choose: str | None = None
    all: bool = False
    word: str | None = None
    action: str = "status"
    target: str | None = None
    shell: str = "bash"
    rest: list[str] = field(default_factory=list)


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
    asked = any(argument.partition("=")[0] == "--lang" for argument in arguments)
    wish = Arguments(language=language, language_asked=asked)
    root_parser(language).parse_args(arguments, wish)
    return wish


def root_parser(language: str) -> Parser:
    """Return the parser of everything; each command's file adds its own arguments."""
    root = Parser("salesdojo", add_help=False, parents=[common(language)])
    root.add_argument("-h", "--help", action="store_true", dest="overview")
    root.add_argument("--version", action="version", version=_version())
    below = root.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        parser = below.add_parser(
            name,
            add_help=False,
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
