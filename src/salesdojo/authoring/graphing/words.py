"""What every format says of a scene and of a step, in the language asked for."""

from fractions import Fraction

from salesdojo.authoring.graphing.fitting import one_line
from salesdojo.authoring.graphing.parts import Kind, Node, Picture, Step
from salesdojo.i18n import message


def marks(node: Node, language: str) -> tuple[str, ...]:
    """Return what a scene is besides a scene: the start, an end, unreachable, a dead end."""
    found = ["start"] if node.start else []
    if node.kind in (Kind.TABLE, Kind.PASSING, Kind.CHANCE):
        found.append(node.kind.value)
    said = [message(f"graph.{name}", language) for name in found]
    if node.outcome is not None:
        outcome = message(f"graph.outcome_{node.outcome.value}", language)
        said.append(message("graph.end", language, outcome=outcome))
    if not node.reached:
        said.append(message("graph.unreached", language))
    if node.stuck:
        said.append(message("graph.stuck", language))
    return tuple(said)


def step_words(step: Step, language: str) -> str:
    """Return what leads along a way: a choice, a draw's share, a condition; empty for nothing."""
    choice = "" if step.choice is None else one_line(step.choice)
    if step.chance is not None:
        share = _share(step.chance)
        if choice:
            return message("graph.drawn", language, choice=choice, share=share)
        return message("graph.drawn_alone", language, share=share)
    if not step.conditional:
        return choice
    if choice:
        return message("graph.conditional", language, choice=choice)
    if step.conditions:
        return one_line(" or ".join(step.conditions))
    return message("graph.otherwise", language)


def count_words(picture: Picture, language: str) -> str:
    """Say how large the picture is."""
    return message("graph.count", language, scenes=len(picture.nodes), ways=len(picture.ways))


def _share(chance: Fraction) -> str:
    return f"{chance.numerator}/{chance.denominator}" if chance != 1 else "1"
