"""What to say where nobody has a name, or is in a team: with the nearest there are."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from salesdojo.content.problem import excerpt
from salesdojo.content.suggesting import nearest_few
from salesdojo.errors import ReviewError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NONE: Final = "-"


def nobody_called(connection: "Connection", name: str) -> UsageError:
    """Return the error for a name that nobody in the records has, with the nearest."""
    from salesdojo.records.people.people import everyone

    names = dict.fromkeys(one.name for one in everyone(connection))
    return UsageError("US103", name=excerpt(name), nearest=_nearest(name, names))


def nobody_in(connection: "Connection", team: str, code: str) -> ReviewError:
    """Return the error `code` for a team that nobody is in, with the nearest."""
    from salesdojo.records.people.people import teams

    names = [one.name for one in teams(connection) if one.name]
    return ReviewError(code, team=excerpt(team) or "''", nearest=_nearest(team, names))


def _nearest(name: str, known: Iterable[str]) -> str:
    return ", ".join(excerpt(one) for one in nearest_few(name, known)) or _NONE
