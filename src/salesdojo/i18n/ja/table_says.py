"""What the trainee says at a negotiation table in Japanese: each move in one way or more.

Where a key ends in a figure, its ways take turns.
"""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "first_0": "ご提案いたします。{terms}でいかがでしょうか。",
    "first_1": "弊社のご提案は、{terms}です。",
    "yielding_0": "こちらも歩み寄ります。{terms}でいかがでしょうか。",
    "yielding_1": "では、{terms}に改めます。",
    "yielding_2": "{terms}でしたら、お応えできます。",
    "harder_0": "申し訳ありませんが、{terms}に見直させてください。",
    "harder_1": "恐れ入りますが、{terms}に戻させてください。",
    "changed_0": "組み合わせを変えてみました。{terms}でいかがでしょうか。",
    "changed_1": "別の形をご提案します。{terms}ではいかがでしょうか。",
    "changed_2": "条件を入れ替えて、{terms}ではどうでしょうか。",
    "same_0": "先ほどのご提案で、もう一度ご検討いただけませんか。",
    "same_1": "弊社の条件は、先ほどのとおりです。",
    "rest_0": "ほかは先ほどのご提案のままです。",
    "rest_1": "ほかの条件は変わりません。",
    "two_packages_0": "二つの案をお持ちしました。",
    "two_packages_1": "では、案を二つ並べてみます。",
    "two_packages_2": "二通りの形を考えました。",
    "three_packages_0": "三つの案をお持ちしました。",
    "three_packages_1": "では、案を三つ並べてみます。",
    "three_packages_2": "三通りの形を考えました。",
    "package": "{letter}案は、{terms}です。",
    "in_both": "どちらの案も、{terms}です。",
    "in_all": "どの案も、{terms}です。",
    "which_of_two_0": "どちらがお考えに近いでしょうか。",
    "which_of_two_1": "進めるとしたら、どちらでしょうか。",
    "which_of_three_0": "どれがいちばんお考えに近いでしょうか。",
    "which_of_three_1": "どの案を土台にいたしましょうか。",
    "if_then_0": "{want}を{want_option}でご了承いただけるなら、{give}は{give_option}にいたします。",
    "if_then_1": "{give}は{give_option}にできます。その代わり、{want}は{want_option}でお願いできますか。",
    "along": "あわせて、{terms}とさせてください。",
    "accept_0": "ありがとうございます。{terms}、この条件でお受けします。",
    "accept_1": "承知いたしました。{terms}でお受けします。",
    "walk_away_0": "残念ですが、この条件ではお受けできません。お時間をいただき、ありがとうございました。",
    "walk_away_1": "今回は見送らせてください。お話しいただき、ありがとうございました。",
}
