"""The ground of every screen that looks something up: in a thread, and failures told once."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from textual.app import ComposeResult

from salesdojo.errors import RecordsError
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.home import HomeScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.screens.message import MessageScreen
from salesdojo.tui.screens.practise import PractiseScreen
from salesdojo.tui.widgets.key_bar import KeyBar
from tui.practised import opened
from tui.screens_as_text import as_text, dojo, press, settled


class Counting(LookingScreen):
    """Counts its looks, and what it was answered."""

    def __init__(self, find: Callable[[int], Answers]) -> None:
        super().__init__()
        self.find = find
        self.looks = 0
        self.shown: list[str] = []

    def compose(self) -> ComposeResult:
        yield KeyBar((), self.dojo.language)

    def answers(self) -> Answers:
        self.looks += 1
        yield from self.find(self.looks)

    def say(self) -> None:
        pass

    def show(self, words: str) -> Callable[[], object]:
        return lambda: self.shown.append(words)


def told(app: DojoApp) -> bool:
    """Say whether a failure is told over the screen."""
    return isinstance(app.screen, MessageScreen)


async def test_each_thing_found_is_shown_as_soon_as_it_is_there(tmp_path: Path) -> None:
    rest = Event()

    def find(look: int) -> Answers:
        yield screen.show(f"first of look {look}")
        rest.wait(10)
        yield screen.show("rest")

    screen = Counting(find)
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(screen)
        while not screen.shown:
            await pilot.pause(0.01)
        assert screen.shown == ["first of look 1"]
        rest.set()
        await settled(pilot)
        assert screen.shown == ["first of look 1", "rest"]


async def test_what_an_earlier_look_finds_too_late_is_not_shown(tmp_path: Path) -> None:
    late = Event()

    def find(look: int) -> Answers:
        if look == 1:
            late.wait(10)
        yield screen.show(f"look {look}")

    screen = Counting(find)
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(screen)
        while screen.looks < 1:
            await pilot.pause(0.01)
        screen.look_up()
        while not screen.shown:
            await pilot.pause(0.01)
        late.set()
        await settled(pilot)
        await pilot.pause(0.1)
        assert screen.shown == ["look 2"]


async def test_what_keeps_the_records_from_being_read_is_told_once_until_they_are(
    tmp_path: Path,
) -> None:
    codes = ["DB010", "DB010", "DB025", None, "DB010"]

    def find(look: int) -> Answers:
        code = codes[look - 1]
        if code is not None:
            raise RecordsError(code, place="there", revision="abc")
        yield screen.show("read")

    screen = Counting(find)
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(screen)
        await settled(pilot)
        assert told(app)
        await press(pilot, "escape")  # which looks again, in vain
        assert screen.looks == 2
        assert app.screen is screen
        screen.look_up()
        await settled(pilot)
        assert "DB025" in as_text(app)  # another reason is worth telling
        await press(pilot, "escape")
        assert screen.shown == ["read"]
        assert screen.unread is None
        screen.look_up()
        await settled(pilot)
        assert told(app)


async def test_a_key_asks_for_one_thing_at_a_time_and_is_told_every_failure(tmp_path: Path) -> None:
    go_on = Event()

    def find(_: int) -> Answers:
        yield screen.show("looked")

    def wish() -> Answers:
        go_on.wait(10)
        yield screen.show("done")

    def vain() -> Answers:
        yield from ()
        raise RecordsError("DB010", place="there")

    screen = Counting(find)
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.push_screen(screen)
        screen.ask(wish())
        screen.ask(wish())
        go_on.set()
        await settled(pilot)
        assert screen.shown.count("done") == 1
        for _ in range(2):
            screen.ask(vain())
            await settled(pilot)
            assert told(app)
            await press(pilot, "escape")
            assert app.screen is screen


async def test_a_session_can_be_left_where_the_records_cannot_be_read_any_more(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.memory.close()
        for name in ("dojo.db-wal", "dojo.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        (tmp_path / "dojo.db").write_bytes(b"this is no database at all" * 100)
        await press(pilot, "t")
        assert told(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PractiseScreen)
        await press(pilot, "escape", "escape")  # the first screen tells of it, once
        assert isinstance(app.screen, HomeScreen)
