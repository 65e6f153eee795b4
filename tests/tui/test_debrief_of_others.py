"""A debrief that somebody else reads: nothing of it is done in the trainee's place."""

from pathlib import Path

from salesdojo.records.mode import Mode
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.session import Session
from salesdojo.records.values import solution
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.debrief import DebriefScreen
from salesdojo.tui.screens.history import show_history
from salesdojo.tui.screens.own_debrief import OwnDebriefScreen
from tui.practised import Clock
from tui.screens_as_text import as_text, dojo, press, settled


def reviewed(home: Path, who: str) -> DojoApp:
    """Give Aoki's dojo, in whose records Chiba reviewed an attempt of `who`."""
    app = dojo(home, clock=Clock())
    found, store = app.library.scenario("first_call"), app.memory.store()
    session = Session.start(
        store, store.person(who), found, seed=7, mode=Mode.PRACTICE, language="en",
        clock=app.memory.clock, new_id=app.memory.new_id,
    )  # fmt: skip
    for choice in ("pitch", "boast"):
        session.take(choice)
    session.result(solution(found, app.cache))
    attempt, chiba = session.record.id, store.person("Chiba").id
    at = app.memory.clock()
    store.reviews.keep(Said("v1", attempt, Kind.COMMENT, chiba, at, words="Ask before you tell"))
    return app


async def test_what_a_manager_reads_the_trainee_has_not_read(tmp_path: Path) -> None:
    app = reviewed(tmp_path, "Baba")
    baba = app.memory.store().person("Baba")
    before = app.memory.store().reviews.unread(baba)
    assert len(before) == 1
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_history(app, of=baba)
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert not isinstance(app.screen, OwnDebriefScreen)
        assert "Ask before you tell" in as_text(app)
        assert app.memory.store().reviews.unread(baba) == before


async def test_what_trainees_read_themselves_they_have_read(tmp_path: Path) -> None:
    app = reviewed(tmp_path, "Aoki")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        show_history(app)
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnDebriefScreen)
        assert "Ask before you tell" in as_text(app)
        assert app.memory.store().reviews.unread(app.memory.person()) == ()
