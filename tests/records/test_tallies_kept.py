"""Tallies: what they count, upgrades that tell them, and writers that come at the same time."""

from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from salesdojo.content.model import Outcome
from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import Judged, Result
from salesdojo.records.database import upgrading
from salesdojo.records.database.upgrading import upgrade
from salesdojo.records.keeping_up import recounted
from salesdojo.records.store import Store
from salesdojo.records.tallies.item_counts import Counts, ItemKey, ScenarioKey, Try
from support.company import company
from support.records import aoki, as_version, begun, decision, raw, result, url
from support.servers import Base


def judged(scene: str, choice: str, loss: float) -> Judged:
    return Judged(1, scene, choice, loss, 0.0, (choice,), {}, timed_out=False)


def one(quality: float, *decisions: Judged, passed: bool = False) -> Try:
    told = Result(
        outcome=Outcome.LOST, quality=quality, passed=passed, luck=0.0, satisfaction=None,
        criteria={}, breaches=(), under_minimum=(), decisions=decisions, learned=(), missed=(),
    )  # fmt: skip
    return Try("r", quality, "lost", passed, told)


def test_a_first_attempt_counts_what_it_took_first_at_each_scene_and_all_it_lost_there() -> None:
    counts = Counts()
    counts.add(
        one(61.26, judged("a", "x", 0.04), judged("b", "y", 3.0), judged("a", "z", 1.0)), 1, None
    )
    assert counts.scenarios == {ScenarioKey("r", 1, 613, "lost", 0): 1}
    assert counts.items == {
        ItemKey("r", "a", "x", 10, 623): 1,
        ItemKey("r", "b", "y", 30, 643): 1,
    }


def test_later_attempts_count_their_end_and_what_they_gained_and_no_choice() -> None:
    counts = Counts()
    counts.add_history(one(quality, judged("a", "x", 0)) for quality in (50, 60, 55, 90))
    assert {key[1:3]: many for key, many in counts.scenarios.items()} == {
        (1, 500): 1,
        (2, 600): 1,
        (3, 550): 1,
        (3, 900): 1,
    }
    assert sum(counts.gains.values()) == 100 - 50 + 350
    assert sum(counts.items.values()) == 1


def test_of_a_damaged_first_attempt_the_end_is_counted_and_the_next_is_no_first() -> None:
    counts = Counts()
    counts.add_history([Try("r", 50.0, "lost", passed=False), one(60, judged("a", "x", 0))])
    assert sum(counts.scenarios.values()) == 2
    assert not counts.items


@given(st.lists(st.lists(st.floats(0, 100), max_size=5), max_size=5))
def test_what_is_taken_away_and_added_again_leaves_nothing(histories: list[list[float]]) -> None:
    whole, half = Counts(), Counts()
    for place, qualities in enumerate(histories):
        for counts in (whole, half)[: 1 + place % 2]:
            counts.add_history(one(quality, judged("a", "x", 1)) for quality in qualities)
    rest = whole.minus(half)
    assert 0 not in {*rest.scenarios.values(), *rest.gains.values(), *rest.items.values()}
    back = half.minus(whole)
    assert {key: -many for key, many in rest.scenarios.items()} == back.scenarios
    assert whole.minus(whole) == Counts()


def test_only_the_revisions_asked_for_are_told(place: Path | Base) -> None:
    with company(place, 1) as here:
        for _ in range(6):
            here.step("play")
        revisions = {row[0] for row in raw(place, "SELECT DISTINCT revision FROM result")}
        for revision in revisions:
            told = here.store.tallies.of([revision])
            assert {key.revision for key in told.scenarios} == {revision}
        everything = here.store.tallies.of(revisions)
        assert sum(everything.scenarios.values()) == 6
        assert here.store.tallies.of([]) == Counts()


def test_untold_tallies_are_not_read_as_none(place: Path | Base) -> None:
    with company(place, 1) as here:
        here.step("play")
        raw(place, "DELETE FROM derived")
        here.step("play")
        with pytest.raises(RecordsError, match="DB070"):
            here.store.tallies.of(["r"])
        assert not here.store.tallies.compare().equal
        assert here.store.tallies.tell() == 2
        assert here.store.tallies.compare().equal


@pytest.fixture(name="older")
def _older(tmp_path: Path) -> Path:
    path = tmp_path / "dojo.db"
    with company(path, 6) as here:
        for step in ("play", "play", "retry", "judge", "play", "chapter", "play"):
            here.step(step)
    as_version(path, "0004")
    return path


def test_an_upgrade_from_the_fourth_version_tells_the_tallies(older: Path) -> None:
    assert upgrade(url(older), "1").before == "0004"
    with Store.open(url(older)) as store:
        compared = store.tallies.compare()
        assert compared.equal
        assert compared.attempts == 5
        assert store.summaries.verify().kept == 0  # each is told when it is asked for
        assert store.summaries.rebuild(2**45).damaged == ()
        assert store.summaries.verify().kept > 0


def test_telling_that_was_broken_off_is_done_by_the_next_upgrade(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "tell_missing", broken_off)
        with pytest.raises(KeyboardInterrupt):
            upgrade(url(older), "1")
    with Store.open(url(older)) as store:
        with pytest.raises(RecordsError, match="DB070"):
            store.tallies.of(["r"])
        begun(store, "new")
        store.finish("new", result(50), 9_000)
    assert upgrade(url(older), "2").backup is None
    with Store.open(url(older)) as store:
        assert store.tallies.compare().equal


def test_telling_that_is_broken_off_leaves_the_tallies_as_they_were(place: Path | Base) -> None:
    with company(place, 1) as here:
        for _ in range(3):
            here.step("play")
        before = raw(place, "SELECT * FROM scenario_tally ORDER BY 1, 2, 3, 4, 5")

        def stops(*_: int) -> None:
            raise KeyboardInterrupt

        from salesdojo.records.tallies import tally_telling

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(tally_telling, "_SEEN", 1)
            with pytest.raises(KeyboardInterrupt):
                here.store.tallies.tell(stops)
            with pytest.raises(KeyboardInterrupt):
                here.store.summaries.rebuild(here.now, stops)
        assert raw(place, "SELECT * FROM scenario_tally ORDER BY 1, 2, 3, 4, 5") == before
        assert here.store.tallies.compare().equal
        assert here.store.summaries.verify().differ == ()


def test_who_finishes_while_results_are_exchanged_is_counted_once(place: Path | Base) -> None:
    """Between the two countings of a rescore nobody may add to what the person finished."""
    with Store.open(url(place)) as store, Store.open(url(place)) as other:
        for name in ("a1", "a2"):
            begun(store, name)
            store.append(name, decision(1))
        store.finish("a1", result(40), 2_000)
        written, go_on = Event(), Event()
        me = aoki(store)

        def slow(connection: Connection) -> None:
            with recounted(connection, {(me.id, "talk")}):
                written.set()
                go_on.wait(20)
                connection.exec_driver_sql("UPDATE result SET quality = 90 WHERE attempt = 'a1'")

        slowly = Thread(target=lambda: store._database.write(slow))  # noqa: SLF001
        quickly = Thread(target=lambda: other.finish("a2", result(60), 3_000))
        slowly.start()
        assert written.wait(20)
        quickly.start()
        quickly.join(0.3)
        assert quickly.is_alive()
        go_on.set()
        slowly.join(20)
        quickly.join(20)
        assert not quickly.is_alive()
        assert store.tallies.compare().equal
