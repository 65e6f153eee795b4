"""Rules about the journeys of a pack: SD415, SD416, SD608 and SD609."""

from collections.abc import Iterator

from salesdojo.authoring.rules.journey_talks import JourneyTalk, journey_talks
from salesdojo.authoring.rules.promised import is_kept
from salesdojo.authoring.rules.written_pack import WrittenPack
from salesdojo.content.problem import Problem
from salesdojo.content.suggesting import nearest
from salesdojo.i18n.figures import quality_figure
from salesdojo.practice.journey_story import Story, teachers


def facts_no_chapter_teaches(pack: WrittenPack) -> Iterator[Problem]:
    """A later chapter declares a fact that neither it nor an earlier chapter can teach."""
    for journey in pack.journeys:
        known = set(journey.chapters[0].learned)
        for place, chapter in enumerate(journey.chapters[1:], 1):
            before = journey.chapters[: place + 1]
            for fact in chapter.facts:
                if fact not in known and next(teachers(fact, before), None) is None:
                    path = journey.chapter_path(place)
                    yield pack.document.problem(path, "SD415", fact=fact, chapter=chapter.id)


def customers_of_other_companies(pack: WrittenPack) -> Iterator[Problem]:
    """A chapter whose customer is of another company than the first chapter's."""
    for journey in pack.journeys:
        first, *later = journey.chapters
        for place, chapter in enumerate(later, 1):
            if chapter.customer.company != first.customer.company:
                path = journey.chapter_path(place)
                yield pack.document.problem(path, "SD416", chapter=chapter.id, first=first.id)


def golden_journeys_that_part(pack: WrittenPack) -> Iterator[Problem]:
    """A golden road through a journey that cannot be gone as it is written."""
    for talk in journey_talks(pack):
        if talk.parted is None:
            continue
        chapter, turn, form = talk.parted
        path = (*talk.path, "play", chapter)
        values: dict[str, str | int] = {"chapter": chapter + 1, "turn": turn + 1}
        if chapter < len(talk.journey.chapters):
            values["scenario"] = talk.journey.chapters[chapter].id
        if form in ("", "goes_on", "table"):
            path = (*path, turn)
            values["choice"] = talk.play[chapter][turn]
        if form in ("", "stops"):
            values["offered"] = ", ".join(talk.offered)
        if form == "":
            near = nearest(talk.play[chapter][turn], talk.offered)
            form, values["suggestion"] = ("suggestion" if near else ""), near or ""
        yield pack.document.problem(path, "SD608", form, **values)


def golden_journeys_of_another_end(pack: WrittenPack) -> Iterator[Problem]:
    """A golden road through a journey that comes to something else than it promises."""
    for talk in journey_talks(pack):
        if talk.story is not None:
            yield from _broken_promises(pack, talk, talk.story)


def _broken_promises(pack: WrittenPack, talk: JourneyTalk, story: Story) -> Iterator[Problem]:
    promised = talk.written
    end = story.chapters[-1].outcome.value
    if promised.get("end", end) != end:
        yield pack.document.problem((*talk.path, "end"), "SD609", end=end)
    if promised.get("stage", story.furthest.value) != story.furthest.value:
        path = (*talk.path, "stage")
        yield pack.document.problem(path, "SD609", "stage", stage=story.furthest.value)
    if not is_kept(promised.get("quality"), story.lowest):
        lowest = min(story.chapters, key=lambda chapter: chapter.quality)
        yield pack.document.problem(
            (*talk.path, "quality"),
            "SD609",
            "quality",
            quality=quality_figure(lowest.quality),
            chapter=lowest.scenario,
        )
