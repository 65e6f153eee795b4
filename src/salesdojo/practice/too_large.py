"""What is said of a scenario that cannot be scored exactly: what makes it so large."""

from salesdojo.errors import PracticeError


class TooLargeError(PracticeError):
    """PR003: a scenario with too many states, too late a turn, or too large a loop of chance."""

    def __init__(self, limit: int, multipliers: tuple[str, ...] = ()) -> None:
        """Keep the `limit` that is passed and the `multipliers`, the worst first.

        A multiplier is the id of a meter, a fact or a scene (for its choices in
        any order), or ``turn``; empty where none is known.
        """
        super().__init__("PR003", limit=limit)
        self.multipliers = multipliers

    def __reduce__(self) -> tuple[type["TooLargeError"], tuple[str | int | tuple[str, ...], ...]]:
        """Travel between processes whole."""
        return (TooLargeError, (self.values["limit"], self.multipliers))
