"""When a file counts as changed: however it is saved, once, and never half."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from salesdojo.authoring.previewing.watcher import FileWatcher
from salesdojo.authoring.previewing.watching import PATIENCE, QUIET, FileWatch, Sight, look

FILE = Path("talk.yaml")
RUBRIC = Path("rubric.yaml")
OLD = (10, 1)
NEW = (12, 2)
EMPTY = (0, 2)


def sights(*looks: tuple[float, tuple[int, ...] | None]) -> list[Sight]:
    """Return what is told of a file, OLD at first, by what was seen when."""
    watch = FileWatch(FILE, {FILE: OLD})
    told = (watch.see({FILE: stamp}, moment) for moment, stamp in looks)
    return [sight for sight in told if sight is not None]


def test_a_change_is_told_once_it_is_at_rest() -> None:
    assert sights((1, NEW)) == []
    assert sights((1, NEW), (1 + QUIET, NEW)) == [Sight.CHANGED]
    assert sights((1, NEW), (1 + QUIET, NEW), (2, NEW), (3, NEW)) == [Sight.CHANGED]


def test_a_file_that_keeps_changing_is_waited_for() -> None:
    writing = [(number * QUIET, (number, number)) for number in range(1, 9)]
    assert sights(*writing) == []


def test_a_file_cut_to_nothing_is_waited_for() -> None:
    assert sights((1, EMPTY), (1 + QUIET, EMPTY), (1.2, NEW), (1.3, NEW)) == [Sight.CHANGED]


def test_a_file_that_stays_empty_is_read() -> None:
    assert sights((0, EMPTY), (PATIENCE, EMPTY)) == [Sight.CHANGED]


def test_a_file_deleted_and_made_again_is_never_told_as_gone() -> None:
    assert sights((1, None), (1 + QUIET, None), (1.2, NEW), (1.3, NEW)) == [Sight.CHANGED]


def test_a_file_that_stays_away_is_gone_and_can_come_back() -> None:
    looks = ((0, None), (PATIENCE, None), (2, None), (3, OLD), (4, OLD))
    assert sights(*looks) == [Sight.GONE, Sight.CHANGED]


def test_a_file_beside_it_is_watched_from_when_it_was_named() -> None:
    watch = FileWatch(FILE, {FILE: OLD})
    watch.widen({FILE: OLD, RUBRIC: OLD})
    assert watch.see({FILE: OLD, RUBRIC: OLD}, 1) is None
    assert watch.see({FILE: OLD, RUBRIC: NEW}, 2) is None
    assert watch.see({FILE: OLD, RUBRIC: NEW}, 3) is Sight.CHANGED


def test_a_file_beside_it_that_goes_is_a_change() -> None:
    watch = FileWatch(FILE, {FILE: OLD, RUBRIC: OLD})
    watch.see({FILE: OLD, RUBRIC: None}, 1)
    assert watch.see({FILE: OLD, RUBRIC: None}, 2) is Sight.CHANGED


def test_naming_other_files_loses_no_change() -> None:
    watch = FileWatch(FILE, {FILE: OLD})
    watch.see({FILE: NEW}, 1)
    watch.widen({FILE: NEW, RUBRIC: OLD})
    assert watch.see({FILE: NEW, RUBRIC: OLD}, 2) is Sight.CHANGED


@contextmanager
def watched(file: Path) -> Iterator[Callable[[], Sight]]:
    """Watch a real file; what is yielded returns the next thing told."""
    told: Queue[Sight] = Queue()
    watcher = FileWatcher(file, look((file,)), lambda sight, _: told.put(sight))
    watcher.start()
    yield lambda: told.get(timeout=5)
    watcher.stop()
    watcher.join(5)
    assert not watcher.is_alive()
    with pytest.raises(Empty):
        told.get_nowait()


def by_rename(file: Path) -> None:
    half = file.with_suffix(".half")
    half.write_text("new", encoding="utf-8")
    half.replace(file)


def by_writing_over(file: Path) -> None:
    file.write_text("newer", encoding="utf-8")


def by_writing_the_same_length_at_the_same_time(file: Path) -> None:
    before = file.stat()
    file.write_text("OLD", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def by_deleting_first(file: Path) -> None:
    file.unlink()
    time.sleep(0.1)
    file.write_text("new", encoding="utf-8")


def bit_by_bit(file: Path) -> None:
    with file.open("w", encoding="utf-8") as opened:
        for _ in range(500):
            opened.write("new\n")
            opened.flush()


@pytest.mark.parametrize(
    "save",
    [
        by_rename,
        by_writing_over,
        by_writing_the_same_length_at_the_same_time,
        by_deleting_first,
        bit_by_bit,
    ],
)
def test_every_way_to_save_is_told_once(tmp_path: Path, save: Callable[[Path], None]) -> None:
    file = tmp_path / "talk.yaml"
    file.write_text("old", encoding="utf-8")
    with watched(file) as told:
        threading.Thread(target=save, args=(file,)).start()
        assert told() is Sight.CHANGED
        time.sleep(PATIENCE)


def test_a_real_file_goes_and_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    file.write_text("old", encoding="utf-8")
    with watched(file) as told:
        file.unlink()
        assert told() is Sight.GONE
        file.write_text("new", encoding="utf-8")
        assert told() is Sight.CHANGED
