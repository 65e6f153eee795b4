"""What is done in bulk is done as one by one: the same links, the same texts, to the byte."""

from dataclasses import astuple, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.practice.scoring import score
from salesdojo.practice.scoring_in_bulk import BulkScorer
from salesdojo.records import chain, result_json
from salesdojo.records.auditing import chain_in_bulk, results_in_bulk
from salesdojo.records.auditing.chain_in_bulk import AttemptRow, DecisionRow
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork, Person, StoredDecision
from support.talks import moves_of, played, solved, stories, walked

numbers = st.integers(-(2**63), 2**63 - 1)
names = st.text() | st.sampled_from(("opening", "\ud800", '"\\\x00\x7f'))
decisions = st.builds(
    StoredDecision,
    turn=st.integers(1, 3),
    scene=names,
    choice=names,
    timed_out=st.booleans(),
    hinted=st.booleans(),
    elapsed_ms=numbers,
    at=numbers,
)
BEGUN = AttemptRecord(
    id="a1", person=Person("p1", "Aoki"), scenario="talk", revision="r", seed=7,
    mode=Mode.EXAM, language="ja", begun_at=1, finished_at=None, abandoned_at=None, fork=None,
    saved=0,
)  # fmt: skip


@given(many=st.lists(decisions, max_size=4), in_order=st.booleans(), data=st.data())
def test_links_break_where_the_chain_breaks(
    many: list[StoredDecision], in_order: bool, data: st.DataObject
) -> None:
    if in_order:
        many = [replace(one, turn=turn) for turn, one in enumerate(many, 1)]
    linked: list[tuple[StoredDecision, bytes]] = []
    last = chain.beginning(BEGUN)
    for one in many:
        last = chain.link(last, one)
        if data.draw(st.integers(0, 9)) == 0:
            last = bytes(32)
        linked.append((one, last))
    rows = [DecisionRow._make((*astuple(one), link, 1)) for one, link in linked]
    broken, end = chain_in_bulk.broken_at(chain.beginning(BEGUN), rows)
    assert broken == chain.broken_at(BEGUN, linked, None)
    if broken is None:
        assert end == chain.end(BEGUN, many)


@given(
    one=st.builds(
        AttemptRecord,
        id=names, person=st.builds(Person, names, names), scenario=names, revision=names,
        seed=numbers, mode=st.sampled_from(Mode), language=names, begun_at=numbers,
        finished_at=st.none(), abandoned_at=st.none(),
        fork=st.none() | st.builds(Fork, names, numbers), saved=numbers,
    )
)  # fmt: skip
def test_a_chain_hangs_on_how_its_attempt_began(one: AttemptRecord) -> None:
    row = AttemptRow(
        1, one.id, one.person.id, one.scenario, one.revision, one.seed, one.mode.value,
        one.begun_at, None, one.fork.of if one.fork else None, one.fork.turn if one.fork else None,
    )  # fmt: skip
    assert chain_in_bulk.beginning(row) == chain.beginning(one)


@pytest.mark.slow
@settings(max_examples=150)
@given(story=stories(), data=st.data())
def test_a_result_has_the_text_that_is_stored(story: Scenario, data: st.DataObject) -> None:
    known = solved(story)
    scorer = BulkScorer(known)
    for seed in data.draw(st.lists(st.integers(0, 99), min_size=1, max_size=4)):
        attempt = played(story, seed, data)
        if attempt.outcome is None:
            continue
        moves = moves_of(attempt)
        scored = scorer.scored(walked(scorer, seed, moves), moves)
        assert scored is not None
        assert results_in_bulk.written(scored) == result_json.written(
            score(attempt, known.solution)
        )
