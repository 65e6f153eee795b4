"""What `db figures` says in Japanese."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "rebuild": "figures 用: 管理者向けの集計を、受講記録から作り直す",
    "tallies": "受講記録を集計中",
    "summaries": "一人ずつ確認中",
    "tallies_equal": "選択肢の集計は、受講記録 {attempts} 件から数え直した結果と一致しています。",
    "tallies_differ": "選択肢の集計のうち {differ} 行が、受講記録 {attempts} 件から数え直した結果と一致しません。",
    "tallies_untold": "選択肢の集計は、まだ作られていません。",
    "tallies_rebuilt": "選択肢の集計を、受講記録 {attempts} 件から作り直しました。",
    "summaries_equal": "{people} 人中 {kept} 人分の要約が保存されていて、すべて受講記録と一致しています。残りの人の分は、必要になったときに作られます。",
    "summaries_differ": "保存されている要約 {kept} 人分のうち、{differ} 人分が受講記録と一致しません。",
    "summaries_rebuilt": "{people} 人分の要約を作り直しました。",
    "damaged": "{many} 人分は、結果かシナリオが壊れているため作れません。どれが壊れているかは `salesdojo audit` で分かります。",
    "repair": "`salesdojo db figures --rebuild` で、集計をすべて受講記録から作り直せます。受講記録そのものは変わりません。",
}
