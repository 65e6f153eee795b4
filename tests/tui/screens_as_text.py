"""Screens for tests: an app on a small pack, and what it shows as plain lines."""

from itertools import count
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from salesdojo.content.library import Library
from salesdojo.tui.app import DojoApp
from tui.small_pack import small_library

SIZES = ((80, 24), (120, 40))


def dojo(home: Path, *, library: Library | None = None, **changes: Any) -> DojoApp:
    """Return an app whose records lie below `home`; its clock and ids count up."""
    return DojoApp(**dojo_keys(home, library=library, **changes))


def dojo_keys(home: Path, *, library: Library | None = None, **changes: Any) -> dict[str, Any]:
    """Return what an app takes whose records lie below `home`."""
    ticks = count(1_700_000_000_000, 1000)
    ids = count(1)
    return {
        "library": library or small_library(home),
        "database": f"sqlite:///{home / 'dojo.db'}",
        "person": "Aoki",
        "language": "en",
        "clock": lambda: next(ticks),
        "new_seed": lambda: 7,
        "new_id": lambda: f"attempt{next(ids)}",
        "cache": home / "cache",
        **changes,
    }


def as_text(app: App[None]) -> str:
    """Return what is on the screen, a line a row, without blanks at the ends."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no public way
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return "\n".join(lines).rstrip() + "\n"


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers have reported and everything is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each as a person would: after the last has had its effect."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
