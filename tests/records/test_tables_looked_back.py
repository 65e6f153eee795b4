"""Negotiations behind the talk: looked back on, compared, forked, remarked, moved, erased."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from salesdojo.cli.review_words import blind_view
from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.errors import RecordsError
from salesdojo.practice.comparing_attempts import Kind
from salesdojo.practice.following import replay
from salesdojo.practice.named_ends import ended_as
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from salesdojo.records.auditing import rescored as keeping
from salesdojo.records.auditing.rescoring import Change, Changed, Left, Rescoring
from salesdojo.records.database.copying import copy
from salesdojo.records.database.database import PATIENCE, Database
from salesdojo.records.database.place import place as read_place
from salesdojo.records.history import comparing_saying as say
from salesdojo.records.history.looking_back import (
    PlayedAttempt,
    beside_exemplar,
    played_again,
    side_by_side,
)
from salesdojo.records.reviews.remark import RemarkKind
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.review.reading import Reviewer
from support.erasing import drawn
from support.histories import findings
from support.records import aoki, raw, unlock, url
from support.servers import Base
from support.table_talks import OPENING, bargained, table_talk

TALK = table_talk()
LOWER = "propose price=120 delivery=4_wk payment=net_60 warranty=24_m"


def clock() -> int:
    return 5_000


@pytest.fixture(name="store")
def _store(place: Path | Base) -> Iterator[Store]:
    with Store.open(url(place)) as store:
        yield store


def again(store: Store, session: Session) -> PlayedAttempt:
    return played_again(store, session.record.id, clock)


def test_it_is_replayed_line_by_line_with_what_both_said(store: Store) -> None:
    session = bargained(store, TALK, "warm", "ask why_delivery", OPENING, "walk_away")
    played = again(store, session)
    assert played.session.attempt == session.attempt
    said = [(event.choice.say, event.choice.reply) for event in played.session.attempt.events]
    assert said == [(event.choice.say, event.choice.reply) for event in session.attempt.events]
    assert all(reply is not None for _, reply in said[1:-1])
    assert played.result == score(session.attempt, solve(TALK))


def test_a_move_that_is_not_the_one_judged_is_found(store: Store, place: Path | Base) -> None:
    session = bargained(store, TALK, "warm", OPENING, "walk_away")
    unlock(place)
    raw(place, f"UPDATE decision SET choice = '{LOWER}' WHERE turn = 2")  # noqa: S608
    with pytest.raises(RecordsError, match="DB018"):
        again(store, session)


def test_the_ends_of_two_negotiations_stand_beside_each_other(store: Store) -> None:
    short = bargained(store, TALK, "warm", OPENING, LOWER, "walk_away")
    long = bargained(
        store, TALK, "warm", OPENING, "ask why_delivery", "ask why_pilot", "as several"
    )
    told = side_by_side(again(store, short), again(store, long)).comparison
    assert [row.kind for row in told.rows[:3]] == [Kind.SAME, Kind.SAME, Kind.APART]
    assert told.parting == 2
    ends = [row for row in told.rows if row.left and row.left.judged.table]
    assert [row.right is not None and row.right.judged.table is not None for row in ends] == [True]
    (end,) = ends
    assert told.decisive == (told.rows.index(end),)
    gained = told.right.result.quality - told.left.result.quality
    assert end.gain == pytest.approx(gained)
    assert say.summary(told, "en")[0] == "They part at decision 3: the same moment, two choices."
    parted = told.rows[2].left
    assert parted is not None
    assert say.cost(parted, "en") == "counted when the negotiation ends"
    assert end.left is not None
    assert say.cost(end.left, "en").startswith("cost ")
    lines = dict(say.decision_lines(told.rows[2].left, TALK, "B", "en"))  # type: ignore[arg-type]
    assert lines["customer"] == short.attempt.events[2].choice.reply.spoken("en")  # type: ignore[union-attr]


def test_beside_the_exemplar_the_table_is_bargained_by_the_expert(store: Store) -> None:
    session = bargained(store, TALK, "warm", OPENING, "as splitter")
    both = beside_exemplar(again(store, session))
    assert both is not None
    assert both.comparison.right.result.quality == 100
    table = TALK.scenes["terms"].bargaining
    assert table is not None
    best = ended_as(table.table, "as expert from 55")
    last = both.comparison.right.attempt.events[-1].table
    assert best is not None
    assert last is not None
    assert last.state.deal == best.deal


@pytest.mark.parametrize("turn", [2, 3, 4])
def test_a_talk_goes_on_once_more_from_any_move(store: Store, turn: int) -> None:
    session = bargained(store, TALK, "warm", OPENING, LOWER, "walk_away")
    fork = session.fork_at(turn)
    assert fork.attempt.events == session.attempt.events[: turn - 1]
    assert fork.attempt.table is not None
    assert len(fork.attempt.table.turns) == turn - 2
    fork.take("ask why_pilot")
    fork.take("walk_away")
    fork.result(solve(TALK))
    assert again(store, fork).session.attempt == fork.attempt
    told = side_by_side(again(store, session), again(store, fork)).comparison
    assert told.parting == turn - 1


def test_a_remark_is_on_a_move(store: Store) -> None:
    session = bargained(store, TALK, "warm", OPENING, "walk_away")
    session.remark(session.new_remark(2, OPENING, RemarkKind.UNCLEAR, "Why far off?", "en"))
    (heard,) = store.remarks.of_scenario(TALK.id)
    assert (heard.scene, heard.remark.choice, heard.remark.turn) == ("terms", OPENING, 2)
    with pytest.raises(RecordsError, match="DB067"):
        session.remark(session.new_remark(2, LOWER, RemarkKind.WRONG, "", "en"))


def test_a_reviewer_comments_on_a_move_and_gives_a_criterion_another_level(store: Store) -> None:
    session = bargained(store, TALK, "warm", OPENING, "walk_away")
    reviewer = Reviewer(store, store.person("Baba"), clock)
    reading = reviewer.read(session.record.id, openly=True)
    reviewer.keep(reviewer.comment(session.record.id, "Ask first", turn=2))
    reviewer.keep(reviewer.override(session.record.id, "value", 2, "A fair try"))
    heard = again(store, session).heard
    assert [(one.said.turn, one.said.criterion, one.said.words) for one in heard[-2:]] == [
        (2, None, "Ask first"),
        (None, "value", "A fair try"),
    ]
    assert reading.judged == ("inquiry", "value")
    with pytest.raises(RecordsError):
        reviewer.keep(reviewer.comment(session.record.id, "No such move", turn=9))


def test_who_judges_blind_reads_what_both_said_at_the_table(store: Store) -> None:
    session = bargained(store, TALK, "warm", OPENING, "walk_away")
    reading = Reviewer(store, store.person("Baba"), clock).read(session.record.id, openly=False)
    lines = blind_view(reading, "en").splitlines()
    event = session.attempt.events[1]
    assert event.choice.reply is not None
    said = next(place for place, line in enumerate(lines) if event.choice.say.spoken("en") in line)
    assert lines[said + 1] == f"  Someone: {event.choice.reply.spoken('en')}"


def test_erased_talks_with_a_table_go_as_they_went(store: Store, place: Path | Base) -> None:
    lucky = table_talk(
        {"goto": {"deal": [{"weight": 1, "to": "signed"}, {"weight": 1, "to": "grudging"}]}},
        id="lucky",
    )
    ends = []
    for seed in range(6):
        session = bargained(store, lucky, "warm", OPENING, "as several", seed=seed)
        session.remark(session.new_remark(2, OPENING, RemarkKind.UNCLEAR, "My words", "en"))
        ends.append(session.attempt.scene.id)
    bargained(store, TALK, "warm", OPENING)
    before = [tuple(row) for row in raw(place, "SELECT scene, choice FROM decision ORDER BY 1, 2")]
    qualities = sorted(raw(place, "SELECT quality FROM result"))
    done = store.people.erase(aoki(store), 9_000, new_seed=drawn(1))
    assert done is not None
    assert (done.attempts, done.lost) == (7, 0)
    after = [tuple(row) for row in raw(place, "SELECT scene, choice FROM decision ORDER BY 1, 2")]
    assert after == before
    assert sorted(raw(place, "SELECT quality FROM result")) == qualities
    assert set(ends) == {"signed", "grudging"}
    assert findings(place) == []
    assert store.tallies.compare().equal


def test_all_that_is_kept_of_somebody_has_the_moves(store: Store) -> None:
    bargained(store, TALK, "warm", OPENING, "walk_away")
    held = store.people.export(aoki(store), 9_000)
    (attempt,) = held["attempts"]
    assert [one["choice"] for one in attempt["decisions"]] == ["warm", OPENING, "walk_away"]
    (result,) = attempt["results"]
    assert [one.get("table", [None])[0] for one in result["body"]["decisions"]] == [
        None, None, "walked_away",
    ]  # fmt: skip


def test_a_copy_has_the_tables_and_replays_them(
    store: Store, place: Path | Base, tmp_path: Path
) -> None:
    bargained(store, TALK, "warm", OPENING, "as several")
    goal = tmp_path / "copy.db"
    copy(url(place), url(goal))
    assert findings(goal) == []
    with Store.open(url(goal)) as copied:
        assert copied.tallies.compare().equal


def changed(old: str, new: str) -> Scenario:
    text = TALK.canonical.decode()
    assert old in text
    return scenario_from_canonical(text.replace(old, new).encode())


def rescored(place: Path | Base, how: Changed) -> tuple[list[Change], list[Left]]:
    changes: list[Change] = []
    left: list[Left] = []
    with closing(Database(read_place(url(place)), None, PATIENCE)) as database:
        for piece in Rescoring(database, how).pieces():
            keeping.store(database, piece.changes, 9_000)
            changes += piece.changes
            left += piece.left
    return changes, left


def test_a_table_worth_more_is_scored_anew_and_counted_anew(
    store: Store, place: Path | Base
) -> None:
    session = bargained(store, TALK, "warm", OPENING, "as several")
    bargained(store, TALK, "warm", "walk_away")
    dearer = changed('"worth":30', '"worth":60')
    changes, left = rescored(place, lambda _, __: dearer)
    assert (len(changes), left) == (2, [])
    moves = [one.choice.id for one in session.attempt.events]
    again = score(replay(dearer, session.record.seed, moves), solve(dearer))
    newest, _ = store.recent.latest(aoki(store), 2)
    assert (newest.revision, newest.result) == (dearer.revision, again)
    assert store.tallies.compare().equal
    assert findings(place) == []


def test_moves_that_a_changed_table_does_not_have_are_left_with_their_turn(
    store: Store, place: Path | Base
) -> None:
    bargained(store, TALK, "warm", OPENING, "walk_away")
    shorter = changed('"4 wk"', '"5 wk"')
    changes, left = rescored(place, lambda _, __: shorter)
    assert changes == []
    assert [(one.kind, one.turn) for one in left] == [("unplayable", 2)]
