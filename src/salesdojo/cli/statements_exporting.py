"""`salesdojo export xapi`: statements written to a file, or sent to a learning record store."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from salesdojo import settings
from salesdojo.cli.arguments import Arguments
from salesdojo.cli.export_command import (
    STDOUT,
    VERSIONS,
    progress,
    tell_written,
    told_if_broken_off,
)
from salesdojo.cli.printing import say_error
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import ReviewError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.review.exporting.chosen import Chosen
    from salesdojo.review.learning_records.delivering import Telling
    from salesdojo.review.learning_records.posting import Sent

FOUND = 1


def export_statements(here: Surroundings, wish: Arguments, chosen: "Chosen") -> int:
    """Write or send the statements of what is chosen; 1 where some conflict with others there.

    Raises:
        ReviewError: RV008 `--home` is no address, RV010 `--to` is none, or as
            `salesdojo.review.learning_records.delivering`.
    """
    from salesdojo.review.learning_records.delivering import Telling, write_statements
    from salesdojo.review.learning_records.names import HOME

    telling = Telling(chosen, HOME if wish.home is None else _address(wish.home), wish.names)
    if wish.to is not None:
        return _send(here, wish, wish.to, telling)
    file = wish.file or STDOUT
    with told_if_broken_off(here, file), progress(here) as watched:
        many = write_statements(here.database, telling, file, watched, overwrite=wish.replace)
    tell_written(here, file, "xapi", many)
    return 0


def _send(here: Surroundings, wish: Arguments, to: str, telling: "Telling") -> int:
    from salesdojo.review.learning_records.delivering import Delivery, endpoint, send_statements
    from salesdojo.review.learning_records.sending import Store

    store = Store(endpoint(to), wish.xapi or VERSIONS[0])
    folder = settings.state_folder() / "learning-records"
    delivery = Delivery(store, folder, here.clock(), again=wish.again)
    try:
        with progress(here) as watched:
            sent = send_statements(here.database, telling, delivery, watched)
    except KeyboardInterrupt:
        done = delivery.sent.statements
        say_error(message("exporting.broken_off", here.language, sent=done))
        raise
    return _told(here, sent)


def _told(here: Surroundings, sent: "Sent") -> int:
    if not (sent.statements or sent.conflicts):
        say_error(message("exporting.nothing_new", here.language))
        return 0
    say_error(message("exporting.sent", here.language, sent=sent.statements))
    if not sent.conflicts:
        return 0
    ids = ", ".join(sent.ids)
    say_error(
        message("exporting.conflicts", here.language, conflicts=sent.conflicts),
        message("exporting.conflict", here.language, ids=ids),
    )
    return FOUND


def _address(home: str) -> str:
    """Return `home` where it is an address that statements can name."""
    try:
        parts = urlsplit(home)
    except ValueError:
        parts = None
    plain = home.isascii() and home.isprintable() and " " not in home
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or not plain:
        raise ReviewError("RV008", home=excerpt(home))
    return home
