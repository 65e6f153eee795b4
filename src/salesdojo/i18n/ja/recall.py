"""What is said in Japanese of lines typed before the choices are shown."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "key_on": "先に書く",
    "key_off": "すぐ選ぶ",
    "briefing_on": "先に自分の言葉で書き、その後で選択肢が出ます。書いている間は時計が止まります。",
    "briefing_off": "Tを押すと、選択肢を見る前に自分の言葉で書けます。",
    "your_line": "自分の言葉で書いてください。書いている間は時計が止まります。",
    "hint": "あなたの一言。Enterで選択肢が出ます。",
    "key_show": "選択肢を見る",
    "key_without": "書かずに選ぶ",
    "near": "* の付いた行が、あなたの言葉にいちばん近いものです。",
    "far": "近い行はありませんでした。一つ選んでください。",
    "mark": "* 近い: {text}",
    "typed": "書いた言葉",
    "nearest": "近い行",
    "nearest_told": "{text}(近さ {likeness})",
    "none_near": "近い行はありませんでした。",
    "typed_gone": "(残されていません)",
    "plain_begin": "Enterを押すと時間の計測が始まります(tで、先に時間を計らず自分の言葉を書きます。qで終わります)。",
    "plain_ask": "自分の言葉で書いてください(Enterだけで選択肢が出ます): ",
    "plain_typed": "書いた言葉: {text}",
    "plain_nearest": "近い行: {text}(近さ {likeness})",
}
