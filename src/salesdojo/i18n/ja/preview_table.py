"""What `salesdojo preview` says in Japanese at a negotiation table."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    # beside the table
    "title": "交渉テーブル(当方 / 相手)",
    "draft": "この提案",
    "offer": "前の提案",
    "counter": "相手の対案",
    "wants": "相手の要求",
    "reserve": "譲れない線",
    "nash": "ナッシュ点",
    "no_zone": "合意の余地なし",
    "mood": "気分",
    "left": "残りの回数",
    "interests": "本音",
    "told": "聞けた",
    "trust": "気分{trust}から",
    # in the talk
    "move": "当方{ours}点、相手{theirs}点、相手の要求{target}点",
    "wanted": "相手の要求{target}点",
    "mood_moved": "気分{before}から{after}",
    "mood_same": "気分{after}",
}
