"""The app or its server is killed while it writes: nothing acknowledged is lost or twice."""

import random
import signal
from pathlib import Path

import pytest

from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.plain_talk import plain_talk
from support.records import aoki, url
from support.servers import TEMPLATE, Base, Server

WRITES = 200
"""Acknowledged decisions over which the kills are spread."""
LONG = 1_000
"""Decisions of a talk whose server is killed: a fast disk takes 200 before it comes to that."""
KILLS = 20
"""At least."""
BETWEEN = 20
"""A kill comes at most so many acknowledged decisions after a start."""


def stored(place: Path | Base) -> int:
    """Return how many decisions are stored, each there once, in a talk that can be taken up."""
    with Store.open(url(place)) as store:
        attempts = store.attempts(aoki(store))
        if not attempts:
            return 0
        (record,) = attempts
        decisions = store.decisions(record.id)
        assert [one.turn for one in decisions] == list(range(1, len(decisions) + 1))
        assert {(one.scene, one.choice) for one in decisions} <= {("opening", "ask")}
        assert store.verify_chain(record.id) is None
        unfinished = store.unfinished(aoki(store), "talk")
        assert unfinished is not None
        assert unfinished.id == record.id
        # The app may go on meanwhile.
        assert Session.resume(store, record, clock=lambda: 1).saved >= len(decisions)
        return len(decisions)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_whatever_the_app_acknowledged_survives_kill_9(
    tmp_path: Path, new_place: Path | Base
) -> None:
    chance = random.Random(20)  # noqa: S311 - when to kill, not a secret
    there = acknowledged = kills = 0
    while acknowledged < WRITES or kills < KILLS:
        with plain_talk(tmp_path, url(new_place), WRITES) as talk:
            talk.listen_until(chance.randint(0, BETWEEN))
            talk.listen(chance.uniform(0, 0.03))
            talk.kill()
            assert talk.process.exitcode == -signal.SIGKILL
            assert talk.resumed in (there, 0)  # killed before it said so
            assert talk.acknowledged == 0 or talk.resumed == there
            before, there = there, stored(new_place)
            # One decision may be durable without having been acknowledged before the kill.
            assert there - before - talk.acknowledged in (0, 1)
            assert talk.saved in (0, before + talk.acknowledged)
            acknowledged += talk.acknowledged
            kills += 1
    with plain_talk(tmp_path, url(new_place), 1) as talk:
        talk.listen_to_the_end()
        assert (talk.process.exitcode, talk.resumed, talk.saved) == (0, there, there + 1)
    with Store.open(url(new_place)) as store:
        assert store.status().integrity in ("ok", None)
    assert stored(new_place) == there + 1


@pytest.mark.timeout(240)
def test_whatever_the_app_acknowledged_survives_a_killed_server(
    tmp_path: Path, own_server: Server
) -> None:
    chance = random.Random(21)  # noqa: S311 - when to kill, not a secret
    base = Base(own_server.url(TEMPLATE))
    with plain_talk(tmp_path, base.url, LONG) as talk:
        for crashed in (True, False, True):
            talk.listen_until(talk.acknowledged + chance.randint(1, WRITES // 5))
            talk.listen(chance.uniform(0, 0.01))
            if crashed:
                own_server.crash()
            else:
                own_server.stop(signal.SIGQUIT)
            talk.listen(0.05)
            told = talk.acknowledged
            assert 0 < told < LONG
            own_server.start()
            assert stored(base) >= told
        talk.listen_to_the_end()
        assert (talk.process.exitcode, talk.acknowledged, talk.saved) == (0, LONG, LONG)
    assert stored(base) == LONG
    with plain_talk(tmp_path, base.url, 1) as talk:
        talk.listen_to_the_end()
        assert (talk.resumed, talk.saved) == (LONG, LONG + 1)
