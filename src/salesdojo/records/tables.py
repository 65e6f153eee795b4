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
    text,
)

Whole: Final = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits, signed. Alone as a primary key it numbers rows in the order of storing."""
Figure: Final[Double[float]] = Double().with_variant(REAL(), "sqlite")

_OPEN: Final = text("finished_at IS NULL AND abandoned_at IS NULL")
_ANEW: Final = text("supersedes IS NOT NULL")
_KINDS_OF_REVIEW: Final = "kind IN ('comment', 'level', 'blind', 'done', 'read')"

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
    Column("team", Text, nullable=False),
    Column("name", Text),
    Column("erased_at", Whole),
    UniqueConstraint("team", "name"),
    CheckConstraint("(name IS NULL) = (erased_at IS NOT NULL)", "erased"),
    comment="Names stand nowhere else. Of who was erased there is none; a team may be ''.",
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
    Index("ix_attempt_open", "person", sqlite_where=_OPEN, postgresql_where=_OPEN),
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
    # The first of an attempt stands in finished_attempt, once.
    UniqueConstraint("attempt", "supersedes"),
    Index("ix_result_supersedes", "supersedes", sqlite_where=_ANEW, postgresql_where=_ANEW),
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

FINISHED_ATTEMPT: Final = Table(
    "finished_attempt",
    METADATA,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    # No reference: without an index of its own, deleting a result would look through all.
    Column("number", Whole, primary_key=True),
    Column("attempt", Text, ForeignKey("attempt.id"), nullable=False, unique=True),
    Column("at", Whole, nullable=False),
    comment="A person's attempts in the order of finishing; number is the first result's.",
    sqlite_strict=True,
    sqlite_with_rowid=False,  # one person's rows lie side by side, in order
)

FIGURES: Final = Table(
    "figures",
    METADATA,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("through", Whole, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False),
    comment="What a person's results come to up to one of them. Derived: it may be deleted.",
    sqlite_strict=True,
)

RECALL: Final = Table(
    "recall",
    METADATA,
    Column("attempt", Text, ForeignKey("attempt.id"), primary_key=True),
    Column("turn", Integer, CheckConstraint("turn >= 1", "turn"), primary_key=True),
    Column("typed", Text),
    Column("nearest", Text, nullable=False),
    Column("likeness", Figure, nullable=False),
    comment="What somebody typed before the choices were shown; the words go with erasure.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

REMARK: Final = Table(
    "remark",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
    Column("turn", Integer, CheckConstraint("turn >= 1", "turn")),
    Column("choice", Text),
    Column("kind", Text, CheckConstraint("kind IN ('wrong', 'unclear')", "kind"), nullable=False),
    Column("words", Text),
    Column("language", Text, nullable=False),
    Column("at", Whole, nullable=False),
    Index("ix_remark_attempt", "attempt"),
    comment="The trainee's word to the trainer about a line; the words go with erasure.",
    sqlite_strict=True,
)

REVIEW: Final = Table(
    "review",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
    Column("kind", Text, CheckConstraint(_KINDS_OF_REVIEW, "kind"), nullable=False),
    Column("reviewer", Text, ForeignKey("person.id"), nullable=False),
    # Whose attempt it is: what is new for somebody is found without their attempts.
    Column("trainee", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Whole, nullable=False),
    Column("turn", Integer, CheckConstraint("turn >= 1", "turn")),
    Column("criterion", Text),
    Column("level", Integer, CheckConstraint("level BETWEEN 1 AND 4", "level")),
    Column("words", Text),
    # No reference: without an index of its own, deleting a result would look through all.
    Column("result", Whole, nullable=False),
    Column("supersedes", Text),
    CheckConstraint("(criterion IS NULL) = (level IS NULL)", "criterion"),
    Index("ix_review_attempt", "attempt"),
    Index("ix_review_reviewer", "reviewer"),
    Index("ix_review_trainee", "trainee"),
    comment="What reviewers say beside the machine's score; a later word takes a place, none goes.",
    sqlite_strict=True,
)

SCENARIO_FIGURES: Final = Table(
    "scenario_figures",
    METADATA,
    Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False),
    comment="What attempts at a scenario are weighed by. Derived: it may be deleted.",
    sqlite_strict=True,
)

SUMMARY: Final = Table(
    "summary",
    METADATA,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("through", Whole, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("shown", Text, nullable=False),
    # Last: whoever reads what is shown does not come to the pages of this.
    Column("totals", Text, nullable=False),
    comment="One person in the manager's table, kept with each result. Derived.",
    sqlite_strict=True,
)

SCENARIO_TALLY: Final = Table(
    "scenario_tally",
    METADATA,
    Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
    Column("tries", Integer, primary_key=True),
    Column("quality", Integer, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("passed", Integer, primary_key=True),
    Column("many", Whole, nullable=False),
    Column("gained", Whole, nullable=False),
    comment="How often attempts ended so, in tenths of a point; nobody's. Derived.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ITEM_TALLY: Final = Table(
    "item_tally",
    METADATA,
    Column("revision", Text, ForeignKey("scenario_revision.sha256"), primary_key=True),
    Column("scene", Text, primary_key=True),
    Column("choice", Text, primary_key=True),
    Column("loss", Integer, primary_key=True),
    Column("rest", Integer, primary_key=True),
    Column("many", Whole, nullable=False),
    comment="How often first attempts took a choice at that price, in tenths. Derived.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

DERIVED: Final = Table(
    "derived",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("made_by", Text, nullable=False),
    comment="Tallies that tell of every attempt there is, and what made them.",
    sqlite_strict=True,
)

ASSIGNMENT: Final = Table(
    "assignment",
    METADATA,
    Column("number", Whole, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column(
        "kind",
        Text,
        CheckConstraint("kind IN ('scenario', 'course', 'drills')", "kind"),
        nullable=False,
    ),
    Column("what", Text, nullable=False),
    Column("set_at", Whole, nullable=False),
    # By the order of finishing, which no clock decides.
    Column("since", Whole, nullable=False),
    Column("due", Text, nullable=False),
    Column("minimum", Integer, CheckConstraint("minimum BETWEEN 1 AND 100", "minimum")),
    Column("attempts", Integer, CheckConstraint("attempts >= 1", "attempts")),
    Column("mode", Text, CheckConstraint("mode IN ('practice', 'exam')", "mode"), nullable=False),
    Column("book", Text),
    Column("withdrawn_at", Whole),
    comment="What is to be done by `due`, a local day; `since` the last result before it.",
    sqlite_strict=True,
)

ASSIGNED_SCENARIO: Final = Table(
    "assigned_scenario",
    METADATA,
    Column("assignment", Text, ForeignKey("assignment.id"), primary_key=True),
    Column("scenario", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    comment="What an assignment asks for, as its course or drills were when it was set.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ASSIGNEE: Final = Table(
    "assignee",
    METADATA,
    Column("number", Whole, primary_key=True),
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
