"""Strongly connected components of a state graph, the last first."""

from collections.abc import Iterator, Sequence


def components(  # noqa: C901 - the algorithm is one loop, and reads worse in pieces
    following: Sequence[Sequence[int]], start: Sequence[int]
) -> Iterator[list[int]]:
    """Yield the components reachable from `start`, each before those that lead to it.

    Tarjan's algorithm (1972) without recursion: `following[n]` are the nodes after n.
    """
    index = [0] * len(following)
    lowest = [0] * len(following)
    stacked = bytearray(len(following))
    stack: list[int] = []
    count = 0
    for root in start:
        if index[root]:
            continue
        work: list[tuple[int, Iterator[int]]] = []
        entering: int | None = root
        while True:
            if entering is not None:
                count += 1
                index[entering] = lowest[entering] = count
                stack.append(entering)
                stacked[entering] = 1
                work.append((entering, iter(following[entering])))
            node, rest = work[-1]
            entering = None
            for after in rest:
                if not index[after]:
                    entering = after
                    break
                if stacked[after] and index[after] < lowest[node]:
                    lowest[node] = index[after]
            if entering is not None:
                continue
            work.pop()
            if work and lowest[node] < lowest[work[-1][0]]:
                lowest[work[-1][0]] = lowest[node]
            if lowest[node] == index[node]:
                component: list[int] = []
                while not component or component[-1] != node:
                    member = stack.pop()
                    stacked[member] = 0
                    component.append(member)
                yield component
            if not work:
                break
