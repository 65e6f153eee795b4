"""A talk for tests: a hint, a term, a fact, a hidden meter, a time limit, a breach, two ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from salesdojo.content.building import build_scenario
from salesdojo.content.model import Scenario, Term
from salesdojo.content.text import Text
from salesdojo.content.visible import visible
from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.tui.app import DojoApp
from salesdojo.tui.screens.talk import TalkScreen
from tui.small_pack import Plain, both, customer, rubric, scenario

HOSTILE = (
    "[@click=app.quit]x[/]",
    "[/ 見積[b]",
    "割引 [5%]",
    "[red",
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "a\rb",
    "\u202eabc",
    "\u00e9 e\u0301",
    "㍻",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "𠮷野家",
    "ﾊﾝｶｸ",
    "あ" * 10_000,
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "'; DROP TABLE attempt;--",
    "{{7*7}}",
    "%s%n",
    "../../etc/passwd",
    "",
    "   ",
    "\udc80",
)
"""SAFETY.md's strings."""
_MARKUP, _CONTROLS, _LETTERS, _CODE, _NOTHING, _SURROGATE = (
    HOSTILE[:4],
    HOSTILE[4:8],
    HOSTILE[8:14],
    HOSTILE[14:20],
    HOSTILE[20:22],
    HOSTILE[22:],
)
IN_COMPANY = (
    *_MARKUP,
    " ".join(_CONTROLS),
    " ".join(_LETTERS),
    " ".join(_CODE),
    *_NOTHING,
    *_SURROGATE,
)
"""The same for tests that play whole talks: together where one cannot hide what another does.

Markup stays alone, for a bracket may close another's.
"""


def visit(**changes: Any) -> Plain:
    """Return a scenario of two decisions, the second against the clock."""
    keys: Plain = {
        "meters": {
            "trust": {"start": 40, "name": both("信頼", "Trust")},
            "mood": {"start": 50, "hidden": True, "name": both("機嫌", "Mood")},
        },
        "facts": {
            "overtime": both("月末に残業が多い", "There is much overtime at month's end"),
            "budget": both("予算は4月に決まる", "The budget is set in April"),
        },
        "start": "door",
        "scenes": {
            "door": {
                "note": both("受付の奥から出てくる。", "He comes out from behind the desk."),
                "customer": both(
                    "今日の商談は、手短にお願いします。", "Please keep this sales talk short."
                ),
                "hint": both("まず相手の事情を伺います。", "Ask how things stand first."),
                "order": "fixed",
                "choices": {
                    "ask": _choice(
                        both("お忙しい時期はいつですか。", "When are you busiest?"),
                        both("月末ですね。残業続きです。", "Month's end. We all stay late."),
                        points={"inquiry": 3},
                        learn=["overtime"],
                        effect={"trust": 10, "mood": 5},
                        goto="table",
                    ),
                    "pitch": _choice(
                        both("新商品をご案内します。", "Let me show you our product."),
                        both("はあ。", "I see."),
                        points={"inquiry": -1},
                        effect={"trust": -5},
                        goto="table",
                    ),
                    "budget": _choice(
                        both("ご予算はいつ決まりますか。", "When is the budget set?"),
                        both("4月です。", "In April."),
                        points={"inquiry": 1},
                        learn=["budget"],
                        goto="table",
                    ),
                },
            },
            "table": {
                "customer": both("それで、おいくらですか。", "So what does it cost?"),
                "seconds": 30,
                "timeout": "silent",
                "order": "fixed",
                "choices": {
                    "offer": _choice(
                        both("まず効果を一緒に確かめませんか。", "Shall we try it first?"),
                        both("それならいいでしょう。", "That sounds fair."),
                        points={"manners": 3},
                        goto="good",
                    ),
                    "lie": _choice(
                        both("必ず残業がなくなります。", "All overtime will be gone."),
                        both("本当ですか。", "Really?"),
                        breach="lies",
                        goto="bad",
                    ),
                    "silent": _choice(
                        both("(黙っている)", "(Say nothing.)"),
                        both("では、また。", "Another time, then."),
                        goto="bad",
                    ),
                },
            },
            "good": {
                "customer": both("来週また来てください。", "Come again next week."),
                "satisfaction": 80,
                "end": "advanced",
            },
            "bad": {"customer": both("結構です。", "No, thank you."), "end": "lost"},
        },
    }
    return scenario("visit", both("はじめての訪問", "The first visit"), **{**keys, **changes})


def _choice(say: Plain, reply: Plain, **keys: Any) -> Plain:
    why = both("相手の事情が先です。", "How things stand comes first.")
    return {"say": say, "reply": reply, "why": why, **keys}


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def begin(
    app: DojoApp,
    scenario: Scenario,
    *choices: str,
    mode: Mode = Mode.PRACTICE,
    patience: float = 5.0,
    fork: Fork | None = None,
) -> Session:
    """Begin an attempt in the app's records and take `choices`."""
    store = Store.open(app.memory.database, patience=patience)
    session = Session.start(
        store,
        store.person(app.person),
        scenario,
        seed=7,
        mode=mode,
        language="en",
        clock=app.clock,
        new_id=app.memory.new_id,
        fork=fork,
    )
    for choice in choices:
        session.take(choice)
    return session


async def show(
    pilot: Pilot[None], session: Session, terms: tuple[Term, ...] = (), **changes: Any
) -> TalkScreen:
    """Show the talk of `session`, as the app does."""
    screen = TalkScreen(session, terms, **changes)
    await pilot.app.push_screen(screen)
    await settle(pilot)
    return screen


async def settle(pilot: Pilot[None]) -> None:
    """Wait until workers have reported and everything is painted, twice over."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each after the last has had its effect."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the database, as another program may."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


def hostile_term(words: str) -> Term:
    """Return a term all of whose texts are `words`."""
    text = Text.of(words)
    return Term(words, words, text, text, text, (), text)


def hostile_scenario(words: str) -> Scenario:
    """Return the visit with `words` in every text that a file can hold."""
    spoiled = (_spoiled(plain, words) for plain in (visit(), rubric(), customer()))
    return build_scenario(*spoiled)


def _spoiled(plain: Any, words: str) -> Any:
    match plain:
        case {"ja": _, "en": _}:
            return {"ja": words, "en": words}
        case dict():
            return {key: _spoiled(value, words) for key, value in plain.items()}
        case list():
            return [_spoiled(value, words) for value in plain]
        case _:
            return plain


def acts(app: App[None]) -> list[str]:
    """Return what on the screen could act on a terminal or as a link of a file's."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no public way
    segments = [segment for strip in strips for segment in strip]
    links = [
        str(segment.style.meta["@click"])
        for segment in segments
        if segment.style is not None and "@click" in segment.style.meta
    ]
    ours = ("screen.", "app.switch_language", "app.glossary")
    controls = [segment.text for segment in segments if visible(segment.text) != segment.text]
    return controls + [link for link in links if not link.startswith(ours)]
