"""Scenarios whose pictures show every sign, and texts that attack whoever draws them."""

from typing import Final

from salesdojo.content.model import Scenario
from support.scenarios import Plain, choice, scenario

HOSTILE: Final = (
    "[@click=app.quit]x[/]", "[/ 見積[b]", "割引 [5%]", "[red", "\x1b]52;c;aGk=\x07", "\x1b[2J",
    "a\rb", "\u202eabc", "e\u0301", "㍻", "👩‍👩‍👧‍👦", "𠮷野家", "ﾊﾝｶｸ", "あ" * 10_000,
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE attempt;--", "{{7*7}}",
    "%s%n", "../../etc/passwd", " ", '"]', "end", "</svg>", "</text></svg><script>1</script>",
    "\\", '\\"];', "a\nb", "subgraph x", "%%{init: {}}%%", "style n0 fill:#f00;", "`md`",
    "**bold**", "1. list", "# head", "&lt;b&gt;", "&#x3c;", "#quot;", "]]>", "<!--", "-->",
    "click n0 call alert()", "n0-->n1", "<img src=x onerror=alert(1)>", "$$x^2$$", "fa:fa-car",
    "\\N \\G", "\ufffe\uffff\x00", "|", '"|', "::: won", "10% {0.__class__} {found}",
)  # fmt: skip
"""The strings of the safety rules, and those that would end a label in one of the formats."""


def hostile_talk() -> Scenario:
    """Build a scenario in which every hostile string is a customer's line and a choice."""
    scenes: dict[str, Plain] = {}
    for place, text in enumerate(HOSTILE):
        onward = f"s{place + 1}" if place + 1 < len(HOSTILE) else "won"
        scenes[f"s{place}"] = {
            "customer": text,
            "choices": {
                "go": choice(say=text, goto=onward, points={"inquiry": 1}),
                "stay": choice(say=text, goto="lost"),
            },
        }
    scenes |= {"won": {"end": "won"}, "lost": {"end": "lost"}}
    return scenario(scenes, title='"]</title><script>alert(1)</script>\\')


def small_talk() -> Scenario:
    """Build a scenario with every kind of scene, chance, a condition, and all that goes wrong."""
    return scenario(
        {
            "greeting": {
                "customer": {"ja": "はじめまして。本日はどのような?", "en": "Hello. What is it?"},
                "goto": "opening",
            },
            "opening": {
                "customer": {"ja": "それで、ご用件は。", "en": "So, what do you want?"},
                "choices": {
                    "ask": choice(points={"inquiry": 3}, goto="luck"),
                    "offer": choice(points={"inquiry": 1}, goto="luck"),
                    "push": choice(points={"inquiry": -1}, goto="annoyed"),
                    "threaten": choice(when="trust > 90", goto="gone"),
                },
            },
            "luck": {
                "customer": {"ja": "確認します。", "en": "Let me see."},
                "goto": [{"weight": 3, "to": "signed"}, {"weight": 1, "to": "annoyed"}],
            },
            "annoyed": {
                "customer": {"ja": "急いでいるのですが。", "en": "I am in a hurry."},
                "choices": {
                    "wait": choice(goto="annoyed", when="trust > 90"),
                    "small_talk": choice(goto="round", repeat=True, when="trust < 50"),
                },
            },
            "round": {"customer": {"ja": "はあ。", "en": "Well."}, "goto": "annoyed"},
            "island": {
                "customer": {"ja": "誰も来ません。", "en": "Nobody comes here."},
                "choices": {"leave": choice(goto="gone")},
            },
            "signed": {"customer": {"ja": "お願いします。", "en": "Agreed."}, "end": "won"},
            "gone": {"customer": {"ja": "もう結構です。", "en": "No, thank you."}, "end": "lost"},
        },
        meters={"trust": 40},
        title={"ja": "小さな商談", "en": "A small talk"},
    )
