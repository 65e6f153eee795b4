"""The versions of the tables, for Alembic; loaded only when a database is made or upgraded."""
