"""Tampering with what was stored is found, and where it begins."""

from pathlib import Path

import pytest

from salesdojo.records.store import Store
from support.records import begun, decision, raw, result, unlock, url
from support.servers import Base


@pytest.fixture(name="kept")
def _kept(place: Path | Base) -> Path | Base:
    """Give a database with a finished attempt of four decisions and no triggers left."""
    with Store.open(url(place)) as store:
        begun(store)
        for turn in (1, 2, 3, 4):
            store.append("a1", decision(turn))
        store.finish("a1", result(80.0), 2_000)
    unlock(place)
    return place


def first_break(kept: Path | Base) -> int | None:
    with Store.open(url(kept)) as store:
        return store.verify_chain("a1")


def test_an_untouched_attempt_holds(kept: Path | Base) -> None:
    assert first_break(kept) is None


@pytest.mark.parametrize(
    "change",
    [
        "scene = 'elsewhere'",
        "choice = 'better'",
        "timed_out = 1",
        "hinted = 1",
        "elapsed_ms = 1",
        "at = 1",
        "link = (SELECT link FROM decision WHERE turn = 1)",
    ],
)
def test_a_changed_decision_breaks_the_chain_at_its_turn(kept: Path | Base, change: str) -> None:
    raw(kept, f"UPDATE decision SET {change} WHERE turn = 3")  # noqa: S608 - our own words
    assert first_break(kept) == 3


@pytest.mark.parametrize(("turn", "breaks"), [(1, 1), (2, 2), (4, 4)])
def test_a_removed_decision_breaks_the_chain(kept: Path | Base, turn: int, breaks: int) -> None:
    raw(kept, f"DELETE FROM decision WHERE turn = {turn}")  # noqa: S608 - our own words
    assert first_break(kept) == breaks


def test_an_added_decision_breaks_the_chain(kept: Path | Base) -> None:
    raw(
        kept,
        "INSERT INTO decision SELECT attempt, 5, scene, choice, 0, 0, 1, 1, link "
        "FROM decision WHERE turn = 4",
    )
    assert first_break(kept) == 5


@pytest.mark.parametrize(
    "change", ["seed = 8", "mode = 'exam'", "begun_at = 0", "scenario = 'easier'"]
)
def test_a_changed_beginning_breaks_the_chain_at_its_first_turn(
    kept: Path | Base, change: str
) -> None:
    raw(kept, f"UPDATE attempt SET {change}")  # noqa: S608 - our own words
    assert first_break(kept) == 1


def test_an_end_played_on_after_the_result_breaks_the_chain_after_it(kept: Path | Base) -> None:
    with Store.open(url(kept)) as store:
        store.append("a1", decision(5))
    assert first_break(kept) == 6
