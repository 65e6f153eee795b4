"""What `db figures` says in English."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "rebuild": "for figures: tell what managers read anew from the attempts, and keep it",
    "tallies": "Counting attempts",
    "summaries": "Looking at people",
    "tallies_equal": "The tallies of choices are as told from all {attempts} attempts.",
    "tallies_differ": "The tallies of choices are not as told from all {attempts} attempts. Rows that differ: {differ}.",
    "tallies_untold": "The tallies have not been told from the attempts yet.",
    "tallies_rebuilt": "The tallies were told anew from {attempts} attempts.",
    "summaries_equal": "Each summary kept is as told from the attempts (people: {people}, summaries: {kept}). The others are told when somebody asks for them.",
    "summaries_differ": "Summaries are not as told from the attempts: {differ} of {kept}.",
    "summaries_rebuilt": "The summaries were told anew (people: {people}).",
    "damaged": "Summaries that cannot be told, because a result or a scenario is damaged: {many}. `salesdojo audit` says which.",
    "repair": "`salesdojo db figures --rebuild` tells everything anew from the attempts, which are not changed by it.",
}
