"""What reviewers say of attempts, beside the machine's score."""

from alembic import op
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, Text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "review",
        Column("number", _WHOLE, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
        Column(
            "kind",
            Text,
            CheckConstraint("kind IN ('comment', 'level', 'blind', 'done', 'read')", "kind"),
            nullable=False,
        ),
        Column("reviewer", Text, ForeignKey("person.id"), nullable=False),
        Column("trainee", Text, ForeignKey("person.id"), nullable=False),
        Column("at", _WHOLE, nullable=False),
        Column("turn", Integer, CheckConstraint("turn >= 1", "turn")),
        Column("criterion", Text),
        Column("level", Integer, CheckConstraint("level BETWEEN 1 AND 4", "level")),
        Column("words", Text),
        Column("result", _WHOLE, nullable=False),
        Column("supersedes", Text),
        CheckConstraint("(criterion IS NULL) = (level IS NULL)", "criterion"),
        comment=(
            "What reviewers say beside the machine's score; a later word takes a place, none goes."
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_review_attempt", "review", ["attempt"])
    op.create_index("ix_review_reviewer", "review", ["reviewer"])
    op.create_index("ix_review_trainee", "review", ["trainee"])
