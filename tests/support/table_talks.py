"""A talk with a negotiation table in it: the worked example, with two hidden interests."""

from typing import Any

from salesdojo.content.model import Scenario
from support.scenarios import Plain, choice, scenario

TABLE: Plain = {
    "rounds": 8,
    "issues": {
        "price": {
            "label": {"ja": "単価", "en": "Price per seat"},
            "range": {"from": 90, "to": 130, "step": 2, "unit": "EUR"},
            "ours": {"toward": "high", "points": 4000},
            "theirs": {"toward": "low", "points": 3000},
        },
        "delivery": {
            "label": {"ja": "納期", "en": "Delivery"},
            "options": ["1 wk", "2 wk", "4 wk", "6 wk", "8 wk"],
            "kind": "ordinal",
            "ours": [0, 600, 1100, 1400, 1500],
            "theirs": [4000, 3000, 1500, 500, 0],
        },
        "payment": {
            "label": {"ja": "支払条件", "en": "Payment"},
            "options": ["net 0", "net 15", "net 30", "net 45", "net 60"],
            "ours": [0, 800, 1800, 2500, 3000],
            "theirs": [1000, 700, 300, 100, 0],
        },
        "warranty": {
            "label": {"ja": "保証期間", "en": "Warranty"},
            "options": ["48 m", "36 m", "24 m", "12 m"],
            "ours": [0, 600, 1100, 1500],
            "theirs": [2000, 1500, 800, 0],
        },
    },
    "reserve": {"ours": 3500, "theirs": 3000},
    "behaviour": {"curve": "boulware", "mood": "trust"},
    "questions": {
        "why_delivery": {"ja": "納期を急がれるのはなぜですか。", "en": "Why the hurry?"},
        "why_pilot": {"ja": "試験導入はお考えですか。", "en": "Would a pilot help?"},
    },
    "interests": {
        "lapse": {
            "issue": "delivery",
            "ask": ["why_delivery"],
            "trust": 0,
            "text": {"ja": "今の保守契約が3日で切れます。", "en": "Our support lapses on the 3rd."},
            "reveals": "fact:cash",
        },
        "pilot": {
            "issue": "delivery",
            "ask": ["why_pilot"],
            "trust": 40,
            "text": {"ja": "一部だけ先に使えれば。", "en": "A part of it first would do."},
            "unlocks": {"option": "phased", "ours": 1000, "theirs": 3600},
        },
    },
    "reasons": {
        "migration": {
            "issue": "price",
            "fits": ["lapse"],
            "text": {"ja": "移行作業はこちらで行います。", "en": "The migration is on us."},
        }
    },
    "points": {
        "claim": "value",
        "efficiency": "value",
        "relationship": "inquiry",
        "discovery": "inquiry",
    },
    "worth": 30,
    "goto": {
        "deal": [{"when": "trust < 40", "to": "grudging"}, {"to": "signed"}],
        "walked_away": "polite",
        "they_left": "gone",
        "no_time": "polite",
    },
}
OPENING = "propose price=130 delivery=4_wk payment=net_60 warranty=12_m"
"""An offer that insults nobody."""


def table_talk(
    changes: Plain | None = None, *, second: Plain | None = None, **more: Any
) -> Scenario:
    """Two lines, a table, and an end for each ending; a deal in a bad mood has its own.

    Args:
        changes: of the table.
        second: a table behind it, in the scene `more`.
        more: of the scenario.
    """
    return scenario(
        {
            "hello": {
                "choices": {
                    "warm": choice(points={"inquiry": 3}, effect={"trust": 10}),
                    "cold": choice(points={"inquiry": 0}, effect={"trust": -10}),
                },
            },
            "terms": {"table": {**TABLE, **(changes or {})}},
            **({"more": {"table": second}} if second else {}),
            "signed": {"end": "won", "satisfaction": "trust"},
            "grudging": {"end": "won"},
            "polite": {"end": "stalled"},
            "gone": {"end": "lost"},
        },
        **{"meters": {"trust": 45}, "facts": {"cash": "Cash is short"}, **more},
    )
