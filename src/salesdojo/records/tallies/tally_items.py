"""What first attempts took at revisions taken together, in a few hundred rows for Python.

At a hundred thousand attempts there are tens of thousands of tallies, of a few hundred prices:
the database joins those of one price into one row.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, Text, bindparam, cast, func, select

from salesdojo.records.tables import ITEM_TALLY

_BETWEEN: Final = ","
_PAIR: Final = cast(ITEM_TALLY.c.rest, Text) + _BETWEEN + cast(ITEM_TALLY.c.many, Text)
_KEY: Final = (ITEM_TALLY.c.scene, ITEM_TALLY.c.choice, ITEM_TALLY.c.loss)
_PRICED: Final = (
    select(*_KEY, func.aggregate_strings(_PAIR, _BETWEEN))
    .where(
        ITEM_TALLY.c.revision.in_(bindparam("revisions", expanding=True)), ITEM_TALLY.c.many != 0
    )
    .group_by(*_KEY)
)


class Priced(NamedTuple):
    """What first attempts that took a choice at one price came to in all the rest."""

    scene: str
    choice: str
    loss: int
    """What was lost at the scene, in tenths of a point of quality."""
    rests: Sequence[int]
    """Qualities but for that, in tenths; one may come more than once."""
    many: Sequence[int]
    """How many attempts had each of `rests`, in the same order."""


def priced_in(connection: Connection, revisions: Iterable[str]) -> tuple[Priced, ...]:
    """Return the tallies of first attempts scored by any of `revisions`, in any order."""
    rows = connection.execute(_PRICED, {"revisions": list(revisions)})
    return tuple(_priced(*row) for row in rows)


def _priced(scene: str, choice: str, loss: int, written: str) -> Priced:
    # One text of pairs, not two texts: nothing says that both would be in the same order.
    told = list(map(int, written.split(_BETWEEN)))
    return Priced(scene, choice, loss, told[::2], told[1::2])
