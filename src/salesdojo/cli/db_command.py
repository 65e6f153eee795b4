"""`salesdojo db`: where the records are, whether they are whole, and what is done with them."""

import argparse
import time
from pathlib import Path

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, say_error, table
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message

ACTIONS = ("status", "upgrade", "backup", "restore", "copy", "figures")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `db` takes."""
    parser.add_argument("action", choices=ACTIONS, help=message("cli.db_action", language))
    parser.add_argument(
        "target", nargs="?", metavar="PLACE", help=message("copying.target", language)
    )
    rebuild = message("kept_figures.rebuild", language)
    parser.add_argument("--rebuild", action="store_true", help=rebuild)
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Do one of them; 1 when the database is damaged."""
    here = surroundings(wish)
    match wish.action:
        case "upgrade":
            return _upgrade(here)
        case "backup":
            return _backup(here, wish.target)
        case "restore":
            return _restore(here, wish.target)
        case "copy":
            from salesdojo.cli.db_copying import copy_to

            return copy_to(here, wish.target)
        case "figures":
            from salesdojo.cli.db_figures import figures

            return figures(here, rebuild=wish.rebuild)
        case _:
            return _status(here, as_json=wish.json)


def _stamp() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _status(here: Surroundings, *, as_json: bool) -> int:
    if not here.has_records:
        out_json(None) if as_json else out(message("cli.db_none", here.language))
        return 0
    from salesdojo.records.database.keeping import SOUND, status_of

    status = status_of(here.database, on_wait=here.on_wait)
    if not status.version:
        out_json(None) if as_json else out(message("cli.db_none", here.language))
        return 0
    # A server looks after its pages itself, so nothing can be said of them.
    whole = None if status.integrity is None else status.integrity == SOUND
    if as_json:
        out_json(
            {
                "place": status.url,
                "kind": status.kind,
                "version": status.version,
                "bytes": status.size,
                "rows": dict(status.counts),
                "whole": whole,
            }
        )
    else:
        head = {"place": status.url, "kind": status.kind, "version": status.version}
        out(message("cli.db_status", here.language, **head, size=status.size))
        out(table([(f"  {name}", str(rows)) for name, rows in status.counts.items()]))
        if whole:
            out(message("cli.db_whole", here.language))
    if whole is False:
        say_error(message("cli.db_damaged", here.language, reason=status.integrity or ""))
        return 1
    return 0


def _upgrade(here: Surroundings) -> int:
    from salesdojo.records.database.upgrading import upgrade

    done = upgrade(here.database, _stamp(), on_wait=here.on_wait)
    if done.backup is not None:
        out(message("cli.db_backup_done", here.language, file=str(done.backup)))
    out(message("cli.db_upgraded", here.language, version=done.after))
    return 0


def _backup(here: Surroundings, target: str | None) -> int:
    from salesdojo.records.database.backup import backup_of

    file = Path(target) if target else Path(f"salesdojo-{_stamp()}.backup")
    backup_of(here.database, file, on_wait=here.on_wait)
    out(message("cli.db_backup_done", here.language, file=str(file)))
    return 0


def _restore(here: Surroundings, target: str | None) -> int:
    if target is None:
        raise UsageError("US007")
    from salesdojo.records.database.backup import restore

    aside = restore(Path(target), here.database, _stamp(), on_wait=here.on_wait)
    out(message("cli.db_restored", here.language, file=target))
    if aside is not None:
        out(message("cli.db_aside", here.language, file=str(aside)))
    return 0
