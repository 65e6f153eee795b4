"""The tests' pilot goes on when an app has come to rest, and not before."""

import asyncio
import threading
import time
from collections.abc import Callable

import pytest
from textual import work
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Label

from support.at_rest import FRAME
from tui.screens_as_text import as_text


class Told(App[None]):
    """An app whose keys have effects that come late."""

    BINDINGS = [  # noqa: RUF012 - as Textual wants it
        ("m", "messages(50)"),
        ("f", "frames(5)"),
        ("t", "timer"),
        ("w", "worker"),
        ("b", "blocked"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()
        self.times = 0
        self.ended = False

    def compose(self) -> ComposeResult:
        yield Label("nothing")

    def say(self, words: str) -> None:
        self.screen_stack[0].query_one(Label).update(words)

    def action_messages(self, many: int) -> None:
        """Say it by a message that follows from `many` others."""
        if many:
            self.call_later(self.action_messages, many - 1)
        else:
            self.say("messages")

    def action_frames(self, many: int) -> None:
        """Say it after `many` frames."""
        if many:
            self.say(f"{many} frames")
            self.call_after_refresh(self.action_frames, many - 1)
        else:
            self.say("frames")

    def action_timer(self) -> None:
        self.set_timer(0.03, lambda: self.say("timer"))

    async def ever(self) -> None:
        """Let others run, again and again."""
        while not self.ended:
            self.times += 1
            await asyncio.sleep(0)

    @work(thread=True)
    def action_worker(self) -> None:
        end = time.process_time() + 0.1
        while time.process_time() < end:
            sum(range(1000))
        self.call_from_thread(self.say, "worker")

    @work(thread=True)
    def action_blocked(self) -> None:
        self.free.wait()


async def _key(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)


async def _pause(pilot: Pilot[None], key: str) -> None:
    pilot.app.simulate_key(key)
    await pilot.pause()


@pytest.mark.parametrize("wait", [_key, _pause])
@pytest.mark.parametrize("words", ["messages", "frames", "timer", "worker"])
async def test_what_a_key_sets_going_has_ended_and_is_painted(
    words: str, wait: Callable[[Pilot[None], str], object]
) -> None:
    app = Told()
    async with app.run_test() as pilot:
        assert as_text(app).strip() == "nothing"
        await wait(pilot, words[0])  # type: ignore[misc]
        assert as_text(app).strip() == words


async def test_a_thread_that_waits_for_the_test_is_not_waited_for() -> None:
    app = Told()
    async with app.run_test() as pilot:
        before = time.monotonic()
        await pilot.press("b")
        await pilot.pause()
        assert any(not worker.is_finished for worker in app.workers)
        assert time.monotonic() - before < 10
        app.free.set()


async def test_what_never_rests_is_let_be() -> None:
    app = Told()
    async with app.run_test() as pilot:
        ever = asyncio.create_task(app.ever())
        await pilot.pause()
        assert app.times > 100
        app.ended = True
        await ever


async def test_a_frame_is_painted_without_a_pilot_too() -> None:
    app = Told()
    async with app.run_test():
        app.say("at last")
        await asyncio.sleep(3 * FRAME)
        assert not app.screen._dirty_widgets  # noqa: SLF001 - Textual has no public way


class Spoiled(Label):
    """A label that can be laid out, and not painted."""

    def render_line(self, y: int) -> Strip:
        raise LookupError(y)


async def test_what_cannot_be_painted_is_met() -> None:
    app = Told()
    async with app.run_test() as pilot:
        await app.mount(Spoiled("x"))
        with pytest.raises(LookupError):
            await pilot.pause()
        await app.query_one(Spoiled).remove()


class Over(ModalScreen[None]):
    """A screen through which the one below is seen."""

    CSS = "Over { align: right bottom; } Label { width: 20; }"

    def compose(self) -> ComposeResult:
        yield Label("over " * 8)


@pytest.mark.parametrize("size", [(40, 12), (63, 20), (120, 40)])
async def test_whatever_becomes_of_the_size_it_shows_what_it_would_have(
    size: tuple[int, int],
) -> None:
    shown = []
    for first in (size, (80, 24)):
        app = Told()
        async with app.run_test(size=first) as pilot:
            app.say("words " * 30)
            await app.push_screen(Over())
            await pilot.resize_terminal(*size)
            over = as_text(app)
            app.pop_screen()
            await pilot.pause()
            shown.append((over, as_text(app)))
    assert shown[0] == shown[1]
    assert len(shown[0][0].splitlines()) == size[1]
