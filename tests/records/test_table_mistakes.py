"""A negotiation among the mistakes: told by criterion, with its last move and the better end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salesdojo.practice.named_ends import ended_as
from salesdojo.records.history.end_telling import end_in_words
from salesdojo.records.history.recurring import Kind, Mistake, Recurring, recurring
from salesdojo.records.history.slip_telling import ToldSlip, told
from salesdojo.records.played import Played
from salesdojo.records.store import Store
from support.records import aoki, url
from support.scenarios import choice
from support.servers import Base
from support.table_talks import OPENING, bargained, table_talk

AGAIN = {
    "choices": {"good": choice(points={"inquiry": 3}, goto="signed"), "bad": choice(goto="signed")}
}
TALKS = (table_talk(id="first"), table_talk(id="second"))


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def found(store: Store) -> tuple[Recurring, ...]:
    return recurring(store.recent.latest(aoki(store), 500), Played(store, None))


def shown(store: Store, place: int = 0) -> ToldSlip:
    return told(found(store)[0].slips[place], Played(store, None))


def test_a_table_is_a_mistake_by_criterion_and_costs_what_it_lost(store: Store) -> None:
    played = [bargained(store, talk, "warm", "as splitter") for talk in TALKS]
    told_by = {one.mistake: one.cost for one in found(store)}
    assert told_by.keys() == {Mistake(Kind.LINE, "value"), Mistake(Kind.LINE, "inquiry")}
    losses = sum(store.history.result(one.record.id).decisions[-1].loss for one in played)
    assert sum(told_by.values()) == pytest.approx(losses)
    # The expert earned 60 of value and 53 of inquiry, the splitter 1 and 18; weights 40 and 60,
    # at most 60 and 56 can be earned.
    value, inquiry = 40 * 59 / 60, 60 * 35 / 56
    share = told_by[Mistake(Kind.LINE, "value")] / sum(told_by.values())
    assert share == pytest.approx(value / (value + inquiry))


def test_a_table_worth_as_much_that_ended_apart_from_what_could_be_earned_is_the_road(
    store: Store,
) -> None:
    points = {"discovery": "inquiry"}
    end = {"deal": "again", "walked_away": "polite"}
    for name in ("first", "second"):
        talk = table_talk({"points": points, "goto": end}, id=name, again=AGAIN)
        bargained(store, talk, "warm", "ask why_delivery", "ask why_pilot", "walk_away")
    (only,) = found(store)
    assert (only.mistake, only.scenarios) == (Mistake(Kind.ROAD), ("second", "first"))


def test_who_does_better_than_every_player_made_no_mistake(store: Store) -> None:
    for talk in TALKS:
        bargained(store, talk, "warm", "as expert")
    assert found(store) == ()


def test_a_slip_tells_what_both_said_last_and_what_is_asked_and_agreed_instead(
    store: Store,
) -> None:
    for talk in TALKS:
        session = bargained(store, talk, "warm", OPENING, "walk_away")
    slip = shown(store)
    before, last = session.attempt.events[-2:]
    assert (slip.speaker, slip.heard) == (before.speaker, before.choice.reply)
    assert (slip.said.id, slip.said.say, slip.said.why) == ("walk_away", last.choice.say, None)
    assert slip.better.why is None
    table = talk.scenes["terms"].bargaining
    assert table is not None
    best = ended_as(table.table, slip.slip.better)
    assert best is not None
    assert best.deal is not None
    price = table.table.issues[0].options[best.deal[0]].label.spoken("en")
    english, japanese = (slip.better.say.spoken(language) for language in ("en", "ja"))
    assert english.startswith("Ask first: \u201cWhy the hurry?\u201d")
    assert f"Price per seat {price}, Delivery " in english
    assert japanese.startswith("まず質問する: 「納期を急がれるのはなぜですか。」")
    assert f"単価 {price}、納期 " in japanese


def test_at_the_first_move_the_scene_was_heard_last(store: Store) -> None:
    for talk in TALKS:
        bargained(store, talk, "warm", "walk_away")
    slip = shown(store)
    assert slip.heard == TALKS[0].scenes["terms"].customer[0].say


def test_where_none_is_better_the_best_end_is_to_walk_away() -> None:
    table = TALKS[0].scenes["terms"].bargaining
    assert table is not None
    words = end_in_words(table.table, "walk_away from 55")
    assert words.spoken("en") == "End without a deal: none was better than that."
    assert end_in_words(table.table, "no such end").spoken("en") == "no such end"


def test_a_question_that_the_table_answered_is_no_question_missed_behind_it(store: Store) -> None:
    after = {
        "choices": {
            "ask": choice(points={"inquiry": 9}, learn=["cash"], goto="signed"),
            "boast": choice(goto="signed"),
        }
    }
    for name in ("first", "second"):
        talk = table_talk(
            {"goto": {"deal": "again", "walked_away": "polite"}}, id=name, again=after
        )
        bargained(store, talk, "warm", "ask why_delivery", "as several", "boast")
        bargained(store, talk, "warm", "as several", "boast")
    missed = next(one for one in found(store) if one.mistake.kind is Kind.QUESTION)
    turns = [slip.judged.turn for slip in missed.slips]
    known = store.recent.latest(aoki(store), 500)
    assert len(turns) == 2
    assert {slip.attempt.attempt for slip in missed.slips} == {
        one.attempt for one in known if "cash" not in one.result.learned
    }
