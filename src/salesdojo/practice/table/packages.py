"""Packages: an option in every issue, by its place in the file, and what they are worth."""

from collections.abc import Collection, Iterator, Sequence
from itertools import product

from salesdojo.content.table import Issue, Option, Table

Package = tuple[int, ...]
"""For each issue, in the file's order, the place of an option among the issue's options."""


def ours(table: Table, package: Package) -> int:
    """Return the points for the trainee's side."""
    pairs = zip(table.issues, package, strict=True)
    return sum(issue.options[place].ours for issue, place in pairs)


def theirs(table: Table, package: Package) -> int:
    """Return the points for the customer."""
    pairs = zip(table.issues, package, strict=True)
    return sum(issue.options[place].theirs for issue, place in pairs)


def is_open(option: Option, learned: Collection[str]) -> bool:
    """Tell whether an option can be offered once the interests `learned` are uncovered."""
    return option.unlocked_by is None or option.unlocked_by in learned


def open_places(issue: Issue, learned: Collection[str]) -> tuple[int, ...]:
    """Return the places of the options that can be offered."""
    return tuple(p for p, option in enumerate(issue.options) if is_open(option, learned))


def all_interests(table: Table) -> frozenset[str]:
    """Return the names of all interests: with these learned every option is open."""
    return frozenset(interest.id for interest in table.interests)


def fits(table: Table, package: Sequence[int], learned: Collection[str]) -> bool:
    """Tell whether `package` names an open option in every issue."""
    if len(package) != len(table.issues):
        return False
    return all(
        0 <= place < len(issue.options) and is_open(issue.options[place], learned)
        for issue, place in zip(table.issues, package, strict=True)
    )


def packages(table: Table, learned: Collection[str]) -> Iterator[Package]:
    """Yield every package that can be offered: for small tables, and for tests."""
    return product(*(open_places(issue, learned) for issue in table.issues))


def best_for_us(table: Table, learned: Collection[str]) -> Package:
    """Return the package with the most points for us; the customer's points break ties."""
    return tuple(
        max(
            open_places(issue, learned),
            key=lambda place: (issue.options[place].ours, issue.options[place].theirs, -place),
        )
        for issue in table.issues
    )


def range_for_them(table: Table, learned: Collection[str]) -> tuple[int, int]:
    """Return the fewest and the most points that an open package gives the customer."""
    columns = [
        [issue.options[place].theirs for place in open_places(issue, learned)]
        for issue in table.issues
    ]
    return sum(map(min, columns)), sum(map(max, columns))
