"""Which attempts a reviewer is shown first, and which not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.reviews import review_queue
from salesdojo.records.reviews.remark import Remark, RemarkKind
from salesdojo.records.reviews.review_order import Reason, Waiting, in_order, reasons
from salesdojo.records.reviews.review_queue import Wanted
from salesdojo.records.reviews.said import Kind, Said
from salesdojo.records.store import Store
from support.records import begun, decision, result, url
from support.servers import Base


@dataclass(frozen=True)
class Marked:
    """A scenario with a pass mark."""

    id: str = "talk"
    canonical: bytes = b'{"rubric": {"pass": 70}}'

    @property
    def revision(self) -> str:
        return sha256(self.canonical).hexdigest()


NUMBERS = count()


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        store.person("Ada", "trainers")
        yield store


def played(store: Store, who: str = "Aoki", quality: float = 40, **changes: Any) -> str:
    """Finish an attempt of somebody's in the team east; return its id."""
    name = f"q{next(NUMBERS)}"
    begun(store, name, **{"person": store.person(who, "east"), "scenario": Marked(), **changes})
    store.append(name, decision(1))
    store.finish(name, result(quality), 2_000)
    return name


def waiting(store: Store, **wanted: Any) -> Sequence[Waiting]:
    return store.reviews.to_review(Wanted(store.person("Ada").id, **wanted))


def test_exams_come_first_then_what_is_near_the_mark_then_firsts_then_remarked(
    store: Store,
) -> None:
    first = played(store)
    plain = played(store)
    remarked = played(store)
    words = Remark("r1", remarked, 1, "ask_why", RemarkKind.WRONG, None, "en", 3_000)
    store.remarks.keep(words)
    near = played(store, quality=66)
    exam = played(store, mode=Mode.EXAM)
    told = {one.attempt: one.reasons for one in waiting(store)}
    assert told == {
        exam: (Reason.EXAM,),
        near: (Reason.NEAR,),
        first: (Reason.FIRST,),
        remarked: (Reason.REMARKED,),
        plain: (),
    }
    assert list(told) == [exam, near, first, remarked, plain]


def test_the_first_is_what_was_finished_first_whichever_was_begun_before(store: Store) -> None:
    slow = f"q{next(NUMBERS)}"
    begun(store, slow, person=store.person("Aoki", "east"), scenario=Marked())
    quick = played(store)
    store.append(slow, decision(1))
    store.finish(slow, result(40), 3_000)
    told = {one.attempt: one.reasons for one in waiting(store)}
    assert told == {quick: (Reason.FIRST,), slow: ()}


def test_a_retry_waits_for_nobody_and_does_not_make_a_first_another(store: Store) -> None:
    from salesdojo.records.model import Fork

    first = played(store)
    played(store, fork=Fork(first, 1))
    assert [(one.attempt, one.reasons) for one in waiting(store)] == [(first, (Reason.FIRST,))]


def test_what_is_the_askers_own_is_not_asked_of_them(store: Store) -> None:
    played(store)
    assert store.reviews.to_review(Wanted(store.person("Aoki").id)) == ()


def test_the_queue_can_be_of_one_team_person_or_scenario(store: Store) -> None:
    aokis, babas = played(store), played(store, "Baba")
    other = played(store, scenario=Marked("other"))
    elsewhere = played(store, person=store.person("Chiba", "west"))

    def names(**wanted: Any) -> set[str]:
        return {one.attempt for one in waiting(store, **wanted)}

    assert names() == {aokis, babas, other, elsewhere}
    assert names(team="east") == {aokis, babas, other}
    assert names(team="") == set()
    assert names(person=store.person("Aoki").id) == {aokis, other}
    assert names(scenario="other") == {other}
    assert names(team="east", scenario="talk") == {aokis, babas}
    assert names(team="west", person=store.person("Aoki").id) == set()


def test_what_is_reviewed_moves_to_the_other_list_and_tells_who_and_when(store: Store) -> None:
    one, other = played(store), played(store)
    ada = store.person("Ada")
    for number, attempt in enumerate((other, one)):
        store.reviews.keep(Said(f"d{number}", attempt, Kind.DONE, ada.id, 5_000 + number))
    assert waiting(store) == ()
    asked = Wanted(store.person("Baba", "east").id)
    told = [(it.attempt, it.by, it.reviewed_at) for it in store.reviews.reviewed(asked)]
    assert told == [(one, "Ada", 5_001), (other, "Ada", 5_000)]
    assert store.reviews.reviewed(Wanted(ada.id, scenario="nothing")) == ()


def test_an_attempt_scored_anew_after_its_review_says_so(store: Store) -> None:
    name = played(store)
    ada = store.person("Ada")
    store.reviews.keep(Said("d1", name, Kind.DONE, ada.id, 5_000))
    store.finish(name, result(99), 6_000)
    (told,) = store.reviews.reviewed(Wanted(ada.id))
    assert (told.rescored, told.quality) == (True, 99)
    store.reviews.keep(Said("d2", name, Kind.DONE, ada.id, 7_000))
    (told,) = store.reviews.reviewed(Wanted(ada.id))
    assert (told.rescored, told.reviewed_at) == (False, 7_000)


def test_those_who_gave_blind_levels_are_counted(store: Store) -> None:
    name = played(store)
    for who in ("Ada", "Baba"):
        by = store.person(who).id
        said = Said(f"b{who}", name, Kind.BLIND, by, 5_000, criterion="inquiry", level=1)
        store.reviews.keep_blind((said,))
    assert [one.blind for one in waiting(store)] == [2]


def test_a_scenario_whose_pass_mark_cannot_be_read_is_near_to_none(store: Store) -> None:
    played(store, scenario=Marked("odd", b'{"rubric": 7}'), quality=70)
    assert [one.reasons for one in waiting(store)] == [(Reason.FIRST,)]


def test_a_team_that_stopped_long_ago_is_found_still(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = played(store)
    for _ in range(6):
        played(store, person=store.person("Chiba", "west"))
    monkeypatch.setattr(review_queue, "_WINDOW", 2)
    assert [one.attempt for one in waiting(store, team="east")] == [old]


def test_of_everybodys_only_the_latest_are_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [played(store) for _ in range(4)]
    monkeypatch.setattr(review_queue, "FARTHEST", 2)
    assert {one.attempt for one in waiting(store)} == set(names[2:])


@given(st.permutations(range(16)))
def test_the_order_is_the_same_however_attempts_come(order: list[int]) -> None:
    def one(number: int) -> Waiting:
        held = tuple(reason for place, reason in enumerate(Reason) if number & 1 << place)
        return Waiting(
            number, f"a{number}", Person("p", "P"), "talk", 0, Mode.PRACTICE, 50,
            passed=False, outcome="lost", result=number, reasons=held,
        )  # fmt: skip

    told = [it.number for it in in_order(one(number) for number in order)]
    # Exam is the lowest bit and weighs most: as binary numbers read backwards, from the highest.
    assert told == sorted(range(16), key=lambda it: f"{it:04b}"[::-1], reverse=True)


@pytest.mark.parametrize(
    ("quality", "near"), [(64.9, False), (65, True), (70, True), (75, True), (75.1, False)]
)
def test_near_is_five_points_on_either_side(quality: float, near: bool) -> None:
    told = reasons(mode=Mode.PRACTICE, quality=quality, pass_mark=70, first=False, remarked=False)
    assert (Reason.NEAR in told) == near
