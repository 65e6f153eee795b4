"""監査と再採点のことば。"""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "attempts": "調べる記録の ID(なければすべて)",
    "person": "この人の記録だけ",
    "since": "この日以降に始めた記録だけ(例: 2026-04-01)",
    "none": "調べる記録はありません。",
    "looking": "再生しています",
    "broken_off": "{total} 件中 {done} 件で中断しました。何も変更していません。",
    "counts": "一致 {equal} 件、相違 {differs} 件、欠落 {missing} 件。",
    "verdict_equal": "一致",
    "verdict_differs": "相違",
    "verdict_missing": "欠落",
    "chain": "{detail} 手目で記録の連鎖が切れています。変更、削除または追加された選択があります。",
    "sealed": "保存された選択は {detail} 手で終わりますが、採点時と一致しません。",
    "unplayable": "{detail} 手目の選択はこの場面では選べません。",
    "no_result": "終了済みですが、結果がありません。",
    "unfinished": "結果がありますが、終了済みになっていません。",
    "not_over": "結果がありますが、商談が終わっていません。",
    "supersedes": "{detail} 番目の結果が前の結果につながっていません。",
    "result_hash": "保存された結果が変更されています(ハッシュが合いません)。",
    "figure": "計算し直すと {detail} が異なります。",
    "column": "保存された {detail} が計算し直した結果と異なります。",
    "revision_gone": "当時のシナリオ({detail})がデータベースにありません。",
    "revision_changed": "当時のシナリオ({detail})が変更されています。",
    "revision_unreadable": "当時のシナリオ({detail})はこの版では読めません。",
    "method": "結果の採点方式は {detail} で、この版では計算し直せません。",
    "superseded_method": "以前の結果の採点方式は {detail} で、この版では計算し直せません。",
}
