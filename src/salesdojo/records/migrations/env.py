"""Run the migrations on the connection that `records.creating` hands over.

No ini file: everything comes by `config.attributes`. The transaction is the
caller's, so that a migration happens as a whole or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

from salesdojo.records.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection


def run() -> None:
    """Bring the tables to the version asked for."""
    connection: Connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA)
    with context.begin_transaction():
        context.run_migrations()


run()
