"""`salesdojo check`: everything that can be wrong with scenarios, rubrics, customers and packs."""

import argparse
import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.showing_progress import progress_shown
from salesdojo.cli.streams import put
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.authoring.checking.run import Report

FORMATS: Final = ("text", "json", "github", "sarif")
MANY: Final = 50
"""Files from which a bar shows how far the check is."""
FOUND: Final = 1


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `check` takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=message("check.paths", language))
    parser.add_argument("--format", choices=FORMATS, help=message("check.format", language))
    parser.add_argument("--select", metavar="CODES", help=message("check.select", language))
    parser.add_argument("--ignore", metavar="CODES", help=message("check.ignore", language))
    parser.add_argument("--explain", metavar="CODE", help=message("check.explain", language))
    parser.add_argument(
        "--require-agreement",
        type=int,
        metavar="PERCENT",
        help=message("check.require_agreement", language),
    )
    parser.add_argument(
        "--no-cache", dest="cache", action="store_false", help=message("check.no_cache", language)
    )


def run(wish: Arguments) -> int:
    """Print every problem; 1 where there is any."""
    if wish.explain is not None:
        from salesdojo.authoring.explaining.page import explained

        out(explained(wish.explain, wish.language))
        return 0
    report = _checked(wish)
    _print(report, wish.format or FORMATS[0], wish.language)
    return FOUND if report.problems else 0


def _checked(wish: Arguments) -> "Report":
    from salesdojo import settings
    from salesdojo.authoring.checking.run import check
    from salesdojo.authoring.checking.selection import Selection
    from salesdojo.authoring.checking.targets import groups

    selection = Selection.read(wish.select, wish.ignore)
    found = groups([Path(path) for path in wish.paths or ["."]])
    files = sum(len(group.files) for group in found)
    with progress_shown(files, message("check.checking", wish.language), MANY) as on_progress:
        return check(
            found,
            selection,
            settings.cache_folder() if wish.cache else None,
            agreement=_percent(wish.require_agreement),
            on_progress=on_progress,
        )


def _percent(asked: int | None) -> int | None:
    if asked is not None and not 1 <= asked <= 100:  # noqa: PLR2004 - percent
        from salesdojo.errors import UsageError

        raise UsageError("US080", percent=asked)
    return asked


def _print(report: "Report", form: str, language: str) -> None:
    if form == "json":
        from salesdojo.authoring.reporting.json_list import json_list

        out_json(json_list(report.problems, language))
    elif form == "github":
        from salesdojo.authoring.reporting.github import github_commands

        for command in github_commands(report.problems, language, Path.cwd()):
            out(command)
    elif form == "sarif":
        from salesdojo.authoring.checking.quoting import quoted_lines
        from salesdojo.authoring.reporting.sarif import sarif_log

        lines = quoted_lines(report.problems)
        out_json(sarif_log(report.problems, lines, language, Path.cwd()))
    else:
        _print_text(report, language)


def _print_text(report: "Report", language: str) -> None:
    from salesdojo.authoring.reporting.text import summary, text_report

    if report.problems:
        from salesdojo.authoring.checking.quoting import quoted_lines

        painted = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        blocks = text_report(
            report.problems,
            quoted_lines(report.problems),
            language,
            width=get_terminal_size().columns,
            painted=painted,
        )
        for block in blocks:
            put(f"{block}\n")
    out(summary(report.problems, report.files, language))
