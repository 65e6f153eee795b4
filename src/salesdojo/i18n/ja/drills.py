"""What the room of the drills says in Japanese."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "clock": "開始すると{seconds}秒で答えます。黙っていることも一つの答えになります。",
    "title": "ドリル",
    "note": "多くは、お客様の一言に一度だけ答える練習です。項目を選んでください。",
    "passed": "{all}問中{passed}問合格",
    "without_criterion": "評価項目なし",
    "key_open": "開く",
    "home_key": "ドリル",
    "home_heading": "ドリル",
    "home_row": "数分で終わる練習 {count}問",
    "home_row_passed": "数分で終わる練習 {count}問({passed}問合格)",
    "next_key": "次のドリル",
    "back_key": "ドリル一覧",
}
