"""From arguments to an exit code: the one place where errors are caught and shown."""

import os
import sys
from collections.abc import Sequence

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.commands import overview
from salesdojo.cli.printing import say_error, speak_utf8
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message, preferred_language

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it (128 + SIGINT)."""
CANNOT = 2


def run(arguments: Sequence[str]) -> int:
    """Run one command line; every failure becomes words on stderr and a code."""
    speak_utf8()
    language = wished_language(arguments)
    try:
        return _run(arguments, language)
    except SalesdojoError as error:
        say_error(f"{error.code} {error.cause(language)}", error.remedy(language))
        return error.exit_code
    except KeyboardInterrupt:
        say_error(message("cli.interrupted", language))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing more to say to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if os.environ.get("SALESDOJO_DEBUG"):
            raise
        say_error(message("cli.internal", language, fault=f"{type(fault).__name__}: {fault}"))
        return CANNOT


def wished_language(arguments: Sequence[str]) -> str:
    """Return the language of `--lang`, else of the locale: needed before parsing, for help."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return preferred_language(os.environ)


def _run(arguments: Sequence[str], language: str) -> int:
    wish = _read(arguments, language)
    if wish.overview:
        sys.stdout.write(overview(language))
        return 0
    if wish.run is None:
        from salesdojo.cli.dojo import open_dojo

        return open_dojo(wish)
    return wish.run(wish)


def _read(arguments: Sequence[str], language: str) -> Arguments:
    if not arguments:
        wish = Arguments(language=language)
    else:
        from salesdojo.cli.parsing import parse

        wish = parse(arguments, language)
    asked = any(argument.partition("=")[0] == "--lang" for argument in arguments)
    wish.language_asked = asked or bool(os.environ.get("SALESDOJO_LANG"))
    return wish
