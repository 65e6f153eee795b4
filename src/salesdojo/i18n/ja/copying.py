"""What copying a database says in Japanese."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "target": "バックアップのファイル。copy では、すべてを写す先のファイルか URL",
    "copying": "コピーしています",
    "head": "テーブル|行数|sha-256",
    "copied": "{place} にコピーしました。すべてのテーブルを読み返し、同じ行であることを確かめました。",
}
