"""The how-manyth finished attempt of a person at a scenario an attempt is."""


class Tries:
    """Counts attempts as they come by in the order of finishing.

    Some 100 bytes are held for each pair of a person and a scenario.
    """

    def __init__(self) -> None:
        self._people: dict[str, int] = {}
        self._scenarios: dict[str, int] = {}
        self._counts: dict[int, int] = {}

    def next(
        self, person: str, scenario: str, fork_of: str | None, chapter: int | None
    ) -> int | None:
        """Count an attempt; None where it is no try.

        Retries from a turn and later chapters of a journey are none: they begin elsewhere, as
        in a person's first, best and latest.
        """
        if fork_of is not None or (chapter is not None and chapter > 1):
            return None
        who = self._people.setdefault(person, len(self._people))
        what = self._scenarios.setdefault(scenario, len(self._scenarios))
        # One small number a pair takes a third of the room of a tuple.
        pair = who << 32 | what
        count = self._counts[pair] = self._counts.get(pair, 0) + 1
        return count
