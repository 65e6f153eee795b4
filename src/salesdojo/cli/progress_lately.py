"""The trend of late talks and drills, and the days of practice, as a small table."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out, speaks_utf8, table
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.records.history.overview import Overview
    from salesdojo.records.history.trend import Change, Trend

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_DIGITS: Final = "0123456789"
_SHOWN: Final = 30
"""Attempts in a row."""
_ALL: Final = 100


def print_lately(overview: "Overview", language: str) -> None:
    """Print how the latest talks and drills went, and on how many days there were any."""

    def say(name: str) -> str:
        return message(f"overview.{name}", language)

    calendar = overview.calendar
    key = {0: "month_none", 1: "month_one"}.get(calendar.this_month, "month_many")
    days = message(f"overview.{key}", language, days=calendar.this_month)
    series = (("cli_talks", overview.talks), ("cli_drills", overview.drills))
    out()
    out(say("cli_lately"))
    rows = [
        (f"  {say(name)}", row_of(trend), _changed(trend.change, language))
        for name, trend in series
        if trend.points
    ]
    out(table([*rows, (f"  {say('cli_days')}", days, "")]))


def row_of(trend: "Trend") -> str:
    """Return the latest attempts as a row of blocks; of digits where blocks cannot be written."""
    signs = _BLOCKS if speaks_utf8() else _DIGITS
    return "".join(signs_of((point.value for point in trend.points[-_SHOWN:]), signs))


def signs_of(values: "Iterable[float]", signs: str) -> "Iterable[str]":
    """Yield the sign of each value (0-100): the first for 0, the last for 100."""
    return (signs[min(len(signs) - 1, int(value * len(signs) / _ALL))] for value in values)


def _changed(change: "Change | None", language: str) -> str:
    """Return how first attempts changed."""
    first = message("overview.close_first", language)
    if change is None:
        return f"{first}: {message('overview.change_few', language)}"
    before, now = round(change.before), round(change.now)
    words = message(f"overview.change_{change.way}", language, before=before, now=now)
    return f"{first}: {words}"
