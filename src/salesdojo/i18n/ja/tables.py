"""What is said of negotiation tables in Japanese: what is wrong with one, and what is in it."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD801": "{side} の点は {count} 個ですが、論点の選択肢は {options} 個です。選択肢ごとに点を 1 つずつ書いてください。",
    "SD802": "この論点の選択肢は、後から開くものを含めて {count} 個ですが、{limit} 個までです。",
    "SD802.all": "選択肢が全部で {count} 個ありますが、{limit} 個までです。",
    "SD803": "{side} の最も悪い組み合わせと最も良い組み合わせの差が {span} 点ありますが、{limit} 点までです。この側の点をすべて同じ数で割ってください。",
    "SD804.empty": "範囲に {last} しかありません。from と to を違う数にしてください。",
    "SD804.endless": "間隔が {step} では {last} に着きません。間隔を 0 より大きくしてください。",
    "SD804.many": "範囲の数が {limit} 個を超えています。間隔を広げてください。",
    "SD804.step": "間隔 {step} では {first} から {last} にちょうど着きません。範囲を割り切れる間隔にしてください。",
    "SD804.decimals": "範囲の数に、小数点以下が {limit} 桁を超えるものがあります。",
    "SD805": "論点 {issue} には、選択肢 {option} がすでにあります。",
    "SD806": "{side} の留保点は {reserve} ですが、最も良い組み合わせでも {most} 点です。",
    "SD806.locked": "{side} の留保点は {reserve} ですが、後から開く選択肢を除くと、最も良い組み合わせでも {most} 点です。",
    "SD807": "質問 {name} がありません。questions に言い方を書いてください。",
    "SD807.suggestion": "質問 {name} がありません。{suggestion} のことですか。",
    "SD808": "論点 {name} はありません。",
    "SD808.suggestion": "論点 {name} はありません。{suggestion} のことですか。",
    "SD809": "本音 {name} はありません。",
    "SD809.suggestion": "本音 {name} はありません。{suggestion} のことですか。",
    "SD810": "お客様の望みが、最初の {start}% から最後の {end}% へ増えます。end は start 以下にしてください。",
    "SD811": "会話がこのテーブルに戻ってきます: {scenes}。前に戻らない場面へ進めてください。",
}
