"""Negotiations in the tallies: one item a table, by how it ended, equal to a recomputation."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.table import Ending
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.solving import solve
from salesdojo.practice.table.move_text import move_text
from salesdojo.records import result_json
from salesdojo.records.store import Store
from salesdojo.records.tallies.item_counts import Counts, ItemKey, Try, ended_so, tenths
from support.records import raw, url
from support.servers import Base
from support.table_talks import OPENING, bargained, table_talk
from support.tables import possible_moves

TALK = table_talk()
SOLUTION = solve(TALK)
ASKED = "ask why_delivery"


def taken(store: Store) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for key, many in store.tallies.of([TALK.revision]).items.items():
        found[key.scene, key.choice] += many
    return found


def items(result: Result) -> list[ItemKey]:
    counts = Counts()
    counts.add(Try("r", result.quality, result.outcome.value, result.passed, result), 1, None)
    return list(counts.items)


@pytest.mark.parametrize(
    ("steps", "counted"),
    [
        (("as splitter",), "deal"),
        ((ASKED, "as splitter"), "deal_asked"),
        (("walk_away",), "walked_away"),
        ((ASKED, "walk_away"), "walked_away_asked"),
        (("as hardball",), "no_time"),
    ],
)
def test_a_table_counts_once_by_how_it_ended(
    place: Path | Base, steps: tuple[str, ...], counted: str
) -> None:
    with Store.open(url(place)) as store:
        session = bargained(store, TALK, "warm", *steps)
        result = store.history.result(session.record.id)
        assert taken(store) == {("hello", "warm"): 1, ("terms", counted): 1}
    (table,) = (key for key in items(result) if key.scene == "terms")
    loss = tenths(result.decisions[-1].loss)
    assert (table.loss, table.rest) == (loss, tenths(result.quality) + loss)


def test_a_customer_who_leaves_is_an_ending_too(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        bargained(store, TALK, "cold", "as hardball")
        assert taken(store) == {("hello", "cold"): 1, ("terms", "they_left"): 1}


def test_different_offers_that_end_alike_are_one_row(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        ways = (["as splitter"], [OPENING, "accept"], ["as logroller"], ["as several"])
        for number, way in enumerate(ways):
            bargained(store, TALK, "warm", *way, who=f"p{number}")
        assert taken(store)["terms", "deal"] == 4
        choices = raw(place, "SELECT DISTINCT choice FROM item_tally WHERE scene = 'terms'")
        assert [tuple(row) for row in choices] == [("deal",)]


def test_tallies_with_tables_are_those_that_are_told_anew(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        for number in range(6):
            for steps in (("as splitter",), (OPENING, ASKED, "as several"), ("walk_away",)):
                bargained(store, TALK, "warm" if number % 2 else "cold", *steps, who=f"p{number}")
        kept = taken(store)
        assert store.tallies.compare().equal
        store.tallies.tell()
        assert taken(store) == kept


def test_results_with_a_table_are_read_back_and_others_are_written_as_ever() -> None:
    attempt = Attempt(TALK, 7)
    for move in ("warm", ASKED, OPENING, "walk_away"):
        attempt, _ = attempt.take(move)
    result = score(attempt, SOLUTION)
    assert [one.table is None for one in result.decisions] == [True, True, True, False]
    body = result_json.written(result)
    assert result_json.read(body) == result
    assert body.count('"table":["walked_away","as expert from 55",{') == 1
    for damaged in ('"table":["gone",', '"table":[', '"table":null,"a":['):
        with pytest.raises(ValueError, match=r"."):
            result_json.read(body.replace('"table":["walked_away",', damaged))


@settings(max_examples=40)
@given(data=st.data())
def test_whatever_is_bargained_counts_as_one_of_its_endings_at_the_price_of_the_table(
    data: st.DataObject,
) -> None:
    attempt, _ = Attempt(TALK, 3).take(data.draw(st.sampled_from(["warm", "cold"])))
    asked = False
    while attempt.table is not None:
        move = move_text(attempt.table.table, data.draw(possible_moves(attempt.table)))
        asked = asked or move.startswith("ask ")
        attempt, event = attempt.take(move)
    assert event.table is not None
    ending = event.table.state.ending
    result = result_json.read(result_json.written(score(attempt, SOLUTION)))
    (table,) = (key for key in items(result) if key.scene == "terms")
    assert ending in set(Ending)
    assert table.choice == ended_so(str(ending), asked=asked)
    assert table.loss == tenths(sum(one.loss for one in result.decisions[1:]))
