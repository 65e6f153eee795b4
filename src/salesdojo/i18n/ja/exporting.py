"""What exports say in Japanese."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "kind": "書き出す形式(csv と parquet は 1 回の練習と評価項目ごとに 1 行、json は 1 回ごとに 1 行、xapi はステートメントごとに 1 行)",
    "file": "ファイル(- は標準出力)",
    "since": "この日以降に終わったものだけ(例: 2026-04-01)",
    "until": "この日までに終わったものだけ",
    "person": "この人の記録だけ",
    "names": "ID だけでなく名前も書き出す",
    "bom": "csv: Excel が UTF-8 と分かる印を付ける",
    "replace": "すでにあるファイルを新しいものに置き換える",
    "to": "xapi: このアドレスの学習記録ストアに送る",
    "again": "--to と一緒に: 新しいものだけでなく、すべて送り直す",
    "xapi": "--to と一緒に: ストアの xAPI のバージョン",
    "home": "xapi: アカウントの場所を表す自社のアドレス",
    "reading": "書き出しています",
    "rows": "{file} に {rows} 行を書き出しました。",
    "lines": "{file} に {rows} 行を書き出しました。",
    "none": "その期間に終わった練習はないため、{file} は見出しだけです。",
    "none_lines": "その期間に終わった練習はないため、{file} は空です。",
    "no_records": "記録はまだないため、何も書き出しませんでした。",
    "sent": "ストアが受け付けたステートメント: {sent} 件。",
    "nothing_new": "新しいものはありません。すべてストアにあります。",
    "conflicts": "同じ ID で別の内容がストアにあるため、受け付けられなかったステートメント: {conflicts} 件。",
    "conflict": "例: {ids}",
    "broken_off": "中断しました。ストアが受け付けたステートメントは {sent} 件です。同じコマンドで続きから送れます。",
    "broken_off_file": "中断しました。{file} は書き込んでいません。",
}
