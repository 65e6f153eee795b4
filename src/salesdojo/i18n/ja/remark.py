"""What is said in Japanese of the trainee's word about a line."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "key": "指摘",
    "title": "{turn}回目の発言について伝える",
    "line": "せりふ: {text}",
    "move": "交渉の手: {move}",
    "kind_wrong": "間違っている",
    "kind_unclear": "分かりにくい",
    "hint": "理由(なくてもかまいません)",
    "note": "作成者に届くのは言葉だけで、お名前は届きません。",
    "key_kind": "種類を替える",
    "key_keep": "残す",
    "key_close": "閉じる",
    "kept": "作成者に伝えるため、記録に残しました。",
    "choose_decision": "先にTabで発言を選んでください。",
    "plain": "間違い(w)や分かりにくい所(u)はありますか。「w 1 理由」のように書くと、1回目の発言について伝えます。Enterで先へ進みます: ",
    "plain_not_understood": "wかu、発言の番号(1から{count})、必要なら理由の順に書いてください。",
    "told_wrong": "間違い",
    "told_unclear": "分かりにくい",
    "analyse": "数値の代わりに、受講者がせりふについて伝えたことを表示します",
    "none": "{scenario}について伝えられたことはありません。",
    "head": "{scenario}について伝えられたこと(新しい順): {count}",
    "older": "前の版",
    "without_words": "(理由なし)",
}
