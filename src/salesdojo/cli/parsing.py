"""The command line's grammar, in the language asked for."""

import argparse
from collections.abc import Callable, Container, Iterable, Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.commands import COMMANDS
from salesdojo.content.problem import excerpt
from salesdojo.content.suggesting import nearest_few
from salesdojo.errors import UsageError
from salesdojo.i18n import LANGUAGES, message

_APART: Final = (
    ("watch", "choose"),
    ("watch", "exam"),
    ("watch", "seed"),
    ("watch", "fresh"),
    ("choose", "fresh"),
    ("choose", "plain"),
    ("plan", "plain"),
    ("write", "json"),
    ("write", "require_agreement"),
    ("json", "csv"),
    ("json", "bom"),
    ("screen", "csv"),
    ("screen", "bom"),
    ("screen", "json"),
)
"""Options of which one would be silently left aside."""
_IN_LANGUAGES: Final = ("new",)
"""Commands whose --lang may name several languages: they write in them."""
_AS_JSON: Final = ("status", "list")
"""What `db` and `people` print as JSON when asked to; an export is nothing else."""
_WITHOUT_FILE: Final = ("status", "upgrade")
"""What `db` does without a file."""


class Parser(argparse.ArgumentParser):
    """argparse that speaks our languages: its complaints are errors of the catalogue."""

    def error(self, complaint: str) -> NoReturn:  # noqa: ARG002 - in English only
        """Refuse what argparse refuses by itself: a word that must be there."""
        raise self.lacking()

    def lacking(self) -> UsageError:
        """Say which word is missing, and show the command's example."""
        words = [one for one in self._actions if one.required and not one.option_strings]
        missing = ", ".join("|".join(word.choices or [str(word.metavar)]) for word in words)
        return lacking(self.prog, missing)

    def speak(self, language: str) -> None:
        """Name the sections of the help in `language`."""
        self._positionals.title = message("cli.help_words", language)
        self._optionals.title = message("cli.help_options", language)

    def takes(self, option: str) -> bool:
        """Say whether `option` is one of the command's."""
        return option in self._option_string_actions

    def refuse(self, rest: Sequence[str]) -> NoReturn:
        """Say which of the words that found no place is wrong.

        Raises:
            UsageError: US031 for an option, US036 for any other word.
        """
        option = next((word.partition("=")[0] for word in rest if word.startswith("-")), None)
        if option is None:
            raise UsageError("US036", word=excerpt(rest[0]), command=self.prog)
        known = sorted(name for name in self._option_string_actions if name.startswith("--"))
        raise UsageError(
            "US031", option=excerpt(option), nearest=_nearest(option, known), command=self.prog
        )

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401 - argparse's
        if action.choices is None or value in action.choices:
            return
        word = excerpt(str(value))
        if action.nargs == argparse.PARSER:
            raise UsageError("US030", word=word, nearest=_nearest(word, COMMANDS))
        choices = ", ".join(str(choice) for choice in action.choices)
        raise UsageError("US034", value=word, option=_named(action), choices=choices)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:  # noqa: ANN401 - argparse's
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as refused:
            raise UsageError(
                "US032", option=_named(action), value=excerpt(arg_string), command=self.prog
            ) from refused

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError as refused:
            raise UsageError("US033", option=_named(action), command=self.prog) from refused

    def _print_message(self, message: str, file: object = None) -> None:
        del file
        from salesdojo.cli.streams import put

        put(message)


def parse(arguments: Sequence[str], language: str) -> Arguments:
    """Read `arguments`.

    Raises:
        UsageError: US002 for an unknown language, US030 to US039 for what makes no sense.
    """
    if language not in LANGUAGES:
        raise UsageError("US002", language=excerpt(language))
    wish = Arguments(language=language)
    root, commands = _parsers(language, set(arguments))
    command = next((commands[word] for word in arguments if word in commands), root)
    try:
        rest = root.parse_known_args(arguments, wish)[1]
    except argparse.ArgumentError as refused:
        if refused.argument_name is None:
            raise command.lacking() from refused
        raise UsageError("US037", option=refused.argument_name, command=command.prog) from refused
    if rest:
        command.refuse(rest)
    if wish.plain and not command.takes("--plain"):
        command.refuse(["--plain"])
    _refuse_what_would_be_ignored(wish, command.prog)
    return wish


def lacking(command: str, missing: str) -> UsageError:
    """Return the error for a `command` without the word `missing`, with an example of both."""
    shown = message(f"cli.{command.rpartition(' ')[2]}_example", "en")
    example = shown.partition(": ")[2]
    return UsageError("US035", command=command, missing=missing, example=example)


