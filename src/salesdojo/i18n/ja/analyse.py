"""What `analyse` says in Japanese."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "subject": "シナリオの ID または YAML ファイル",
    "compare": "ケース B と難しさをそろえたい元のシナリオ(ID またはファイル)",
    "head": "{title}({scenario})",
    "range": "商談の質は最低 {worst}、最高 {best}。合格点は {mark} です。",
    "states": "商談が取りうる {states} 個の状態すべてから、正確に求めた数値です。",
    "players": "考えずに選ぶ人たち",
    "players_head": "選び方|合格|{tries} 回のうちに|質|",
    "player_random": "ランダム",
    "player_first": "先頭",
    "player_longest": "最長",
    "player_longest_in": "最長({language})",
    "player_greedy": "目先の点",
    "players_are": (
        "ランダム: どの選択肢も同じ確率。先頭: ファイルでいちばん上の選択肢。\n"
        "最長: いちばん長いセリフ。目先の点: 配点を知り、その場の得点が最大のもの。"
    ),
    "outcomes": "商談の結末",
    "outcomes_head": "選び方|成約|前進|見送り|停滞|失注",
    "best_road": "最善の道: 選択 {count} 回",
    "best_road_none": "最善の選択肢を選び続けると同じ所を回り、商談が終わりません。",
    "decisions": "差がつく順に見た場面",
    "decisions_head": "場面|訪れる回数|平均の損失|ばらつき|",
    "decisions_first": "いちばん差がつくのは、場面 {scene} の選択です。",
    "decisions_none": "二つ以上から選べる場面がありません。",
    "decisions_are": (
        "ランダムに選ぶ人の数値です。訪れる回数は商談 1 回あたり。\n"
        "ばらつきは損失の散らばりで、単位は商談の質の点です。"
    ),
    "criteria": "どこで点が取れるか",
    "criteria_head": "評価項目|配分|最高点|取れる場面",
    "criterion_empty": "なし",
    "lengths": "選んでも損をしない場面の割合(最長の選択肢と、どれでもよい場合)",
    "lengths_head": "言語|最長|どれでも",
    "language_": "共通",
    "language_ja": "日本語",
    "language_en": "英語",
    "coverage": "ランダムに選ぶ人が各場面を見る確率",
    "never_taken": "選べることのない選択肢: {choices}。",
    "compared": "{other} と元のシナリオ {original} の比較",
    "compared_head": "数値|{original}|{other}|差|許容|",
    "compared_mean": "ランダムの質",
    "compared_pass": "ランダムの合格(%)",
    "compared_decisions": "最善の道(回)",
    "within": "同等",
    "beyond": "差あり",
    "equally_hard": "難しさは同等です。",
    "not_equally_hard": "難しさがそろっていません。",
}
