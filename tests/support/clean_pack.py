"""A pack in which `check` finds nothing: what faults are put into, one at a time."""

from pathlib import Path
from typing import Final

SCENARIO: Final = """\
id: quiet_line
title: {ja: "静かなライン", en: "The quiet line"}
stage: discovery
motion: outbound
level: 2
minutes: 6
rubric: listening
customer: hoshi
terms: [示唆質問]

briefing:
  situation: {ja: "工場の星課長を訪ねました。月末で忙しそうです。", en: "You visit Mr Hoshi at his plant. It is the end of the month."}
  goal: {ja: "困りごとを数字で一緒に確かめる。", en: "Put his trouble into a figure, together."}
  known: [{ja: "従業員は60人。", en: "Sixty people work here."}]

meters:
  trust: {start: 40, name: {ja: "信頼", en: "Trust"}}
facts:
  overtime: {ja: "月末に30時間の残業がある。", en: "Month-end costs thirty hours of overtime."}

start: opening
scenes:
  opening:
    customer: {ja: "特に困っていませんよ。", en: "Nothing is wrong here."}
    hint: {ja: "月末の一日を思い浮かべてみましょう。", en: "Picture a day at the end of the month."}
    choices:
      ask_day:
        say: {ja: "月末はどんな一日ですか。", en: "What is a day like now?"}
        why: {ja: "状況を開いた質問で聞きました。", en: "An open question about his day."}
        points: {inquiry: 3}
        effect: {trust: 15}
        learn: [overtime]
      show_product:
        say: {ja: "まず新製品の資料をご覧いただけますか。", en: "May I show you our new product first?"}
        why: {ja: "聞く前の説明は届きません。", en: "A pitch before the need is lost."}
        effect: {trust: -10}
      ask_budget:
        say: {ja: "今期のご予算はおいくらでしょうか。", en: "What is your budget for this year?"}
        why: {ja: "困りごとの前の予算の話は早すぎます。", en: "Money before need comes too early."}
        points: {inquiry: -1}
  effect:
    customer:
      - {when: overtime, say: {ja: "月末は残業続きでね。", en: "We work late all week."}}
      - {say: {ja: "まあ、いつも通りです。", en: "Well, the usual."}}
    choices:
      ask_cost:
        when: overtime
        say: {ja: "その残業は月に何時間ほどですか。", en: "How many hours is that a month?"}
        why: {ja: "影響を数字で聞く示唆質問です。", en: "An implication question: the cost in hours."}
        points: {inquiry: 3}
        effect: {trust: 10}
      ask_usual:
        say: {ja: "いつも通りとは、どんな様子でしょうか。", en: "What does the usual look like?"}
        why: {ja: "言葉をそのまま返して深めます。", en: "Hands his word back to go deeper."}
        points: {inquiry: 1}
      agree:
        say: {ja: "それなら安心ですね。", en: "Glad to hear it."}
        why: {ja: "表面の答えで終わってしまいます。", en: "It stops at the surface."}
  worry:
    customer: {ja: "でも、うちの者は新しい道具が苦手で。", en: "My people dislike new tools, though."}
    choices:
      explore:
        say: {ja: "どなたが、どんな場面でお困りになりますか。", en: "Who would struggle, and where?"}
        why: {ja: "反論を受け止め、理由を探ります。", en: "Takes the objection and explores it."}
        points: {objections: 3}
        effect: {trust: 10}
      assure:
        say: {ja: "どなたでも必ず使いこなせます。ご安心ください。", en: "Anyone can use it, I promise you that."}
        why: {ja: "断言は不安を消しません。", en: "A promise removes no worry."}
        points: {objections: -1}
        breach: certain_gain
      argue:
        say: {ja: "慣れの問題かと存じます。", en: "They will get used to it."}
        why: {ja: "言い返すと話が止まります。", en: "Arguing ends the talk."}
  summary:
    customer: {ja: "ベテランが二人、心配していてね。", en: "Two old hands are worried."}
    choices:
      sum_up:
        say: {ja: "残業と、お二人のご心配ですね。", en: "So: overtime, and two worries."}
        why: {ja: "相手の言葉で要約しました。", en: "A summary in his own words."}
        points: {inquiry: 3}
      move_on:
        say: {ja: "では、導入の日程についてお話ししましょう。", en: "Then let us talk about dates for it."}
        why: {ja: "確認せずに進むと、ずれたまま終わります。", en: "Unchecked, a gap stays a gap."}
      praise:
        say: {ja: "良い会社さんですね。", en: "What a fine company."}
        why: {ja: "ほめても話は進みません。", en: "Praise moves nothing."}
  next_step:
    customer: {ja: "それで、どうしますか。", en: "So what now?"}
    choices:
      fix_date:
        say: {ja: "金曜10時に、お二人もご一緒にいかがでしょうか。", en: "Friday at ten, with both of them?"}
        why: {ja: "日時と人を決めました。", en: "It fixes who and when."}
        points: {objections: 3}
        goto: [{when: trust >= 60, to: agreed}, {to: parted}]
      leave_open:
        say: {ja: "ご検討をお願いいたします。", en: "Please think it over."}
        why: {ja: "日付のない宿題は忘れられます。", en: "No date, no next step."}
        goto: parted
      offer_discount:
        say: {ja: "今月中でしたら、初期費用を半額にいたします。", en: "This month the set-up is half price."}
        why: {ja: "理由のない値引きは疑われます。", en: "A discount for nothing looks odd."}
        points: {objections: -1}
        goto: parted
  agreed:
    customer: {ja: "では金曜に。", en: "Friday it is."}
    satisfaction: trust
    end: advanced
  parted:
    customer: {ja: "また今度。", en: "Some other time."}
    satisfaction: trust - 10
    end: stalled

tests:
  exemplar: {play: [ask_day, ask_cost, explore, sum_up, fix_date], end: advanced, quality: ">= 95", passed: true}
  polite: {play: [show_product, ask_usual, argue, praise, leave_open], end: stalled, quality: "<= 40", passed: false}
"""
RUBRIC: Final = """\
id: listening
name: {ja: "聞く力", en: "Listening"}
pass: 80
cuts: [40, 65, 85]
criteria:
  inquiry:
    name: {ja: "質問", en: "Inquiry"}
    weight: 60
    minimum: 2
    levels:
      - {ja: "聞かない。", en: "Asks nothing."}
      - {ja: "状況を聞く。", en: "Asks what is."}
      - {ja: "影響を聞く。", en: "Asks what it costs."}
      - {ja: "数字にする。", en: "Puts it in figures."}
  objections:
    name: {ja: "反論対応", en: "Objections"}
    weight: 40
    levels:
      - {ja: "言い返す。", en: "Argues."}
      - {ja: "受け止める。", en: "Acknowledges."}
      - {ja: "理由を探る。", en: "Explores."}
      - {ja: "解消を確かめる。", en: "Confirms."}
breaches:
  certain_gain: {ja: "確かでないことを断言する", en: "Promises what is not certain"}
"""
CUSTOMER: Final = """\
id: hoshi
name: {ja: "星", en: "Mr Hoshi"}
company: {ja: "ほしの製作所", en: "Hoshino Works"}
role: {ja: "製造課長", en: "Production manager"}
manner: {ja: "口数が少ない。", en: "A man of few words."}
cares: [{ja: "納期", en: "Deadlines"}]
"""
GLOSSARY: Final = """\
id: glossary
terms:
  示唆質問:
    reading: しさしつもん
    name: {ja: "示唆質問", en: "implication question"}
    meaning: {ja: "困りごとの影響を尋ねる質問。", en: "A question about what a problem leads to."}
    example: {ja: "遅れると、どこに響きますか。", en: "Who feels it when that is late?"}
"""
PACK: Final = """\
id: clean
name: {ja: "きれいなパック", en: "A clean pack"}
languages: [ja, en]
"""

