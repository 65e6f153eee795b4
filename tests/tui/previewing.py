"""A preview for tests: an app on a file of a small pack, and what it is told by the file."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from salesdojo.tui.preview_app import PreviewApp
from tui.screens_as_text import as_text
from tui.small_pack import Plain, write_pack
from tui.talking import visit

PATIENCE = 400
"""Looks, of 20 ms at least, after which a screen that does not come is a failure."""


def visit_file(root: Path, **changes: object) -> Path:
    """Write a pack with the visit below `root`; return the visit's file."""
    return write_pack(root / "pack", visit(**changes)) / "approach" / "visit.yaml"


def save(file: Path, plain: Plain) -> None:
    """Save a scenario as careful editors do."""
    half = file.with_name(f".{file.name}.half")
    half.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")
    half.replace(file)


@asynccontextmanager
async def previewed(
    file: Path, *, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """Open a preview of `file` and wait until it was read."""
    app = PreviewApp(file, language=language)
    async with app.run_test(size=size) as pilot:
        await read(pilot)
        yield pilot


def shown(pilot: Pilot[None]) -> str:
    """Return what is on the screen."""
    return as_text(pilot.app)


async def read(pilot: Pilot[None]) -> None:
    """Wait until the file was examined: the title counts its problems."""
    for _ in range(PATIENCE):
        title = shown(pilot).partition("\n")[0]
        if any(count in title for count in ("problems", "errors:", "問題なし", "エラー")):
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(pilot))


async def sees(pilot: Pilot[None], words: str) -> str:
    """Wait until `words` are on the screen; return all of it."""
    for _ in range(PATIENCE):
        await pilot.pause(0.02)
        if words in shown(pilot):
            await pilot.pause()
            return shown(pilot)
    raise AssertionError(f"{words!r} did not come:\n{shown(pilot)}")


async def gone(pilot: Pilot[None], words: str) -> str:
    """Wait until `words` are off the screen; return all of it."""
    for _ in range(PATIENCE):
        if words not in shown(pilot):
            await pilot.pause()
            return shown(pilot)
        await pilot.pause(0.02)
    raise AssertionError(f"{words!r} stayed:\n{shown(pilot)}")


async def at_rest(pilot: Pilot[None]) -> str:
    """Wait until the screen has stopped changing; return it."""
    before = ""
    while before != shown(pilot):
        before = shown(pilot)
        await pilot.pause(0.1)
    return before


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys one by one, each after the last has had its effect; return the screen."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return shown(pilot)
