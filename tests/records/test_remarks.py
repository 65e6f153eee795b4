"""What was typed before a decision, and what a trainee says of a line, as the store keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from salesdojo.errors import RecordsError
from salesdojo.practice.recalling import Recalled
from salesdojo.records.reviews.remark import Heard, Remark, RemarkKind
from salesdojo.records.store import Store
from support.records import Talk, begun, decision, url
from support.servers import Base

RECALL = Recalled("なぜでしょう", "ask_why", 61.5)


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        begun(store)
        yield store


def remark(name: str = "r1", **changes: Any) -> Remark:
    made = Remark(name, "a1", 1, "ask_why", RemarkKind.UNCLEAR, "どちらの意味?", "ja", 3_000)
    return replace(made, **changes)


def test_what_was_typed_is_kept_with_its_decision_once(store: Store) -> None:
    assert store.recalls("a1") == {}
    for _ in range(2):
        assert store.append("a1", decision(1), RECALL) == 1
    assert store.recalls("a1") == {1: RECALL}


def test_a_refused_decision_leaves_nothing_of_what_was_typed(store: Store) -> None:
    with pytest.raises(RecordsError, match="DB016"):
        store.append("a1", decision(2), RECALL)
    store.append("a1", decision(1))
    with pytest.raises(RecordsError, match="DB015"):
        store.append("a1", decision(1, "pitch"), RECALL)
    assert store.recalls("a1") == {}


def test_what_was_typed_is_no_part_of_the_chain(store: Store) -> None:
    store.append("a1", decision(1), RECALL)
    assert store.verify_chain("a1") is None


def test_a_remark_kept_twice_is_kept_once(store: Store) -> None:
    store.append("a1", decision(1))
    for _ in range(2):
        store.remarks.keep(remark())
    assert store.remarks.of_attempt("a1") == (remark(),)
    with pytest.raises(RecordsError, match="DB023"):
        store.remarks.keep(remark(kind=RemarkKind.WRONG))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"turn": 2}, "DB067"),
        ({"choice": "pitch"}, "DB067"),
        ({"attempt": "nobody's"}, "DB017"),
        ({"attempt": "\udc80"}, "DB017"),
    ],
)
def test_a_remark_on_what_was_not_said_is_refused(
    store: Store, changes: dict[str, Any], code: str
) -> None:
    store.append("a1", decision(1))
    with pytest.raises(RecordsError, match=code):
        store.remarks.keep(remark(**changes))
    assert store.remarks.of_attempt("a1") == ()


def test_a_trainer_reads_remarks_by_scenario_and_revision_the_newest_first(store: Store) -> None:
    changed = Talk(b'{"scenario": "talk", "changed": true}')
    begun(store, "a2", scenario=changed)
    for name in ("a1", "a2"):
        store.append(name, decision(1))
    first, second = remark(), remark("r2", attempt="a2", words=None)
    store.remarks.keep(first)
    store.remarks.keep(second)
    told = store.remarks.of_scenario("talk")
    assert told == (
        Heard(second, "talk", changed.revision, "opening"),
        Heard(first, "talk", Talk().revision, "opening"),
    )
    assert store.remarks.of_scenario("talk", changed.revision) == told[:1]
    assert store.remarks.of_scenario("talk", most=1) == told[:1]
    assert store.remarks.of_scenario("other") == ()
