"""Who practises: names as people write them, ids that say nothing."""

import unicodedata
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, bindparam, insert, select

from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError
from salesdojo.records.model import Person
from salesdojo.records.tables import PERSON

LONGEST_NAME: Final = 80
"""Characters."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINER: Final = "\u200d"  # families and flags of emoji are written with it
_BY_NAME: Final = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.name == bindparam("name"))


def valid_name(name: str) -> str:
    """Return `name` in one form (NFC, no spaces around), as it is stored and compared.

    Raises:
        UsageError: US021 when it is empty, longer than 80 characters, or has characters
            that cannot be seen.
    """
    written = unicodedata.normalize("NFC", name).strip()
    unseen = any(
        unicodedata.category(character) in _UNSEEN for character in written.replace(_JOINER, "")
    )
    if not written.replace(_JOINER, "") or len(written) > LONGEST_NAME or unseen:
        raise UsageError("US021", name=excerpt(name), longest=LONGEST_NAME)
    return written


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
    connection.execute(insert(PERSON), {"id": person.id, "name": person.name})
    return person
