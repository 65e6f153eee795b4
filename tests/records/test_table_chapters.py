"""A chapter with a negotiation table: its mood and what was uncovered go on to the next."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from salesdojo.content.library import Library, open_library
from salesdojo.practice.following import moves_of
from salesdojo.records.journeys.journey_session import JourneySession, Means
from salesdojo.records.store import Store
from support.histories import findings
from support.journeys import FIRST, SECOND, write_journey_pack
from support.records import aoki, url
from support.servers import Base
from support.table_talks import OPENING, TABLE

POINTS = {"claim": "inquiry", "efficiency": "inquiry", "relationship": "objections"}
INTERESTS = {
    **TABLE["interests"],
    "lapse": {**TABLE["interests"]["lapse"], "reveals": "fact:overtime"},
}
ENDS = {"deal": "agreed", "walked_away": "parted", "no_time": "parted", "they_left": "parted"}
TERMS: dict[str, Any] = {
    "customer": {"ja": "条件は。", "en": "Your terms?"},
    "table": {**TABLE, "points": POINTS, "interests": INTERESTS, "goto": ENDS},
}
BARGAINED = (
    FIRST.replace("        goto: agreed\n", "        goto: terms\n")
    .replace("        learn: [overtime]\n", "")
    .replace("  agreed:\n", f"  terms: {json.dumps(TERMS, ensure_ascii=False)}\n  agreed:\n")
)
NUMBERS = count()


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Library:
    return open_library(write_journey_pack(tmp_path / "pack", first_visit=BARGAINED), None)


@pytest.fixture(name="means")
def _means(store: Store, library: Library) -> Means:
    return Means(
        store=store, scenario_of=library.scenario, language="en", clock=lambda: 1_000,
        new_id=lambda: f"c{next(NUMBERS)}", new_seed=lambda: 7, cache=None,
    )  # fmt: skip


def taken_up(means: Means, library: Library) -> JourneySession:
    (journey,) = library.pack.journeys
    return JourneySession.taken_up(means, aoki(means.store), journey, fresh=False)


def play(journey: JourneySession, *steps: str) -> None:
    session = journey.session or journey.go_on()
    for step in steps:
        for move in moves_of(session.attempt, step):
            session.take(move)


def test_the_mood_that_the_table_left_and_the_fact_it_uncovered_are_carried(
    means: Means, library: Library, place: Path | Base
) -> None:
    journey = taken_up(means, library)
    play(journey, "ask_usual", "ask why_delivery", "as several")
    assert journey.session is not None
    left = journey.session.attempt.meters["trust"]
    journey.conclude()
    session = journey.go_on()
    assert session.attempt.meters == {"trust": left}
    assert session.attempt.facts == {"overtime"}
    assert "remind" in [choice.id for choice in session.attempt.offered]
    play(journey, "remind")
    journey.conclude()
    assert journey.over
    first, second = journey.story().chapters
    assert (first.outcome, second.outcome) == ("advanced", "won")
    assert [one.spoken("en") for one in first.learned] == ["They work late every day"]
    assert findings(place) == []


def test_what_was_not_asked_at_the_table_closes_a_line_and_the_story_says_where(
    means: Means, library: Library
) -> None:
    journey = taken_up(means, library)
    play(journey, "ask_usual", "as several")
    journey.conclude()
    session = journey.go_on()
    assert "remind" not in [choice.id for choice in session.attempt.offered]
    play(journey, "ask_late")
    journey.conclude()
    (closed,) = journey.story().chapters[1].closed
    assert closed.choice == "remind"
    assert [(one.fact, one.chapter) for one in closed.opened_by] == [("overtime", 0)]


def test_a_journey_is_taken_up_at_the_table(means: Means, library: Library) -> None:
    play(taken_up(means, library), "ask_usual", OPENING)
    again = taken_up(means, library)
    assert again.session is not None
    assert again.session.attempt.table is not None
    assert len(again.session.attempt.table.turns) == 1
    play(again, "walk_away")
    again.conclude()
    assert (again.over, again.story().deal.value) == (True, "lost")


def test_a_table_in_the_second_chapter_opens_in_the_mood_that_the_first_one_left(
    means: Means, tmp_path: Path
) -> None:
    ends = {"deal": "signed", "walked_away": "refused"}
    terms = {**TERMS, "table": {**TERMS["table"], "goto": ends}}
    second = SECOND.replace("        goto: signed\n", "        goto: terms\n").replace(
        "  signed:\n", f"  terms: {json.dumps(terms, ensure_ascii=False)}\n  signed:\n"
    )
    library = open_library(write_journey_pack(tmp_path / "other", second_visit=second), None)
    journey = taken_up(replace(means, scenario_of=library.scenario), library)
    play(journey, "ask_usual")
    journey.conclude()
    play(journey, "remind")
    assert journey.session is not None
    assert journey.session.attempt.table is not None
    assert journey.session.attempt.table.mood == 60
    play(journey, "as expert")
    journey.conclude()
    assert (journey.story().deal.value, journey.story().lowest) == ("won", 100)
