"""What the report of a check says in Japanese, one sentence a grammatical number."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "paths": "ファイル、フォルダー、パック(省略するとこのフォルダー)",
    "format": "出力の形式: text、json、github、sarif",
    "select": "このコードかグループだけを調べる(例: SD3,SD501)",
    "ignore": "このコードかグループは調べない",
    "explain": "コードの意味を例つきで説明する",
    "require_agreement": "三人以上の専門家のうち、この割合(パーセント)が配点どおりの評価をしていることを求める",
    "no_cache": "前に問題がなかったファイルも調べ直す",
    "checking": "確認中",
    "more_error": "詳しい説明: salesdojo check --explain {code}",
    "more_warning": "これは注意です。詳しい説明: salesdojo check --explain {code}",
    "clean_none": "確認するファイルがありませんでした。",
    "clean_one": "1 個のファイルに問題はありませんでした。",
    "clean_many": "{files} 個のファイルに問題はありませんでした。",
    "errors_one_files_one": "1 個のファイルにエラーが 1 件見つかりました。",
    "errors_many_files_one": "1 個のファイルにエラーが {errors} 件見つかりました。",
    "errors_many_files_many": "{files} 個のファイルにエラーが {errors} 件見つかりました。",
    "warnings_one_files_one": "1 個のファイルに注意が 1 件見つかりました。",
    "warnings_many_files_one": "1 個のファイルに注意が {warnings} 件見つかりました。",
    "warnings_many_files_many": "{files} 個のファイルに注意が {warnings} 件見つかりました。",
    "errors_one_warnings_one_files_one": "1 個のファイルにエラーが 1 件、注意が 1 件見つかりました。",
    "errors_one_warnings_one_files_many": "{files} 個のファイルにエラーが 1 件、注意が 1 件見つかりました。",
    "errors_one_warnings_many_files_one": "1 個のファイルにエラーが 1 件、注意が {warnings} 件見つかりました。",
    "errors_one_warnings_many_files_many": "{files} 個のファイルにエラーが 1 件、注意が {warnings} 件見つかりました。",
    "errors_many_warnings_one_files_one": "1 個のファイルにエラーが {errors} 件、注意が 1 件見つかりました。",
    "errors_many_warnings_one_files_many": "{files} 個のファイルにエラーが {errors} 件、注意が 1 件見つかりました。",
    "errors_many_warnings_many_files_one": "1 個のファイルにエラーが {errors} 件、注意が {warnings} 件見つかりました。",
    "errors_many_warnings_many_files_many": "{files} 個のファイルにエラーが {errors} 件、注意が {warnings} 件見つかりました。",
}
