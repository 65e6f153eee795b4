"""What is met beside the text while an ink story is followed: losses, tags, the title."""

from salesdojo.authoring.importing.branching import said
from salesdojo.authoring.importing.passage_parts import MOST_NAMED
from salesdojo.authoring.importing.story import Lost, Place


class Notes:
    """Kept while the scenes of one story are read."""

    def __init__(self, here: Place) -> None:
        """Begin at `here`."""
        self.here = here
        self.title = ""
        self.tags: list[str] = []
        """Those of the scene that is being read."""
        self._lost: dict[Lost, None] = {}

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What could not be carried, each named once a place."""
        return tuple(self._lost)

    def lose(self, kind: str, what: str) -> None:
        """Note that `what` could not be carried from here."""
        if len(self._lost) < MOST_NAMED:
            self._lost[Lost(kind, " ".join(what.split())[:80], self.here)] = None

    def tag(self, text: str) -> None:
        """Note a tag; ``title: ...`` is the story's title."""
        key, colon, value = text.partition(":")
        if colon and key.strip().lower() == "title" and not self.title:
            self.title = said(value)
        elif text.strip():
            self.tags.append(text.strip())
