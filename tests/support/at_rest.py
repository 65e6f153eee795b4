"""When an app has come to rest: told by what it has left to do, not by the clock.

Textual's pilot sleeps until the processor has been idle for a fiftieth of a second, several
times a key, and paints on the way whatever a frame of that time shows. Here the pilot waits
until no message, callback or task is left that could run, and lets each frame that is due be
painted at once; only for threads and for timers that are about to end does it wait as Textual
does. What is laid out on the way is not painted each time: only what it comes to is.
tui/test_at_rest.py holds what it waits for.
"""

import asyncio
from collections.abc import Iterator
from time import process_time
from typing import Any, Final
from weakref import WeakSet

from textual._context import active_app
from textual._wait import wait_for_idle as by_the_clock
from textual.app import App, ScreenStackError
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

__all__ = [
    "FRAME",
    "at_rest",
    "by_the_clock",
    "frame",
    "paint_later",
    "resized",
    "wait_for_idle",
    "wait_for_screen",
]

SLICE: Final = 1 / 50
"""Seconds of quiet after which what a thread or a timer does is not waited for any longer."""
SOON: Final = 0.05
"""Seconds; a timer that long or shorter is waited for."""
FRAME: Final = 0.25
"""Seconds between frames where nobody waits for the app to rest."""
_IDLE: Final = 0.001
_LONGEST: Final = 1.0
"""Seconds after which what never rests is let be, as Textual does."""
_update: Final = Screen._on_timer_update  # noqa: SLF001 - Textual has no public way
_paint: Final = Screen._compositor_refresh  # noqa: SLF001 - Textual has no public way
_resize: Final = Screen._screen_resized  # noqa: SLF001 - Textual has no public way
_UNPAINTED: Final[WeakSet[Screen[Any]]] = WeakSet()
"""Screens that were laid out, or of which widgets changed, since they were last painted."""


def paint_later(screen: Screen[Any]) -> None:
    """Do as `Screen._compositor_refresh`, but once for all that comes before a rest."""
    _UNPAINTED.add(screen)


def frame(screen: Screen[Any]) -> None:
    """Do as `Screen._on_timer_update`, and paint: nobody waits for the app to rest.

    Screens below are painted too, as what is laid out below is painted at once by Textual.
    """
    _update(screen)
    _painted(screen.app)


def resized(screen: Screen[Any], size: Size) -> None:
    """Do as `Screen._screen_resized`, unless it has that size.

    Its own layout tells a screen of its size once more, and each screen above tells it again.
    What has changed since it was laid out brings a frame in any case.
    """
    if screen.outer_size != size:
        _resize(screen, size)


async def at_rest(app: App[Any]) -> None:
    """Wait until `app` has nothing left to do, and everything is painted."""
    loop = asyncio.get_running_loop()
    end = loop.time() + _LONGEST
    while loop.time() < end:
        await _all_laid_out(app, end)
        timers, workers = set(_timers(app)), set(_workers(app))
        if timers:
            await asyncio.wait(timers, timeout=SOON)
        elif not (workers and await _ends_or_works(workers)) and not _painted(app):
            return


async def _ends_or_works(workers: set[asyncio.Task[Any]]) -> bool:
    """Wait a little; tell whether a worker ended or the processor was at work."""
    before = process_time()
    done, _ = await asyncio.wait(workers, timeout=SLICE)
    return bool(done) or process_time() - before >= _IDLE


async def wait_for_idle(_min_sleep: float = 0, _max_sleep: float = 1) -> None:
    """Do as `textual._wait.wait_for_idle`, by what is left to do."""
    await at_rest(active_app.get())


async def wait_for_screen(pilot: Pilot[Any], _timeout: float = 30.0) -> bool:
    """Do as `Pilot._wait_for_screen`, for all screens and all that comes of their messages.

    Threads and timers are waited for as little as there.
    """
    await _all_laid_out(pilot.app, asyncio.get_running_loop().time() + _LONGEST)
    return pilot.app._exception is None  # noqa: SLF001 - Textual has no public way


async def _all_laid_out(app: App[Any], end: float) -> None:
    """Wait until all that could run has run, and all that it changed is laid out."""
    loop = asyncio.get_running_loop()
    await _nothing_ready(loop, end)
    while loop.time() < end and _updated(app):
        await _nothing_ready(loop, end)


async def _nothing_ready(loop: Any, end: float) -> None:
    """Wait until all that could run has run."""
    while True:
        await asyncio.sleep(0)
        if not loop._ready or loop.time() >= end:  # noqa: SLF001 - asyncio has no public way
            return


def _updated(app: App[Any]) -> bool:
    """Let the frames that are due be laid out; tell whether there were any."""
    due = [screen for screen in _screens(app) if screen.is_running and _due(screen)]
    for screen in due:
        _update(screen)
    return bool(due)


def _painted(app: App[Any]) -> bool:
    """Paint what was laid out; tell whether there was anything."""
    painted = [screen for screen in _screens(app) if _paint_at_last(screen)]
    return bool(painted)


def _paint_at_last(screen: Screen[Any]) -> bool:
    """Paint `screen` if it has changed since it was; tell whether it has."""
    if screen not in _UNPAINTED:
        return False
    _UNPAINTED.discard(screen)
    if screen.is_running:
        _paint(screen)
    return True


def _screens(app: App[Any]) -> list[Screen[Any]]:
    try:
        return list(app.screen_stack)
    except ScreenStackError:
        return []


def _due(screen: Any) -> bool:
    return bool(screen._update_timer._active.is_set())  # noqa: SLF001 - Textual has no public way


def _workers(app: App[Any]) -> Iterator[asyncio.Task[Any]]:
    """Yield what works in threads."""
    for worker in app.workers:
        if worker._task is not None and not worker._task.done():  # noqa: SLF001
            yield worker._task  # noqa: SLF001


def _timers(app: App[Any]) -> Iterator[asyncio.Task[Any]]:
    """Yield the timers that ring once, and soon."""
    try:
        pumps = [app, *(one for screen in app.screen_stack for one in screen.walk_children())]
    except ScreenStackError:
        return
    for pump in pumps:
        for timer in pump._timers:  # noqa: SLF001
            once = timer._repeat == 0 and timer._interval <= SOON  # noqa: SLF001
            if once and timer._task is not None and not timer._task.done():  # noqa: SLF001
                yield timer._task  # noqa: SLF001
