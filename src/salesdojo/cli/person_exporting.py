"""`salesdojo people export`: all that is known of one person, as JSON."""

import json
import os
from pathlib import Path

from salesdojo.cli.people_command import known_in
from salesdojo.cli.printing import out_json, say_error
from salesdojo.cli.streams import reason_of
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError
from salesdojo.i18n import message

_PRIVATE = 0o600


def export(here: Surroundings, name: str, output: str | None) -> int:
    """Print it, or write it where asked: a new file that nobody else may read.

    Raises:
        UsageError: US023 the file exists, US085 it cannot be written, US102 several people
            have that name, US103 nobody has.
    """
    with known_in(here, name) as (store, person):
        told = store.people.export(person, here.clock())
    if output is None:
        out_json(told)
        return 0
    _write(output, json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    say_error(message("people.exported", here.language, name=person.name, file=output))
    return 0


def _write(place: str, written: str) -> None:
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError as there:
        raise UsageError("US023", place=excerpt(place)) from there
    except (OSError, ValueError) as fault:
        raise _unwritable(place, fault) from fault
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(written)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as fault:
        Path(place).unlink(missing_ok=True)
        raise _unwritable(place, fault) from fault


def _unwritable(place: str, fault: OSError | ValueError) -> UsageError:
    reason = reason_of(fault) if isinstance(fault, OSError) else str(fault)
    return UsageError("US085", place=excerpt(place), reason=reason)
