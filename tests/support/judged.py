"""Scenarios that are judged in every way a rubric can."""

from dataclasses import replace

from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from support.scenarios import scenarios

_minima = st.sampled_from((None, 2, 3))
_marks = st.sampled_from((0, 20, 50, 70, 100))


@st.composite
def judged(draw: st.DrawFn, *, loops: bool = True, repeats: bool = False) -> Scenario:
    """A scenario with any pass mark, minimum levels, a breach somewhere; it may open by chance."""
    story = draw(scenarios(loops=loops, repeats=repeats))
    criteria = {
        name: replace(criterion, minimum=draw(_minima))
        for name, criterion in story.rubric.criteria.items()
    }
    mark = draw(_marks)
    rubric = replace(story.rubric, criteria=criteria, pass_mark=mark)
    breaching = draw(st.sampled_from([None, *choices_of(story)]))
    scenes = {
        name: replace(
            scene,
            choices={
                said.id: replace(said, breach="false_identity")
                if (name, said.id) == breaching
                else said
                for said in scene.choices.values()
            },
        )
        for name, scene in story.scenes.items()
    }
    starts = [name for name in scenes if name in ("s0", "c0", "c1")]
    return replace(story, rubric=rubric, scenes=scenes, start=draw(st.sampled_from(starts)))


def choices_of(story: Scenario) -> list[tuple[str, str]]:
    return [(scene.id, said) for scene in story.scenes.values() for said in scene.choices]
