"""Journeys: which attempts are chapters of one deal, and how it ended."""

from alembic import op
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables, and an index that finds the retries of an attempt; no row is touched."""
    op.create_table(
        "journey",
        Column("number", _WHOLE, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("person", Text, ForeignKey("person.id"), nullable=False),
        Column("journey", Text, nullable=False),
        Column("begun_at", _WHOLE, nullable=False),
        Column("finished_at", _WHOLE),
        Column("abandoned_at", _WHOLE),
        Column("outcome", Text),
        CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", "outcome"),
        sqlite_strict=True,
    )
    op.create_index("ix_journey_person", "journey", ["person", "journey"])
    op.create_table(
        "journey_chapter",
        Column("journey", Text, ForeignKey("journey.id"), primary_key=True),
        Column("place", Integer, CheckConstraint("place >= 1", "place"), primary_key=True),
        Column("attempt", Text, ForeignKey("attempt.id"), nullable=False, unique=True),
        comment="An attempt in a journey; those from place 2 on began where the last one ended.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attempt_fork_of", "attempt", ["fork_of"])
