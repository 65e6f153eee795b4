"""`salesdojo people erase`: what will go and what will stay, then the erasure."""

import sys
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from salesdojo import settings
from salesdojo.cli.people_command import known_in
from salesdojo.cli.printing import out, say_error
from salesdojo.cli.streams import put
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.people.erasing import Erased

_COPIES = ("*.backup", "*.aside")
"""How copies that were made by salesdojo beside the database end, after its name."""
_CHOSEN = "salesdojo-*.backup"
"""What `db backup` calls a copy that nobody named."""
_ID: Final = 68
"""Where a file of SQLite says whose it is (sqlite.org/fileformat.html)."""
_HEAD: Final = _ID + 4
_OURS: Final = b"SDJO"
"""`records.versions.APPLICATION_ID`."""


def erase(here: Surroundings, name: str, *, sure: bool) -> int:
    """Erase somebody who was told of by `--yes` or by an answer at the terminal.

    Raises:
        UsageError: US102 several people have that name, US103 nobody has, US104 nobody said
            that it is meant.
    """
    with known_in(here, name) as (store, person):
        if not sure:
            say_error(message("people.will_go", here.language, name=person.name))
            if not _answered(here.language, person.name):
                raise UsageError("US104", name=excerpt(person.name))
        done = store.people.erase(person, here.clock(), new_seed=here.new_seed)
    out(message("people.erased", here.language, name=person.name))
    _tell(done, here.language)
    for copy in _copies(here.database):
        say_error(message("people.copy", here.language, file=str(copy)))
    return 0


def _tell(done: "Erased | None", language: str) -> None:
    if done is None:
        return
    kept = {"attempts": done.attempts, "journeys": done.journeys, "words": done.words}
    out(message("people.kept", language, **kept))
    if done.lost:
        out(message("people.lost", language, lost=done.lost))


def _answered(language: str, name: str) -> bool:
    """Ask at the terminal whether it is meant; without one nobody can say so."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    put(message("people.sure", language, name=name), at_once=True)
    # As a Japanese keyboard writes it, too.
    return normalize("NFKC", sys.stdin.readline()).strip().casefold() in {"y", "yes"}


def _copies(database: str) -> list[Path]:
    """Return the copies beside the database in which the name may still stand."""
    file = settings.file_of(database)
    if file is None:
        return []
    name = escape(file.name)
    wanted = (*(f"{name}.{ending}" for ending in _COPIES), _CHOSEN)
    called = {found for one in wanted for found in file.parent.glob(one)}
    with suppress(OSError):  # of a folder that may be entered and not listed nothing is known
        called |= {one for one in file.parent.iterdir() if _is_other(one, file)}
    return sorted(called)


def _is_other(found: Path, file: Path) -> bool:
    """Tell whether `found` is a file of ours, whatever it is called, and not `file`."""
    try:
        if not found.is_file() or found.samefile(file):
            return False
        with found.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[_ID:] == _OURS
