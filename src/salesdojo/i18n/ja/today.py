"""What the first screen says of today's session in Japanese."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "home_key": "今日",
    "key_length": "時間",
    "key_again": "もう一度",
    "looking": "今日のメニューを作っています。",
    "line": "今日の練習(T): {count}件、{minutes}分。{why}",
    "line_one": "今日の練習(T): 1件、{minutes}分。{why}",
    "done": "今日の練習(T): 終わりました。続きは明日でかまいません。",
    "nothing": "この時間に入る新しい練習はありません(24時間以内に終えたか、もっと時間がかかるものです)。Mで時間を変え、Aで終えたものをもう一度行えます。",
    "title_empty": "今回のメニュー",
}
