"""`salesdojo preview`: plays a scenario file while it is edited."""

import argparse
import os
from pathlib import Path

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.dojo import in_a_terminal, open_preview
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.errors import UsageError
from salesdojo.i18n import message


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `preview` takes."""
    parser.add_argument("scenario", metavar="FILE", help=message("preview.file", language))


def run(wish: Arguments) -> int:
    """Open the preview; return its exit code.

    Raises:
        UsageError: US065 without a terminal, US066 when there is no such file.
    """
    name = wish.scenario or ""
    file = Path(name)
    _require(file, name)
    if not in_a_terminal():
        raise UsageError("US065", file=name)
    return open_preview(wish, file)


def _require(file: Path, name: str) -> None:
    """Refuse what can never be previewed: a typo is likelier than a file about to come."""
    try:
        file_bytes(file)
    except UnreadableFileError as fault:
        if fault.code == "SD023" or not os.path.lexists(file):
            raise UsageError("US066", file=name) from fault
