"""What the customer's mood at a negotiation table is called in Japanese."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "furious": "怒っている",
    "cold": "冷ややか",
    "wary": "警戒ぎみ",
    "neutral": "様子見",
    "warming": "打ち解けてきた",
    "warm": "好意的",
}
