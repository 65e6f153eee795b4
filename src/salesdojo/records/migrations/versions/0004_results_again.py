"""A result may come again: A, then B, then A; each takes the place of one, no two of the same."""

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
_FIGURE: Double[float] = Double().with_variant(REAL(), "sqlite")
_ANEW = text("supersedes IS NOT NULL")
_PLACES = ["attempt", "supersedes"]
_BEFORE = (
    "(SELECT max(before.number) FROM result AS before "
    "WHERE before.attempt = result.attempt AND before.number < result.number)"
)


def upgrade() -> None:
    """Exchange the constraint; results that two programs stored at once come to stand in line."""
    op.execute(
        f"UPDATE result SET supersedes = {_BEFORE} "  # noqa: S608 - nothing from outside
        f"WHERE supersedes IS NOT NULL AND supersedes <> {_BEFORE}"
    )
    if op.get_bind().dialect.name == "sqlite":
        _results_anew()
    else:
        op.drop_constraint("uq_result_attempt", "result", type_="unique")
        op.create_unique_constraint("uq_result_attempt", "result", _PLACES)


def _results_anew() -> None:
    """SQLite cannot take a constraint away: the table is made again, under the same numbers."""
    op.rename_table("result", "result_before")
    op.create_table(
        "result",
        Column("number", _WHOLE, primary_key=True),
        Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
        Column("method", Text, nullable=False),
        Column("revision", Text, ForeignKey("scenario_revision.sha256"), nullable=False),
        Column("input_hash", Text, nullable=False),
        Column("result_hash", Text, nullable=False),
        Column("supersedes", _WHOLE, ForeignKey("result.number")),
        Column("at", _WHOLE, nullable=False),
        Column("outcome", Text, nullable=False),
        Column("quality", _FIGURE, nullable=False),
        Column("passed", Integer, nullable=False),
        Column("body", Text, nullable=False),
        UniqueConstraint(*_PLACES),
        comment="Derived from the decisions: rescoring adds a row, nothing is overwritten.",
        sqlite_strict=True,
    )
    op.execute("INSERT INTO result SELECT * FROM result_before ORDER BY number")
    op.drop_table("result_before")  # with its indexes
    op.create_index("ix_result_supersedes", "result", ["supersedes"], sqlite_where=_ANEW)