FILES: Final = {
    "pack.yaml": PACK,
    "glossary.yaml": GLOSSARY,
    "rubrics/listening.yaml": RUBRIC,
    "customers/hoshi.yaml": CUSTOMER,
    "discovery/quiet_line.yaml": SCENARIO,
}

DRILL: Final = """\
id: too_dear
title: {ja: "高いですね", en: "That is dear"}
stage: negotiation
motion: none
level: 1
minutes: 1
rubric: listening
customer: hoshi
briefing:
  situation: {ja: "見積もりをお見せしたところです。", en: "You have just shown the quote."}
  goal: {ja: "値引きの前に理由を聞く。", en: "Learn the reason before any discount."}
start: quote
scenes:
  quote:
    customer: {ja: "高いですね。", en: "That is dear."}
    seconds: 30
    timeout: stay_silent
    choices:
      ask_measure:
        say: {ja: "何と比べてでしょうか。", en: "Dear against what?"}
        why: {ja: "比べる物を先に聞きます。", en: "Learns what it is measured by."}
        points: {objections: 3}
        goto: told
      explain_price:
        say: {ja: "品質の分、少しお値段がいたします。", en: "The quality has its price, you see."}
        why: {ja: "受け止めていますが、理由は分かりません。", en: "Calm, but the reason stays hidden."}
        points: {objections: 1}
        goto: left
      stay_silent:
        say: {ja: "そうですか・・・。", en: "Well, er."}
        why: {ja: "黙ると、高いと認めたことになります。", en: "Silence agrees that it is dear."}
        goto: left
      cut_price:
        say: {ja: "では、1割お引きします。", en: "Then ten per cent off."}
        why: {ja: "見返りのない譲歩です。", en: "A concession for nothing."}
        points: {objections: -1}
        goto: left
  told:
    customer: {ja: "去年の分とです。", en: "Last year's."}
    end: advanced
  left:
    customer: {ja: "考えておきます。", en: "I will think."}
    end: stalled
tests:
  exemplar: {play: [ask_measure], end: advanced, quality: ">= 95", passed: true}
  silent: {play: [stay_silent], end: stalled, quality: "<= 40", passed: false}
"""
"""A drill in which nothing is wrong either; it is in the pack where a change names it."""
TABLE: Final = """\
id: renewal
title: {ja: "更新の条件", en: "Terms of renewal"}
stage: negotiation
motion: none
level: 3
minutes: 8
rubric: listening
customer: hoshi
briefing:
  situation: {ja: "更新の条件を星課長と決めます。", en: "You settle the terms of renewal with Mr Hoshi."}
  goal: {ja: "急ぐ理由を聞き、条件を交換する。", en: "Learn why he hurries, and trade."}
meters:
  trust: {start: 50, name: {ja: "信頼", en: "Trust"}}
facts:
  lapse: {ja: "保守が3日に切れる。", en: "Support lapses on the 3rd."}
start: terms
scenes:
  terms:
    customer: {ja: "条件を聞かせてください。", en: "Let me hear your terms."}
    table:
      rounds: 8
      issues:
        price:
          label: {ja: "単価", en: "Price per seat"}
          range: {from: 90, to: 130, step: 4, unit: EUR}
          ours: {toward: high, points: 4000}
          theirs: {toward: low, points: 3000}
        delivery:
          label: {ja: "納期", en: "Delivery"}
          options: [{ja: "1週間", en: 1 wk}, {ja: "2週間", en: 2 wk}, {ja: "4週間", en: 4 wk}]
          ours: [0, 600, 1500]
          theirs: [4000, 3000, 0]
        support:
          label: {ja: "窓口", en: "Support"}
          options: [{ja: "メール", en: mail}, {ja: "電話", en: phone}, {ja: "担当者", en: a person}]
          kind: nominal
          ours: [2500, 1800, 0]
          theirs: [0, 900, 2000]
      reserve: {ours: 2500, theirs: 3000}
      alternative: {ja: "次の見込みは5月。", en: "The next lead is in May."}
      behaviour: {mood: trust, end: 10}
      questions:
        why_hurry: {ja: "お急ぎなのはなぜでしょうか。", en: "May I ask why the hurry?"}
      interests:
        lapse:
          issue: delivery
          ask: [why_hurry]
          trust: 40
          text: {ja: "今の保守が3日に切れるんです。", en: "Our support lapses on the 3rd."}
          reveals: fact:lapse
      reasons:
        moving: {issue: price, fits: [lapse], text: {ja: "移行作業も含みます。", en: "It includes the move."}}
      points: {claim: objections, efficiency: objections, discovery: inquiry}
      goto: {deal: renewed, walked_away: parted}
  renewed:
    customer: {ja: "それで進めましょう。", en: "Let us do that."}
    satisfaction: trust
    end: won
  parted:
    customer: {ja: "では、また。", en: "Some other time, then."}
    end: stalled
tests:
  exemplar: {play: [as expert], end: won, quality: ">= 95", passed: true}
  halves: {play: [as splitter], passed: false}
"""
"""A talk with a negotiation table in which nothing is wrong; in the pack where it is named."""
DRILLS: Final = {"drills/too_dear.yaml": DRILL, "negotiation/renewal.yaml": TABLE}


def write_clean_pack(root: Path, **changed: str) -> Path:
    """Write the pack into `root`; a change names a file without folder and ending."""
    asked = {path: text for path, text in DRILLS.items() if Path(path).stem in changed}
    for relative, text in {**FILES, **asked}.items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    return root
