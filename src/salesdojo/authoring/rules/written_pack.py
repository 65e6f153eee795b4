"""What a rule about a whole pack looks at: ``pack.yaml``, and the chapters it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from salesdojo.content.document import Document, Path
from salesdojo.content.model import Scenario
from salesdojo.content.reading import built
from salesdojo.content.reference_parts import mapping
from salesdojo.content.shelf import Shelf


@dataclass(frozen=True, slots=True)
class WrittenJourney:
    """A journey whose chapters can all be played."""

    id: str
    written: Mapping[str, Any]
    chapters: Sequence[Scenario]

    @property
    def path(self) -> Path:
        """Where it is written."""
        return ("journeys", self.id)

    def chapter_path(self, place: int) -> Path:
        """Return where a chapter is named."""
        return (*self.path, "scenarios", place)


@dataclass(frozen=True)
class WrittenPack:
    """A manifest without errors, and what lies around it."""

    document: Document
    shelf: Shelf

    @cached_property
    def journeys(self) -> Sequence[WrittenJourney]:
        """Its journeys; of one with a chapter that cannot be played, the chapter's file tells."""
        written = mapping(mapping(self.document.data).get("journeys"))
        return tuple(self._readable(written))

    def _readable(self, written: Mapping[str, Any]) -> Iterator[WrittenJourney]:
        for name, journey in written.items():
            chapters = [self._scenario(one) for one in journey["scenarios"]]
            playable = [one for one in chapters if one is not None]
            if len(playable) == len(chapters):
                yield WrittenJourney(name, journey, playable)

    def _scenario(self, name: str) -> Scenario | None:
        document = self.shelf.scenario(name)
        if document is None or not document.usable:
            return None
        return built(document, self.shelf)
