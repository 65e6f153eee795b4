"""The customer's counter-offers: `even` and `tradeoff`, both exact.

`tradeoff` is the most similar package at the customer's target, after Faratin, P.,
Sierra, C. and Jennings, N. R. (2002), Using similarity criteria to make issue trade-offs
in automated negotiations, Artificial Intelligence 142(2). It sees only what the trainee
showed.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from salesdojo.content.table import Issue, Style, Table
from salesdojo.practice.table.folding import folded
from salesdojo.practice.table.packages import Package, open_places

WARM_FROM: Final = 70
"""The mood from which a `warm` customer trades instead of yielding evenly."""
ALIKE: Final = 1000
"""The similarity of an option with itself."""


def counter(
    table: Table, learned: Collection[str], target: int, mood: int, shown: "Shown"
) -> Package:
    """Return the customer's counter in its style; its points are at least `target`.

    Where no open package reaches the target it is the customer's best package.
    """
    style = table.behaviour.style
    if style is Style.TRADEOFF or (style is Style.WARM and mood >= WARM_FROM):
        return tradeoff(table, learned, target, *shown)
    return even(table, learned, target)


Shown = tuple[Package, Sequence[int]]
"""The trainee's last package, and for each issue how much it held on to it (1 or more)."""


def even(table: Table, learned: Collection[str], target: int) -> Package:
    """Return the counter that gives up the same share of every issue.

    The share is the largest of 0-100 percent with which the least valued options within it
    still total the target. Among options of equal value the first.
    """
    columns = [_by_value(issue, learned) for issue in table.issues]

    def within(share: int) -> list[tuple[int, int]]:
        taken = []
        for column in columns:
            low, high = column[0][0], column[-1][0]
            # The least c with 100 c >= 100 high - share (high - low).
            least = high - share * (high - low) // 100
            taken.append(column[bisect_left(column, (least, -1))])
        return taken

    few, many = 0, 100
    while few < many:
        share = (few + many + 1) // 2
        if sum(value for value, _ in within(share)) >= target:
            few = share
        else:
            many = share - 1
    return tuple(place for _, place in within(few))


def tradeoff(
    table: Table, learned: Collection[str], target: int, last: Package, weights: Sequence[int]
) -> Package:
    """Return the package with at least `target` points that is most like the trainee's last.

    Then the one with the most points for the customer, then the lexicographically first.
    """
    places = [open_places(issue, learned) for issue in table.issues]
    columns = [
        [
            (weight * similarity(issue, place, wanted), issue.options[place].theirs)
            for place in could
        ]
        for issue, could, weight, wanted in zip(table.issues, places, weights, last, strict=True)
    ]
    if sum(max(value for _, value in column) for column in columns) < target:
        fold = folded(columns)
        best = fold.pairs[-1]
    else:
        fold = folded(columns, (_alike_at_least(columns, target), target))
        # From the most alike down the customer's points rise.
        best = fold.pairs[0]
    found = fold.places(best)
    return tuple(could[at] for could, at in zip(places, found, strict=True))


def _alike_at_least(columns: Sequence[Sequence[tuple[int, int]]], target: int) -> int:
    """Return how alike some package with `target` points is: near the most there is.

    The least price of likeness in points, to a whole number, at which choosing the best in
    each issue by itself comes to the target (Lagrange's relaxation).
    """

    def chosen(price: int) -> list[tuple[int, int]]:
        return [
            max(column, key=lambda pair: (pair[0] + price * pair[1], pair[1])) for column in columns
        ]

    few, many = 0, 1
    while sum(value for _, value in chosen(many)) < target:
        few, many = many, 2 * many
    while few + 1 < many:
        price = (few + many) // 2
        if sum(value for _, value in chosen(price)) < target:
            few = price
        else:
            many = price
    return sum(likeness for likeness, _ in chosen(many))


def similarity(issue: Issue, one: int, other: int) -> int:
    """Return how alike two options are, 0-1000: by distance where they are ordered."""
    if one == other:
        return ALIKE
    if not issue.ordinal:
        return 0
    return ALIKE - ALIKE * abs(one - other) // (len(issue.options) - 1)


def _by_value(issue: Issue, learned: Collection[str]) -> list[tuple[int, int]]:
    """Return (points for the customer, place) of the open options, from the least on."""
    return sorted((issue.options[place].theirs, place) for place in open_places(issue, learned))
