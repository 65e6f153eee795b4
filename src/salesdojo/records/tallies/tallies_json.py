"""Tallies as JSON text and back, to the last digit of every float."""

from typing import Any

from salesdojo.records.json_text import compact, read
from salesdojo.records.tallies.tallies import Tallies, Tally


def written(tallies: Tallies) -> str:
    """Return `tallies` as compact JSON."""
    return compact(plain(tallies))


def plain(tallies: Tallies) -> dict[str, object]:
    """Return `tallies` as values that JSON knows."""
    scenarios = {name: _tally(one) for name, one in tallies.scenarios.items()}
    return {"through": tallies.through, "scenarios": scenarios}


def read_tallies(body: str) -> Tallies:
    """Return what `written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    return read(body, told)


def told(held: Any) -> Tallies:  # noqa: ANN401 - whatever JSON holds; `read` catches misfits
    """Return what `plain` wrote; what it raises when that is damaged is for `json_text.read`."""
    scenarios = {name: _tally_read(one) for name, one in held["scenarios"].items()}
    return Tallies(held["through"], scenarios)


def _tally(one: Tally) -> list[object]:
    return [
        *(one.first, one.begun_first, one.first_outcome),
        *(one.best, one.latest, one.begun_last),
        *(int(one.passed), one.outcomes),
    ]


def _tally_read(told: Any) -> Tally:  # noqa: ANN401 - as above
    first, begun_first, first_outcome, best, latest, begun_last, passed, outcomes = told
    return Tally(
        *(first, begun_first, first_outcome, best, latest, begun_last),
        passed=bool(passed),
        outcomes=dict(outcomes),
    )
