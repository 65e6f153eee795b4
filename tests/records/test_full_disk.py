"""A disk that is full, and one that may only be read: said, and nothing lost."""

import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from salesdojo.errors import RecordsError
from salesdojo.records.store import Store
from support.records import begun, decision, processes, read_only, url, write_until_full


def write_on(store: Store) -> None:
    for turn in range(1, 500):
        store.append("a1", decision(turn))


def test_a_full_database_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
        pages = path.stat().st_size // 4096

    def limit(connection: DBAPIConnection, _entry: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count={pages + 1}")
        cursor.close()

    event.listen(Engine, "connect", limit)
    try:
        with Store.open(url(path)) as store:
            with pytest.raises(RecordsError, match="DB002"):
                write_on(store)
            stored = store.attempt("a1").saved
            assert stored > 0
            assert store.decisions("a1") == tuple(decision(turn) for turn in range(1, stored + 1))
    finally:
        event.remove(Engine, "connect", limit)
    with Store.open(url(path)) as store:
        assert store.append("a1", decision(stored + 1)) == stored + 1
        assert store.verify_chain("a1") is None


def test_a_file_that_may_not_grow_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path)) as store:
        begun(store)
    size = path.stat().st_size + 8192
    told, tells = processes().Pipe(duplex=False)
    writer = processes().Process(target=write_until_full, args=(path, size, tells))
    writer.start()
    tells.close()
    stored, code, waits = told.recv()
    writer.join()
    assert waits == []
    assert code in {"DB002", "DB019"}
    assert stored > 0
    with Store.open(url(path)) as store:
        assert store.decisions("a1") == tuple(decision(turn) for turn in range(1, stored + 1))
        assert store.status().integrity == "ok"
        assert store.append("a1", decision(stored + 1)) == stored + 1


def test_who_may_only_read_can_read_and_is_told_when_writing() -> None:
    with tempfile.TemporaryDirectory(prefix="salesdojo-") as folder:
        path = Path(folder) / "dojo.db"
        with Store.open(url(path)) as store:
            begun(store)
            store.append("a1", decision(1))
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        told, tells = processes().Pipe(duplex=False)
        reader = processes().Process(target=read_only, args=(path, tells))
        reader.start()
        tells.close()
        assert [told.recv() for _ in range(3)] == [1, "DB003", "DB003"]
        reader.join()
        Path(folder).chmod(0o755)
