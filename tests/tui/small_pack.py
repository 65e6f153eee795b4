"""A small pack in two languages, written to a folder and opened as any other."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from salesdojo.content.library import Library, open_library
from support.compiled_before import compiled_before

Plain = dict[str, Any]


def both(ja: str, en: str) -> Plain:
    return {"ja": ja, "en": en}


def rubric() -> Plain:
    return {
        "id": "basics",
        "name": both("基本", "Basics"),
        "pass": 70,
        "cuts": [40, 65, 85],
        "criteria": {
            "inquiry": {
                "name": both("ヒアリング", "Inquiry"),
                "weight": 60,
                "levels": [
                    both("聞かずに話し続ける。", "Talks without asking."),
                    both("現状だけを聞く。", "Asks about the present only."),
                    both("困りごとまで聞く。", "Asks about the problem too."),
                    both("影響と背景まで聞く。", "Asks about impact and cause."),
                ],
                "minimum": 2,
            },
            "manners": {
                "name": both("マナー", "Manners"),
                "weight": 40,
                "levels": [
                    both("失礼がある。", "Is rude."),
                    both("大きな失礼はない。", "Is not rude."),
                    both("丁寧である。", "Is polite."),
                    both("相手に合わせて丁寧である。", "Is polite in the customer's way."),
                ],
            },
        },
        "breaches": {"lies": both("事実と違うことを言う", "Says what is not true")},
    }


def customer() -> Plain:
    return {
        "id": "tanabe",
        "name": both("田辺 浩", "Hiroshi Tanabe"),
        "company": both("みどり印刷株式会社", "Midori Printing"),
        "role": both("総務課長", "Head of General Affairs"),
        "manner": both("静かに、ゆっくり話す。", "Speaks quietly and slowly."),
        "cares": [
            both("部下の残業を減らすこと", "Less overtime for the team"),
            both("約束の時間を守ること", "Being on time"),
        ],
    }


def _choice(say: Plain, goto: str, **keys: Any) -> Plain:
    return {
        "say": say,
        "why": both("相手の事情がわかるからです。", "It shows how things stand."),
        "goto": goto,
        **keys,
    }


def scenario(name: str, title: Plain, **changes: Any) -> Plain:
    return {
        "id": name,
        "title": title,
        "stage": "approach",
        "motion": "outbound",
        "level": 1,
        "minutes": 5,
        "rubric": "basics",
        "customer": "tanabe",
        "terms": ["商談"],
        "briefing": {
            "situation": both(
                "月曜日の朝、初めての会社に電話をかけます。", "Monday morning, a first call."
            ),
            "goal": both("次の約束をいただく。", "Get a date for a meeting."),
            "known": [both("社員は40名。", "They are 40 people.")],
        },
        "meters": {"trust": {"start": 40, "name": both("信頼", "Trust")}},
        "facts": {"overtime": both("残業が多い", "There is much overtime")},
        "start": "hello",
        "scenes": {
            "hello": {
                "customer": both("はい、みどり印刷です。", "Midori Printing, hello."),
                "choices": {
                    "ask": _choice(
                        both("お忙しい時期はいつですか。", "When are you busiest?"),
                        "busy",
                        points={"inquiry": 3, "manners": 1},
                        learn=["overtime"],
                        effect={"trust": 10},
                    ),
                    "pitch": _choice(
                        both("弊社の新商品のご案内です。", "Let me tell you of our product."),
                        "busy",
                        points={"inquiry": -1},
                    ),
                },
            },
            "busy": {
                "customer": both("月末は残業が続きますね。", "The end of the month, mostly."),
                "choices": {
                    "offer": _choice(
                        both("一度お話を伺えますか。", "May I come and listen?"),
                        "good",
                        points={"manners": 3},
                    ),
                    "boast": _choice(
                        both("必ず残業がなくなります。", "All overtime will be gone."),
                        "bad",
                        breach="lies",
                    ),
                },
            },
            "good": {"customer": both("ええ、どうぞ。", "Yes, please."), "end": "advanced"},
            "bad": {"customer": both("結構です。", "No, thank you."), "end": "lost"},
        },
        **changes,
    }


SCENARIOS = (
    scenario("first_call", both("最初の電話", "The first call")),
    scenario("second_call", both("二度目の電話", "The second call"), level=2, minutes=8),
    scenario(
        "discount", both("「あと2割」", "20% off, please"), stage="negotiation", level=3, minutes=10
    ),
)


def drill(name: str, title: Plain, criterion: str = "inquiry", **changes: Any) -> Plain:
    """Return a drill: one decision against the clock, whose second line silence takes."""
    scenes = {
        "opening": {
            "customer": both("うちは間に合っています。", "We have all we need."),
            "seconds": 30,
            "timeout": "nod",
            "order": "fixed",
            "choices": {
                "ask": _choice(
                    both("今はどうなさっていますか。", "How do you do it today?"),
                    "good",
                    points={criterion: 3},
                ),
                "nod": _choice(both("そうですか。", "I see."), "bad"),
                "push": _choice(
                    both("そこを何とか。", "Come on, please."), "bad", points={criterion: -1}
                ),
            },
        },
        "good": {"customer": both("手作業です。", "By hand."), "end": "advanced"},
        "bad": {"customer": both("では。", "Goodbye."), "end": "stalled"},
    }
    keys = {
        "minutes": 1,
        "terms": [],
        "meters": {},
        "facts": {},
        "start": "opening",
        "scenes": scenes,
    }
    return scenario(name, title, **{**keys, **changes})


DRILLS = (
    drill("all_set", both("間に合っています", "We have all we need")),
    drill("no_time", both("時間がありません", "No time"), level=2),
    drill("wrong_name", both("名前を間違えた", "The wrong name"), "manners"),
)


COURSES: Plain = {
    "week": {
        "name": both("最初の一週間", "First week"),
        "role": "sales_representative",
        "scenarios": ["first_call", "second_call"],
        "certifies": both("お客様の前に一人で立てる", "May meet customers alone"),
        "valid_months": 6,
    },
    "deals": {
        "name": both("交渉と契約", "Negotiation"),
        "role": "sales_representative",
        "after": ["week"],
        "scenarios": ["discount", "first_call"],
        "certifies": both("条件の交渉を任せられる", "May negotiate terms"),
    },
    "calls": {
        "name": both("電話", "Calls"),
        "role": "customer_support",
        "scenarios": ["second_call"],
    },
}
"""Courses for the three scenarios: one that runs out, one that follows it, one that certifies
nothing."""


def write_pack(
    root: Path, *scenarios: Plain, drills: Sequence[Plain] = (), courses: Plain | None = None
) -> Path:
    """Write the pack, with `scenarios` (three unless given), below `root`; return its folder.

    Unless `courses` are given there is one of all scenarios, which certifies nothing.
    """
    written = scenarios or SCENARIOS
    files: dict[str, Plain] = {
        "pack.yaml": {
            "id": "small",
            "name": both("小さな道場", "Small dojo"),
            "languages": ["ja", "en"],
            "random_pass_limit": 5,
            "courses": courses
            or {
                "week": {
                    "name": both("最初の一週間", "First week"),
                    "role": "sales_representative",
                    "scenarios": [one["id"] for one in written],
                }
            },
        },
        "rubrics/basics.yaml": rubric(),
        "customers/tanabe.yaml": customer(),
        "glossary.yaml": {
            "id": "glossary",
            "terms": {
                "商談": {
                    "reading": "しょうだん",
                    "name": both("商談", "sales talk"),
                    "meaning": both("取引の話し合い。", "A talk about a deal."),
                    "example": both("明日は商談です。", "There is a sales talk tomorrow."),
                    "synonyms": [],
                }
            },
        },
        **{f"{one['stage']}/{one['id']}.yaml": one for one in written},
        **{f"drills/{one['id']}.yaml": one for one in drills},
    }
    for name, text in _written(json.dumps(files, ensure_ascii=False)).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@cache
def _written(files: str) -> dict[str, str]:
    """Return what stands in each of the files, laid out in lines.

    JSON is YAML, and needs no writer of our own.
    """
    return {
        name: json.dumps(plain, ensure_ascii=False, indent=1)
        for name, plain in json.loads(files).items()
    }


def small_library(
    root: Path, *scenarios: Plain, drills: Sequence[Plain] = (), courses: Plain | None = None
) -> Library:
    """Open the pack written by `write_pack`; the same pack is compiled once a test process."""
    pack = write_pack(root / "pack", *scenarios, drills=drills, courses=courses)
    return open_library(pack, compiled_before(pack))
