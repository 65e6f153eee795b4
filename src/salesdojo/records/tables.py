"""The tables, for SQLite and PostgreSQL alike.

SQLite's STRICT tables know INTEGER, REAL, TEXT and BLOB only, hence the variants.
Times are integers, UTC milliseconds; truths are 0 or 1; JSON is text.
`migrations/` builds the same tables, and a test holds both equal.
"""

from typing import Final

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

Whole: Final = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits, signed. Alone as a primary key it numbers rows in the order of storing."""
Figure: Final[Double[float]] = Double().with_variant(REAL(), "sqlite")

METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

PERSON: Final = Table(
    "person",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    comment="The only table with personal data.",
    sqlite_strict=True,
)

SCENARIO_REVISION: Final = Table(
    "scenario_revision",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    comment="What was played: scenario, rubric and customer as canonical JSON.",
    sqlite_strict=True,
)

ATTEMPT: Final = Table(
    "attempt",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("scenario", Text, nullable=False),
    Column("revision", Text, ForeignKey("scenario_revision.sha256"), nullable=False),
    Column("seed", Whole, nullable=False),
    Column("mode", Text, CheckConstraint("mode IN ('practice', 'exam')", "mode"), nullable=False),
    Column("language", Text, nullable=False),
    Column("begun_at", Whole, nullable=False),
    Column("finished_at", Whole),
    Column("abandoned_at", Whole),
    Column("fork_of", Text, ForeignKey("attempt.id")),
    Column("fork_turn", Integer),
    CheckConstraint("(fork_of IS NULL) = (fork_turn IS NULL)", "fork"),
    Index("ix_attempt_person", "person", "scenario"),
    Index("ix_attempt_fork_of", "fork_of"),
    sqlite_strict=True,
)

DECISION: Final = Table(
    "decision",
    METADATA,
    Column("attempt", Text, ForeignKey("attempt.id"), primary_key=True),
    Column("turn", Integer, CheckConstraint("turn >= 1", "turn"), primary_key=True),
    Column("scene", Text, nullable=False),
    Column("choice", Text, nullable=False),
    Column("timed_out", Integer, nullable=False),
    Column("hinted", Integer, nullable=False),
    Column("elapsed_ms", Whole, nullable=False),
    Column("at", Whole, nullable=False),
    Column("link", LargeBinary, nullable=False),
    comment="Append-only: triggers refuse UPDATE and DELETE. `link` is the chain of chain.py.",
    sqlite_strict=True,
    sqlite_with_rowid=False,  # one tree to write instead of two
)

RESULT: Final = Table(
    "result",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
    Column("method", Text, nullable=False),
    Column("revision", Text, ForeignKey("scenario_revision.sha256"), nullable=False),
    Column("input_hash", Text, nullable=False),
    Column("result_hash", Text, nullable=False),
    Column("supersedes", Whole, ForeignKey("result.number")),
    Column("at", Whole, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("quality", Figure, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("attempt", "result_hash", "method", "revision", "input_hash"),
    comment="Derived from the decisions: rescoring adds a row, nothing is overwritten.",
    sqlite_strict=True,
)

JOURNEY: Final = Table(
    "journey",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("journey", Text, nullable=False),
    Column("begun_at", Whole, nullable=False),
    Column("finished_at", Whole),
    Column("abandoned_at", Whole),
    Column("outcome", Text),
    CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", "outcome"),
    Index("ix_journey_person", "person", "journey"),
    sqlite_strict=True,
)

JOURNEY_CHAPTER: Final = Table(
    "journey_chapter",
    METADATA,
    Column("journey", Text, ForeignKey("journey.id"), primary_key=True),
    Column("place", Integer, CheckConstraint("place >= 1", "place"), primary_key=True),
    Column("attempt", Text, ForeignKey("attempt.id"), nullable=False, unique=True),
    comment="An attempt in a journey; those from place 2 on began where the last one ended.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
