"""What a rubric promises beyond its shape: weights of 100 in all, cuts that ascend."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from salesdojo.content.document import Document
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import entries, mapping

WHOLE: Final = 100
"""What the weights of a rubric total."""


def rubric_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the figures of a rubric."""
    yield from _weights(document)
    yield from _cuts(document)


def _weights(document: Document) -> Iterator[Problem]:
    criteria = mapping(mapping(document.data).get("criteria"))
    weights = [mapping(criterion).get("weight") for criterion in criteria.values()]
    figures = [weight for weight in weights if type(weight) is int]
    if figures and len(figures) == len(weights) and sum(figures) != WHOLE:
        yield document.key_problem(("criteria",), "SD217", total=sum(figures))


def _cuts(document: Document) -> Iterator[Problem]:
    cuts = entries(mapping(document.data).get("cuts"))
    if not all(type(cut) is int for cut in cuts):
        return
    for position, (lower, upper) in enumerate(pairwise(cuts), start=1):
        if upper <= lower:
            yield document.problem(("cuts", position), "SD218", lower=lower, upper=upper)
