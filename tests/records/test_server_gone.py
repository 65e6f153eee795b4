"""A server that ends in the middle of a talk: nothing acknowledged is lost, nothing is twice."""

import signal
import time
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from salesdojo.errors import RecordsError
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.records import aoki, begun, decision
from support.scenarios import choice, scenario
from support.servers import TEMPLATE, Base, Server

if TYPE_CHECKING:
    from salesdojo.practice.attempt import Event

STORY = scenario(
    {
        "opening": {"choices": {"ask": choice(goto="more"), "sell": choice(goto="more")}},
        "more": {"choices": {"sum_up": choice(goto="won"), "boast": choice(goto="won")}},
        "won": {"end": "won"},
    }
)


def cut(base: Base) -> None:
    """End every connection to the database but our own."""
    base.raw(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def test_a_connection_that_was_cut_is_made_anew(base: Base) -> None:
    with Store.open(base.url) as store:
        begun(store)
        for turn in (1, 2, 3):
            cut(base)
            assert store.append("a1", decision(turn)) == turn
            cut(base)
            assert len(store.decisions("a1")) == turn
        assert store.verify_chain("a1") is None


@pytest.mark.parametrize("landed", [True, False])
def test_a_commit_without_an_answer_is_done_once(base: Base, *, landed: bool) -> None:
    """The connection is cut just before the commit, or between the commit and its answer."""
    cuts: list[str] = []

    def lose(connection: Connection) -> None:
        if cuts:
            return
        cuts.append("cut")
        if landed:
            connection.exec_driver_sql("COMMIT")
        cut(base)
        connection.exec_driver_sql("SELECT 1")

    with Store.open(base.url) as store:
        begun(store)
        event.listen(Engine, "commit", lose)
        try:
            assert store.append("a1", decision(1)) == 1
        finally:
            event.remove(Engine, "commit", lose)
        assert cuts == ["cut"]
        assert store.decisions("a1") == (decision(1),)
        assert store.verify_chain("a1") is None


def restarting(server: Server, work: Callable[[], None], how: signal.Signals) -> None:
    """Do `work` while the server is away for half a second."""
    server.stop(how)
    worker = Thread(target=work)
    worker.start()
    time.sleep(0.5)
    server.start()
    worker.join()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
def test_a_server_restarted_in_the_middle_of_a_talk_is_waited_for(
    own_server: Server, how: signal.Signals
) -> None:
    waits: list[float] = []
    events: list[Event] = []
    with Store.open(own_server.url(TEMPLATE), on_wait=waits.append) as store:
        session = Session.start(
            store,
            aoki(store),
            STORY,
            seed=1,
            mode=Mode.PRACTICE,
            language="en",
            clock=lambda: 1_000,
        )
        session.take("ask")
        restarting(own_server, lambda: events.append(session.take("sum_up")), how)
        assert waits
        assert [one.turn for one in events] == [2]
        assert session.attempt.outcome == "won"
        stored = store.decisions(session.record.id)
        assert [(one.turn, one.choice) for one in stored] == [(1, "ask"), (2, "sum_up")]
        assert store.verify_chain(session.record.id) is None


def test_a_server_that_stays_away_is_said_and_the_talk_stays_where_it_was(
    own_server: Server,
) -> None:
    with Store.open(own_server.url(TEMPLATE), patience=0.5) as store:
        begun(store)
        own_server.stop(signal.SIGINT)
        with pytest.raises(RecordsError, match="DB014"):
            store.append("a1", decision(1))
        own_server.start()
        assert store.append("a1", decision(1)) == 1
        assert store.decisions("a1") == (decision(1),)
