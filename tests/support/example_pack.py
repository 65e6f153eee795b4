"""The pack around the examples of the rules: small, and not free of problems itself."""

from typing import Final

SCENARIO: Final = """\
id: first_call
title: {ja: "はじめての電話", en: "The first call"}
stage: approach
motion: outbound
level: 1
minutes: 5
rubric: practice
customer: someone
terms: [商談]
briefing:
  situation: {ja: "商談の電話", en: "A call"}
  goal: {ja: "約束", en: "A meeting"}
meters: {trust: 40}
facts:
  cash: {ja: "今期は現金が厳しい。", en: "Cash is short this year."}
start: opening
scenes:
  opening:
    customer: {ja: "ご用件は？", en: "How can I help?"}
    choices:
      ask:
        say: {ja: "お困りごとはありますか。", en: "Is anything wrong?"}
        why: {ja: "まず聞きます。", en: "Ask first."}
        points: {inquiry: 3}
        effect: {trust: 10}
        learn: [cash]
        goto: signed
      sell:
        say: {ja: "新製品のご紹介です。", en: "We have a new product."}
        why: {ja: "聞く前の説明は届きません。", en: "A pitch before the need is lost."}
        goto: parted
  signed:
    customer: {ja: "お願いします。", en: "Yes, please."}
    end: won
  parted:
    customer: {ja: "結構です。", en: "No, thank you."}
    end: lost
"""
RUBRIC: Final = """\
id: practice
name: {ja: "練習", en: "Practice"}
pass: 70
cuts: [40, 65, 85]
criteria:
  inquiry: {name: {ja: "質問", en: "Inquiry"}, weight: 60, levels: ["1", "2", "3", "4"]}
  value:
    name: {ja: "価値", en: "Value"}
    weight: 40
    minimum: 2
    levels: ["1", "2", "3", "4"]
breaches:
  false_identity: {ja: "身分を偽る", en: "Hides who you are"}
"""
CUSTOMER: Final = """\
id: someone
name: {ja: "誰か", en: "Someone"}
company: {ja: "どこか", en: "Somewhere"}
role: {ja: "購買", en: "Buyer"}
manner: {ja: "穏やか", en: "Calm"}
"""
GLOSSARY: Final = """\
id: glossary
terms:
  商談:
    reading: しょうだん
    name: {ja: "商談", en: "business talk"}
    meaning: {ja: "話し合い", en: "A talk"}
    example: {ja: "明日は商談です。", en: "We talk tomorrow."}
  クロージング:
    reading: くろーじんぐ
    name: {ja: "クロージング", en: "closing"}
    meaning: {ja: "決めてもらうこと", en: "Getting the decision"}
    example: {ja: "ご決断を。", en: "Shall we?"}
"""
PACK: Final = """\
id: small
name: {ja: "小さなパック", en: "A small pack"}
languages: [ja, en]
random_pass_limit: 10
"""
FILES: Final = {
    "pack.yaml": PACK,
    "glossary.yaml": GLOSSARY,
    "rubrics/practice.yaml": RUBRIC,
    "customers/someone.yaml": CUSTOMER,
    "approach/first_call.yaml": SCENARIO,
}
