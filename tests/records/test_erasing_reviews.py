"""Who is erased leaves no word behind, as a trainee or as a reviewer; the facts stay."""

from pathlib import Path

import pytest

from salesdojo.records.model import Person
from salesdojo.records.reviews.review_queue import Wanted
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.store import Store
from support.erasing import DAY, NAME, NOW, TODAY, drawn, erase, everything, fill, stand_in
from support.records import raw, url
from support.servers import Base

OF_AOKI, OF_BABA = "attempt-1", "attempt-0"


@pytest.fixture(name="place")
def _place(place: Path | Base) -> Path | Base:
    """Give records in which Aoki and Baba reviewed each other, and Chiba both."""
    fill(place)
    with Store.open(url(place)) as store:
        aoki, baba = store.person(NAME), store.person("Baba")
        chiba = store.person("Chiba", "east")
        for said in (
            said_of(OF_AOKI, baba, "v1", "words of Baba"),
            said_of(OF_AOKI, baba, "v2", "later words of Baba"),
            said_of(OF_AOKI, chiba, "v3", "stern words of Chiba"),
            said_of(OF_BABA, aoki, "v4", "words of Aoki"),
            said_of(OF_BABA, aoki, "v5", "later words of Aoki"),
            said_of(OF_BABA, chiba, "v6", "kind words of Chiba"),
            Said("v7", OF_AOKI, Kind.DONE, chiba.id, NOW),
        ):
            store.reviews.keep(said)
        store.reviews.keep_read(Said("v8", OF_AOKI, Kind.READ, aoki.id, NOW))
        store.reviews.keep_read(Said("v9", OF_BABA, Kind.READ, baba.id, NOW))
    return place


def said_of(attempt: str, by: Person, name: str, words: str) -> Said:
    return Said(name, attempt, Kind.LEVEL, by.id, NOW, criterion="inquiry", level=2, words=words)


def test_no_word_to_or_by_the_erased_is_left_and_others_words_are(place: Path | Base) -> None:
    assert erase(place).words == 2 + 5
    left = everything(place)
    for gone in (
        "words of Baba",
        "later words of Baba",
        "stern words of Chiba",
        "words of Aoki",
        NAME,
    ):
        assert gone not in left
    assert "kind words of Chiba" in left
    for name in ("v1", "v2", "v3", "v4", "v5", "v7", "v8"):
        assert f"'{name}'" not in left


def test_the_facts_stay_who_reviewed_and_what_superseded_what(place: Path | Base) -> None:
    erase(place)
    with Store.open(url(place)) as store:
        nobody, theirs = stand_in(place), [one.id for one in store.attempts(stand_in(place))]
        told = [heard for one in theirs for heard in store.reviews.of_attempt(one)]
        of_baba = store.reviews.of_attempt(OF_BABA)
    kinds = [(one.name, one.said.kind.value, one.said.level, one.stands) for one in told]
    assert kinds == [
        ("Baba", "level", 2, False),
        ("Baba", "level", 2, True),
        ("Chiba", "level", 2, True),
        ("Chiba", "done", None, True),
        ("", "read", None, True),
    ]
    assert told[1].said.supersedes == told[0].said.id
    assert {(one.said.at, one.said.words, one.older) for one in told} == {(TODAY, None, False)}
    assert [(one.name, one.said.words, one.stands) for one in of_baba] == [
        ("", None, False), ("", None, True), ("Chiba", "kind words of Chiba", True),
        ("Baba", None, True),
    ]  # fmt: skip
    assert of_baba[0].said.by == of_baba[1].said.by == nobody.id
    assert of_baba[1].said.supersedes == of_baba[0].said.id
    assert (of_baba[0].said.at, of_baba[2].said.at) == (TODAY, NOW)


def test_what_somebody_has_read_stays_read(place: Path | Base) -> None:
    erase(place)
    with Store.open(url(place)) as store:
        assert store.reviews.unread(store.person("Baba")) == ()


def test_nobody_is_asked_to_review_the_erased(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        chiba = store.person("Chiba", "east")
        assert NAME in {one.person.name for one in store.reviews.to_review(Wanted(chiba.id))}
    erase(place)
    with Store.open(url(place)) as store:
        asked = Wanted(chiba.id)
        waiting = (*store.reviews.to_review(asked), *store.reviews.reviewed(asked))
        assert {one.person.name for one in waiting} == {"Baba"}


def test_a_reviewer_who_practised_nothing_is_erased_too(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        chiba = store.person("Chiba", "east")
        said = store.people.export(chiba, NOW)["said"]
        assert [one["words"] for one in said] == [
            "stern words of Chiba",
            "kind words of Chiba",
            None,
        ]
        done = store.people.erase(chiba, NOW + DAY, new_seed=drawn(1))
    assert done is not None
    assert (done.attempts, done.words) == (0, 2)
    assert "Chiba" not in everything(place)
    if isinstance(place, Path):
        assert raw(place, "PRAGMA foreign_key_check") == []
