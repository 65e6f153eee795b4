"""What the first screen says of today's session in English."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "home_key": "Today",
    "key_length": "Minutes",
    "key_again": "Once more",
    "looking": "Your session is being composed.",
    "line": "Today (T): {count} pieces, {minutes} min. {why}",
    "line_one": "Today (T): one piece, {minutes} min. {why}",
    "done": "Today (T): done. Everything else can wait until tomorrow.",
    "nothing": "Nothing new fits: it was done within the last 24 hours, or takes longer. M tries another length, A offers what was done once more.",
    "title_empty": "Your session",
}
