"""What the rules of `check` say in English, by code and form."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD413": (
        "The experts disagree about {choice}: {agreeing} of {count} key it {author} as its points "
        "do ({keys}), which is under {percent} %. Rewrite it."
    ),
    "SD413.points": (
        "The experts agree about {choice}, but not with its points, which say {author} ({keys}); "
        "{agreeing} of {count} is under {percent} %. Change the points or the words."
    ),
    "SD413.few": (
        "Blind keys of {choice}: {count}. At least {needed} are needed before anything can be said."
    ),
    "SD413.experts": (
        "Experts who have keyed this scenario: {count}. At least {needed} are needed before "
        "anything can be said."
    ),
}
