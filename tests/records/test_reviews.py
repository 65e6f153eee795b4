"""What reviewers say of attempts: kept once, superseded and never overwritten."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from salesdojo.errors import RecordsError
from salesdojo.records.model import Person
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.store import Store
from support.records import aoki, begun, decision, raw, result, url
from support.servers import Base


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    """Give records in which Aoki finished one talk, and Baba and Chiba may review it."""
    with Store.open(url(place)) as store:
        finish(store, "a1")
        yield store


def finish(store: Store, attempt: str, **changes: Any) -> None:
    begun(store, attempt, **changes)
    store.append(attempt, decision(1))
    store.finish(attempt, result(70), 2_000)


def baba(store: Store) -> Person:
    return store.person("Baba")


def chiba(store: Store) -> Person:
    return store.person("Chiba")


def comment(store: Store, name: str = "v1", **changes: Any) -> Said:
    made = Said(name, "a1", Kind.COMMENT, baba(store).id, 3_000, turn=1, words="もっと聞く")
    return replace(made, **changes)


def level(store: Store, name: str = "v2", **changes: Any) -> Said:
    made = Said(
        name, "a1", Kind.LEVEL, baba(store).id, 3_000,
        criterion="inquiry", level=2, words="The question came late",
    )  # fmt: skip
    return replace(made, **changes)


def blind(name: str, by: Person, given: int = 2) -> tuple[Said, ...]:
    said = Said(name, "a1", Kind.BLIND, by.id, 3_000, criterion="inquiry", level=given)
    return (said,)


def test_what_is_said_twice_is_kept_once(store: Store) -> None:
    for _ in range(2):
        store.reviews.keep(comment(store))
    (heard,) = store.reviews.of_attempt("a1")
    assert heard.said == comment(store, result=heard.said.result)
    assert (heard.name, heard.stands, heard.older) == ("Baba", True, False)
    with pytest.raises(RecordsError, match="DB023"):
        store.reviews.keep(comment(store, words="Something else"))


def test_a_later_word_takes_the_place_of_an_earlier_and_both_stay(store: Store) -> None:
    store.reviews.keep(level(store))
    store.reviews.keep(level(store, "v3", level=3))
    store.reviews.keep(level(store, "v4", by=chiba(store).id, level=4))
    told = [
        (one.said.level, one.stands, one.said.supersedes) for one in store.reviews.of_attempt("a1")
    ]
    assert told == [(2, False, None), (3, True, "v2"), (4, True, None)]


def test_another_level_leaves_the_result_and_the_figures_as_they_are(
    store: Store, place: Path | Base
) -> None:
    tables = ("result", "finished_attempt", "figures", "summary", "item_tally", "scenario_tally")
    store.standings(aoki(store))

    def everything() -> list[object]:
        return [raw(place, f"SELECT * FROM {table}") for table in tables]  # noqa: S608

    before = everything()
    store.reviews.keep(level(store))
    assert everything() == before
    assert store.result("a1") == result(70)
    assert store.verify_chain("a1") is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"turn": 2}, "DB077"),
        ({"attempt": "nobody's"}, "DB017"),
        ({"attempt": "\udc80"}, "DB017"),
        ({"attempt": "open"}, "DB075"),
        ({"by": "gone"}, "DB060"),
        ({"kind": Kind.LEVEL, "criterion": "charm", "level": 2}, "DB077"),
    ],
)
def test_what_cannot_be_said_is_refused(store: Store, changes: dict[str, Any], code: str) -> None:
    begun(store, "open")
    with pytest.raises(RecordsError, match=code):
        store.reviews.keep(comment(store, **changes))
    assert store.reviews.of_attempt("a1") == ()


def test_nobody_reviews_what_is_their_own(store: Store) -> None:
    with pytest.raises(RecordsError, match="DB076"):
        store.reviews.keep(comment(store, by=aoki(store).id))


def test_a_level_without_a_reason_is_no_word(store: Store) -> None:
    with pytest.raises(ValueError, match="without words"):
        store.reviews.keep(level(store, words=None))


def test_blind_levels_are_given_once_and_before_anything_was_seen(store: Store) -> None:
    for _ in range(2):
        store.reviews.keep_blind(blind("v1", baba(store)))
    with pytest.raises(RecordsError, match="DB078"):
        store.reviews.keep_blind(blind("v2", baba(store), 4))
    store.reviews.keep_read(Said("v3", "a1", Kind.READ, chiba(store).id, 3_000))
    with pytest.raises(RecordsError, match="DB078"):
        store.reviews.keep_blind(blind("v4", chiba(store)))
    assert [one.said.id for one in store.reviews.of_attempt("a1")] == ["v1", "v3"]


def test_blind_levels_are_told_with_the_machines(store: Store) -> None:
    store.reviews.keep_blind(blind("v1", baba(store)))
    store.reviews.keep_blind(blind("v2", chiba(store), 4))
    told = [
        (one.attempt, one.criterion, one.name, one.level, one.machine)
        for one in store.reviews.judgements()
    ]
    assert told == [("a1", "inquiry", "Baba", 2, 3), ("a1", "inquiry", "Chiba", 4, 3)]
    assert store.reviews.judgements("") == store.reviews.judgements()
    assert store.reviews.judgements("east") == ()


def test_what_was_said_of_an_older_scoring_says_so(store: Store) -> None:
    store.reviews.keep(level(store))
    store.finish("a1", result(90), 4_000)
    store.reviews.keep(level(store, "v3", by=chiba(store).id))
    assert [one.older for one in store.reviews.of_attempt("a1")] == [True, False]


def test_what_is_new_for_the_trainee_is_new_until_they_read_it(store: Store) -> None:
    trainee = aoki(store)
    read = Said("r1", "a1", Kind.READ, trainee.id, 4_000)
    assert store.reviews.unread(trainee) == ()
    assert not store.reviews.keep_read(read)
    store.reviews.keep(comment(store))
    assert store.reviews.unread(trainee) == ("a1",)
    assert store.reviews.keep_read(read)
    assert store.reviews.unread(trainee) == ()
    store.reviews.keep(Said("v9", "a1", Kind.DONE, chiba(store).id, 5_000))
    assert store.reviews.unread(trainee) == ("a1",)
    assert store.reviews.unread(baba(store)) == ()


def test_that_a_reviewer_looked_is_no_news_for_the_trainee(store: Store) -> None:
    for number in (1, 2):
        store.reviews.keep_read(Said(f"r{number}", "a1", Kind.READ, baba(store).id, 4_000))
    assert len(store.reviews.of_attempt("a1")) == 1
    assert store.reviews.unread(aoki(store)) == ()


def test_an_attempt_is_found_by_what_its_id_begins_with(store: Store) -> None:
    for name in ("abcd1234", "abcd5678"):
        finish(store, name)
    assert store.reviews.named("abcd1") == "abcd1234"
    assert store.reviews.named("a1") == "a1"
    for name in ("abcd", "abc", "", "nothing", "\udc80", "%", "ABCD1"):
        with pytest.raises(RecordsError, match="DB075"):
            store.reviews.named(name)


def test_two_reviewers_at_once_overwrite_nothing(place: Path | Base) -> None:
    with Store.open(url(place)) as one, Store.open(url(place)) as other:
        finish(one, "a1")
        one.reviews.keep(level(one))
        other.reviews.keep(level(other, "v3", by=chiba(other).id, level=4))
        one.reviews.keep(level(one, "v4", level=1))
        told = [(it.name, it.said.level, it.stands) for it in other.reviews.of_attempt("a1")]
    assert told == [("Baba", 2, False), ("Chiba", 4, True), ("Baba", 1, True)]
