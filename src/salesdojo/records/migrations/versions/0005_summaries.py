"""What managers and trainers read, kept with each result: summaries of people, and tallies."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, empty: what they hold is told from the results afterwards."""
    op.create_table(
        "scenario_figures",
        Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
        Column("made_by", Text, nullable=False),
        Column("body", Text, nullable=False),
        comment="What attempts at a scenario are weighed by. Derived: it may be deleted.",
        sqlite_strict=True,
    )
    op.create_table(
        "summary",
        Column("person", Text, ForeignKey("person.id"), primary_key=True),
        Column("through", _WHOLE, nullable=False),
        Column("made_by", Text, nullable=False),
        Column("shown", Text, nullable=False),
        Column("totals", Text, nullable=False),
        comment="One person in the manager's table, kept with each result. Derived.",
        sqlite_strict=True,
    )
    _tallies()
    op.create_table(
        "derived",
        Column("name", Text, primary_key=True),
        Column("made_by", Text, nullable=False),
        comment="Tallies that tell of every attempt there is, and what made them.",
        sqlite_strict=True,
    )
    # Of no results there is nothing to tell; where there are some, `db upgrade` tells it.
    op.execute(
        "INSERT INTO derived (name, made_by) "
        "SELECT 'tallies', 'tallies-1' WHERE NOT EXISTS (SELECT 1 FROM result)"
    )


def _tallies() -> None:
    op.create_table(
        "scenario_tally",
        Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
        Column("tries", Integer, primary_key=True),
        Column("quality", Integer, primary_key=True),
        Column("outcome", Text, primary_key=True),
        Column("passed", Integer, primary_key=True),
        Column("many", _WHOLE, nullable=False),
        Column("gained", _WHOLE, nullable=False),
        comment="How often attempts ended so, in tenths of a point; nobody's. Derived.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "item_tally",
        Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
        Column("scene", Text, primary_key=True),
        Column("choice", Text, primary_key=True),
        Column("loss", Integer, primary_key=True),
        Column("rest", Integer, primary_key=True),
        Column("many", _WHOLE, nullable=False),
        comment="How often first attempts took a choice at that price, in tenths. Derived.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
