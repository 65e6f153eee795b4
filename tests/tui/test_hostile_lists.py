"""Words of a pack in the lists of journeys and drills and in a deal's story: only words."""

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from salesdojo.content.catalogue import Entry, Journey, Judged, Motion, Stage
from salesdojo.content.drill_groups import drill_groups
from salesdojo.content.model import Outcome
from salesdojo.content.text import Text
from salesdojo.practice.journey_story import ChapterStory, ClosedLine, Deal, Story, Taught
from salesdojo.records.journeys.journey_places import NOWHERE
from salesdojo.tui.screens.story import StoryScreen
from salesdojo.tui.widgets.drill_list import DrillList
from salesdojo.tui.widgets.journey_list import JourneyList
from tui.screens_as_text import as_text, dojo
from tui.talking import IN_COMPANY, acts, press, settle


class Lists(Screen[None]):
    """Both lists, the one criterion unfolded."""

    def __init__(self, journey: Journey, drill: Entry) -> None:
        super().__init__()
        self._journeys = JourneyList([journey], "en")
        self._drills = DrillList(drill_groups([drill]), "en")

    def compose(self) -> ComposeResult:
        yield self._journeys
        yield self._drills

    def on_mount(self) -> None:
        self._journeys.show_places({"j": NOWHERE})
        self._drills.unfold(":inquiry")


def a_journey(words: str) -> Journey:
    return Journey("j", Text.of(words), Text.of(words), ("a", "b"))


def a_drill(words: str) -> Entry:
    text = Text.of(words)
    return Entry(
        id="a_drill", kind="drill", title=text, stage=Stage.APPROACH, motion=Motion.NONE,
        level=1, minutes=1, variant_of=None, customer_name=text, terms=(),
        criteria=(Judged("inquiry", text),),
    )  # fmt: skip


def a_story(words: str) -> Story:
    text = Text.of(words)
    closed = ClosedLine("scene", "choice", text, (Taught("fact", text, 0, text),))
    chapter = ChapterStory(
        scenario="a", title=text, stage=Stage.APPROACH, end="end", last_line=text,
        outcome=Outcome.STALLED, quality=40.0, passed=False, meters={"trust": 3}, facts=(),
        gauges=((text, 3),), learned=(text,), left=(text,), closed=(closed,),
    )  # fmt: skip
    return Story((chapter, chapter), Stage.APPROACH, Deal.OPEN)


@pytest.mark.parametrize("words", IN_COMPANY)
async def test_hostile_words_of_a_pack_are_only_words(tmp_path: Path, words: str) -> None:
    app = dojo(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Lists(a_journey(words), a_drill(words)))
        await settle(pilot)
        assert "0 of 1 passed" in as_text(app)
        assert "not begun" in as_text(app)
        assert acts(app) == []
        await app.push_screen(StoryScreen(a_story(words), a_journey(words)))
        await press(pilot, "pagedown", "end", "l")
        assert acts(app) == []
        assert app.is_running
