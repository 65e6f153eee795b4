"""A journey of two chapters for tests: what the first teaches opens a line of the second."""

from pathlib import Path
from typing import Final

from support.clean_pack import CUSTOMER, RUBRIC

FIRST: Final = """\
id: first_visit
title: {ja: "初めての訪問", en: "The first visit"}
stage: discovery
motion: outbound
level: 1
minutes: 5
rubric: listening
customer: hoshi
briefing:
  situation: {ja: "初めて伺う会社です。", en: "A company that is new to you."}
  goal: {ja: "次の約束", en: "A next step"}
meters:
  trust: {name: {ja: "信頼", en: "Trust"}, start: 40}
facts:
  overtime: {ja: "残業が続いている", en: "They work late every day"}
start: greeting
scenes:
  greeting:
    customer: {ja: "今日はどのような。", en: "What is it about?"}
    choices:
      ask_usual:
        say: {ja: "普段の流れを伺えますか。", en: "How does a usual day go?"}
        points: {inquiry: 3, objections: 3}
        effect: {trust: 20}
        learn: [overtime]
        why: {ja: "まず現状を聞きます。", en: "Ask for what is first."}
        goto: agreed
      show_product:
        say: {ja: "新製品をご覧ください。", en: "Please look at our new product."}
        effect: {trust: -20}
        why: {ja: "聞く前の説明は届きません。", en: "A pitch before the need is lost."}
        goto: agreed
      insist:
        say: {ja: "今日決めてください。", en: "Decide today, please."}
        why: {ja: "急がせると断られます。", en: "Who is pushed says no."}
        points: {inquiry: -1}
        goto: parted
  agreed:
    customer: {ja: "では来週に。", en: "Next week then."}
    end: advanced
  parted:
    customer: {ja: "結構です。", en: "No, thank you."}
    end: lost
tests:
  exemplar: {play: [ask_usual], end: advanced, quality: ">= 95", passed: true}
"""
SECOND: Final = """\
id: second_visit
title: {ja: "二度目の訪問", en: "The second visit"}
stage: closing
motion: outbound
level: 2
minutes: 5
rubric: listening
customer: hoshi
briefing:
  situation: {ja: "一週間後です。", en: "A week later."}
  goal: {ja: "受注", en: "The order"}
meters:
  trust: {name: {ja: "信頼", en: "Trust"}, start: 50}
facts:
  overtime: {ja: "残業が続いている", en: "They work late every day"}
learned: [overtime]
start: again
scenes:
  again:
    customer:
      - {when: trust < 30, say: {ja: "ああ、また。", en: "Oh, you again."}}
      - {say: {ja: "お待ちしていました。", en: "I was waiting for you."}}
    choices:
      remind:
        when: overtime
        say: {ja: "残業が月30時間減ります。", en: "It saves the thirty hours of overtime."}
        points: {inquiry: 3, objections: 3}
        why: {ja: "聞いた困りごとに戻ります。", en: "Come back to the trouble you heard of."}
        goto: signed
      ask_late:
        say: {ja: "お困りごとはありますか。", en: "Is there any trouble?"}
        points: {inquiry: 1}
        why: {ja: "前回聞くべきことでした。", en: "That was for the last visit."}
        goto: waiting
      discount:
        say: {ja: "一割お引きします。", en: "You get ten percent off."}
        points: {objections: -1}
        why: {ja: "見返りのない値引きです。", en: "A concession for nothing."}
        goto: [{when: trust < 30, to: refused}, {to: waiting}]
  signed:
    customer: {ja: "お願いします。", en: "Let us do it."}
    satisfaction: trust
    end: won
  waiting:
    customer: {ja: "少し考えます。", en: "Let me think."}
    end: stalled
  refused:
    customer: {ja: "もう結構です。", en: "That will do."}
    end: lost
tests:
  exemplar: {play: [remind], end: won, quality: ">= 95", passed: true}
"""
PACK: Final = """\
id: travelled
name: {ja: "旅のパック", en: "A pack with a journey"}
languages: [ja, en]
random_pass_limit: 100
journeys:
  hoshino:
    name: {ja: "ほしの製作所との商談", en: "The deal with Hoshino"}
    account: {ja: "ほしの製作所", en: "Hoshino Works"}
    scenarios: [first_visit, second_visit]
    tests:
      exemplar: {play: [[ask_usual], [remind]], end: won, stage: closing, quality: ">= 95"}
      deaf: {play: [[show_product], [discount]], end: lost, quality: "<= 40"}
"""
FILES: Final = {
    "pack.yaml": PACK,
    "rubrics/listening.yaml": RUBRIC,
    "customers/hoshi.yaml": CUSTOMER,
    "discovery/first_visit.yaml": FIRST,
    "closing/second_visit.yaml": SECOND,
}


def write_journey_pack(root: Path, **changed: str) -> Path:
    """Write the pack into `root`; a change names a file without folder and ending."""
    for relative, text in FILES.items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    return root
