"""`salesdojo keys`: experts' blind keys of a scenario, how far they agree, what to rewrite."""

import argparse
import os
from pathlib import Path
from typing import Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, say_error
from salesdojo.errors import UsageError
from salesdojo.i18n import message

_HIGHEST: Final = 100
_PROBLEMS: Final = 1


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `keys` takes."""
    parser.add_argument("scenario", metavar="FILE", help=message("keys.scenario", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))
    parser.add_argument(
        "--require-agreement",
        type=int,
        metavar="PERCENT",
        help=message("keys.require", language).replace("%", "%%"),
    )
    parser.add_argument("--write", metavar="EXPERT", help=message("keys.write", language))


def run(wish: Arguments) -> int:
    """Print how far the experts agree, or write an empty key; return the exit code."""
    from salesdojo.cli.naming import scenario_file
    from salesdojo.cli.surroundings import surroundings
    from salesdojo.content.naming import looks_like_a_file

    percent = wish.require_agreement
    if percent is not None and not 1 <= percent <= _HIGHEST:
        raise UsageError("US080", percent=percent)
    here = surroundings(wish)
    path = scenario_file(here, wish.scenario or "")
    if wish.write is not None:
        if not looks_like_a_file(wish.scenario or "") and path.is_relative_to(here.pack):
            raise UsageError("US082", scenario=wish.scenario or "")
        return _write(path, wish, wish.write)
    return _report(path, wish, percent)


def _report(path: Path, wish: Arguments, percent: int | None) -> int:
    from salesdojo.authoring.keying.agreement import USUAL, agreement
    from salesdojo.authoring.keying.reading import read_keys
    from salesdojo.cli.keys_report import Report
    from salesdojo.cli.naming import playable

    scenario, reading = playable(path, wish.language)
    read = read_keys(path, reading.document)
    for problem in read.problems:
        say_error(problem.line_of_text(wish.language))
    agreed = agreement(scenario, read.keys)
    report = Report(scenario, reading.document, agreed, percent or USUAL)
    if wish.json:
        out_json({**report.as_json(), "problems": len(read.problems)})
    else:
        for line in report.lines(wish.language):
            out(line)
    unsettled = percent is not None and not agreed.settled(percent)
    return _PROBLEMS if read.problems or unsettled else 0


def _write(path: Path, wish: Arguments, expert: str) -> int:
    from salesdojo.authoring.keying.blank import blank_key
    from salesdojo.authoring.keying.wording import wording_marks
    from salesdojo.cli.naming import playable
    from salesdojo.cli.streams import reason_of
    from salesdojo.content.folder_entries import stays_inside
    from salesdojo.content.ids import is_id, is_reserved
    from salesdojo.content.key_files import keys_folder
    from salesdojo.content.writing import write_whole

    if not is_id(expert) or is_reserved(expert):
        raise UsageError("US081", name=expert)
    file = keys_folder(path) / f"{expert}.yaml"
    scenario, reading = playable(path, wish.language)
    if not stays_inside(file.parent, Path(os.path.realpath(path.parent))):
        raise UsageError("US084", folder=str(file.parent))
    if os.path.lexists(file):
        raise UsageError("US023", place=str(file))
    marks = wording_marks(reading.document)
    try:
        write_whole(file, blank_key(scenario, marks, expert, wish.language).encode())
    except OSError as fault:
        raise UsageError("US083", place=str(file), reason=reason_of(fault)) from fault
    out(message("keys.written", wish.language, file=str(file), expert=expert))
    return 0
