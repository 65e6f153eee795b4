"""The three streams as this program needs them: there, able to say everything, honest at the end.

Imported before `--version` is answered, so it does without typing and contextlib (8 ms).
"""

import os
import sys


def open_streams() -> None:
    """Give what was closed a stand-in, and let no character or byte be an error.

    A closed stdin is the end of input; what is written to a closed stdout or stderr
    is lost. In this order, because each takes the lowest number that is free: a
    database must not become file 1 or 2.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def put(text: str, *, at_once: bool = False) -> None:
    """Write to stdout; `at_once` for what must be read before anything else happens.

    Raises:
        UsageError: US042 when the output cannot be written.
        BrokenPipeError: when whoever read it has gone.
    """
    try:
        sys.stdout.write(text)
        if at_once:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as lost:
        from salesdojo.errors import UsageError

        raise UsageError("US042", reason=reason_of(lost)) from lost


def reason_of(fault: OSError) -> str:
    """Return the system's words for what went wrong."""
    return fault.strerror or type(fault).__name__


def settle() -> None:
    """Write what is still held back; what cannot be written is dropped.

    Python itself would complain about it after we have ended, and change the exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
