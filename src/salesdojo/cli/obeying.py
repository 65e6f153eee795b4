"""One command line obeyed, or broken off by a signal."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.ends import EndedError, endings_heard
from salesdojo.cli.printing import say_error
from salesdojo.cli.streams import put, reason_of
from salesdojo.errors import SalesdojoError, UsageError


def obey(arguments: Sequence[str], language: str) -> int:
    """Do what is asked; return the exit code, 128 + n after signal n."""
    try:
        with endings_heard():
            return _obeyed(arguments, language)
    except EndedError as end:
        return say_ended(end.signal, end.exit_code, language)


def say_ended(signal: str, exit_code: int, language: str) -> int:
    """Say what is kept after `signal`, and how to go on; return `exit_code`."""
    with suppress(OSError, UsageError):
        # The prompt still stands there, and perhaps a ^C.
        put("\n" if sys.stdout.isatty() else "")
    explain(UsageError("US040", signal=signal), language)
    return exit_code


def _obeyed(arguments: Sequence[str], language: str) -> int:
    try:
        wish = _read(arguments, language)
    except SystemExit:
        # argparse has printed a command's help, or the version.
        return 0
    if wish.overview:
        from salesdojo.cli.commands import overview

        put(overview(language))
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


def as_ours(fault: Exception) -> SalesdojoError:
    """Return `fault` as an error of the catalogue."""
    if isinstance(fault, SalesdojoError):
        return fault
    if isinstance(fault, OSError):
        try:
            sys.stdout.flush()
        except OSError as lost:
            # What could not be written is still held back, and still cannot be written.
            return UsageError("US042", reason=reason_of(lost))
    return UsageError("US041", fault=f"{type(fault).__name__}: {fault}")


def explain(error: SalesdojoError, language: str) -> int:
    """Say what went wrong and what to do; return the exit code."""
    say_error(f"{error.code} {error.cause(language)}", error.remedy(language))
    return error.exit_code
