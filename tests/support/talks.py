"""Talks for tests: generated scenarios played to an end, and the moves they were made of."""

from dataclasses import replace

from hypothesis import reject
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.content.text import Text
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring_in_bulk import BulkScorer, Moves, Walk
from salesdojo.practice.solving import Explored, explored
from salesdojo.practice.too_large import TooLargeError
from support.judged import judged

LONGEST = 30
_words = st.sampled_from(("Why?", "When?", "Who?", "Sign."))


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """A judged scenario; some of its lines have the same words."""
    story = draw(judged(repeats=True))
    scenes = {
        name: replace(
            scene,
            choices={
                one.id: replace(one, say=Text.of(draw(_words))) for one in scene.choices.values()
            },
        )
        for name, scene in story.scenes.items()
    }
    return replace(story, scenes=scenes)


def solved(story: Scenario) -> Explored:
    """Solve a generated story; the rare one that is refused as too large is no example."""
    try:
        return explored(story)
    except TooLargeError:
        reject()


def played(story: Scenario, seed: int, data: st.DataObject) -> Attempt:
    """Play on until it is over, or as long as `LONGEST`."""
    attempt = Attempt(story, seed)
    while attempt.outcome is None and attempt.turn < LONGEST:
        could = st.sampled_from([choice.id for choice in attempt.offered])
        attempt, _ = attempt.take(data.draw(could), timed_out=data.draw(st.booleans()))
    return attempt


def moves_of(attempt: Attempt) -> Moves:
    return [(event.scene, event.choice.id, event.timed_out) for event in attempt.events]


def walked(scorer: BulkScorer, seed: int, moves: Moves) -> Walk:
    walk = scorer.walk(seed, moves)
    assert isinstance(walk, Walk)
    return walk
