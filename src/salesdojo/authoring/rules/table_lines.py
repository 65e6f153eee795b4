"""The rule about a customer's own lines at a negotiation table: SD818."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.rules.table_texts import Says, table_texts
from salesdojo.authoring.rules.talk import Talk
from salesdojo.content.problem import Problem

TELLS: Final = {
    "told": ("interest",),
    "unlocked": ("option",),
    "nearest": ("letter", "package"),
    "countered": ("package", "changes"),
}
"""By situation: a line of it has at least one of these in braces, or what it is for is lost."""
_SITUATION: Final = 4
"""Where in a path the situation stands."""


def lines_that_swallow(talk: Talk) -> Iterator[Problem]:
    """A line that takes the place of what the customer tells, offers or opens, and leaves it out.

    Bad:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust}
              questions: {why: {ja: "なぜでしょうか。", en: "May I ask why?"}}
              interests:
                quarter: {issue: price, ask: [why], text: {ja: "今期の予算です。", en: "It is this quarter's budget."}}
              lines:
                told: [{ja: "実はですね。", en: "Well, in fact."}]
              points: {claim: inquiry}
              goto: {deal: signed, walked_away: parted}

    Good:
        scenes:
          opening:
            customer: {ja: "条件は？", en: "What can you offer?"}
            table:
              rounds: 4
              issues:
                price: {range: {from: 100, to: 120, step: 2}, ours: {toward: high, points: 1000}, theirs: {toward: low, points: 1000}}
              reserve: {ours: 300, theirs: 300}
              behaviour: {mood: trust}
              questions: {why: {ja: "なぜでしょうか。", en: "May I ask why?"}}
              interests:
                quarter: {issue: price, ask: [why], text: {ja: "今期の予算です。", en: "It is this quarter's budget."}}
              lines:
                told: [{ja: "実はですね。{interest}", en: "Well, in fact. {interest}"}]
              points: {claim: inquiry}
              goto: {deal: signed, walked_away: parted}
    """
    for who, text in table_texts(talk):
        situation = str(text.path[_SITUATION])
        if who is not Says.CUSTOMER or situation not in TELLS:
            continue
        wanted = TELLS[situation]
        for language, words in text.words.items():
            if not any(f"{{{one}}}" in words for one in wanted):
                path = text.path_of(language)
                yield talk.problem(path, "SD818", situation=situation, wanted=wanted[0])
