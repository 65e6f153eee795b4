"""The how-manyth finished attempt of a person at a scenario an attempt is."""

from collections.abc import Sequence

from salesdojo.review.exporting.ended_rows import Finished


class Tries:
    """Counts attempts as they come by in the order of finishing.

    Some 100 bytes are held for each pair of a person and a scenario.
    """

    def __init__(self) -> None:
        self._people: dict[str, int] = {}
        self._scenarios: dict[str, int] = {}
        self._counts: dict[int, int] = {}

    def of_page(self, page: Sequence[Finished]) -> list[int | None]:
        """Count attempts; None for what is no try.

        Retries from a turn and later chapters of a journey are none: they begin elsewhere, as
        in a person's first, best and latest.
        """
        people, scenarios, counts = self._people, self._scenarios, self._counts
        counted: list[int | None] = []
        for one in page:
            if one.fork_of is not None or (one.chapter is not None and one.chapter > 1):
                counted.append(None)
                continue
            # One small number a pair takes a third of the room of a tuple.
            who = people.setdefault(one.person, len(people))
            pair = who << 32 | scenarios.setdefault(one.scenario, len(scenarios))
            count = counts[pair] = counts.get(pair, 0) + 1
            counted.append(count)
        return counted
