"""What the report of a check says in Japanese, one sentence a grammatical number."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
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
