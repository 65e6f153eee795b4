"""Everything that is wrong with many files: what is known to be clean is not read again.

Few files are examined here, many in as many processes as the machine has cores.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.authoring.checking.clean_files import CleanFiles, digest
from salesdojo.authoring.checking.selection import Selection
from salesdojo.authoring.checking.targets import Group
from salesdojo.content.echoes import without_echoes
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.key_files import key_files
from salesdojo.content.pack_files import PackFile, pack_files
from salesdojo.content.problem import Problem

if TYPE_CHECKING:
    from salesdojo.authoring.checking.examining import Subject
    from salesdojo.authoring.checking.standards import Standards
    from salesdojo.content.shelf import Shelf

FEW: Final = 12
"""Files up to which starting processes costs more than it saves."""
AT_ONCE: Final = 8
"""Files a process takes at a time."""
OnProgress = Callable[[int], None]
"""Told how many files are done."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found."""

    problems: tuple[Problem, ...]
    """By path, line and column."""
    files: int
    """How many files were looked at, the clean ones that were known included."""


def check(
    groups: Sequence[Group],
    selection: Selection,
    cache: Path | None,
    *,
    agreement: int | None = None,
    on_progress: OnProgress = lambda _: None,
) -> Report:
    """Check the files of `groups`.

    Args:
        groups: what to check.
        selection: which codes are wanted.
        cache: the user's cache folder; None remembers nothing.
        agreement: percent of the experts who must key each choice as its points do.
        on_progress: told after some files how many are done.
    """
    _surroundings.cache_clear()
    clean = CleanFiles(cache)
    jobs = _jobs(groups, selection, agreement)
    waiting = [job for job in jobs if job.digest is None or job.digest not in clean]
    problems = [one for group in groups for one in selection.among(group.problems)]
    fresh: list[bytes] = []
    done = len(jobs) - len(waiting)
    for job, found in zip(waiting, _examined(waiting), strict=True):
        problems.extend(found)
        if not found and job.digest is not None:
            fresh.append(job.digest)
        done += 1
        on_progress(done)
    if cache is not None and fresh:
        # What was rewritten meanwhile was not examined as it was when its digest was taken.
        held = {job.digest for job in _jobs(map(_looked_at_again, groups), selection, agreement)}
        clean.keep(one for one in fresh if one in held)
    return Report(without_echoes(sorted(problems)), len(jobs))


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to examine; it travels to another process."""

    root: Path
    is_pack: bool
    file: PackFile
    selection: Selection
    agreement: int | None
    digest: bytes | None
    """None for a file that cannot be read."""


def _jobs(groups: Iterable[Group], selection: Selection, agreement: int | None) -> list[_Job]:
    jobs: list[_Job] = []
    for group in groups:
        around = digest(_surroundings_digest(group, selection), str(agreement).encode())
        jobs.extend(
            _Job(
                group.root,
                group.is_pack,
                file,
                selection,
                agreement,
                _digest(file, around, _chapters(group, file)),
            )
            for file in group.files
        )
    return jobs


def _chapters(group: Group, file: PackFile) -> Sequence[Path]:
    """Return the files that a manifest with journeys is checked against: any may be a chapter."""
    if file.kind != "pack":
        return ()
    try:
        written = file_bytes(file.path)
    except UnreadableFileError:
        return ()
    scenarios = (one.path for one in group.found.files if one.kind == "scenario")
    return tuple(scenarios) if b"journeys" in written else ()


def _looked_at_again(group: Group) -> Group:
    return replace(group, found=pack_files(group.root, strays=group.is_pack))


def _digest(file: PackFile, around: bytes, chapters: Sequence[Path] = ()) -> bytes | None:
    keys = key_files(file.path) if file.kind == "scenario" else None
    if keys is not None and keys.problems:
        return None
    read = (file.path, *(keys.files if keys is not None else ()), *chapters)
    try:
        held = [
            part for path in read for part in (path.name.encode(errors="replace"), file_bytes(path))
        ]
    except UnreadableFileError:
        return None
    return digest(around, b"drill" if file.drill else file.kind.encode(), *held)


def _surroundings_digest(group: Group, selection: Selection) -> bytes:
    """Return what stands for all that the files of a group may refer to."""
    parts = [str(selection).encode(), b"pack" if group.is_pack else b""]
    shared = list(group.found.files)
    if not group.is_pack:
        from salesdojo import settings

        shared += pack_files(settings.shipped_pack()).files
    for file in shared:
        parts.append(f"{file.kind} {file.id}".encode(errors="replace"))
        if file.kind != "scenario":
            try:
                parts.append(file_bytes(file.path))
            except UnreadableFileError as fault:
                parts.append(repr(fault).encode())
    return digest(*parts)


def _examined(jobs: Sequence[_Job]) -> Iterator[tuple[Problem, ...]]:
    workers = min(len(jobs) // AT_ONCE, os.cpu_count() or 1)
    if len(jobs) <= FEW or workers <= 1:
        yield from map(_examine, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    with ProcessPoolExecutor(workers, initializer=_work_for_the_parent) as pool:
        with _endings_held():
            # The processes are started here. (`map` would cancel what is left when it is broken
            # off; an executor whose workers are gone stumbles over that: CPython 3.11.)
            parts = [
                pool.submit(_examine_in_turn, jobs[begin : begin + AT_ONCE])
                for begin in range(0, len(jobs), AT_ONCE)
            ]
        try:
            for part in parts:
                yield from part.result()
        except BaseException:
            # Whoever broke off does not wait for what is still being examined.
            for worker in active_children():
                worker.kill()
            raise


@contextmanager
def _endings_held() -> Iterator[None]:
    """Let ending signals wait: one that comes while a process starts would be lost in it."""
    import signal

    before = signal.pthread_sigmask(
        signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    )
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work_for_the_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it does, however it ends."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _examine_in_turn(jobs: Sequence[_Job]) -> list[tuple[Problem, ...]]:
    return list(map(_examine, jobs))


def _examine(job: _Job) -> tuple[Problem, ...]:
    from salesdojo.authoring.checking.examining import examine

    return examine(_subject(job), job.selection).problems


def _subject(job: _Job) -> "Subject":
    from salesdojo.authoring.checking.examining import Subject

    shelf, standards = _surroundings(job.root, job.is_pack)
    file = job.file
    return Subject(
        file.kind,
        file.name,
        file.id,
        lambda: file_bytes(file.path),
        shelf,
        standards,
        job.agreement,
        drill=file.drill,
    )


@lru_cache(maxsize=64)
def _surroundings(root: Path, is_pack: bool) -> "tuple[Shelf, Standards]":
    """Return what a group's files refer to; each process reads it once."""
    from salesdojo import settings
    from salesdojo.authoring.checking.standards import OUTSIDE, standards
    from salesdojo.content.checking import checked
    from salesdojo.content.shelf import Shelf

    if not is_pack:
        return Shelf.of_folder(root, behind=Shelf.of_pack(settings.shipped_pack())), OUTSIDE
    shelf = Shelf.of_pack(root)
    manifest = root / "pack.yaml"
    written = checked("pack", str(manifest), "pack", lambda: file_bytes(manifest), shelf)
    return shelf, standards(written)
