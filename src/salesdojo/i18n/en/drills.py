"""What the room of the drills says in English."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "clock": "Against the clock: once the talk opens you have {seconds} seconds, and silence is an answer too.",
    "title": "Drills",
    "note": "Mostly one line from a customer and one answer. Choose what to train.",
    "passed": "{passed} of {all} passed",
    "without_criterion": "Without a criterion",
    "key_open": "Open",
    "home_key": "Drills",
    "home_heading": "Drills",
    "home_row": "A few minutes each: {count}",
    "home_row_passed": "A few minutes each: {count} ({passed} passed)",
    "next_key": "Next drill",
    "back_key": "Drills",
}
