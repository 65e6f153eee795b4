"""What stored moves come to on one revision, as comparing needs it."""

from typing import NamedTuple


class Why(NamedTuple):
    """One thing that was found; `audit.<kind>` is its message."""

    kind: str
    detail: str
    """The turn, figure, revision or method that it is about."""


class Replay(NamedTuple):
    """Why the moves cannot be played, or what their result is; neither while a talk goes on."""

    whys: tuple[Why, ...]
    digest: str | None = None
    """sha-256 (hex) of the text of the result."""
    text: str = ""
    """The text, where there is a result."""
    columns: tuple[str, float, int] = ("", 0.0, 0)
    """Outcome, quality, passed."""
