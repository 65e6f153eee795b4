"""What `salesdojo preview` says in English at a negotiation table."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    # beside the table
    "title": "Table (us / them)",
    "draft": "This offer",
    "offer": "Our last",
    "counter": "Their last",
    "wants": "They want",
    "reserve": "Walk-away",
    "nash": "Nash",
    "no_zone": "No zone",
    "mood": "Mood",
    "left": "Rounds left",
    "interests": "Interests",
    "told": "told",
    "trust": "from {trust}",
    # in the talk
    "move": "to us {ours}, to them {theirs}, they want {target}",
    "wanted": "they want {target}",
    "mood_moved": "mood {before} to {after}",
    "mood_same": "mood {after}",
}
