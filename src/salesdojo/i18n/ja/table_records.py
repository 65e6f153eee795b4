"""What is said in Japanese of negotiations behind the talk: how they ended, what was better."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "deal": "合意(質問はせず)",
    "deal_asked": "質問をしたうえで合意",
    "walked_away": "こちらから打ち切り(質問はせず)",
    "walked_away_asked": "質問をしたうえで、こちらから打ち切り",
    "they_left": "相手が席を立った(質問はせず)",
    "they_left_asked": "質問はしたが、相手が席を立った",
    "no_time": "時間切れ(質問はせず)",
    "no_time_asked": "質問はしたが、時間切れ",
    "better_asked": "まず質問する: {questions}。{result}",
    "better_deal": "この相手が受け入れた条件: {package}。",
    "better_no_deal": "合意せずに終える。それより良い合意はありませんでした。",
    "question": "「{question}」",
    "term": "{issue} {option}",
    "comma": "、",
    "cost_at_end": "失点は交渉の終わりにまとめて数える",
}
