"""What is said in English of lines typed before the choices are shown."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "key_on": "Type first",
    "key_off": "Choices at once",
    "briefing_on": "You type your line first, without a clock; then the choices appear.",
    "briefing_off": "With T you type your line before the choices appear.",
    "your_line": "Say it in your own words. No clock runs while you type.",
    "hint": "Your line. Enter shows the choices.",
    "key_show": "Show the choices",
    "key_without": "Choose without",
    "near": "The line marked * is nearest to yours.",
    "far": "None of the lines is near yours. Choose one.",
    "mark": "* nearest: {text}",
    "typed": "You typed",
    "nearest": "Nearest",
    "nearest_told": "{text} (likeness {likeness})",
    "none_near": "None of the lines was near yours.",
    "typed_gone": "(no longer kept)",
    "plain_begin": "The clock starts when you press Enter (t: your own line first, without a clock; q leaves). ",
    "plain_ask": "Your line, in your own words (Enter shows the choices): ",
    "plain_typed": "You typed: {text}",
    "plain_nearest": "Nearest: {text} (likeness {likeness})",
}
