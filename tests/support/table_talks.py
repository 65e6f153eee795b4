"""A talk with a negotiation table in it: the worked example, with two hidden interests."""

from itertools import count
from typing import Any

from salesdojo.content.model import Scenario
from salesdojo.practice.following import moves_of
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.scenarios import Plain, choice, scenario
from tui.small_pack import both
from tui.small_pack import scenario as document

NUMBERS = count()
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
    changes: Plain | None = None,
    *,
    second: Plain | None = None,
    again: Plain | None = None,
    **more: Any,
) -> Scenario:
    """Two lines, a table, and an end for each ending; a deal in a bad mood has its own.

    Args:
        changes: of the table.
        second: a table behind it, in the scene `more`.
        again: the scene `again`.
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
            **({"again": again} if again else {}),
            "signed": {"end": "won", "satisfaction": "trust"},
            "grudging": {"end": "won"},
            "polite": {"end": "stalled"},
            "gone": {"end": "lost"},
        },
        **{"meters": {"trust": 45}, "facts": {"cash": "Cash is short"}, **more},
    )


def table_document(name: str = "renewal", *, worth: int = 30) -> Plain:
    """Return such a talk as a file of the small pack (`small_library`)."""
    points = {
        "claim": "inquiry",
        "efficiency": "inquiry",
        "relationship": "manners",
        "discovery": "manners",
    }
    said = {
        one: {"say": both(ja, en), "why": both("理由。", "A reason.")}
        for one, ja, en in (
            ("warm", "一緒に考えましょう。", "Let us work it out."),
            ("cold", "この条件でお願いします。", "Take these terms."),
        )
    }
    ends = {"signed": "won", "grudging": "won", "polite": "stalled", "gone": "lost"}
    return document(
        name,
        both("更新の条件", "Renewal terms"),
        meters={"trust": {"name": both("信頼", "Trust"), "start": 45}},
        facts={"cash": both("保守が切れる", "Their support lapses")},
        start="hello",
        scenes={
            "hello": {
                "customer": both("それで。", "Well?"),
                "choices": {
                    "warm": {**said["warm"], "points": {"manners": 3}, "effect": {"trust": 10}},
                    "cold": {**said["cold"], "points": {"manners": 0}, "effect": {"trust": -10}},
                },
            },
            "terms": {
                "customer": both("では条件を。", "Your terms?"),
                "table": {**TABLE, "points": points, "worth": worth},
            },
            **{
                scene: {"customer": both("では。", "Good day."), "end": end}
                for scene, end in ends.items()
            },
        },
    )


def bargained(
    store: Store, story: Scenario, *steps: str, who: str = "Aoki", seed: int = 7
) -> Session:
    """Play a talk with a table; `as PLAYER` is the rest of a negotiation. Store its result."""
    session = Session.start(
        store, store.person(who), story, seed=seed, mode=Mode.PRACTICE, language="en",
        clock=lambda: 1_000, new_id=lambda: f"t{next(NUMBERS)}",
    )  # fmt: skip
    for step in steps:
        for move in moves_of(session.attempt, step):
            session.take(move)
    if session.attempt.outcome is not None:
        session.result(solution(story, None))
    return session
