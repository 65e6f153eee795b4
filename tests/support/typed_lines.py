"""What trainees might type before they see the lines of a shipped drill, and which they mean.

Written before there was anything to match them with: paraphrases, short forms, other kanji
or kana, slips of the finger. The second half was kept aside while the matching was made.
"""

from typing import Final

MADE_WITH: Final = (
    # drill, what is typed, the line that is meant
    ("closing_fix_date", "会議の翌日の火曜、2時か4時に電話していいですか", "two_slots"),
    ("closing_fix_date", "Can I call you Tuesday at 2 or 4?", "two_slots"),
    ("closing_fix_date", "ご連絡お待ちしています", "wait_for_it"),
    (
        "closing_back_plan",
        "逆算すると2月10日までに稟議を出してもらう必要があります",
        "back_from_april",
    ),
    ("closing_back_plan", "count back: the ringi must be in by Feb 10, ok?", "back_from_april"),
    ("closing_summary", "30席で5月から、研修の日程だけ未定、で合ってますか", "sum_up"),
    ("closing_summary", "So we agreed on 30 seats from May, training date still open?", "sum_up"),
    ("closing_if_it_goes_through", "2回払いにできたら契約してくれますか", "if_then"),
    ("closing_if_it_goes_through", "if i get two payments approved will you sign", "if_then"),
    ("closing_participants", "原さんにも15分だけ入っていただけませんか", "invite_her"),
    ("closing_participants", "could ms hara sit in for 15 mins", "invite_her"),
    ("honorific_absent", "みやけはがいしゅつしていて3じにもどります", "back_at_three"),
    ("honorific_absent", "Miyake is out, back at 3. Shall he call you back?", "back_at_three"),
    ("honorific_acknowledge", "かしこまりました。木曜夕方にメールで送ります", "accept_dated"),
    ("honorific_acknowledge", "Sure, you will get it Thursday evening by mail", "accept_dated"),
    ("honorific_cushion", "さしつかえなければ、そのときのことを伺えますか", "right_cushion"),
    ("honorific_cushion", "if you dont mind, what went wrong", "right_cushion"),
    ("honorific_cushion", "それはたいへんでしたね", "sympathise"),
    ("honorific_refusal", "日曜は難しいですが土曜の4時なら私が行きます", "no_and_offer"),
    ("honorific_refusal", "sunday isnt possible but saturday at 4 i can come", "no_and_offer"),
    ("honorific_own_boss", "三宅も段取り替えが早いと驚いていました", "humble_him"),
    ("objection_ask_my_boss", "田所さんご自身はどう思われますか", "own_view"),
    ("objection_ask_my_boss", "what do you personally think of it?", "own_view"),
    ("objection_send_a_brochure", "1枚だけなら何が載っていると役に立ちますか", "one_page"),
    ("objection_send_a_brochure", "If it was only one page what would you want on it", "one_page"),
    (
        "objection_two_kinds_of_dear",
        "金額が高いのか、元がとれるかが心配なのか、どちらですか",
        "two_kinds",
    ),
    (
        "objection_two_kinds_of_dear",
        "Is it over budget, or are you worried you wont get it back?",
        "two_kinds",
    ),
    ("question_how_it_came_about", "今の台帳になった経緯を教えてください", "its_history"),
    ("question_how_it_came_about", "how did you end up with the ledger?", "its_history"),
    ("question_who_waits_next", "2日遅れると次に誰が待つことになりますか", "who_waits"),
    ("question_who_waits_next", "who has to wait when you are 2 days late", "who_waits"),
    (
        "question_last_time_you_bought",
        "前に似たものを買ったときはどういう順番で決まりましたか",
        "past_case",
    ),
)
"""Shown to whoever made the matching."""
KEPT_ASIDE: Final = (
    (
        "closing_a_line_for_the_pilot",
        "どうなったら残り7店に広げるか、先に決めませんか",
        "pass_line",
    ),
    (
        "closing_a_line_for_the_pilot",
        "Lets decide what result would make you roll out to the other 7",
        "pass_line",
    ),
    (
        "closing_both_tasks",
        "比較表は水曜に送ります。金曜までに店長さんの感想を聞いてください",
        "one_each",
    ),
    (
        "closing_both_tasks",
        "I send a comparison Wednesday, you ask the two managers by Friday",
        "one_each",
    ),
    ("closing_consider_what", "どこが議論になりそうですか", "which_point"),
    ("closing_consider_what", "Which point will you discuss most?", "which_point"),
    ("closing_consider_what", "いつまでにお返事いただけますか", "by_when"),
    ("closing_seven_out_of_ten", "十点満点で何点ですか？足りないところは？", "out_of_ten"),
    ("closing_seven_out_of_ten", "how many points out of ten, and what is missing", "out_of_ten"),
    ("closing_then_ask", "使えます。3月1日から契約をお願いできますか", "may_we_sign"),
    ("closing_then_ask", "Yes you can. Can we sign to start March 1?", "may_we_sign"),
    ("honorific_colleague", "こちらは設置責任者の岡部です。なんでも聞いてください", "role_first"),
    ("honorific_colleague", "this is yuko okabe, shes in charge of installation", "role_first"),
    ("honorific_filler", "はい、見積書です。いま説明してもよろしいでしょうか", "slim"),
    ("honorific_filler", "Yes here is your quote, may I go through it now", "slim"),
    (
        "honorific_request",
        "採寸が金曜なので、木曜までに最新の図面をいただけませんか",
        "with_reason",
    ),
    ("honorific_request", "We measure Friday, can I have the new plan by Thursday?", "with_reason"),
    (
        "honorific_too_much",
        "青木です。介護記録を担当して3年になります。20分お話しします",
        "who_and_what",
    ),
    (
        "honorific_too_much",
        "My name is Aoki, 3 years on care records, I will speak 20 minutes",
        "who_and_what",
    ),
    ("objection_burnt_before", "どのへんでおかしいと思いましたか", "when_wrong"),
    ("objection_burnt_before", "when did you feel something was going wrong?", "when_wrong"),
    ("objection_happy_as_we_are", "その会社のどこが一番手放せないですか", "never_lose"),
    ("objection_happy_as_we_are", "what about them would you never want to lose", "never_lose"),
    ("objection_is_it_safe", "誰にどの書類を見られるのが一番困りますか", "which_papers"),
    ("objection_is_it_safe", "Which papers should never be seen by whom?", "which_papers"),
    (
        "objection_no_time_now",
        "すぐきります。12時半か5時半に3分だけ電話してもいいですか",
        "two_slots",
    ),
    ("objection_no_time_now", "ok, can i get 3 minutes at 12.30 or 5.30", "two_slots"),
    ("objection_rival_is_cheaper", "その見積もりには設置や保守は含まれていますか", "same_scope"),
    ("objection_rival_is_cheaper", "does their quote inclued instalation and suport", "same_scope"),
    ("question_forty_minutes_back", "40分もどってきたら何に使いたいですか", "what_with_it"),
    ("question_forty_minutes_back", "What would you do with those 40 minutes?", "what_with_it"),
    ("question_if_nothing_changes", "このままだと春には鍵の棚はどうなりますか", "next_spring"),
    (
        "question_if_nothing_changes",
        "What will the key cabinet look like next spring if nothing changes",
        "next_spring",
    ),
    ("question_no_trouble_here", "どんな日に部品が見つからず仕事が止まりますか", "what_day"),
    ("question_the_last_call", "一番最近の件を最初から順番に教えてください", "last_one"),
    ("question_the_last_call", "walk me through the most recent call", "last_one"),
    (
        "question_why_this_morning",
        "資料お送りします。今朝探し始めたきっかけは何ですか",
        "what_happened",
    ),
    (
        "question_why_this_morning",
        "Info attached. What made you look this morning?",
        "what_happened",
    ),
)
"""Shown to nobody before the matching was done."""
FAR: Final = (
    ("closing_fix_date", "今日はいい天気ですね"),
    ("closing_fix_date", "Nice weather today"),
    ("closing_summary", "すみません、トイレをお借りできますか"),
    ("closing_summary", "Is there a good place for lunch around here?"),
    ("honorific_absent", "ところで新商品のキャンペーンをやっています"),
    ("honorific_absent", "We have a new campaign running"),
    ("honorific_cushion", "asdf"),
    ("honorific_cushion", "うーん"),
    ("objection_send_a_brochure", "ゴルフはなさいますか"),
    ("objection_send_a_brochure", "Do you play golf?"),
    ("objection_two_kinds_of_dear", "御社の社員は何名ですか"),
    ("objection_two_kinds_of_dear", "How many people work here?"),
    ("question_who_waits_next", "お昼はもう召し上がりましたか"),
    ("question_who_waits_next", "Have a nice weekend"),
    ("question_the_last_call", "わかりません"),
    ("question_the_last_call", "I don't know"),
)
"""Lines that mean none of those offered."""
