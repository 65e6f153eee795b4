"""The how-manyth finished attempt of a person at a scenario an attempt is."""

from salesdojo.review.exporting.ended_rows import Attempt


class Tries:
    """Counts attempts as they come by in the order of finishing.

    Retries from a turn and later chapters of a journey are no tries: they begin elsewhere, as
    in a person's first, best and latest. Some 100 bytes are held for each pair of a person and
    a scenario.
    """

    def __init__(self) -> None:
        self._people: dict[str, int] = {}
        self._scenarios: dict[str, int] = {}
        self._counts: dict[int, int] = {}

    def of(self, attempt: Attempt) -> int | None:
        """Count the attempt; None where it is no try."""
        if attempt.fork_of is not None or (attempt.chapter or 1) > 1:
            return None
        person = self._people.setdefault(attempt.person, len(self._people))
        scenario = self._scenarios.setdefault(attempt.scenario, len(self._scenarios))
        # One small number a pair takes a third of the room of a tuple.
        pair = person << 32 | scenario
        count = self._counts[pair] = self._counts.get(pair, 0) + 1
        return count
