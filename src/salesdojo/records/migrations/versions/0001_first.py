"""The first tables: people, scenario revisions, attempts, decisions, results."""

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
_FIGURE: Double[float] = Double().with_variant(REAL(), "sqlite")


def upgrade() -> None:
    """Make the tables and forbid changing a decision."""
    _people_and_revisions()
    _attempts()
    _decisions()
    _results()
    if op.get_bind().dialect.name == "sqlite":
        _append_only_on_sqlite()
    else:
        _append_only_on_postgresql()


def _people_and_revisions() -> None:
    op.create_table(
        "person",
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False, unique=True),
        comment="The only table with personal data.",
        sqlite_strict=True,
    )
    op.create_table(
        "scenario_revision",
        Column("sha256", Text, primary_key=True),
        Column("bytes", LargeBinary, nullable=False),
        comment="What was played: scenario, rubric and customer as canonical JSON.",
        sqlite_strict=True,
    )


def _attempts() -> None:
    op.create_table(
        "attempt",
        Column("number", _WHOLE, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("person", Text, ForeignKey("person.id"), nullable=False),
        Column("scenario", Text, nullable=False),
        Column("revision", Text, ForeignKey("scenario_revision.sha256"), nullable=False),
        Column("seed", _WHOLE, nullable=False),
        Column(
            "mode", Text, CheckConstraint("mode IN ('practice', 'exam')", "mode"), nullable=False
        ),
        Column("language", Text, nullable=False),
        Column("begun_at", _WHOLE, nullable=False),
        Column("finished_at", _WHOLE),
        Column("abandoned_at", _WHOLE),
        Column("fork_of", Text, ForeignKey("attempt.id")),
        Column("fork_turn", Integer),
        CheckConstraint("(fork_of IS NULL) = (fork_turn IS NULL)", "fork"),
        sqlite_strict=True,
    )
    op.create_index("ix_attempt_person", "attempt", ["person", "scenario"])


def _decisions() -> None:
    op.create_table(
        "decision",
        Column("attempt", Text, ForeignKey("attempt.id"), primary_key=True),
        Column("turn", Integer, CheckConstraint("turn >= 1", "turn"), primary_key=True),
        Column("scene", Text, nullable=False),
        Column("choice", Text, nullable=False),
        Column("timed_out", Integer, nullable=False),
        Column("hinted", Integer, nullable=False),
        Column("elapsed_ms", _WHOLE, nullable=False),
        Column("at", _WHOLE, nullable=False),
        Column("link", LargeBinary, nullable=False),
        comment="Append-only: triggers refuse UPDATE and DELETE. `link` is the chain of chain.py.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _results() -> None:
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
        UniqueConstraint("attempt", "result_hash", "method", "revision", "input_hash"),
        comment="Derived from the decisions: rescoring adds a row, nothing is overwritten.",
        sqlite_strict=True,
    )


def _append_only_on_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decision_refuses_{change.lower()} BEFORE {change} ON decision "
            "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _append_only_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION decision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'decisions are append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decision_refuses_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON decision "
        "FOR EACH STATEMENT EXECUTE FUNCTION decision_is_append_only()"
    )
