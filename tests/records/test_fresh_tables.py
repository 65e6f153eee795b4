"""What tests get as a new database is what the migrations make."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from salesdojo.records.database import creating
from salesdojo.records.store import Store
from support.fresh_tables import by_migrations


def test_what_is_remembered_is_what_the_migrations_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first.db", "again.db"):
        Store.open(f"sqlite:///{tmp_path / name}").close()
    monkeypatch.setattr(creating, "migrate", by_migrations)
    Store.open(f"sqlite:///{tmp_path / 'migrated.db'}").close()
    assert _everything(tmp_path / "again.db") == _everything(tmp_path / "migrated.db")


def _everything(file: Path) -> tuple[list[str], list[tuple[int]]]:
    with closing(sqlite3.connect(file)) as database:
        names = ("application_id", "user_version", "encoding", "journal_mode", "page_size")
        # Sorted: indexes of one table come in any order.
        return sorted(database.iterdump()), [
            database.execute(f"PRAGMA {name}").fetchone() for name in names
        ]
