"""What trainees might type before they see the lines of a shipped drill, and which they mean.

Written before there was anything to match them with: paraphrases, short forms, other kanji
or kana, slips of the finger. The second half was kept aside while the matching was made.
"""

from collections.abc import Mapping
from typing import Final

MADE_WITH: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    # what is typed, by drill and the line that is meant
    ("closing_fix_date", "two_slots"): (
        "会議の翌日の火曜、2時か4時に電話していいですか",
        "Can I call you Tuesday at 2 or 4?",
    ),
    ("closing_fix_date", "wait_for_it"): ("ご連絡お待ちしています",),
    ("closing_back_plan", "back_from_april"): (
        "逆算すると2月10日までに稟議を出してもらう必要があります",
        "count back: the ringi must be in by Feb 10, ok?",
    ),
    ("closing_summary", "sum_up"): (
        "30席で5月から、研修の日程だけ未定、で合ってますか",
        "So we agreed on 30 seats from May, training date still open?",
    ),
    ("closing_if_it_goes_through", "if_then"): (
        "2回払いにできたら契約してくれますか",
        "if i get two payments approved will you sign",
    ),
    ("closing_participants", "invite_her"): (
        "原さんにも15分だけ入っていただけませんか",
        "could ms hara sit in for 15 mins",
    ),
    ("honorific_absent", "back_at_three"): (
        "みやけはがいしゅつしていて3じにもどります",
        "Miyake is out, back at 3. Shall he call you back?",
    ),
    ("honorific_acknowledge", "accept_dated"): (
        "かしこまりました。木曜夕方にメールで送ります",
        "Sure, you will get it Thursday evening by mail",
    ),
    ("honorific_cushion", "right_cushion"): (
        "さしつかえなければ、そのときのことを伺えますか",
        "if you dont mind, what went wrong",
    ),
    ("honorific_cushion", "sympathise"): ("それはたいへんでしたね",),
    ("honorific_refusal", "no_and_offer"): (
        "日曜は難しいですが土曜の4時なら私が行きます",
        "sunday isnt possible but saturday at 4 i can come",
    ),
    ("honorific_own_boss", "humble_him"): ("三宅も段取り替えが早いと驚いていました",),
    ("objection_ask_my_boss", "own_view"): (
        "田所さんご自身はどう思われますか",
        "what do you personally think of it?",
    ),
    ("objection_send_a_brochure", "one_page"): (
        "1枚だけなら何が載っていると役に立ちますか",
        "If it was only one page what would you want on it",
    ),
    ("objection_two_kinds_of_dear", "two_kinds"): (
        "金額が高いのか、元がとれるかが心配なのか、どちらですか",
        "Is it over budget, or are you worried you wont get it back?",
    ),
    ("question_how_it_came_about", "its_history"): (
        "今の台帳になった経緯を教えてください",
        "how did you end up with the ledger?",
    ),
    ("question_who_waits_next", "who_waits"): (
        "2日遅れると次に誰が待つことになりますか",
        "who has to wait when you are 2 days late",
    ),
    ("question_last_time_you_bought", "past_case"): (
        "前に似たものを買ったときはどういう順番で決まりましたか",
    ),
}
"""Shown to whoever made the matching."""
KEPT_ASIDE: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("closing_a_line_for_the_pilot", "pass_line"): (
        "どうなったら残り7店に広げるか、先に決めませんか",
        "Lets decide what result would make you roll out to the other 7",
    ),
    ("closing_both_tasks", "one_each"): (
        "比較表は水曜に送ります。金曜までに店長さんの感想を聞いてください",
        "I send a comparison Wednesday, you ask the two managers by Friday",
    ),
    ("closing_consider_what", "which_point"): (
        "どこが議論になりそうですか",
        "Which point will you discuss most?",
    ),
    ("closing_consider_what", "by_when"): ("いつまでにお返事いただけますか",),
    ("closing_seven_out_of_ten", "out_of_ten"): (
        "十点満点で何点ですか？足りないところは？",
        "how many points out of ten, and what is missing",
    ),
    ("closing_then_ask", "may_we_sign"): (
        "使えます。3月1日から契約をお願いできますか",
        "Yes you can. Can we sign to start March 1?",
    ),
    ("honorific_colleague", "role_first"): (
        "こちらは設置責任者の岡部です。なんでも聞いてください",
        "this is yuko okabe, shes in charge of installation",
    ),
    ("honorific_filler", "slim"): (
        "はい、見積書です。いま説明してもよろしいでしょうか",
        "Yes here is your quote, may I go through it now",
    ),
    ("honorific_request", "with_reason"): (
        "採寸が金曜なので、木曜までに最新の図面をいただけませんか",
        "We measure Friday, can I have the new plan by Thursday?",
    ),
    ("honorific_too_much", "who_and_what"): (
        "青木です。介護記録を担当して3年になります。20分お話しします",
        "My name is Aoki, 3 years on care records, I will speak 20 minutes",
    ),
    ("objection_burnt_before", "when_wrong"): (
        "どのへんでおかしいと思いましたか",
        "when did you feel something was going wrong?",
    ),
    ("objection_happy_as_we_are", "never_lose"): (
        "その会社のどこが一番手放せないですか",
        "what about them would you never want to lose",
    ),
    ("objection_is_it_safe", "which_papers"): (
        "誰にどの書類を見られるのが一番困りますか",
        "Which papers should never be seen by whom?",
    ),
    ("objection_no_time_now", "two_slots"): (
        "すぐきります。12時半か5時半に3分だけ電話してもいいですか",
        "ok, can i get 3 minutes at 12.30 or 5.30",
    ),
    ("objection_rival_is_cheaper", "same_scope"): (
        "その見積もりには設置や保守は含まれていますか",
        "does their quote inclued instalation and suport",
    ),
    ("question_forty_minutes_back", "what_with_it"): (
        "40分もどってきたら何に使いたいですか",
        "What would you do with those 40 minutes?",
    ),
    ("question_if_nothing_changes", "next_spring"): (
        "このままだと春には鍵の棚はどうなりますか",
        "What will the key cabinet look like next spring if nothing changes",
    ),
    ("question_no_trouble_here", "what_day"): ("どんな日に部品が見つからず仕事が止まりますか",),
    ("question_the_last_call", "last_one"): (
        "一番最近の件を最初から順番に教えてください",
        "walk me through the most recent call",
    ),
    ("question_why_this_morning", "what_happened"): (
        "資料お送りします。今朝探し始めたきっかけは何ですか",
        "Info attached. What made you look this morning?",
    ),
}
"""Shown to nobody before the matching was done."""
FAR: Final[Mapping[str, tuple[str, ...]]] = {
    # what is typed, by drill
    "closing_fix_date": (
        "今日はいい天気ですね",
        "Nice weather today",
    ),
    "closing_summary": (
        "すみません、トイレをお借りできますか",
        "Is there a good place for lunch around here?",
    ),
    "honorific_absent": (
        "ところで新商品のキャンペーンをやっています",
        "We have a new campaign running",
    ),
    "honorific_cushion": (
        "asdf",
        "うーん",
    ),
    "objection_send_a_brochure": (
        "ゴルフはなさいますか",
        "Do you play golf?",
    ),
    "objection_two_kinds_of_dear": (
        "御社の社員は何名ですか",
        "How many people work here?",
    ),
    "question_who_waits_next": (
        "お昼はもう召し上がりましたか",
        "Have a nice weekend",
    ),
    "question_the_last_call": (
        "わかりません",
        "I don't know",
    ),
}
"""Lines that mean none of those offered."""
