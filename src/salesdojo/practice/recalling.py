"""Which of the lines offered is nearest to what the trainee typed before seeing them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.practice.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.model import Choice

LONGEST_TYPED: Final = 300
"""Characters that are taken of what is typed; the longest line of a drill has about 100."""
NEAR: Final = 38.0
"""The likeness from which a line is called near: set from tests/support/typed_lines.py."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A line typed from memory, and the one of those offered that it is nearest to."""

    typed: str | None
    """None once the person was erased."""
    nearest: str
    """The choice's id."""
    likeness: float
    """0 to 100: see `salesdojo.practice.likeness`."""

    @property
    def near(self) -> bool:
        """Whether it is like enough to be pointed at."""
        return self.likeness >= NEAR


def recalled(typed: str, offered: "Iterable[Choice]") -> Recalled:
    """Return which of the choices `offered` is nearest to `typed`.

    A choice is as like as the likest of its languages. Of several as like, the first by
    id is the nearest, in whatever order they are offered.

    Args:
        typed: at most `LONGEST_TYPED` characters.
        offered: at least one.
    """
    unlike, nearest = min((-_likest(typed, choice), choice.id) for choice in offered)
    return Recalled(typed, nearest, 0.0 - unlike)


def _likest(typed: str, choice: "Choice") -> float:
    return max(likeness(typed, words) for _, words in choice.say.by_language)
