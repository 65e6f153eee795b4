"""Scoring by looking up gives what `score` gives, for every road of every scenario."""

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import score
from salesdojo.practice.scoring_in_bulk import BulkScorer, Moves, Unplayable, Walk
from support.talks import moves_of, played, solved, stories, walked


@settings(max_examples=150)
@given(story=stories(), data=st.data())
def test_it_gives_what_score_gives(story: Scenario, data: st.DataObject) -> None:
    known = solved(story)
    scorer = BulkScorer(known, most_kept=data.draw(st.integers(1, 3)))
    for seed in data.draw(st.lists(st.integers(0, 99), min_size=1, max_size=5)):
        attempt = played(story, seed, data)
        moves = moves_of(attempt)
        scored = scorer.scored(walked(scorer, seed, moves), moves)
        if attempt.outcome is None:
            assert scored is None
            continue
        assert scored is not None
        assert scored.result() == score(attempt, known.solution)
        assert list(scored.result().criteria) == list(known.solution.best)


@settings(max_examples=150)
@given(story=stories(), data=st.data())
def test_it_refuses_what_an_attempt_refuses(story: Scenario, data: st.DataObject) -> None:
    scorer = BulkScorer(solved(story))
    names = st.sampled_from(
        [(scene.id, said) for scene in story.scenes.values() for said in scene.choices]
    )
    moves = [(scene, said, False) for scene, said in data.draw(st.lists(names, max_size=6))]
    assert refused(scorer.walk(3, moves)) == refused_by_an_attempt(story, 3, moves)


def refused(walk: Walk | Unplayable) -> tuple[int, bool] | None:
    return (walk.turn, walk.over) if isinstance(walk, Unplayable) else None


def refused_by_an_attempt(story: Scenario, seed: int, moves: Moves) -> tuple[int, bool] | None:
    attempt = Attempt(story, seed)
    for turn, (scene, said, _) in enumerate(moves, 1):
        over = attempt.outcome is not None
        if attempt.scene.id != scene:
            return turn, over
        try:
            attempt, _ = attempt.take(said)
        except PracticeError:
            return turn, over
    return None
