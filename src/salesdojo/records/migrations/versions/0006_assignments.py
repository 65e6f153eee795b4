"""What was assigned to people and teams: by when, how well, and how often it may be tried."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "assignment",
        Column("number", _WHOLE, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column(
            "kind",
            Text,
            CheckConstraint("kind IN ('scenario', 'course', 'drills')", "kind"),
            nullable=False,
        ),
        Column("what", Text, nullable=False),
        Column("set_at", _WHOLE, nullable=False),
        Column("since", _WHOLE, nullable=False),
        Column("due", Text, nullable=False),
        Column("minimum", Integer, CheckConstraint("minimum BETWEEN 1 AND 100", "minimum")),
        Column("attempts", Integer, CheckConstraint("attempts >= 1", "attempts")),
        Column(
            "mode", Text, CheckConstraint("mode IN ('practice', 'exam')", "mode"), nullable=False
        ),
        Column("book", Text),
        Column("withdrawn_at", _WHOLE),
        comment="What is to be done by `due`, a local day; `since` the last result before it.",
        sqlite_strict=True,
    )
    op.create_table(
        "assigned_scenario",
        Column("assignment", Text, ForeignKey("assignment.id"), primary_key=True),
        Column("scenario", Text, primary_key=True),
        Column("place", Integer, nullable=False),
        comment="What an assignment asks for, as its course or drills were when it was set.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "assignee",
        Column("number", _WHOLE, primary_key=True),
        Column("assignment", Text, ForeignKey("assignment.id"), nullable=False),
        Column("person", Text, ForeignKey("person.id")),
        Column("team", Text),
        UniqueConstraint("assignment", "person", "team"),
        CheckConstraint("(person IS NULL) <> (team IS NULL)", "one"),
        Index("ix_assignee_person", "person"),
        Index("ix_assignee_team", "team"),
        comment="Who is to do it: a person, or whoever is in a team when it is asked.",
        sqlite_strict=True,
    )