def root_parser(language: str) -> Parser:
    """Return the whole grammar, as the completion scripts need it."""
    return _parsers(language, COMMANDS)[0]


def common(language: str, command: str = "") -> Parser:
    """Return the arguments that every command takes, before or after its name."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    if command in _IN_LANGUAGES:
        said = message("scaffolding.lang", language)
        parser.add_argument("--lang", metavar="LANG[,LANG]", dest="languages", help=said)
    else:
        said = message("cli.lang", language)
        parser.add_argument("--lang", choices=LANGUAGES, dest="language", help=said)
    parser.add_argument("--db", metavar="PLACE", help=message("cli.db", language))
    parser.add_argument("--as", metavar="NAME", dest="person", help=message("cli.as", language))
    parser.add_argument("--team", metavar="TEAM", help=message("people.team", language))
    return parser


def _parsers(language: str, named: Container[str]) -> tuple[Parser, dict[str, Parser]]:
    """Return the parser, and those of the commands; only the `named` ones' files are loaded."""
    root = Parser(
        "salesdojo",
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
        parents=[common(language)],
    )
    root.add_argument("-h", "--help", action="store_true", dest="overview")
    root.add_argument("--version", action="version", version=_version())
    root.add_argument("--plain", action="store_true", default=argparse.SUPPRESS)
    below = root.add_subparsers(metavar="COMMAND")
    commands = {}
    others = [name for name in COMMANDS if name not in named]
    if others:
        # None of them is come to: one parser, which takes nothing, stands for all.
        below.add_parser(others[0], aliases=others[1:], add_help=False)
    for name in COMMANDS:
        if name not in named:
            continue
        parser = commands[name] = below.add_parser(
            name,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            parents=[common(language, name)],
            description=message(f"cli.{name}_summary", language),
            epilog=message(f"cli.{name}_example", language),
            formatter_class=_formatter(language),
            help=message(f"cli.{name}_summary", language),
        )
        parser.speak(language)
        parser.add_argument("-h", "--help", action="help", help=message("cli.help", language))
        command = import_module(f"salesdojo.cli.{name}_command")
        command.add_arguments(parser, language)
        parser.set_defaults(run=_lazily(name))
    return root, commands


def _formatter(language: str) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            spoken = message("cli.help_usage", language) if prefix is None else prefix
            super().add_usage(usage, actions, groups, spoken)

        def _split_lines(self, text: str, width: int) -> list[str]:
            # argparse breaks at spaces only, and counts a Japanese sign as one column.
            if text.isascii():
                return super()._split_lines(text, width)
            from salesdojo.authoring.explaining.wrapping import wrapped

            return wrapped(" ".join(text.split()), width).splitlines()

    return Formatter


def _refuse_what_would_be_ignored(wish: Arguments, command: str) -> None:
    if wish.db is not None and not wish.db.strip():
        raise UsageError("US038")
    for first, second in _APART:
        if _given(wish, first) and _given(wish, second):
            one, other = (f"--{name.replace('_', '-')}" for name in (first, second))
            raise UsageError("US039", first=one, second=other, command=command)
    if wish.json and wish.action not in _AS_JSON:
        raise UsageError("US039", first="--json", second=wish.action, command=command)
    for option, action in (("output", "export"), ("yes", "erase")):
        if wish.whom is not None and _given(wish, option) and wish.action != action:
            raise UsageError("US039", first=f"--{option}", second=wish.action, command=command)
    if wish.whom is not None and wish.action == "list":
        raise UsageError("US036", word=excerpt(wish.whom), command=command)
    if wish.target is not None and wish.action in _WITHOUT_FILE:
        raise UsageError("US036", word=excerpt(wish.target), command=command)


def _given(wish: Arguments, name: str) -> bool:
    value = getattr(wish, name)
    return value is not None and value is not False


def _named(action: argparse.Action) -> str:
    return (
        action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)
    )


def _nearest(word: str, known: Iterable[str]) -> str:
    return nearest_few(word, known, 1)[0]


def _lazily(name: str) -> Callable[[Arguments], int]:
    def run(wish: Arguments) -> int:
        handler: Callable[[Arguments], int] = import_module(f"salesdojo.cli.{name}_command").run
        return handler(wish)

    return run


def _version() -> str:
    from salesdojo import __version__

    return f"salesdojo {__version__}"
