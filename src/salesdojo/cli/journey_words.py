"""What is printed of a journey's story: in words, and as JSON."""

from typing import TYPE_CHECKING

from salesdojo.cli.debriefing import result_as_json
from salesdojo.cli.printing import number
from salesdojo.records.journeys.journey_telling import told

if TYPE_CHECKING:
    from salesdojo.practice.journey_story import ChapterStory
    from salesdojo.practice.scoring import Result
    from salesdojo.records.journeys.journey_session import JourneySession
    from salesdojo.records.session import Session


def story_in_words(journey: "JourneySession", language: str) -> str:
    """Return the story of the chapters that are concluded."""
    paragraphs = told(journey.story(), journey.journey, language)
    return "\n\n".join("\n".join(lines) for lines in paragraphs)


def story_as_json(
    journey: "JourneySession", chapters: "list[tuple[Session, Result]]"
) -> dict[str, object]:
    """Return what `journey ID --choose ... --json` prints: other programs rely on it."""
    story = journey.story()
    return {
        "journey": journey.journey.id,
        "run": journey.record.id,
        "outcome": story.chapters[-1].outcome.value,
        "deal": story.deal.value,
        "stage": story.furthest.value,
        "quality": number(story.lowest),
        "chapters": [
            {**result_as_json(session, result), **_beside(chapter)}
            for (session, result), chapter in zip(chapters, story.chapters, strict=True)
        ],
    }


def _beside(chapter: "ChapterStory") -> dict[str, object]:
    return {
        "stage": chapter.stage.value,
        "begun": {"meters": dict(chapter.meters), "facts": list(chapter.facts)},
        "end": chapter.end,
        "closed": [
            {
                "scene": line.scene,
                "choice": line.choice,
                "opened_by": [
                    {"fact": taught.fact, "chapter": taught.chapter + 1}
                    for taught in line.opened_by
                ],
            }
            for line in chapter.closed
        ],
    }
