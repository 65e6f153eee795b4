"""Scenes in an order in which what comes after each is known before it: nothing need recurse."""

from collections.abc import Callable, Iterable, Iterator

from salesdojo.practice.components import components


def circles(
    keys: Iterable[str], following: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the scenes in groups that can reach each other, each group after what it leads to."""
    names = list(keys)
    number = {name: place for place, name in enumerate(names)}
    after = [[number[to] for to in following(name)] for name in names]
    for component in components(after, range(len(names))):
        yield tuple(names[member] for member in component)


def last_first(keys: Iterable[str], following: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Yield the scenes, each after those it leads to where there is no circle."""
    for circle in circles(keys, following):
        yield from circle
