"""`salesdojo graph`: the scenes of a scenario as a picture, for the terminal or for a page."""

import argparse
import errno
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.naming import named_scenario
from salesdojo.cli.printing import say_error
from salesdojo.cli.streams import put, reason_of
from salesdojo.cli.surroundings import surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import PracticeError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.authoring.graphing.parts import Picture
    from salesdojo.content.model import Scenario

FORMATS: Final = ("text", "svg", "mermaid", "dot")
"""The first is taken unless another is asked for."""
_ENDINGS: Final = {
    "": "text",
    ".txt": "text",
    ".svg": "svg",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
}


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `graph` takes."""
    parser.add_argument("scenario", metavar="ID", help=message("graph.scenario", language))
    parser.add_argument("--format", choices=FORMATS, help=message("graph.format", language))
    parser.add_argument("--output", metavar="FILE", help=message("graph.output", language))


def run(wish: Arguments) -> int:
    """Draw the scenario and print the picture, or write it where asked."""
    here = surroundings(wish)
    form = wish.format or _format_of(wish.output)
    drawn = _picture(named_scenario(here, wish.scenario or ""), here.language)
    written: str = getattr(import_module(f"salesdojo.authoring.graphing.{form}"), form)(
        drawn, here.language
    )
    if wish.output is None:
        put(written)
    else:
        _write(wish.output, written)
        say_error(message("graph.written", here.language, file=wish.output))
    return 0


def _picture(scenario: "Scenario", language: str) -> "Picture":
    """Return the picture; of what cannot be solved, as it is written."""
    from salesdojo.authoring.graphing.picture import picture, unsolved_picture
    from salesdojo.practice.solving import explored

    try:
        return picture(explored(scenario))
    except PracticeError as error:
        if error.code != "PR003":
            raise
        say_error(message("graph.unsolved", language))
        return unsolved_picture(scenario)


def _format_of(output: str | None) -> str:
    """Return the format that a file's ending asks for."""
    form = _ENDINGS.get(Path(output or "").suffix.lower())
    if form is None:
        raise UsageError("US072", file=excerpt(output or ""))
    return form


def _write(place: str, written: str) -> None:
    from salesdojo.content.writing import write_whole

    try:
        # What a link leads to is written, and never a device: it would be replaced.
        file = Path(place).resolve()
        if not place or (file.exists() and not file.is_file()):
            raise UsageError("US070", place=excerpt(place), reason=os.strerror(errno.EINVAL))
        write_whole(file, written.encode())
    except (OSError, ValueError, RuntimeError) as fault:
        reason = reason_of(fault) if isinstance(fault, OSError) else str(fault)
        raise UsageError("US070", place=excerpt(place), reason=reason) from fault
