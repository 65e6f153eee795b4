"""What is added to the tallies: a statement for each table in a file, on a server one for both."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Insert, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY

from salesdojo.records.database.place import SQLITE
from salesdojo.records.tables import ITEM_TALLY, SCENARIO_TALLY

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from salesdojo.records.tallies.item_counts import Counts

_SUMS: Final = {SCENARIO_TALLY: ("many", "gained"), ITEM_TALLY: ("many",)}


def add(connection: "Connection", counts: "Counts") -> None:
    """Add `counts` to the tallies; numbers below 0 are taken away, and may leave rows of 0.

    Args:
        connection: within a transaction that writes.
        counts: in any order.
    """
    ended, taken = _ended(counts), _taken(counts)
    if connection.dialect.name != SQLITE and (ended or taken):
        connection.execute(ON_SERVER, columns(counts))
        return
    for statement, rows in zip(_IN_FILE, (ended, taken), strict=True):
        if rows:
            connection.execute(statement, rows)


def columns(counts: "Counts") -> dict[str, list[object]]:
    """Return the parameters of `ON_SERVER` that add `counts`."""
    told = zip(_SUMS, (_ended(counts), _taken(counts)), strict=True)
    return {
        _parameter(table, column): [row[column.name] for row in rows]
        for table, rows in told
        for column in table.c
    }


def _ended(counts: "Counts") -> Sequence[Mapping[str, object]]:
    """Return the rows of the scenarios, in the order of their keys, as are those of choices.

    Two who finish at once so never wait for each other in a circle.
    """
    return [
        {**key._asdict(), "many": counts.scenarios[key], "gained": counts.gains[key]}
        for key in sorted(counts.scenarios.keys() | counts.gains.keys())
    ]


def _taken(counts: "Counts") -> Sequence[Mapping[str, object]]:
    return [{**key._asdict(), "many": counts.items[key]} for key in sorted(counts.items)]


def _in_file(table: Any) -> Insert:  # noqa: ANN401 - a Table
    return _summing(table, sqlite.insert(table))


def _from_columns(table: Any) -> Insert:  # noqa: ANN401 - a Table
    """Return the statement that adds rows which come as an array for each column."""
    arrays = [bindparam(_parameter(table, column), type_=ARRAY(column.type)) for column in table.c]
    names = [column.name for column in table.c]
    added = func.unnest(*arrays).table_valued(*names, name="added").render_derived()
    return _summing(table, postgresql.insert(table).from_select(names, select(*added.c)))


def _summing(table: Any, into: Any) -> Insert:  # noqa: ANN401 - a Table, the dialect's Insert
    keys = [column.name for column in table.primary_key.columns]
    sums = {name: table.c[name] + into.excluded[name] for name in _SUMS[table]}
    statement: Insert = into.on_conflict_do_update(index_elements=keys, set_=sums)
    return statement


def _parameter(table: Any, column: Any) -> str:  # noqa: ANN401 - a Table, its column
    return f"{table.name}_{column.name}"


_IN_FILE: Final = (_in_file(SCENARIO_TALLY), _in_file(ITEM_TALLY))
# Whoever adds on a server does it by this statement, so that all meet the tables in one order.
ON_SERVER: Final = _from_columns(ITEM_TALLY).add_cte(_from_columns(SCENARIO_TALLY).cte("ended"))
"""Adds to both tallies on a server in one round trip; `columns` gives what it wants."""
