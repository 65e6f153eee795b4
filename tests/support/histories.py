"""Histories for tests of audit and rescoring: attempts really played, on either database."""

from collections.abc import Sequence
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from salesdojo.content.model import Scenario
from salesdojo.practice.solving import solve
from salesdojo.records.auditing.audit import audit
from salesdojo.records.auditing.chosen_attempts import Chosen
from salesdojo.records.auditing.verdict import Finding
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.records import aoki, url
from support.scenarios import choice, scenario
from support.servers import Base

NUMBERS = count()
TALK = scenario(
    {
        "opening": {
            "choices": {
                "ask_why": choice(say="Why?", points={"inquiry": 3}, learn=["cash"], goto="chance"),
                "cut_price": choice(say="Cheap!", effect={"trust": -10}, goto="chance"),
            }
        },
        "chance": {"goto": [{"weight": 1, "to": "calm"}, {"weight": 1, "to": "tense"}]},
        "calm": {
            "choices": {
                "sign": choice(points={"value": 2}, goto="won"),
                "go": choice(goto="lost"),
            }
        },
        "tense": {
            "choices": {
                "sign": choice(points={"value": 1}, goto="won"),
                "go": choice(goto="lost"),
            }
        },
        "won": {"end": "won", "satisfaction": "trust + 20"},
        "lost": {"end": "lost"},
    },
    meters={"trust": 40},
    facts={"cash": "Cash is short"},
)


def played(store: Store, story: Scenario, choices: Sequence[str], seed: int = 7) -> Session:
    """Play a talk of Aoki's, and store its result where it is over."""
    session = Session.start(
        store,
        aoki(store),
        story,
        seed=seed,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"h{next(NUMBERS)}",
    )
    return gone_on(session, choices)


def gone_on(session: Session, choices: Sequence[str]) -> Session:
    for one in choices:
        session.take(one)
    if session.attempt.outcome is not None:
        session.result(solve(session.attempt.scenario))
    return session


def findings(place: Path | Base, *, workers: int = 1) -> list[Finding]:
    """Return what an audit says of everything that is stored."""
    looked = audit(url(place), Chosen(), workers=workers).looked()
    return [finding for piece in looked for finding in piece.findings]


def play_until(place: Path | Base, stop: Event, tells: Connection) -> None:
    """Play one talk after another, in a process of its own, telling of each, until `stop`."""
    with Store.open(url(place)) as store:
        for seed in count():
            if stop.is_set():
                return
            played(store, TALK, ("ask_why", "sign" if seed % 3 else "go"), seed=seed)
            tells.send(seed)
