"""Teams and erasure, a person's attempts in order, what they come to, and people's own words."""

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    Text,
    UniqueConstraint,
    text,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Spelt out instead of taken from tables.py: a version must stay what it was.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
_FIGURE: Double[float] = Double().with_variant(REAL(), "sqlite")
_OPEN = text("finished_at IS NULL AND abandoned_at IS NULL")
_ANEW = text("supersedes IS NOT NULL")
_ERASED = "(name IS NULL) = (erased_at IS NOT NULL)"


def upgrade() -> None:
    """Make the tables and fill what follows from the results; everybody is of no team."""
    if op.get_bind().dialect.name == "sqlite":
        _people_anew()
    else:
        _people_changed()
    op.create_index(
        "ix_attempt_open", "attempt", ["person"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    # Without it, deleting a result would look through all of them.
    op.create_index(
        "ix_result_supersedes",
        "result",
        ["supersedes"],
        sqlite_where=_ANEW,
        postgresql_where=_ANEW,
    )
    _finished()
    _figures()
    _words()


def _people_anew() -> None:
    """SQLite cannot take a constraint away: the table is made again, under the same ids."""
    op.execute("PRAGMA defer_foreign_keys=ON")  # attempts miss their person for a moment
    op.execute("CREATE TEMP TABLE person_before AS SELECT id, name FROM person")
    op.drop_table("person")
    op.create_table(
        "person",
        Column("id", Text, primary_key=True),
        Column("team", Text, nullable=False),
        Column("name", Text),
        Column("erased_at", _WHOLE),
        UniqueConstraint("team", "name"),
        CheckConstraint(_ERASED, "erased"),
        comment="Names stand nowhere else. Of who was erased there is none; a team may be ''.",
        sqlite_strict=True,
    )
    op.execute("INSERT INTO person (id, team, name) SELECT id, '', name FROM person_before")
    op.execute("DROP TABLE person_before")


def _people_changed() -> None:
    op.add_column("person", Column("team", Text, nullable=False, server_default=""))
    op.alter_column("person", "team", server_default=None)
    op.alter_column("person", "name", existing_type=Text(), nullable=True)
    op.add_column("person", Column("erased_at", _WHOLE))
    op.drop_constraint("uq_person_name", "person", type_="unique")
    op.create_unique_constraint("uq_person_team", "person", ["team", "name"])
    op.create_check_constraint("erased", "person", _ERASED)
    op.create_table_comment(
        "person", "Names stand nowhere else. Of who was erased there is none; a team may be ''."
    )


def _finished() -> None:
    op.create_table(
        "finished_attempt",
        Column("person", Text, ForeignKey("person.id"), primary_key=True),
        Column("number", _WHOLE, primary_key=True),
        Column("attempt", Text, ForeignKey("attempt.id"), nullable=False, unique=True),
        Column("at", _WHOLE, nullable=False),
        comment="A person's attempts in the order of finishing; number is the first result's.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO finished_attempt (person, number, attempt, at) "
        "SELECT attempt.person, first.number, attempt.id, attempt.finished_at FROM attempt "
        "JOIN (SELECT attempt, min(number) AS number FROM result GROUP BY attempt) AS first "
        "ON first.attempt = attempt.id"
    )


def _figures() -> None:
    op.create_table(
        "figures",
        Column("person", Text, ForeignKey("person.id"), primary_key=True),
        Column("part", Text, primary_key=True),
        Column("through", _WHOLE, nullable=False),
        Column("made_by", Text, nullable=False),
        Column("body", Text, nullable=False),
        comment="What a person's results come to up to one of them. Derived: it may be deleted.",
        sqlite_strict=True,
    )


def _words() -> None:
    op.create_table(
        "recall",
        Column("attempt", Text, ForeignKey("attempt.id"), primary_key=True),
        Column("turn", Integer, CheckConstraint("turn >= 1", "turn"), primary_key=True),
        Column("typed", Text),
        Column("nearest", Text, nullable=False),
        Column("likeness", _FIGURE, nullable=False),
        comment="What somebody typed before the choices were shown; the words go with erasure.",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "remark",
        Column("number", _WHOLE, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("attempt", Text, ForeignKey("attempt.id"), nullable=False),
        Column("turn", Integer, CheckConstraint("turn >= 1", "turn")),
        Column("choice", Text),
        Column(
            "kind", Text, CheckConstraint("kind IN ('wrong', 'unclear')", "kind"), nullable=False
        ),
        Column("words", Text),
        Column("language", Text, nullable=False),
        Column("at", _WHOLE, nullable=False),
        comment="The trainee's word to the trainer about a line; the words go with erasure.",
        sqlite_strict=True,
    )
    op.create_index("ix_remark_attempt", "remark", ["attempt"])
