"""`salesdojo db copy`: everything into another place, with what was found equal there."""

from salesdojo import settings
from salesdojo.cli.printing import out, table
from salesdojo.cli.showing_progress import steps_shown
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message


def copy_to(here: Surroundings, target: str | None) -> int:
    """Copy the records to `target`; print the rows and the sha-256 of each table.

    Raises:
        UsageError: US100 no place is named, or as `salesdojo.records.database.copying.copy`.
    """
    if target is None or not target.strip():
        raise UsageError("US100")
    from salesdojo.records.database.copying import copy
    from salesdojo.records.database.place import place

    url = settings.as_database_url(target)
    with steps_shown(message("copying.copying", here.language)) as on_progress:
        copied = copy(here.database, url, on_wait=here.on_wait, on_progress=on_progress)
    head = message("copying.head", here.language).split("|")
    out(table([tuple(head), *((one.name, str(one.rows), one.sha256) for one in copied)]))
    out(message("copying.copied", here.language, place=place(url).shown))
    return 0
