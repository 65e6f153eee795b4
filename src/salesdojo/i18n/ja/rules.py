"""What the rules of `check` say in Japanese, by code and form."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD413": (
        "選択肢 {choice} は専門家の評価が割れています({keys})。配点どおり {author} としたのは "
        "{count} 人中 {agreeing} 人で、{percent}% に届きません。書き直してください。"
    ),
    "SD413.points": (
        "選択肢 {choice} について専門家の評価はそろっていますが({keys})、配点の {author} とは違い"
        "ます。{count} 人中 {agreeing} 人では {percent}% に届きません。配点か文面を見直してください。"
    ),
    "SD413.few": (
        "選択肢 {choice} を評価した専門家は {count} 人です。判断するには {needed} 人以上が必要です。"
    ),
    "SD413.experts": (
        "このシナリオを評価した専門家は {count} 人です。判断するには {needed} 人以上が必要です。"
    ),
}
