"""What the store remembers, and how it keeps two windows apart."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork, Standing, StoredDecision
from salesdojo.records.store import Store
from support.records import Talk, aoki, begun, decision, fork, raw, result, url
from support.servers import Base


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def finished(store: Store, attempt_id: str, quality: float, **changes: object) -> None:
    begun(store, attempt_id, **changes)
    store.finish(attempt_id, result(quality, passed=quality >= 70), 2_000)


def test_a_person_is_known_again_by_name_in_either_normal_form(store: Store) -> None:
    assert store.person("José") == store.person(" Jose\u0301 ")
    assert store.person("José") != store.person("Jose")


def test_an_attempt_comes_back_as_it_was_begun(store: Store) -> None:
    record = begun(store, mode=Mode.EXAM, seed=2**63 - 1)
    assert store.attempt("a1") == record
    assert store.attempts(aoki(store)) == (record,)
    assert (record.person.name, record.mode, record.seed) == ("Aoki", Mode.EXAM, 2**63 - 1)
    assert store.canonical(record.revision) == Talk().canonical


def test_beginning_the_same_attempt_twice_changes_nothing(store: Store) -> None:
    begun(store)
    store.append("a1", decision(1))
    assert begun(store).saved == 1


def test_an_id_stands_for_one_attempt_only(store: Store) -> None:
    begun(store)
    with pytest.raises(RecordsError, match="DB023"):
        begun(store, seed=8)


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_a_seed_out_of_range_is_refused(store: Store, seed: int) -> None:
    with pytest.raises(UsageError, match="US022"):
        begun(store, seed=seed)
    assert store.attempts(aoki(store)) == ()


def test_a_decision_stored_twice_is_stored_once(store: Store) -> None:
    begun(store)
    assert store.append("a1", decision(1)) == 1
    assert store.append("a1", decision(1, at=9_999, elapsed_ms=0)) == 1
    assert store.decisions("a1") == (decision(1),)


def test_a_different_decision_at_a_stored_turn_names_what_the_other_window_took(
    store: Store, place: Path | Base
) -> None:
    begun(store)
    store.append("a1", decision(1, "ask_why"))
    with Store.open(url(place)) as other:
        with pytest.raises(RecordsError, match="DB015") as caught:
            other.append("a1", decision(1, "cut_price"))
        assert caught.value.values["stored"] == "ask_why"
        assert other.append("a1", decision(2)) == 2
    assert store.append("a1", decision(1, "ask_why")) == 2


def test_a_turn_cannot_be_left_out(store: Store) -> None:
    begun(store)
    with pytest.raises(RecordsError, match="DB016"):
        store.append("a1", decision(2))
    assert store.decisions("a1") == ()


@pytest.mark.parametrize("attempt_id", ["nobody's", "\udc80", "'; DROP TABLE attempt;--"])
def test_an_unknown_attempt_is_said(store: Store, attempt_id: str) -> None:
    with pytest.raises(RecordsError, match="DB017"):
        store.append(attempt_id, decision(1))
    with pytest.raises(RecordsError, match="DB017"):
        store.result(attempt_id)


def test_a_stored_decision_cannot_be_changed_or_removed(store: Store, place: Path | Base) -> None:
    begun(store)
    store.append("a1", decision(1))
    for change in (
        "UPDATE decision SET choice = 'other'",
        "DELETE FROM decision",
    ):
        with pytest.raises(Exception, match="append-only"):
            raw(place, change)
    assert store.decisions("a1") == (decision(1),)


def test_the_last_attempt_neither_finished_nor_abandoned_is_taken_up(store: Store) -> None:
    me = aoki(store)
    assert store.unfinished(me, "talk") is None
    begun(store, "old", at=5_000)
    begun(store, "new", at=1_000)  # the clock went back
    begun(store, "other", scenario=Talk(id="other"))
    begun(store, "theirs", person=store.person("Baba"))
    last = store.unfinished(me, "talk")
    assert last is not None
    assert last.id == "new"
    store.finish("new", result(50), 2_000)
    store.abandon("old", 3_000)
    assert store.unfinished(me, "talk") is None
    assert store.attempt("old").abandoned_at == 3_000


def test_a_fork_begins_with_the_decisions_before_its_turn(store: Store) -> None:
    begun(store)
    for turn in (1, 2, 3):
        store.append("a1", decision(turn, f"choice{turn}"))
    record = fork(store, "a2", "a1", 3)
    assert (record.saved, record.fork) == (2, Fork("a1", 3))
    assert store.decisions("a2") == store.decisions("a1")[:2]
    store.append("a2", decision(3, "another"))
    assert store.verify_chain("a2") is None
    assert store.decisions("a1")[2].choice == "choice3"


@pytest.mark.parametrize(("of", "turn", "code"), [("a1", 3, "24"), ("a1", 0, "24"), ("x", 1, "17")])
def test_a_fork_from_nowhere_leaves_nothing(store: Store, of: str, turn: int, code: str) -> None:
    begun(store)
    store.append("a1", decision(1))
    with pytest.raises(RecordsError, match=f"DB0{code}"):
        fork(store, "a2", of, turn)
    assert [record.id for record in store.attempts(aoki(store))] == ["a1"]


def test_a_result_comes_back_to_the_last_digit(store: Store) -> None:
    begun(store)
    assert store.result("a1") is None
    store.finish("a1", result(200 / 3), 2_000)
    assert store.result("a1") == result(200 / 3)
    assert store.attempt("a1").finished_at == 2_000


def test_a_result_names_what_it_was_computed_from_and_is_never_overwritten(
    store: Store, place: Path | Base
) -> None:
    begun(store)
    for quality in (60.0, 60.0, 61.0):
        store.finish("a1", result(quality), 2_000)
    rows = raw(place, "SELECT number, method, length(input_hash), supersedes FROM result")
    assert rows == [(1, "1", 64, None), (2, "1", 64, 1)]
    assert store.result("a1") == result(61.0)


def test_a_result_that_comes_again_takes_the_place_of_the_newest(
    store: Store, place: Path | Base
) -> None:
    begun(store)
    for quality in (60.0, 90.0, 60.0, 60.0, 90.0):
        store.finish("a1", result(quality, passed=quality >= 70), 2_000)
    rows = raw(place, "SELECT number, supersedes, quality FROM result ORDER BY number")
    assert rows == [(1, None, 60.0), (2, 1, 90.0), (3, 2, 60.0), (4, 3, 90.0)]
    assert store.result("a1") == result(90.0)
    assert store.standings(aoki(store))["talk"].passed
    numbers = raw(place, "SELECT attempt, number FROM finished_attempt")
    assert numbers == [("a1", 1)]


def test_no_two_results_take_the_place_of_the_same(store: Store, place: Path | Base) -> None:
    begun(store)
    for quality in (60.0, 90.0):
        store.finish("a1", result(quality), 2_000)
    with pytest.raises(Exception, match=r"UNIQUE|uq_result_attempt"):
        raw(
            place,
            "INSERT INTO result SELECT 3, attempt, method, revision, input_hash, 'other', "
            "supersedes, at, outcome, quality, passed, body FROM result WHERE number = 2",
        )


def test_a_result_changed_behind_our_back_is_not_shown(store: Store, place: Path | Base) -> None:
    finished(store, "a1", 10.0)
    raw(place, "UPDATE result SET body = replace(body, '10.0', '99.0')")
    with pytest.raises(RecordsError, match="DB018"):
        store.result("a1")


def test_standings_tell_first_best_and_latest_without_forks(store: Store) -> None:
    for number, quality in enumerate((40.0, 90.0, 60.0)):
        finished(store, f"a{number}", quality)
    finished(store, "f", 100.0, fork=Fork("a0", 1))
    begun(store, "b", scenario=Talk(id="other"))
    store.append("b", decision(1))
    begun(store, "c", scenario=Talk(id="left_at_once"))
    assert store.standings(aoki(store)) == {
        "talk": Standing(40.0, 90.0, 60.0, 3, passed=True, unfinished=False),
        "other": Standing(None, None, None, 0, passed=False, unfinished=True),
    }
    assert store.standings(store.person("Baba")) == {}


def test_a_scenario_changed_in_the_database_is_not_played(store: Store, place: Path | Base) -> None:
    revision = begun(store).revision
    store.append("a1", decision(1))
    raw(place, "UPDATE scenario_revision SET bytes = (SELECT link FROM decision)")
    with pytest.raises(RecordsError, match="DB025"):
        store.canonical(revision)


_NUMBERS = count()
_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_decisions = st.lists(
    st.builds(
        StoredDecision,
        turn=st.just(0),
        scene=_words,
        choice=_words,
        timed_out=st.booleans(),
        hinted=st.booleans(),
        elapsed_ms=st.integers(0, 2**53),
        at=st.integers(-(2**53), 2**53),
    ),
    max_size=5,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(taken=_decisions)
def test_decisions_out_are_decisions_in(store: Store, taken: list[StoredDecision]) -> None:
    attempt_id = f"a{next(_NUMBERS)}"
    begun(store, attempt_id)
    numbered = tuple(
        StoredDecision(
            turn, one.scene, one.choice, one.timed_out, one.hinted, one.elapsed_ms, one.at
        )
        for turn, one in enumerate(taken, start=1)
    )
    for one in numbered:
        store.append(attempt_id, one)
    assert store.decisions(attempt_id) == numbered
    assert store.attempt(attempt_id).saved == len(numbered)
    assert store.verify_chain(attempt_id) is None
