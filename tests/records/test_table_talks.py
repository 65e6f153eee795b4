"""Talks with negotiation tables in the records: kept move by move, resumed, audited, rescored."""

from pathlib import Path

import pytest

from salesdojo.errors import PracticeError, RecordsError
from salesdojo.practice.following import moves_of
from salesdojo.practice.solving import solve
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.histories import findings
from support.records import aoki, raw, unlock, url
from support.servers import Base
from support.table_talks import OPENING, table_talk

TALK = table_talk()


def begun(store: Store) -> Session:
    session = Session.start(
        store, aoki(store), TALK, seed=7, mode=Mode.PRACTICE, language="ja", clock=lambda: 1_000,
    )  # fmt: skip
    session.take("warm")
    return session


def played(store: Store, *steps: str) -> Session:
    session = begun(store)
    for step in steps:
        for move in moves_of(session.attempt, step):
            session.take(move)
    session.result(solve(TALK))
    return session


def test_every_move_is_kept_before_the_next(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        session = begun(store)
        session.take("ask why_delivery")
        session.take(f"  {OPENING}")
        kept = [one.choice for one in store.decisions(session.record.id)]
    assert kept == ["warm", "ask why_delivery", OPENING]


def test_a_talk_left_at_the_table_is_taken_up_there(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        left = begun(store)
        left.take("ask why_pilot")
        left.take(OPENING)
        again = Session.resume(store, left.record, clock=lambda: 2_000)
        assert again.attempt.table == left.attempt.table
        again.take("accept")
        assert again.attempt.outcome is not None


@pytest.mark.parametrize("step", ["as expert", "propose price=1", "accept"])
def test_what_is_no_move_is_not_kept(place: Path | Base, step: str) -> None:
    with Store.open(url(place)) as store:
        session = begun(store)
        with pytest.raises(PracticeError):
            session.take(step)
        assert len(store.decisions(session.record.id)) == 1


def test_an_audit_replays_the_table(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        played(store, "as several")
        played(store, "walk_away")
    assert findings(place) == []
    unlock(place)
    raw(place, "UPDATE decision SET choice = 'walk_away' WHERE turn = 3")
    kinds = {str(why.kind) for finding in findings(place) for why in finding.whys}
    assert "chain" in kinds


def test_moves_that_cannot_be_played_are_said_on_resuming(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        left = begun(store)
        left.take(OPENING)
        unlock(place)
        raw(place, "UPDATE decision SET choice = 'haggle' WHERE turn = 2")
        with pytest.raises(RecordsError) as refused:
            Session.resume(store, left.record, clock=lambda: 2_000)
    assert refused.value.code == "DB018"
