"""A talk of sixty scenes in Japanese and English, as long as a trainer would ever write one."""

from typing import Final, NamedTuple

from salesdojo.content.model import Scenario
from support.scenarios import Plain, choice, scenario


class Chapter(NamedTuple):
    """What a stretch of the talk is about."""

    name: str
    ja: str
    en: str
    opening: str
    """What the customer begins it with."""


CHAPTERS: Final = (
    Chapter("reception", "受付", "reception", "恐れ入りますが、どのようなご用件でしょうか。"),
    Chapter(
        "needs",
        "課題",
        "the need",
        "正直に申し上げて、いまのやり方でそこまで困ってはいないのです。",
    ),
    Chapter(
        "budget",
        "予算",
        "the budget",
        "今期の予算はもう決まっています。あと100万円は難しいですね。",
    ),
    Chapter(
        "decider",
        "決裁者",
        "the boss",
        "最後に決めるのは本部長です。私からは何とも申し上げられません。",
    ),
    Chapter("rival", "競合", "the rival", "A社さんからは、もっと安いお見積りをいただいています。"),
    Chapter(
        "trial", "試用", "a trial", "一度使ってみないことには、現場が納得しないと思うのですが。"
    ),
    Chapter(
        "schedule", "導入時期", "the date", "年度末は忙しいので、4月より前は動けそうにありません。"
    ),
    Chapter(
        "contract", "契約条件", "the terms", "支払いサイトは翌々月末でお願いできないでしょうか。"
    ),
    Chapter("signing", "押印", "the signature", "では、最後にもう一点だけ確認させてください。"),
)


def long_talk() -> Scenario:
    """Build nine chapters of six scenes, five ends, and one scene no road leads to."""
    scenes: dict[str, Plain] = {}
    for place, chapter in enumerate(CHAPTERS):
        last = place + 1 == len(CHAPTERS)
        onward = "won" if last else f"{CHAPTERS[place + 1].name}_open"
        scenes.update(_chapter(chapter, onward, ("lost", "stalled", "declined")[place % 3]))
    scenes |= {
        "forgotten": _scene("この場面へ進む道はありません。", "No road leads here.", goto="won"),
        "won": _scene("わかりました。御社にお願いします。", "Agreed. We go with you.", end="won"),
        "advanced": _scene("次回は上司も同席します。", "My boss will join us.", end="advanced"),
        "declined": _scene("今回は見送りましょう。", "Let us leave it there.", end="declined"),
        "stalled": _scene("またこちらから連絡します。", "We will call you.", end="stalled"),
        "lost": _scene("もう結構です。お引き取りください。", "No thank you.", end="lost"),
    }
    title = {"ja": "六十場面の長い商談", "en": "A long talk of sixty scenes"}
    return scenario(scenes, meters={"trust": 40}, id="long_talk", title=title)


def _chapter(chapter: Chapter, onward: str, end: str) -> dict[str, Plain]:
    name, ja, en, opening = chapter
    hub = f"{name}_open"
    return {
        hub: _scene(
            opening,
            f"Let us talk about {en} first.",
            choices={
                "ask_reason": _choice(2, f"{name}_reason", trust=10),
                "ask_people": _choice(1, f"{name}_people"),
                "go_on": _choice(0, f"{name}_turn"),
                "press": _choice(-1, f"{name}_cold", trust=-20),
            },
        ),
        f"{name}_reason": _scene(
            f"{ja}については、実は社内でも意見が分かれていまして。",
            "We do not agree here.",
            goto=hub,
        ),
        f"{name}_people": _scene(
            f"{ja}の担当は私と、もう一人おります。",
            "It is me and one other.",
            choices={
                "summarise": _choice(2, f"{name}_turn", trust=5),
                "back": _choice(0, hub),
            },
        ),
        f"{name}_turn": _scene(
            "少し考えさせてください。",
            "Let me think.",
            goto=[{"weight": 3, "to": onward}, {"weight": 1, "to": f"{name}_cold"}],
        ),
        f"{name}_cold": _scene(
            f"{ja}の話は、もうこのくらいで。",
            "Enough of that.",
            choices={
                "apologise": _choice(1, f"{name}_last"),
                "insist": _choice(-1, end),
            },
        ),
        f"{name}_last": _scene(
            "……では、もう一度だけ伺います。",
            "Once more, then.",
            choices={
                "short": _choice(1, onward),
                "propose_next": _choice(0, "advanced"),
            },
        ),
    }


def _scene(ja: str, en: str, **keys: object) -> Plain:
    return {"customer": {"ja": ja, "en": en}, **keys}


def _choice(points: int, to: str, trust: int = 0) -> Plain:
    return choice(points={"inquiry": points}, effect={"trust": trust} if trust else {}, goto=to)
