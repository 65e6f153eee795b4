"""What the system says of a file it does not open or write, in Japanese, by its error's name."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "EACCES": "権限がありません",
    "EEXIST": "同じ名前のファイルがあります",
    "EFBIG": "ファイルが大きすぎます",
    "EINVAL": "使えない名前です",
    "EIO": "ディスクの読み書きに失敗しました",
    "EISDIR": "ファイルではなくフォルダーです",
    "ELOOP": "リンクがたどりきれません",
    "EMFILE": "開いているファイルが多すぎます",
    "ENAMETOOLONG": "名前が長すぎます",
    "ENOENT": "ファイルかフォルダーがありません",
    "ENOSPC": "ディスクに空きがありません",
    "ENOTDIR": "フォルダーではない所を通っています",
    "ENOTEMPTY": "フォルダーが空ではありません",
    "EPERM": "許可されていません",
    "EROFS": "読み取り専用のディスクです",
}
