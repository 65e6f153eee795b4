"""What keeps going wrong, told from attempts that were really played."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest

from salesdojo.content.model import Scenario
from salesdojo.records.history.recurring import DECISIONS, Kind, Mistake, Recurring, recurring
from salesdojo.records.history.slip_telling import told
from salesdojo.records.mastery.anchors import anchors
from salesdojo.records.mode import Mode
from salesdojo.records.played import Played
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.records import aoki
from support.scenarios import Plain, choice, scenario
from support.table_talks import TABLE

SCENES: Mapping[str, Plain] = {
    "opening": {
        "choices": {
            "ask": choice(say="Why?", points={"inquiry": 3}, learn=["cash"], goto="more"),
            "sell": choice(say="Buy!", points={"inquiry": -1}, goto="more"),
        },
    },
    "more": {
        "customer": [{"when": "cash", "say": "We are short."}, {"say": "No."}],
        "seconds": 10,
        "timeout": "silent",
        "choices": {
            "sum_up": choice(points={"inquiry": 3, "value": 3}, goto="won"),
            "boast": choice(points={"inquiry": 1}, goto="won"),
            "lie": choice(breach="false_identity", goto="won"),
            "silent": choice(goto="won"),
        },
    },
    "won": {"end": "won"},
}
NAMES = count()


def story(name: str, **changes: Plain) -> Scenario:
    return scenario({**SCENES, **changes}, facts={"cash": "Cash is short"}, id=name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'dojo.db'}") as opened:
        yield opened


def play(store: Store, talk: Scenario, *road: str, silent: bool = False) -> None:
    session = Session.start(
        store,
        aoki(store),
        talk,
        seed=1,
        mode=Mode.PRACTICE,
        language="en",
        clock=lambda: 1_000,
        new_id=lambda: f"a{next(NAMES)}",
    )
    for said in road:
        session.take(said, timed_out=silent and said == "silent")
    session.result(solution(session.attempt.scenario, None))


def found(store: Store) -> tuple[Recurring, ...]:
    return recurring(store.recent.latest(aoki(store), 500), Played(store, None))


def test_a_mistake_in_one_scenario_alone_does_not_recur(store: Store) -> None:
    for _ in range(5):
        play(store, story("first"), "ask", "boast")
    assert found(store) == ()
    play(store, story("second"), "ask", "boast")
    assert {one.mistake for one in found(store)} == {
        Mistake(Kind.LINE, "inquiry"),
        Mistake(Kind.LINE, "value"),
    }


def test_the_loss_of_a_line_is_shared_out_by_what_each_criterion_lost(store: Store) -> None:
    for name in ("first", "second"):
        play(store, story(name), "ask", "boast")
    by_criterion = {one.mistake.about: one.cost for one in found(store)}
    # Of 6 points of inquiry (60) two are lost, of 3 of value (40) all: 20 and 40 in each talk.
    assert by_criterion == {"inquiry": pytest.approx(40), "value": pytest.approx(80)}


def test_not_asking_breaking_a_rule_and_silence_are_mistakes_of_their_own(store: Store) -> None:
    for name in ("first", "second"):
        play(store, story(name), "sell", "sum_up")
        play(store, story(name), "ask", "lie")
        play(store, story(name), "ask", "silent", silent=True)
    assert {one.mistake: (len(one.slips), one.name is not None) for one in found(store)} == {
        Mistake(Kind.QUESTION): (2, False),
        Mistake(Kind.BREACH, "false_identity"): (2, True),
        Mistake(Kind.SILENCE): (2, False),
    }


def test_a_line_worth_as_much_that_leads_away_is_the_road(store: Store) -> None:
    scenes: dict[str, Plain] = {
        "opening": {
            "choices": {
                "stay": choice(points={"inquiry": 1}, goto="more"),
                "leave": choice(points={"inquiry": 1}, goto="won"),
            }
        },
        "more": {
            "choices": {
                "good": choice(points={"inquiry": 3}, goto="won"),
                "bad": choice(goto="won"),
            }
        },
        "won": {"end": "won"},
    }
    for name in ("first", "second"):
        play(store, scenario(scenes, id=name), "leave")
    (only,) = found(store)
    assert (only.mistake, only.scenarios) == (Mistake(Kind.ROAD), ("second", "first"))


def test_what_was_made_in_drills_counts_but_adds_no_points(store: Store) -> None:
    drill: dict[str, Plain] = {
        "opening": {
            "choices": {
                "good": choice(points={"inquiry": 3}, goto="won"),
                "bad": choice(points={"inquiry": 1}, goto="won"),
            }
        },
        "won": {"end": "won"},
    }
    for name in ("first", "second"):
        play(store, scenario(drill, id=name), "bad")
    (only,) = found(store)
    assert (len(only.slips), only.cost) == (2, 0)


def test_the_costs_of_all_mistakes_are_the_losses_of_the_decisions(store: Store) -> None:
    roads = (("sell", "boast"), ("sell", "lie"), ("ask", "silent"), ("ask", "sum_up"))
    for name in ("first", "second"):
        for road in roads:
            play(store, story(name), *road, silent=True)
    recent = store.recent.latest(aoki(store), 500)
    losses = sum(judged.loss for one in recent for judged in one.result.decisions)
    assert sum(one.cost for one in found(store)) == pytest.approx(losses)


def test_what_was_asked_at_a_table_is_known_after_it(store: Store) -> None:
    after = {
        "choices": {
            "why": choice(points={"value": 3}, learn=["cash"], goto="signed"),
            "sell": choice(points={"value": 1}, goto="signed"),
        }
    }
    table = {**TABLE, "goto": {"deal": "after", "walked_away": "after"}}
    ends: Mapping[str, Plain] = {"after": after, "signed": {"end": "won"}}
    for name in ("first", "second"):
        talk = scenario(
            {"terms": {"table": table}, **ends},
            meters={"trust": 50},
            facts={"cash": "Cash is short"},
            id=name,
        )
        play(store, talk, "ask why_delivery", "walk_away", "sell")
    # It is not the question that was missing: the fact was told at the table, which was left.
    assert {one.mistake for one in found(store)} == {
        Mistake(Kind.LINE, "value"),
        Mistake(Kind.LINE, "inquiry"),
    }


def test_only_the_latest_decisions_are_looked_at(store: Store) -> None:
    play(store, story("old"), "ask", "lie")
    play(store, story("older"), "ask", "lie")
    for _ in range(DECISIONS // 2):
        play(store, story("first"), "sell", "boast")
    assert found(store) == ()


def test_a_slip_tells_the_line_that_was_heard_on_its_road(store: Store) -> None:
    for name in ("first", "second"):
        play(store, story(name), "sell", "boast")
    lines = next(one for one in found(store) if one.mistake.kind is Kind.LINE)
    shown = told(lines.slips[0], Played(store, None))
    assert shown.heard is not None
    assert shown.heard.spoken("en") == "No."  # not "We are short.": nobody had asked
    assert (shown.said.id, shown.better.id) == ("boast", "sum_up")
    opening = next(one for one in found(store) if one.mistake.kind is Kind.QUESTION)
    heard = told(opening.slips[0], Played(store, None)).heard
    assert heard is not None
    assert heard.spoken("en") == "Well?"


def test_the_next_anchor_stands_one_level_over_what_the_latest_talks_show(store: Store) -> None:
    play(store, story("first"), "sell", "lie")
    play(store, story("second"), "ask", "sum_up")
    play(store, story("third"), "ask", "boast")
    for _ in range(5):
        play(store, story("first"), "ask", "sum_up")  # repeats measure memory too
    shown = anchors(store.recent.latest(aoki(store), 9), Played(store, None), frozenset())
    inquiry = shown["inquiry"]  # levels 1, 4 and 3: the middle one
    assert (inquiry.level, inquiry.many, inquiry.repeats) == (3, 3, False)
    assert inquiry.now.spoken("en") == "3"
    assert inquiry.next is not None
    assert inquiry.next.spoken("en") == "4"
    assert shown["value"].level == 1


def test_at_the_highest_level_there_is_no_next_anchor_and_drills_prove_none(store: Store) -> None:
    play(store, story("first"), "ask", "sum_up")
    recent = store.recent.latest(aoki(store), 9)
    assert anchors(recent, Played(store, None), frozenset())["inquiry"].next is None
    assert anchors(recent, Played(store, None), frozenset({"first"})) == {}


def test_where_only_repeats_are_known_they_tell_the_level(store: Store) -> None:
    play(store, story("first"), "sell", "lie")
    play(store, story("first"), "ask", "sum_up")
    recent = store.recent.latest(aoki(store), 1)
    inquiry = anchors(recent, Played(store, None), frozenset())["inquiry"]
    assert (inquiry.level, inquiry.many, inquiry.repeats) == (4, 1, True)
