"""Many processes on one database: nothing lost, nothing twice, nobody told of a lock."""

from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.store import Store
from support.records import (
    aoki,
    begun,
    decision,
    lock_held,
    processes,
    url,
    write_attempt,
)
from support.servers import Base

WRITERS = 8
EACH = 50


def all_done(writers: list[ForkServerProcess]) -> list[int | None]:
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return [writer.exitcode for writer in writers]


@pytest.mark.slow
def test_eight_processes_make_the_database_and_write_without_loss(
    new_place: Path | Base,
) -> None:
    names = [f"a{number}" for number in range(WRITERS)]
    writers = [
        processes().Process(target=write_attempt, args=(new_place, name, EACH)) for name in names
    ]
    assert all_done(writers) == [0] * WRITERS
    with Store.open(url(new_place)) as store:
        expected = tuple(decision(turn) for turn in range(1, EACH + 1))
        for name in names:
            assert store.decisions(name) == expected
            assert store.verify_chain(name) is None
        assert store.status().counts["person"] == 1
        assert store.status().integrity in ("ok", None)


def test_four_windows_making_the_same_moves_store_each_once(new_place: Path | Base) -> None:
    work = (new_place, "a1", 25)
    writers = [processes().Process(target=write_attempt, args=work) for _ in range(4)]
    assert all_done(writers) == [0] * 4
    with Store.open(url(new_place)) as store:
        assert store.decisions("a1") == tuple(decision(turn) for turn in range(1, 26))
        assert [record.id for record in store.attempts(aoki(store))] == ["a1"]


def test_a_lock_is_waited_for_visibly(tmp_path: Path) -> None:
    waits: list[float] = []
    with Store.open(url(tmp_path / "dojo.db")) as store:
        begun(store)
    with lock_held(tmp_path / "dojo.db") as holder:

        def waiting(seconds: float) -> None:
            if not waits:
                holder.send("let go")
            waits.append(seconds)

        with Store.open(url(tmp_path / "dojo.db"), on_wait=waiting) as store:
            assert store.append("a1", decision(1)) == 1
    assert waits
    assert waits[0] > 0
    assert waits == sorted(waits)


def test_a_lock_held_for_longer_than_we_wait_is_said(tmp_path: Path) -> None:
    path = tmp_path / "dojo.db"
    with Store.open(url(path), patience=0.5) as store:
        begun(store)
        with lock_held(path):
            for refused in (
                lambda: store.append("a1", decision(1)),
                lambda: store.decisions("a1"),
                lambda: store.backup(tmp_path / "copy.db"),
                lambda: Store.open(url(path), patience=0.3),
            ):
                with pytest.raises(RecordsError, match="DB001"):
                    refused()
        assert store.append("a1", decision(1)) == 1
    assert not (tmp_path / "copy.db").exists()
