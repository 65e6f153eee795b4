"""The story of a deal in words: the same from every door."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure
from salesdojo.practice.journey_story import ChapterStory, ClosedLine, Story, Taught

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey, Stage

Paragraph = tuple[str, ...]
"""Lines that stand together; the first says what they are about."""


def stage_name(stage: "Stage", language: str) -> str:
    """Return what a stage is called."""
    return message(f"journey.stage_{stage.value}", language)


def told(story: Story, journey: "Journey", language: str) -> tuple[Paragraph, ...]:
    """Return the story: a heading, a paragraph for each chapter, and where the deal stands."""
    heading = message("journey.heading", language, account=journey.account.spoken(language))
    chapters = (
        tuple(_chapter(place, chapter, language))
        for place, chapter in enumerate(story.chapters, start=1)
    )
    return ((heading,), *chapters, tuple(standing(story, language)))


def standing(story: Story, language: str) -> Iterator[str]:
    """Yield where in the pipeline the deal stands, and what it came to."""
    furthest = stage_name(story.furthest, language)
    yield message(f"journey.deal_{story.deal.value}", language, stage=furthest)
    yield message("journey.lowest", language, quality=quality_figure(story.lowest))


def _chapter(place: int, chapter: ChapterStory, language: str) -> Iterator[str]:
    yield message(
        "journey.chapter",
        language,
        place=place,
        stage=stage_name(chapter.stage, language),
        title=chapter.title.spoken(language),
        outcome=message(f"journey.outcome_{chapter.outcome.value}", language),
        quality=quality_figure(chapter.quality),
    )
    if place > 1 and chapter.gauges:
        gauges = (f"{name.spoken(language)} {start}" for name, start in chapter.gauges)
        comma = message("journey.comma", language)
        yield message("journey.began", language, gauges=comma.join(gauges))
    for fact in chapter.learned:
        yield message("journey.learned", language, fact=fact.spoken(language))
    for fact in chapter.left:
        yield message("journey.left_behind", language, fact=fact.spoken(language))
    yield message("journey.ended", language, line=chapter.last_line.spoken(language))
    for line in chapter.closed:
        yield from _closed(line, language)


def _closed(line: ClosedLine, language: str) -> Iterator[str]:
    yield message("journey.closed", language, line=line.say.spoken(language))
    for taught in line.opened_by:
        yield _taught(taught, language)


def _taught(taught: Taught, language: str) -> str:
    return message(
        "journey.opened_by",
        language,
        fact=taught.text.spoken(language),
        place=taught.chapter + 1,
        title=taught.title.spoken(language),
    )
