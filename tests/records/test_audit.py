"""An audit finds what was tampered with, says where, and nothing else."""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdojo.content.library import open_library
from salesdojo.content.model import Scenario
from salesdojo.errors import RecordsError
from salesdojo.records.auditing.audit import audit
from salesdojo.records.auditing.chosen_attempts import Chosen
from salesdojo.records.auditing.verdict import Verdict
from salesdojo.records.journeys.journey_session import JourneySession, Means
from salesdojo.records.store import Store
from support.histories import TALK, findings, play_until, played
from support.journeys import write_journey_pack
from support.records import aoki, processes, raw, unlock, url
from support.servers import Base
from support.talks import solved, stories

WON = ("ask_why", "sign")


def attempt_in(place: Path | Base, *choices: str) -> str:
    with Store.open(url(place)) as store:
        return played(store, TALK, choices).record.id


def told(place: Path | Base) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (finding.verdict.value, [(str(why.kind), why.detail) for why in finding.whys])
        for finding in findings(place)
    ]


def tampered(place: Path | Base, statement: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what is said of a finished attempt after `statement` was run past the store."""
    attempt_in(place, *WON)
    assert told(place) == []
    unlock(place)
    raw(place, statement)
    return told(place)


def test_a_changed_decision_differs_from_its_turn_on(place: Path | Base) -> None:
    assert tampered(place, "UPDATE decision SET choice = 'go' WHERE turn = 2") == [
        ("differs", [("chain", "2"), ("figure", "outcome")])
    ]


def test_a_decision_that_cannot_be_played_is_named(place: Path | Base) -> None:
    assert tampered(place, "UPDATE decision SET choice = 'bribe' WHERE turn = 1") == [
        ("differs", [("chain", "1"), ("unplayable", "1")])
    ]


def test_a_removed_last_decision_is_missed_by_the_result(place: Path | Base) -> None:
    assert tampered(place, "DELETE FROM decision WHERE turn = 2") == [
        ("differs", [("sealed", "1"), ("not_over", "")])
    ]


@pytest.mark.parametrize("column", ["quality", "passed"])
def test_a_prettier_column_is_not_believed(place: Path | Base, column: str) -> None:
    changed = f"UPDATE result SET {column} = {column} - 1"  # noqa: S608 - our own words
    assert tampered(place, changed) == [("differs", [("column", column)])]


def test_a_prettier_result_differs_in_the_figure_that_was_changed(place: Path | Base) -> None:
    prettier = """UPDATE result SET body = replace(body, '"luck":', '"luck":1')"""
    assert tampered(place, prettier) == [("differs", [("result_hash", ""), ("figure", "luck")])]


def test_a_result_that_is_gone_is_missed(place: Path | Base) -> None:
    (found,) = (
        tampered(place, "DELETE FROM finished_attempt; DELETE FROM result")
        if isinstance(place, Base)
        else tampered(place, "DELETE FROM result")
    )
    assert found == ("differs", [("no_result", "")])


def test_changed_content_is_missing(place: Path | Base) -> None:
    braces = r"'\x7b7d'" if isinstance(place, Base) else "x'7b7d'"
    changed = f"UPDATE scenario_revision SET bytes = {braces}"  # noqa: S608 - our own words
    assert tampered(place, changed) == [
        ("missing", [("revision_changed", TALK.revision[:12])]),
    ]


def test_content_that_is_gone_is_missing(tmp_path: Path) -> None:
    # SQLite alone lets a reference lead nowhere, with foreign keys off.
    assert tampered(tmp_path / "dojo.db", "DELETE FROM scenario_revision") == [
        ("missing", [("revision_gone", TALK.revision[:12])]),
    ]


def test_a_result_of_another_method_is_said_as_such(place: Path | Base) -> None:
    assert tampered(place, "UPDATE result SET method = '0'") == [("missing", [("method", "0")])]


@pytest.mark.parametrize("choices", [(), ("ask_why",)])
def test_an_unfinished_attempt_is_equal_until_its_chain_breaks(
    place: Path | Base, choices: tuple[str, ...]
) -> None:
    attempt_in(place, *choices)
    assert told(place) == []
    if choices:
        unlock(place)
        raw(place, "UPDATE decision SET hinted = 1")
        assert told(place) == [("differs", [("chain", "1")])]


def test_a_retry_is_equal(place: Path | Base) -> None:
    with Store.open(url(place)) as store:
        retry = played(store, TALK, WON).fork_at(2)
        retry.take("go")
    assert told(place) == []


def test_chapters_of_a_journey_are_equal(place: Path | Base, tmp_path: Path) -> None:
    library = open_library(write_journey_pack(tmp_path / "pack"), None)
    numbers = count()
    with Store.open(url(place)) as store:
        means = Means(
            store=store, scenario_of=library.scenario, language="en", clock=lambda: 1_000,
            new_id=lambda: f"id{next(numbers)}", new_seed=lambda: 7, cache=None,
        )  # fmt: skip
        journey = JourneySession.taken_up(means, aoki(store), library.pack.journeys[0], fresh=False)
        for line in ("ask_usual", "remind"):
            (journey.session or journey.go_on()).take(line)
            journey.conclude()
        assert len({one.revision for one in store.attempts(aoki(store))}) == 2
    assert told(place) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories(), data=st.data())
def test_whatever_is_played_is_equal(
    place: Path | Base, story: Scenario, data: st.DataObject
) -> None:
    from salesdojo.content.building import scenario_from_canonical

    story = scenario_from_canonical(story.canonical)
    solved(story)
    with Store.open(url(place)) as store:
        session = played(store, story, (), seed=data.draw(st.integers(0, 99)))
        while session.attempt.outcome is None and session.attempt.turn < 12:
            could = [one.id for one in session.attempt.offered]
            session.take(data.draw(st.sampled_from(could)), timed_out=data.draw(st.booleans()))
        if session.attempt.outcome is not None:
            session.result(solved(story).solution)
    assert told(place) == []


def test_several_processes_say_the_same(place: Path | Base) -> None:
    broken = attempt_in(place, *WON)
    unlock(place)
    raw(place, "UPDATE decision SET choice = 'go' WHERE turn = 2")
    attempt_in(place, *WON)
    (found,) = findings(place, workers=2)
    assert (found.attempt, found.verdict) == (broken, Verdict.DIFFERS)
    assert findings(place) == [found]


def test_who_practises_meanwhile_changes_no_verdict(place: Path | Base) -> None:
    spawning = processes()
    stop, (told, tells) = spawning.Event(), spawning.Pipe(duplex=False)
    player = spawning.Process(target=play_until, args=(place, stop, tells))
    player.start()
    try:
        assert told.poll(30)
        looked_at: list[int] = []
        while len(looked_at) < 4:
            asked = audit(url(place), Chosen(), workers=1)
            looked_at.append(sum(len(piece.attempts) for piece in asked.looked()))
            assert findings(place) == []
        assert looked_at[-1] > looked_at[0]
    finally:
        stop.set()
        while player.is_alive():
            while told.poll(0.02):
                told.recv()
        player.join()
    assert player.exitcode == 0


def test_an_attempt_that_is_not_there_is_said(place: Path | Base) -> None:
    attempt_in(place, *WON)
    with pytest.raises(RecordsError, match="DB017"):
        audit(url(place), Chosen(ids=("nobody",)))
    with pytest.raises(RecordsError, match="DB051"):
        audit(url(place), Chosen(person="Nobody"))


def test_what_a_process_meets_is_said_by_the_one_that_asked(place: Path | Base) -> None:
    attempt_in(place, *WON)
    asked = audit(url(place), Chosen(), workers=2)
    raw(place, "ALTER TABLE decision RENAME TO gone")
    with pytest.raises(RecordsError, match="DB022"):
        list(asked.looked())
