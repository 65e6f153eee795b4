"""From arguments to an exit code: the one door, where errors are caught and shown.

`--version` and `--help` pass through it too, and are answered before anything
heavy is imported.
"""

import os
from collections.abc import Sequence

from salesdojo.cli.streams import open_streams, put, settle

DONE = 0
_OF_A_FAULT = ("US041", "DB064")
"""Errors that hold a fault of Python's: shown whole where SALESDOJO_DEBUG asks for it."""
INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it (128 + SIGINT)."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line; every failure becomes words on stderr and a code."""
    open_streams()
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing more to say to anyone.
        return DONE
    except KeyboardInterrupt:
        # Before the handlers of `obey` were in place, or after.
        from salesdojo.cli.obeying import say_ended

        return say_ended("SIGINT", INTERRUPTED, wished_language(arguments))
    except Exception as fault:
        from salesdojo.cli.obeying import as_ours, explain

        error = as_ours(fault)
        if os.environ.get("SALESDOJO_DEBUG") and error.code in _OF_A_FAULT:
            raise
        return explain(error, wished_language(arguments))
    finally:
        settle()


def wished_language(arguments: Sequence[str]) -> str:
    """Return the language of `--lang`, else of the locale: needed before parsing, for help.

    Of several (`new --lang ja,en`) it is the first.
    """
    from salesdojo.i18n import preferred_language

    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1].partition(",")[0]
        if argument.startswith("--lang="):
            return argument.partition("=")[2].partition(",")[0]
    return preferred_language(os.environ)


def _run(arguments: Sequence[str]) -> int:
    code = _quick(arguments)
    if code is None:
        from salesdojo.cli.obeying import obey

        code = obey(arguments, wished_language(arguments))
    # Within the door: a full disk is met here, not when Python ends.
    put("", at_once=True)
    return code


def _quick(arguments: Sequence[str]) -> int | None:
    """Answer what needs no parser; None for everything else."""
    if list(arguments) == ["--version"]:
        from salesdojo import __version__

        put(f"salesdojo {__version__}\n")
        return DONE
    if list(arguments) in (["--help"], ["-h"], ["help"]):
        from salesdojo.cli.commands import overview

        put(overview(wished_language(arguments)))
        return DONE
    return None
