"""Who practises: names as people write them (`names`), ids that say nothing."""

from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, bindparam, insert, select

from salesdojo.records.model import Person
from salesdojo.records.tables import PERSON

_NO_TEAM: Final = ""
_BY_NAME: Final = select(PERSON.c.id, PERSON.c.name).where(
    PERSON.c.team == _NO_TEAM, PERSON.c.name == bindparam("name")
)


def known(connection: Connection, name: str) -> Person | None:
    """Return the person of that (valid) name, where there is one."""
    row = connection.execute(_BY_NAME, {"name": name}).one_or_none()
    return Person(row.id, row.name) if row is not None else None


def known_or_added(connection: Connection, name: str) -> Person:
    """Return the person of that (valid) name, added where there is none."""
    there = known(connection, name)
    if there is not None:
        return there
    person = Person(uuid4().hex, name)
    row = {"id": person.id, "team": _NO_TEAM, "name": person.name}
    connection.execute(insert(PERSON), row)
    return person
