"""A server keeps summaries as they are: written with each result, packing them cost more."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let what is written from now on be kept unpacked; a file has no such choice."""
    if op.get_bind().dialect.name != "sqlite":
        for column in ("shown", "totals"):
            op.execute(f"ALTER TABLE summary ALTER COLUMN {column} SET STORAGE EXTERNAL")
