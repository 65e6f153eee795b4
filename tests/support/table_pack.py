"""A pack on disk whose one talk is the worked example's negotiation table."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from support.packs import write_pack
from support.table_talks import TABLE

GOLDEN: Final = (
    "open",
    "ask why_delivery",
    "ask why_pilot",
    "propose price=130 delivery=phased payment=net_60 warranty=12_m",
    "propose price=130 delivery=2_wk payment=net_60 warranty=12_m because migration",
    "propose price=122 delivery=1_wk payment=net_60 warranty=12_m / price=124 warranty=24_m",
    "propose price=124 delivery=1_wk payment=net_60 warranty=48_m",
    "propose price=114 delivery=4_wk if delivery for price",
    "propose price=116 delivery=phased payment=net_60",
)
"""A talk of questions and every kind of offer, to a deal in the last round."""

_SCENARIO: Final = """\
id: talk
title: {ja: 更新の条件, en: Renewal terms}
stage: negotiation
motion: outbound
level: 2
minutes: 10
rubric: practice
customer: someone
terms: [商談]
briefing:
  situation: {ja: 更新まで3週間です。, en: The renewal is three weeks away.}
  goal: {ja: 双方に良い取引をまとめる, en: A deal that is good for both}
meters: {trust: 45}
facts:
  cash: {ja: 保守契約が切れる, en: Support lapses}
start: opening
scenes:
  opening:
    customer: {ja: それで、条件は。, en: So what are your terms?}
    choices:
      open:
        say: {ja: ご一緒に考えましょう。, en: Let us work them out together.}
        points: {inquiry: 3}
        effect: {trust: 10}
        why: {ja: まず並んで座る, en: Sit side by side first}
        goto: terms
      push:
        say: {ja: この条件で決めてください。, en: Take these.}
        points: {inquiry: 0}
        effect: {trust: -10}
        why: {ja: 押すと閉じる, en: Pushing closes doors}
        goto: terms
  terms:
    customer: {ja: では、伺いましょう。, en: Go on.}
    hint: {ja: 理由を聞いてから数字を出す, en: Ask why before you name figures}
    table: %s
  signed:
    customer: {ja: よろしく。, en: Done.}
    end: won
    satisfaction: trust
  grudging:
    customer: {ja: まあ、いいでしょう。, en: If it must be.}
    end: won
  polite:
    customer: {ja: またの機会に。, en: Another time then.}
    end: stalled
  gone:
    customer: {ja: 失礼します。, en: Goodbye.}
    end: lost
tests:
  talked: {play: %s, end: won}
"""

ALTERNATIVE: Final = {"ja": "次の見込みは5月です。", "en": "The next lead is in May."}


def write_table_pack(root: Path, *, play: Sequence[str] = GOLDEN) -> Path:
    """Write the pack into `root`, `play` its golden path, and return the talk's file."""
    table = json.dumps({**TABLE, "alternative": ALTERNATIVE}, ensure_ascii=False)
    write_pack(root, talk=_SCENARIO % (table, json.dumps(play, ensure_ascii=False)))
    return root / "approach" / "talk.yaml"
