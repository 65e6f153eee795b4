"""What `people` says in Japanese."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "action": "行う操作",
    "whom": "人の名前",
    "team": "同じ名前の人が複数いるときのチーム('' はチームなし)",
    "output": "export で、表示する代わりにこの新しいファイルに書く",
    "yes": "erase で、確認せずに消去する",
    "none_in": "チーム {team} には誰もいません。近いチーム名: {nearest}",
    "none": "まだ誰もいません。",
    "head": "名前|チーム|練習回数|最後の練習",
    "added": "{name} さんを登録しました。",
    "added_to": "{name} さんをチーム {team} に登録しました。",
    "exported": "{name} さんについての記録をすべて {file} に書き出しました。このファイルを持つ人は、誰でも読めます。",
    "will_go": "{name} さんの名前、入力した言葉、時刻、練習から計算した数値を消去します。練習そのものは、誰のものでもない記録としてチームの集計に残ります。元には戻せません。以前のバックアップには、すべて残っています。",
    "sure": "{name} さんの記録を消去しますか? (y/N) ",
    "erased": "{name} さんの記録を消去しました。",
    "kept": "誰のものでもない記録として、練習 {attempts} 回、ジャーニー {journeys} 件を残しました。消した文章は {words} 件です。",
    "lost": "偶然の結果を再現できないため、残さずに削除した練習: {lost} 回",
    "copy": "以前に作ったこのコピーには、すべて残っています: {file}",
}
