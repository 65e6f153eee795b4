"""What `people` says in English."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "action": "what to do",
    "whom": "a person's name",
    "team": "the team, where several people have the name; '' for none",
    "output": "with export: write this new file instead of printing",
    "yes": "with erase: do not ask",
    "none_in": "There is nobody in the team {team}. The nearest are: {nearest}.",
    "none": "There is nobody here yet.",
    "head": "name|team|attempts|last practised",
    "added": "Added {name}.",
    "added_to": "Added {name} to the team {team}.",
    "exported": "Everything known of {name} is in {file}. Whoever has the file can read it.",
    "will_go": "To be erased of {name}: the name, every word typed, the times of day and what was worked out from the attempts. The attempts stay for the team's figures, as nobody's. It cannot be undone; backups made before keep everything.",
    "sure": "Erase {name}? (y/N) ",
    "erased": "Erased {name}.",
    "kept": "Kept as nobody's: attempts {attempts}, journeys {journeys}. Texts deleted: {words}.",
    "lost": "Deleted instead of kept, because chance could not be repeated: attempts {lost}.",
    "copy": "This copy, made before, still holds everything: {file}",
}
