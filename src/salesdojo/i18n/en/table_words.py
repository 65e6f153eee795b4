"""What the customer's mood at a negotiation table is called in English."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "furious": "furious",
    "cold": "cold",
    "wary": "wary",
    "neutral": "neutral",
    "warming": "warming",
    "warm": "warm",
}
