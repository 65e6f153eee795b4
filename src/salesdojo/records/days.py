"""Which day or moment it was, at a time of the records, whatever a clock said."""

from datetime import UTC, date, datetime
from typing import Final

_FIRST: Final = 86_400_000
_LAST: Final = 221_845_392_000_000
"""The second of January 1970 and the first of January 9000: inside every calendar."""


def local_day(at: int) -> date:
    """Return the day of `at` (UTC milliseconds) by the time zone of this computer.

    Times outside 1970 to 9000, which only a broken clock tells, become the nearest inside.
    """
    return date.fromtimestamp(within_calendars(at) / 1000)  # noqa: DTZ012 - here


def utc_moment(at: int) -> str:
    """Return a time (UTC milliseconds) to the second as ISO 8601 has it; kept inside as above."""
    moment = datetime.fromtimestamp(within_calendars(at) / 1000, UTC)
    return moment.isoformat(timespec="seconds")


def within_calendars(at: int) -> int:
    """Return a time (UTC milliseconds), or the nearest inside 1970 to 9000."""
    return min(max(at, _FIRST), _LAST)
